//===- Sharing.cpp - Which allocations can be one -------------------------===//
//
// Evaluation of sharing plans. Linear in the depth of the scopes, and a sort of
// the ends of the ranges for a peak.
//
//===----------------------------------------------------------------------===//

#include "memopt/Model/Sharing.h"

#include <algorithm>
#include <numeric>

namespace memopt {

std::optional<StepRange> rangeSeenFrom(const SharingProblem &problem,
                                       unsigned scope, StepRange range,
                                       unsigned ancestor) {
  while (scope != ancestor) {
    const SharingScope &inner = problem.scopes[scope];
    if (inner.parent == kNoScope || !inner.leavable)
      return std::nullopt;
    range = inner.within;
    scope = inner.parent;
  }
  return range;
}

SharingPlan unshared(const SharingProblem &problem) {
  SharingPlan plan;
  for (unsigned id = 0; id < problem.buffers.size(); ++id) {
    const SharingBuffer &buffer = problem.buffers[id];
    plan.groups.push_back({buffer.scope, {id}, buffer.held});
  }
  return plan;
}

Bytes peakOf(const SharingProblem &problem, const SharingPlan &plan,
             Unfreed unfreed) {
  // What changes at which step; at one step what is freed goes first.
  std::vector<std::pair<Step, Bytes>> changes;
  auto hold = [&](StepRange range, std::optional<Bytes> bytes) {
    if (!bytes || range.begin >= range.end)
      return;
    changes.push_back({range.begin, *bytes});
    changes.push_back({range.end, -*bytes});
  };
  for (const Background &other : problem.background)
    if (!other.endUnknown)
      hold(other.range, other.bytes);
  for (const SharingGroup &group : plan.groups) {
    const SharingBuffer &first = problem.buffers[group.members.front()];
    if (first.stack)
      continue;
    StepRange held = group.held;
    if (!first.freed && unfreed == Unfreed::Ignored)
      continue;
    if (!first.freed)
      held.end = problem.numSteps;
    hold(held, first.bytes);
  }
  std::sort(changes.begin(), changes.end());
  Bytes live = 0, peak = 0;
  for (const auto &[step, change] : changes) {
    live += change;
    peak = std::max(peak, live);
  }
  return peak;
}

} // namespace memopt
