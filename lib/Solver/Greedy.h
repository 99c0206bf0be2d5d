//===- Greedy.h - Greedy and depth-first orders -----------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_GREEDY_H
#define MEMOPT_LIB_SOLVER_GREEDY_H

#include "Problem.h"

namespace memopt {

/// Which of the ready ops that add live bytes comes next.
enum class GreedyRule : uint8_t {
  /// The one that adds the least; then the one with the smallest step.
  LeastGrowth,
  /// The one with the smallest step; then the one that adds the least.
  LeastStep,
  /// The one that became ready last (depth first).
  LastReady,
  /// The one that became ready first (breadth first).
  FirstReady,
  /// The first in input order (backwards: the last).
  InputOrder,
};

inline constexpr GreedyRule kGreedyRules[] = {
    GreedyRule::LeastGrowth, GreedyRule::LeastStep, GreedyRule::LastReady,
    GreedyRule::InputOrder, GreedyRule::FirstReady};

/// Builds an order of `problem` from its start, or `backward` from its end. A
/// ready op that adds no live bytes comes first if its step stays within
/// `budget`; else the rule decides.
std::vector<OpId> greedyOrder(const Problem &problem, bool backward,
                              GreedyRule rule, Bytes budget);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_GREEDY_H
