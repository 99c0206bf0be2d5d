//===- Reduce.cpp - A smaller problem with the same optimum ---------------===//
//
// Drops what is implied, joins ops that run one right after the other, and puts
// trees in a row. Each step leaves a best order of the problem before it
// (Implied.cpp, Fusion.cpp, Trees.cpp). Whole trees become a few ops that are
// comparable with all others, so that nothing is left to search.
//
//===----------------------------------------------------------------------===//

#include "Reduce.h"

#include "Fusion.h"
#include "Implied.h"
#include "Trees.h"

using namespace memopt;

std::vector<OpId> ReducedProblem::expand(llvm::ArrayRef<OpId> order) const {
  if (isSame)
    return order.vec();
  std::vector<OpId> result;
  for (OpId op : order)
    result.insert(result.end(), ops[op].begin(), ops[op].end());
  return result;
}

/// One round of the rules. Returns the ops that each new op stands for.
static Lists reduceOnce(Problem &problem, const ScheduleOptions &options,
                        WorkMeter &meter) {
  constexpr uint64_t kLooksPerStep = 4;
  if (options.useImplied)
    dropImplied(problem, meter, options.maxSteps / 20);
  Jobs jobs(problem);
  if (options.useFusion)
    fuseAll(jobs);
  if (options.useTrees)
    lineariseTrees(jobs, options.maxSteps / 20 * kLooksPerStep);
  Lists ops;
  Problem smaller = jobs.toProblem(ops);
  problem = std::move(smaller);
  meter.spend(jobs.work / kLooksPerStep);
  return ops;
}

/// Makes `result` stand for what `ops` of its present ops stand for.
static void compose(ReducedProblem &result, Lists ops) {
  if (result.isSame) {
    result.ops = std::move(ops);
    result.isSame = false;
    return;
  }
  Lists all;
  for (OpId op = 0; op < result.problem.numOps; ++op) {
    for (OpId middle : ops[op])
      for (OpId original : result.ops[middle])
        all.append(original);
    all.endList();
  }
  result.ops = std::move(all);
}

ReducedProblem memopt::reduce(Problem problem, const ScheduleOptions &options,
                              WorkMeter &meter) {
  // Beyond this the tables of the rules take more memory than they are worth.
  constexpr uint32_t kMaxOps = 2'000'000;
  constexpr unsigned kMaxRounds = 4;
  ReducedProblem result;
  result.problem = std::move(problem);
  if (!options.useImplied && !options.useFusion && !options.useTrees)
    return result;
  uint32_t numOps = ~uint32_t(0);
  // Joined ops imply further edges; go on as long as that gives a few percent.
  for (unsigned round = 0; round < kMaxRounds; ++round) {
    if (result.problem.numOps > kMaxOps ||
        result.problem.numOps > meter.left() ||
        result.problem.numOps > numOps - numOps / 32)
      break;
    numOps = result.problem.numOps;
    compose(result, reduceOnce(result.problem, options, meter));
  }
  return result;
}

void memopt::reduceFurther(ReducedProblem &reduced,
                           const ScheduleOptions &options, WorkMeter &meter) {
  // The rules need the ops in a valid order.
  Lists ops;
  Problem problem = Jobs(reduced.problem).toProblem(ops);
  reduced.problem = std::move(problem);
  compose(reduced, std::move(ops));
  ReducedProblem further = reduce(std::move(reduced.problem), options, meter);
  reduced.problem = std::move(further.problem);
  if (!further.isSame)
    compose(reduced, std::move(further.ops));
}
