//===- Options.h - Limits and rules of the schedulers -----------*- C++ -*-===//

#ifndef MEMOPT_SOLVER_OPTIONS_H
#define MEMOPT_SOLVER_OPTIONS_H

#include <cstdint>

namespace memopt {

/// Every limit and every pruning rule of the schedulers. With any combination
/// of the rules the optimum is the same; only the work differs.
struct ScheduleOptions {
  /// Search steps after which the search stops with the best order so far. A
  /// step is one op executed or undone by the search, or looking at a few edges
  /// in a bound or a beam. The default took 5 to 13 seconds for a block whose
  /// search does not end, on one core of a machine of 2024.
  uint64_t maxSteps = 100'000'000;
  /// Wall-clock limit in milliseconds; 0 is none. The one option that makes
  /// results depend on the machine's speed.
  uint64_t timeLimitMs = 0;
  /// Memory for the memo of searched states, in bytes, one memo at a time. A
  /// full memo forgets and repeats work; it never fails.
  uint64_t maxMemoBytes = uint64_t(1) << 30;

  /// Count sizes in units of their greatest common divisor.
  bool useUnits = true;
  /// Drop precedences that follow from others, and readers that always come
  /// before another reader.
  bool useImplied = true;
  /// Join ops that some best order runs one right after the other.
  bool useFusion = true;
  /// Put in-trees, out-trees and series-parallel parts in a row by merging
  /// their hills and valleys.
  bool useTrees = true;
  /// Solve the stretches between ops that are comparable with all others one by
  /// one.
  bool useSplit = true;
  /// Bound the peak from below by minimum cuts; without it only by single ops.
  bool useCutBound = true;
  /// Refute budgets from below by looking for an op that could be the first, or
  /// the last, of those left.
  bool usePeeling = true;
  /// Execute at once a ready op that fits and adds no live bytes.
  bool useSafeMoves = true;
  /// Keep no alternatives behind once the search has reached the least live
  /// bytes within reach.
  bool useValleyCommits = true;
  /// Remember the states that cannot be completed under the budget.
  bool useMemo = true;
  /// Search from the end of the block backwards first, and forwards in between;
  /// without it only forwards.
  bool useBackward = true;
  /// Look for orders with a beam search besides the greedy orders.
  bool useBeam = true;
  /// Search stretches of the best order anew.
  bool useWindows = true;
  /// Add the precedences that a budget implies before searching under it.
  bool useProbing = true;
};

} // namespace memopt

#endif // MEMOPT_SOLVER_OPTIONS_H
