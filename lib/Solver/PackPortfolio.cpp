//===- PackPortfolio.cpp - The packer that users get ----------------------===//
//
// Cheap things first: greedy packings, which are often at the bound on
// lifetimes of real networks; a little of the exact search, which on instances
// of some hundred items is mostly all it takes; local search on the greedy
// order, which helps where there is too much to search; and the exact search
// until the limit.
//
//===----------------------------------------------------------------------===//

#include "PackConflict.h"
#include "PackExact.h"
#include "PackGreedy.h"
#include "PackLocalSearch.h"

#include "memopt/Solver/Packers.h"

#include <algorithm>
#include <limits>

using namespace memopt;

static PackOutcome packWith(const PackingProblem &problem,
                            const PackOptions &options, bool localSearch) {
  PackInstance instance(problem);
  Bytes bound = instance.liveBound();
  if (problem.capacity && bound > *problem.capacity) {
    PackOutcome outcome;
    outcome.lowerBound = bound;
    outcome.status = Status::Infeasible;
    outcome.conflict = buffersAbove(instance, *problem.capacity);
    return outcome;
  }
  WorkMeter meter(options.maxSteps, options.timeLimitMs);
  std::optional<PackedItems> packed;
  if (options.useGreedyStart) {
    Bytes enough = problem.capacity.value_or(bound);
    packed = packGreedily(instance, {PackRule::FirstFit, PackRule::BestFit},
                          std::numeric_limits<Bytes>::max(), enough, meter);
    constexpr uint64_t kSmall = 5000;
    if (packed && localSearch && packed->height > enough &&
        instance.items.size() > kSmall) {
      WorkMeter some(meter.left() / 4, options.timeLimitMs / 4);
      packed = improvePacking(instance, std::move(*packed), enough, some);
      meter.spend(some.steps());
    }
  }
  return packExactly(problem, instance, packed ? &packed->offsets : nullptr,
                     options, meter);
}

PackOutcome memopt::packBranchAndBound(const PackingProblem &problem,
                                       const PackOptions &options) {
  return packWith(problem, options, /*localSearch=*/false);
}

PackOutcome memopt::packAuto(const PackingProblem &problem,
                             const PackOptions &options) {
  return packWith(problem, options, /*localSearch=*/true);
}
