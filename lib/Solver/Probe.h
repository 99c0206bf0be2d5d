//===- Probe.h - Precedences that a budget implies --------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PROBE_H
#define MEMOPT_LIB_SOLVER_PROBE_H

#include "Search.h"

namespace memopt {

/// A problem under a budget, with the precedences that the budget implies.
struct ProbedProblem {
  /// No if there is no order within the budget; else Unknown.
  Answer answer = Answer::Unknown;
  /// The problem with more predecessors. Its orders within the budget are those
  /// of the original. The numbers of ops are the same, but the input order need
  /// not be valid any more.
  Problem problem;
  /// How many precedences were added.
  size_t numAdded = 0;
};

/// Finds precedences that every order of `problem` within `budget` respects,
/// until there are no more or about `maxSteps` are spent. Probes the ops by
/// descending `height`.
ProbedProblem probe(const Problem &problem, Bytes budget,
                    const std::vector<Bytes> &height, WorkMeter &meter,
                    uint64_t maxSteps);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PROBE_H
