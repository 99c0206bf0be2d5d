//===- PackPortfolio.cpp - The packer that users get ----------------------===//
//
// Cheap things first: greedy packings, which are often at the bound on
// lifetimes of real networks; local search on the greedy order where there is
// too much to search; and the exact search until the limit, which on instances
// of some hundred items is done in milliseconds.
//
//===----------------------------------------------------------------------===//

#include "PackBounds.h"
#include "PackExact.h"
#include "PackGreedy.h"
#include "PackLocalSearch.h"

#include "memopt/Solver/Packers.h"

#include <algorithm>
#include <limits>

using namespace memopt;

/// The outcome of a packing that needs no improvement.
static PackOutcome accept(const PackInstance &instance,
                          const PackedItems &packed, Bytes bound,
                          const WorkMeter &meter) {
  PackOutcome outcome;
  outcome.offsets = instance.expand(packed.offsets);
  outcome.height = packed.height;
  outcome.lowerBound = bound;
  outcome.status = packed.height == bound ? Status::Optimal : Status::Feasible;
  outcome.steps = meter.steps();
  return outcome;
}

static PackOutcome packWith(const PackingProblem &problem,
                            const PackOptions &options, bool localSearch) {
  PackInstance instance(problem);
  PackOutcome known = judgeByBounds(problem, instance, options);
  if (known.status == Status::Infeasible)
    return known;
  Bytes bound = known.lowerBound;
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
    if (packed && packed->height <= enough)
      return accept(instance, *packed, bound, meter);
  }
  return packExactly(problem, instance, packed ? &packed->offsets : nullptr,
                     bound, options, meter);
}

PackOutcome memopt::packBranchAndBound(const PackingProblem &problem,
                                       const PackOptions &options) {
  return packWith(problem, options, /*localSearch=*/false);
}

PackOutcome memopt::packAuto(const PackingProblem &problem,
                             const PackOptions &options) {
  return packWith(problem, options, /*localSearch=*/true);
}
