//===- Portfolio.h - The methods, one after the other -----------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PORTFOLIO_H
#define MEMOPT_LIB_SOLVER_PORTFOLIO_H

#include "memopt/Solver/Schedulers.h"

namespace memopt {

/// How far the portfolio goes.
enum class Effort : uint8_t {
  /// Cheap bounds and the input order.
  InputOrder,
  /// Greedy orders and the cut bound too.
  Greedy,
  /// The search too, but no beam.
  Search,
  /// Everything.
  All,
};

/// Runs the methods that `effort` allows until the best order is proved optimal
/// or a limit is reached.
ScheduleOutcome runPortfolio(const Graph &graph, const ScheduleOptions &options,
                             Effort effort);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PORTFOLIO_H
