//===- PackLocalSearch.h - Better orders for greedy packing -----*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKLOCALSEARCH_H
#define MEMOPT_LIB_SOLVER_PACKLOCALSEARCH_H

#include "PackGreedy.h"

namespace memopt {

/// Looks for a packing of height `target` or less, starting from the order of
/// `start`, until the meter is exhausted. The lowest packing found, which is
/// `start` if none is lower. Deterministic for the same limit on steps.
PackedItems improvePacking(const PackInstance &instance, PackedItems start,
                           Bytes target, WorkMeter &meter);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKLOCALSEARCH_H
