//===- TestOptions.h - Combinations of pruning rules ------------*- C++ -*-===//

#ifndef MEMOPT_UNITTESTS_SOLVER_TESTOPTIONS_H
#define MEMOPT_UNITTESTS_SOLVER_TESTOPTIONS_H

#include "memopt/Solver/Options.h"

namespace memopt {

/// Every rule that can be switched.
inline constexpr bool ScheduleOptions::*kRules[] = {
    &ScheduleOptions::useUnits,         &ScheduleOptions::useSplit,
    &ScheduleOptions::useCutBound,      &ScheduleOptions::useSafeMoves,
    &ScheduleOptions::useValleyCommits, &ScheduleOptions::useMemo,
    &ScheduleOptions::useBackward,      &ScheduleOptions::useBeam,
    &ScheduleOptions::useProbing,       &ScheduleOptions::useImplied,
    &ScheduleOptions::useFusion,        &ScheduleOptions::useTrees,
    &ScheduleOptions::useWindows,
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

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_TESTOPTIONS_H
