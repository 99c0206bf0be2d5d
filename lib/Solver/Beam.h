//===- Beam.h - Beam search for an order ------------------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_BEAM_H
#define MEMOPT_LIB_SOLVER_BEAM_H

#include "Problem.h"
#include "WorkMeter.h"

namespace memopt {

/// Builds an order, from its start or `backward` from its end, keeping the
/// `width` best sets of executed ops of each size. Peaks up to `target` count
/// as equally good. After `maxSteps` it goes on with the best set alone, so
/// that there always is a valid order.
std::vector<OpId> beamOrder(const Problem &problem, bool backward,
                            unsigned width, Bytes target, WorkMeter &meter,
                            uint64_t maxSteps);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_BEAM_H
