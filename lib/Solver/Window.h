//===- Window.h - Re-solving stretches of a known order ---------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_WINDOW_H
#define MEMOPT_LIB_SOLVER_WINDOW_H

#include "Problem.h"
#include "WorkMeter.h"

namespace memopt {

/// Changes stretches of up to `width` ops of `order` around its highest steps,
/// until none is above `target`, or a highest step resists all stretches, or
/// about `maxSteps` are spent. Returns the order, whose peak is never higher.
std::vector<OpId> improveWindows(const Problem &problem,
                                 std::vector<OpId> order, uint32_t width,
                                 Bytes target, const ScheduleOptions &options,
                                 WorkMeter &meter, uint64_t maxSteps);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_WINDOW_H
