//===- TestOptions.h - Combinations of pruning rules ------------*- C++ -*-===//

#ifndef MEMOPT_UNITTESTS_SOLVER_TESTOPTIONS_H
#define MEMOPT_UNITTESTS_SOLVER_TESTOPTIONS_H

#include "memopt/Solver/Options.h"

#include "llvm/ADT/bit.h"

namespace memopt {

/// Every rule that can be switched.
inline constexpr bool ScheduleOptions::*kRules[] = {
    &ScheduleOptions::useUnits,         &ScheduleOptions::useSplit,
    &ScheduleOptions::useCutBound,      &ScheduleOptions::useSafeMoves,
    &ScheduleOptions::useValleyCommits, &ScheduleOptions::useMemo,
    &ScheduleOptions::useBackward,      &ScheduleOptions::useBeam,
    &ScheduleOptions::useProbing,       &ScheduleOptions::useImplied,
    &ScheduleOptions::useFusion,        &ScheduleOptions::useTrees,
    &ScheduleOptions::useWindows,       &ScheduleOptions::usePeeling,
};
inline constexpr unsigned kNumRules = sizeof(kRules) / sizeof(kRules[0]);
inline constexpr unsigned kNumCombinations = 1u << kNumRules;

/// The rules whose bit is set in `combination` are on, the others off.
inline ScheduleOptions optionsFor(unsigned combination) {
  ScheduleOptions options;
  for (unsigned rule = 0; rule < kNumRules; ++rule)
    options.*kRules[rule] = (combination >> rule) & 1;
  return options;
}

/// 32 combinations in which any three rules take each of their eight settings,
/// four times each: rule r is on in row i if the number of common bits of i and
/// 16 + r is odd, and any three numbers 16 + r are linearly independent over
/// the bits (an orthogonal array of strength 3; Rao 1947).
inline constexpr unsigned kNumRows = 32;
/// `shift` turns some rules round in all rows, which keeps that property. The
/// rows of all shifts together are all combinations, each once.
inline constexpr unsigned kNumShifts = kNumCombinations / kNumRows;
static_assert(kNumRules >= 9 && kNumRules <= 16);

inline unsigned combinationAt(unsigned row, unsigned shift) {
  // The rules 0, 1, 2, 4 and 8 are independent and tell the row; a shift is
  // spread over the others.
  constexpr unsigned kTellRow = 1u << 0 | 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8;
  unsigned combination = 0;
  for (unsigned rule = 0; rule < kNumRules; ++rule) {
    bool on = llvm::popcount(row & (16 + rule)) % 2 != 0;
    if (!((kTellRow >> rule) & 1)) {
      on ^= (shift & 1) != 0;
      shift >>= 1;
    }
    combination |= unsigned(on) << rule;
  }
  return combination;
}

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_TESTOPTIONS_H
