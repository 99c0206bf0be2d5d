//===- Sharing.h - The allocations of a function as a problem ----*- C++-*-===//
//
// From lifetimes to a sharing problem: which allocations may take part, which
// are of one kind, what may be written in place, and what else takes memory.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_SHARING_H
#define MEMOPT_IR_SHARING_H

#include "memopt/IR/EarlyFrees.h"
#include "memopt/IR/Lifetimes.h"
#include "memopt/Model/Sharing.h"

#include <optional>
#include <string>

namespace memopt {

/// What may be shared.
struct SharingModelOptions {
  /// Ops may write their result over a dying input.
  bool inPlace = true;
  /// Allocs and deallocs will be moved to the ends of the lifetimes.
  bool moveDeallocs = true;
  /// Buffers are of one kind if they have the same bytes, of whatever type.
  bool byBytes = false;
};

/// An allocation that takes no part, and why.
struct Refusal {
  mlir::Operation *alloc = nullptr;
  /// The op that is the reason, and the end of "'dialect.op' ...".
  mlir::Operation *culprit = nullptr;
  llvm::StringRef reason;
};

/// A sharing problem, and what its indices stand for.
struct SharingModel {
  SharingProblem problem;
  /// The lifetime of each buffer of the problem.
  std::vector<const Lifetime *> lifetimes;
  /// The block of each scope.
  std::vector<mlir::Block *> blocks;
  /// Allocations that are left as they are, in order.
  std::vector<Refusal> refusals;
  /// Of those, the ones whose alloc may be moved down to the first use: nothing
  /// can know them before.
  std::vector<const Lifetime *> lateAllocs;
  /// Deallocs of what calls return, which move up.
  std::vector<EarlyFree> earlyFrees;
  bool moveDeallocs = true;
};

SharingModel buildSharingModel(const Storage &storage,
                               const Lifetimes &lifetimes,
                               const SharingModelOptions &options);

/// True if `op`, which is the last to use the allocation `input` and the first
/// to use the allocation `output`, may write to the storage of `input` instead:
/// it writes all of the output, each element from input elements at the same
/// place, and reads the input in no other way.
bool mayWriteOver(mlir::Operation *op, const Lifetime &input,
                  const Lifetime &output, const Storage &storage);

/// Where the storage of a group begins and ends in the block of its scope.
struct GroupEnds {
  /// The allocation stands before `begin` and the dealloc after `end`.
  mlir::Operation *begin = nullptr;
  mlir::Operation *end = nullptr;
  /// The dealloc, if it is what ends the last lifetime and so has its place.
  mlir::Operation *dealloc = nullptr;
};
GroupEnds endsOf(const SharingModel &model, const Lifetimes &lifetimes,
                 const SharingGroup &group);

/// Checks on the IR itself that `plan` can be applied: every use of every alias
/// of a member is between the ends of its group, and the sizes of the
/// allocation are known where it will stand. Returns what is wrong, or nothing.
std::optional<std::string> checkPlacements(const SharingModel &model,
                                           const Storage &storage,
                                           const Lifetimes &lifetimes,
                                           const SharingPlan &plan);

} // namespace memopt

#endif // MEMOPT_IR_SHARING_H
