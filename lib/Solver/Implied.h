//===- Implied.h - Precedences and readers that others imply ----*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_IMPLIED_H
#define MEMOPT_LIB_SOLVER_IMPLIED_H

#include "Problem.h"
#include "WorkMeter.h"

namespace memopt {

/// Drops precedences that follow from others, and readers that always come
/// before another reader of their net. Looks at the ops from first to last
/// until about `maxSteps` are spent; what it has not looked at stays.
void dropImplied(Problem &problem, WorkMeter &meter, uint64_t maxSteps);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_IMPLIED_H
