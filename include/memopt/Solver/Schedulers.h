//===- Schedulers.h - From a graph to an order ------------------*- C++ -*-===//
//
// The schedulers: free functions from a checked graph and options to an
// outcome. They hold no global state and read no clock for their decisions.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_SOLVER_SCHEDULERS_H
#define MEMOPT_SOLVER_SCHEDULERS_H

#include "memopt/Solver/Options.h"
#include "memopt/Solver/Outcome.h"

namespace memopt {

/// The order as written. Always valid; proves nothing beyond cheap bounds.
ScheduleOutcome scheduleInputOrder(const Graph &graph,
                                   const ScheduleOptions &options = {});

/// The best of the input order and several greedy orders. Heuristic.
ScheduleOutcome scheduleGreedy(const Graph &graph,
                               const ScheduleOptions &options = {});

/// Exact: backtracking over all valid orders with bounds (branch and bound),
/// starting from the best greedy order. Optimal unless a limit is reached.
ScheduleOutcome scheduleBranchAndBound(const Graph &graph,
                                       const ScheduleOptions &options = {});

/// What users get: cheap bounds and heuristics first, the search for the rest.
ScheduleOutcome scheduleAuto(const Graph &graph,
                             const ScheduleOptions &options = {});

} // namespace memopt

#endif // MEMOPT_SOLVER_SCHEDULERS_H
