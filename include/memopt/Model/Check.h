//===- Check.h - Is this a problem, is this a solution? ---------*- C++ -*-===//
//
// The oracle. It states the model in the plainest way, shares no code with the
// solvers or with the evaluation in Schedule.h, and runs before every rewrite,
// in release builds too. Each check returns the first violation as a typed
// error, or nothing.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_CHECK_H
#define MEMOPT_MODEL_CHECK_H

#include "memopt/Model/Graph.h"
#include "memopt/Model/Packing.h"
#include "memopt/Model/Sharing.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <string>

namespace memopt {

/// What is wrong.
enum class ViolationKind : uint8_t {
  // Of a graph.
  NegativeSize,
  SizeOverflow,
  BadIndex,
  BadCrossReference,
  DuplicateEntry,
  BadInPlacePair,
  Cycle,
  InputOrderInvalid,
  // Of a schedule.
  WrongLength,
  UnknownOp,
  RepeatedOp,
  OrderViolated,
  PeakMismatch,
  // Of a sharing plan.
  NotAPartition,
  KindsDiffer,
  ScopeNotReachable,
  LifetimesOverlap,
  NotHeld,
  PeakRises,
  // Of a packing problem (with NegativeSize, SizeOverflow and BadIndex).
  BadLifetime,
  BadAlignment,
  BadOffset,
  BadPair,
  // Of a packing (with WrongLength and BadOffset).
  BuffersOverlap,
  PairNotHeld,
  HeightMismatch,
};

/// The first violation found, with its culprits.
struct Violation {
  ViolationKind kind;
  /// The op at fault, or the buffer of a packing problem, or kNoOp.
  OpId op = kNoOp;
  /// What is wrong, in words that name ops and buffers by external id.
  std::string message;
};

/// Checks that `graph` is a problem: sizes are not negative and their grand
/// total (with all workspaces) fits in 63 bits, indices are in range, `inputs`,
/// `outputs`, `producer` and `readers` agree, in-place pairs join an output and
/// an input of that op of equal size and each at most once, the input at least
/// is not live out, and the input order is valid. Reports a cycle as such.
std::optional<Violation> checkGraph(const Graph &graph);

/// Checks that `order` is a permutation of the ops, that it respects every
/// buffer and every `after`, and that its peak is exactly `claimedPeak`.
std::optional<Violation> checkSchedule(const Graph &graph,
                                       llvm::ArrayRef<OpId> order,
                                       Bytes claimedPeak);

/// Checks that `plan` puts every buffer into one group; that the members of a
/// group are of one kind, and not needed at the same step unless an in-place
/// link says that they may; that the group's scope can be reached from each of
/// theirs, and its storage is held while any of them is needed; and that the
/// peak is not above `allowed` and that of the unshared problem, whichever is
/// more.
std::optional<Violation> checkSharing(const SharingProblem &problem,
                                      const SharingPlan &plan, Bytes allowed);

/// Checks that `problem` is one: lifetimes, gaps and alignments are possible,
/// buffers that must be together can be; sizes, alignments and the highest
/// fixed offset add up to less than 2^63 - 1; and what has a fixed offset does
/// not overlap.
std::optional<Violation> checkPackingProblem(const PackingProblem &problem);

/// Checks that `offsets`, one for each buffer, keep apart all that are active
/// at the same time and are not together, that they are aligned, respect fixed
/// offsets, limits and pairs, that the height is exactly `claimedHeight`, and
/// within the capacity if there is one. `problem` has passed
/// checkPackingProblem.
std::optional<Violation> checkPacking(const PackingProblem &problem,
                                      llvm::ArrayRef<Bytes> offsets,
                                      Bytes claimedHeight);

} // namespace memopt

#endif // MEMOPT_MODEL_CHECK_H
