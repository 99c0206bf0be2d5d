//===- PackingFamilies.h - Small packing problems of all kinds --*- C++ -*-===//

#ifndef MEMOPT_UNITTESTS_SOLVER_PACKINGFAMILIES_H
#define MEMOPT_UNITTESTS_SOLVER_PACKINGFAMILIES_H

#include "memopt/Model/GeneratePacking.h"

namespace memopt {

/// A small problem with up to `maxBuffers` buffers, of ten families in turn.
inline PackingProblem smallPacking(uint64_t seed, unsigned maxBuffers = 12) {
  RandomPackingOptions options;
  options.numBuffers = 1 + static_cast<unsigned>(seed / 10 % maxBuffers);
  switch (seed % 10) {
  case 0: // Lifetimes and sizes only.
    break;
  case 1: // Few sizes, many ties.
    options.maxUnits = 3;
    options.maxLength = 12;
    break;
  case 2:
    options.alignments = 60;
    options.oddAlignments = 30;
    break;
  case 3:
    options.gaps = 70;
    options.maxLength = 12;
    break;
  case 4:
    options.fixedOffsets = 35;
    options.alignments = 30;
    break;
  case 5:
    options.endLimits = 40;
    break;
  case 6:
    options.together = 40;
    options.apart = 40;
    break;
  case 7: // Everything at once.
    options.alignments = options.gaps = 40;
    options.fixedOffsets = options.endLimits = 15;
    options.together = options.apart = 20;
    options.zeroSizes = options.emptyLives = 8;
    break;
  case 8:
    return generateTightPacking(seed, options.numBuffers, 12, 24,
                                seed / 10 % 2 == 0 ? Cuts::Guillotine
                                                   : Cuts::Pinwheel);
  case 9: {
    PackingProblem full = generateFullPacking(seed, options.numBuffers, 5, 12);
    if (full.numBuffers() <= maxBuffers)
      return full;
    break;
  }
  }
  return generateRandomPacking(seed, options);
}

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_PACKINGFAMILIES_H
