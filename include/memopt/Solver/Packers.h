//===- Packers.h - Offsets for the buffers of a packing problem -*- C++ -*-===//
//
// Every packer takes a problem that checkPackingProblem has passed, and returns
// an outcome that checkPacking passes. Same problem, same options: same outcome
// on every machine, unless a time limit is set.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_SOLVER_PACKERS_H
#define MEMOPT_SOLVER_PACKERS_H

#include "memopt/Model/Packing.h"
#include "memopt/Solver/Outcome.h"

#include <cstdint>
#include <vector>

namespace memopt {

/// Every limit and every pruning rule of the packers. With any combination of
/// the rules the least height is the same; only the work differs.
struct PackOptions {
  /// Search steps after which the search stops with the best packing so far. A
  /// step is looking at one buffer: placing one of n buffers in the exact
  /// search counts as n. The default took 6 to 20 seconds on one core of a
  /// machine of 2024.
  uint64_t maxSteps = 100'000'000;
  /// Wall-clock limit in milliseconds; 0 is none. The one option that makes
  /// results depend on the machine's speed.
  uint64_t timeLimitMs = 0;
  /// Memory for what the search remembers, in bytes.
  uint64_t maxMemoBytes = uint64_t(1) << 30;

  /// Start from the best of the greedy packings. Off: from buffer upon buffer.
  bool useGreedyStart = true;
  /// Solve parts of the problem that share no time apart.
  bool useSplit = true;
  /// Raise bounds and capacities to heights that sums of sizes can reach.
  bool useSubsetSums = true;
  /// Bound a section by the least offsets and the limits on ends of all its
  /// items, not only by its floor.
  bool useSectionBounds = true;
  /// Bound a section by what alignments waste, and round sizes up to what all
  /// offsets are multiples of.
  bool useAlignmentBounds = true;
  /// Place buffers that are the same in all respects in one order only.
  bool useSymmetry = true;
  /// Remember the states that failed.
  bool useNoGoods = true;
  /// Go back at once to a decision that a failure depends on.
  bool useBackjumping = true;
  /// Run several strategies in turn, with growing limits. Off: one strategy.
  bool useRestarts = true;
};

/// The outcome of packing. `Infeasible` is said of a capacity, and of limits of
/// the buffers that no packing can respect. With a capacity, `Optimal` and
/// `Feasible` both say that it fits; then `height` need not be the least.
struct PackOutcome {
  Status status = Status::Feasible;
  /// The offset of each buffer, or nothing if no packing was found that
  /// respects the capacity and the limits of the buffers.
  std::vector<Bytes> offsets;
  /// The height of `offsets`; 0 if there are none.
  Bytes height = 0;
  /// No packing has a height below this.
  Bytes lowerBound = 0;
  /// Search steps taken: the deterministic measure of work.
  uint64_t steps = 0;
  /// If infeasible: buffers that cannot be packed within the capacity by
  /// themselves, as few as were found within the limit, in increasing order.
  std::vector<uint32_t> conflict;
};

/// First fit in several orders: each buffer at the lowest offset where it fits.
PackOutcome packFirstFit(const PackingProblem &problem,
                         const PackOptions &options);

/// Best fit in several orders: each buffer in the hole that it fills best.
PackOutcome packBestFit(const PackingProblem &problem,
                        const PackOptions &options);

/// Exact search: the least height and the proof, or whether the capacity can be
/// kept, unless a limit is reached first.
PackOutcome packBranchAndBound(const PackingProblem &problem,
                               const PackOptions &options);

/// What users get: greedy packings, local search on their order, and exact
/// search until the height equals the bound.
PackOutcome packAuto(const PackingProblem &problem, const PackOptions &options);

} // namespace memopt

#endif // MEMOPT_SOLVER_PACKERS_H
