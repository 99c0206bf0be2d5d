//===- Effects.h - Which ops may move past which ----------------*- C++ -*-===//
//
// What an op does besides computing its results, in terms of Storage's roots.
// From it follows which ops of a block must keep their order:
//
//   - nothing moves across a barrier: an op whose effects are unknown, or whose
//     effect is complete only later (asynchronous and DMA ops);
//   - of two ops that reach the same storage, one of them writing or freeing
//     it, the first stays first;
//   - an op that is not speculatable, or that writes, does not move across an
//     op that may not return.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_EFFECTS_H
#define MEMOPT_IR_EFFECTS_H

#include "memopt/IR/Storage.h"

namespace memopt {

/// What one op, its regions included, does to the world.
struct OpEffects {
  /// Nothing may move across the op. `barrierReason` says why, as the end of
  /// "'dialect.op' ...".
  bool barrier = false;
  llvm::StringRef barrierReason;
  /// The op that makes it a barrier: the op itself or one nested in it.
  mlir::Operation *barrierOp = nullptr;
  /// The op may run forever or end the program.
  bool mayNotReturn = false;
  /// The op may be executed where it was not executed before.
  bool speculatable = true;
  /// Classes of storage that the op reads, and that it writes or frees, each
  /// sorted and without repetition (see AccessClasses).
  llvm::SmallVector<unsigned, 4> reads;
  llvm::SmallVector<unsigned, 4> writes;

  bool hasEffect() const {
    return barrier || !reads.empty() || !writes.empty();
  }
};

/// Sorts roots into classes such that roots of different classes never overlap.
/// All storage that somebody else may reach too (arguments, globals, what
/// escapes) is one class.
class AccessClasses {
public:
  explicit AccessClasses(const Storage &storage) : storage(storage) {}
  /// The class of storage that others may reach.
  static constexpr unsigned shared = 0;
  unsigned classOf(RootId id) const;

private:
  const Storage &storage;
};

/// True for an op that starts or awaits work which runs beside the program:
/// DMA, and ops that take or make a token or another handle.
bool handlesAsyncWork(mlir::Operation *op);

/// Computes what `op` does. Linear in the ops nested in it.
OpEffects computeEffects(mlir::Operation *op, const Storage &storage);

} // namespace memopt

#endif // MEMOPT_IR_EFFECTS_H
