//===- PackFit.cpp - The packers that only place, one by one --------------===//

#include "PackBounds.h"
#include "PackGreedy.h"

#include "memopt/Solver/Packers.h"

#include <limits>

using namespace memopt;

static PackOutcome packBy(PackRule rule, const PackingProblem &problem,
                          const PackOptions &options) {
  PackInstance instance(problem);
  PackOutcome outcome = judgeByBounds(problem, instance, options);
  if (outcome.status == Status::Infeasible)
    return outcome;
  Bytes most = problem.capacity.value_or(std::numeric_limits<Bytes>::max());
  WorkMeter meter(options.maxSteps, options.timeLimitMs);
  std::optional<PackedItems> packed =
      packGreedily(instance, rule, most, outcome.lowerBound, meter);
  outcome.steps = meter.steps();
  if (!packed) {
    outcome.status = Status::LimitReached;
    return outcome;
  }
  outcome.offsets = instance.expand(packed->offsets);
  outcome.height = packed->height;
  outcome.status =
      outcome.height == outcome.lowerBound ? Status::Optimal : Status::Feasible;
  return outcome;
}

PackOutcome memopt::packFirstFit(const PackingProblem &problem,
                                 const PackOptions &options) {
  return packBy(PackRule::FirstFit, problem, options);
}

PackOutcome memopt::packBestFit(const PackingProblem &problem,
                                const PackOptions &options) {
  return packBy(PackRule::BestFit, problem, options);
}
