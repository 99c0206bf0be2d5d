//===- Lifetimes.h - When the content of an allocation is needed -*- C++-*-===//
//
// For each `memref.alloc` and `memref.alloca` of a function the steps at which
// its content may still be needed, through every alias. The rule of trust: a
// lifetime ends at an explicit dealloc, always; it ends at the last use only if
// every use of every alias is by an op whose effects are known, that cannot
// keep the pointer, and that is done when it returns. What cannot be followed
// is unknown, with the op that stops it.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_LIFETIMES_H
#define MEMOPT_IR_LIFETIMES_H

#include "memopt/IR/Storage.h"
#include "memopt/Model/Sharing.h"

#include "llvm/ADT/DenseMap.h"

#include <vector>

namespace memopt {

/// How an op runs what is in its regions.
enum class RegionOrder {
  /// In order, one region at a time, and is done with it when it returns.
  Sequential,
  /// Several instances at a time; is done with all when it returns.
  Parallel,
  /// Nothing is known.
  Unknown,
};

/// How `op` runs its regions. By name: no interface says so.
RegionOrder regionOrderOf(mlir::Operation *op);

/// True for an op that only gives (part of) a memref another name, and does
/// nothing else: its users count as uses, it does not, and it may stand
/// anywhere before them.
bool isPureView(mlir::Operation *op);

/// How a lifetime ends.
enum class LifetimeEnd {
  /// With the last use.
  LastUse,
  /// With the dealloc: before it, something may reach the content unseen.
  Dealloc,
  /// The storage is left alone.
  Unknown,
};

/// Whose lifetimes are looked at.
enum class Followed {
  /// Of each memref.alloc and memref.alloca.
  Allocations,
  /// Of each memref that a call returns, as far as the callee made it.
  CallResults,
};

/// The lifetime of one allocation.
struct Lifetime {
  /// The memref.alloc or memref.alloca, or the call.
  mlir::Operation *alloc = nullptr;
  /// Its result.
  mlir::Value memref;
  RootId root = 0;
  LifetimeEnd end = LifetimeEnd::LastUse;
  /// The steps at which the content may be needed, in increasing order, apart
  /// from each other. More than one range if several blocks take part.
  llvm::SmallVector<StepRange, 1> live;
  /// Every op that uses it is in the block of the allocation, or nested in an
  /// op of that block.
  bool inOneBlock = true;
  /// The first and the last op, of the allocation's block, that use it, the
  /// deallocs apart; null if nothing does, or not inOneBlock.
  mlir::Operation *firstUse = nullptr;
  mlir::Operation *lastUse = nullptr;
  /// The memref.dealloc ops that may free it, in order.
  llvm::SmallVector<mlir::Operation *, 1> deallocs;
  /// The op for which the lifetime does not end with the last use, and why, as
  /// the end of "'dialect.op' ..."; null if it does.
  mlir::Operation *stopper = nullptr;
  llvm::StringRef reason;

  mlir::Value value() const { return memref; }
  /// The dealloc, if there is one only, that frees this allocation, nothing
  /// else, and in the block of the allocation; otherwise null.
  mlir::Operation *ownDealloc = nullptr;
  /// True if the dealloc, which there must be, names it in the memory space in
  /// which it was made.
  bool isFreedInItsSpace() const;
  StepRange hull() const { return {live.front().begin, live.back().end}; }
};

/// The lifetimes of the allocations of one function.
///
/// Linear in the ops and their operands where allocations are used in one
/// block; for those that are not, a dataflow problem over the blocks of their
/// region, with a bit for each of them.
class Lifetimes {
public:
  explicit Lifetimes(const Storage &storage,
                     Followed followed = Followed::Allocations);

  /// In the order of the text.
  llvm::ArrayRef<Lifetime> all() const { return lifetimes; }
  /// The lifetime of an allocation; null if it is none that is followed.
  const Lifetime *of(mlir::Operation *alloc) const;
  /// True if the two may be needed at the same step.
  static bool interfere(const Lifetime &a, const Lifetime &b);

  /// The steps of `op` and of what is in it.
  StepRange stepsOf(mlir::Operation *op) const;
  Step numSteps() const { return static_cast<Step>(ops.size()); }
  /// The op at a step.
  mlir::Operation *opAt(Step step) const { return ops[step]; }

private:
  struct Uses;
  void number(mlir::Region &body);
  void follow(mlir::OpResult memref);
  void stop(Lifetime &lifetime, mlir::Operation *op, llvm::StringRef reason);
  void giveUp(Lifetime &lifetime, mlir::Operation *op, llvm::StringRef reason);
  void collect(std::vector<Uses> &uses);
  void examineUse(mlir::OpOperand &operand, unsigned index, Uses &uses);
  void examineFree(mlir::Operation *op, mlir::Value freed);
  void finishOneBlock(Lifetime &lifetime, const Uses &uses);
  void finishAcrossBlocks(mlir::Region &region,
                          llvm::ArrayRef<unsigned> indices,
                          llvm::ArrayRef<Uses> uses);

  const Storage &storage;
  std::vector<mlir::Operation *> ops;
  std::vector<Step> ends;
  llvm::DenseMap<mlir::Operation *, Step> stepOf;
  std::vector<Lifetime> lifetimes;
  llvm::DenseMap<RootId, unsigned> indexOfRoot;
  llvm::DenseMap<mlir::Operation *, unsigned> indexOfAlloc;
};

} // namespace memopt

#endif // MEMOPT_IR_LIFETIMES_H
