//===- PackRules.h - Combinations of the packers' rules ---------*- C++ -*-===//

#ifndef MEMOPT_UNITTESTS_SOLVER_PACKRULES_H
#define MEMOPT_UNITTESTS_SOLVER_PACKRULES_H

#include "memopt/Solver/Packers.h"

namespace memopt {

/// Every rule that can be switched.
inline constexpr bool PackOptions::*kPackRules[] = {
    &PackOptions::useGreedyStart,     &PackOptions::useSplit,
    &PackOptions::useSubsetSums,      &PackOptions::useSectionBounds,
    &PackOptions::useSymmetry,        &PackOptions::useNoGoods,
    &PackOptions::useBackjumping,     &PackOptions::useRestarts,
    &PackOptions::useAlignmentBounds,
};
inline constexpr unsigned kNumPackRules =
    sizeof(kPackRules) / sizeof(kPackRules[0]);
inline constexpr unsigned kNumPackCombinations = 1u << kNumPackRules;

/// The rules whose bit is set in `combination` are on, the others off.
inline PackOptions packOptionsFor(unsigned combination) {
  PackOptions options;
  for (unsigned rule = 0; rule < kNumPackRules; ++rule)
    options.*kPackRules[rule] = (combination >> rule) & 1;
  return options;
}

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_PACKRULES_H
