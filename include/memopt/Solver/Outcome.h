//===- Outcome.h - What a scheduler says ------------------------*- C++ -*-===//

#ifndef MEMOPT_SOLVER_OUTCOME_H
#define MEMOPT_SOLVER_OUTCOME_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/StringRef.h"

#include <vector>

namespace memopt {

/// How much an outcome proves.
enum class Status : uint8_t {
  /// The value equals the lower bound: no solution is better.
  Optimal,
  /// A valid solution from a method that proves nothing more.
  Feasible,
  /// No solution exists under the given limit on the value.
  Infeasible,
  /// The search stopped at a limit; the solution is the best found so far.
  LimitReached,
};

/// The word that reports and files use: "optimal", "feasible", "infeasible",
/// "limit-reached".
llvm::StringRef toString(Status status);

/// The outcome of scheduling a graph. `order` is always a valid order, and its
/// peak is never above the input order's; on a tie it is the input order.
struct ScheduleOutcome {
  Status status = Status::Feasible;
  std::vector<OpId> order;
  Bytes peak = 0;
  /// No order has a peak below this.
  Bytes lowerBound = 0;
  /// The peak of the input order.
  Bytes inputPeak = 0;
  /// Search steps taken: the deterministic measure of work.
  uint64_t steps = 0;
};

} // namespace memopt

#endif // MEMOPT_SOLVER_OUTCOME_H
