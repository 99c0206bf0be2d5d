//===- PackPortfolio.cpp - The packer that users get ----------------------===//

#include "PackConflict.h"
#include "PackGreedy.h"
#include "PackLocalSearch.h"

#include "memopt/Solver/Packers.h"

#include <algorithm>
#include <limits>

using namespace memopt;

PackOutcome memopt::packAuto(const PackingProblem &problem,
                             const PackOptions &options) {
  PackInstance instance(problem);
  PackOutcome outcome;
  outcome.lowerBound = instance.liveBound();
  if (problem.capacity && outcome.lowerBound > *problem.capacity) {
    outcome.status = Status::Infeasible;
    outcome.conflict = buffersAbove(instance, *problem.capacity);
    return outcome;
  }
  outcome.status = Status::LimitReached;
  Bytes enough = problem.capacity.value_or(outcome.lowerBound);
  WorkMeter meter(options.maxSteps, options.timeLimitMs);
  std::optional<PackedItems> packed =
      packGreedily(instance, {PackRule::FirstFit, PackRule::BestFit},
                   std::numeric_limits<Bytes>::max(), enough, meter);
  outcome.steps = meter.steps();
  if (packed) {
    WorkMeter share(meter.left() / 8, options.timeLimitMs);
    packed = improvePacking(instance, std::move(*packed), enough, share);
    outcome.steps += share.steps();
  }
  if (!packed || (problem.capacity && packed->height > *problem.capacity))
    return outcome;
  outcome.offsets = instance.expand(packed->offsets);
  outcome.height = packed->height;
  if (outcome.height == outcome.lowerBound)
    outcome.status = Status::Optimal;
  else if (problem.capacity)
    outcome.status = Status::Feasible;
  return outcome;
}
