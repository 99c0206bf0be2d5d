//===- PackFit.cpp - The packers that only place, one by one --------------===//

#include "PackConflict.h"
#include "PackGreedy.h"

#include "memopt/Solver/Packers.h"

#include <algorithm>
#include <limits>

using namespace memopt;

static PackOutcome packBy(PackRule rule, const PackingProblem &problem,
                          const PackOptions &options) {
  PackInstance instance(problem);
  PackOutcome outcome;
  outcome.lowerBound = instance.liveBound();
  if (problem.capacity && outcome.lowerBound > *problem.capacity) {
    outcome.status = Status::Infeasible;
    outcome.conflict = buffersAbove(instance, *problem.capacity);
    return outcome;
  }
  Bytes limit = std::numeric_limits<Bytes>::max();
  if (problem.capacity)
    limit = std::min(limit - 1, *problem.capacity) + 1;
  WorkMeter meter(options.maxSteps, options.timeLimitMs);
  std::optional<PackedItems> packed =
      packGreedily(instance, rule, limit, outcome.lowerBound, meter);
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
