//===- EarlyFrees.h - Deallocs that can stand earlier -----------*- C++ -*-===//
//
// What a callee makes and returns is freed by its caller, and never shares. But
// it can be freed as soon as it is dead.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_EARLYFREES_H
#define MEMOPT_IR_EARLYFREES_H

#include "memopt/IR/Lifetimes.h"

#include <optional>
#include <string>
#include <vector>

namespace memopt {

/// A memref.dealloc that moves up.
struct EarlyFree {
  mlir::Operation *dealloc = nullptr;
  /// The result of a call that it frees, under this name or that of a view.
  mlir::Value memref;
  /// The op, earlier in the block of the dealloc, behind which it can stand:
  /// the last to use the memref, or the call.
  mlir::Operation *after = nullptr;
};

/// The deallocs of results of calls that can stand earlier, by the lifetimes of
/// these results, in the order of the calls. Linear in the lifetimes and the
/// deallocs.
std::vector<EarlyFree> findEarlyFrees(const Lifetimes &callResults);

/// Checks on the IR that no op between the old and the new place of a dealloc
/// uses what it frees. Returns what is wrong, or nothing. Linear in the ops
/// that the deallocs move across, each counted once for all deallocs of its
/// block.
std::optional<std::string> checkEarlyFrees(llvm::ArrayRef<EarlyFree> frees,
                                           const Storage &storage);

} // namespace memopt

#endif // MEMOPT_IR_EARLYFREES_H
