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

ReducedProblem memopt::reduce(Problem problem, const ScheduleOptions &options,
                              WorkMeter &meter) {
  // Beyond this the tables of the rules take more memory than they are worth.
  constexpr uint32_t kMaxOps = 2'000'000;
  ReducedProblem result;
  if (problem.numOps > kMaxOps) {
    result.problem = std::move(problem);
    return result;
  }
  if (options.useImplied)
    dropImplied(problem, meter, options.maxSteps / 10);
  if (!options.useFusion && !options.useTrees) {
    result.problem = std::move(problem);
    return result;
  }
  constexpr uint64_t kLooksPerStep = 4;
  Jobs jobs(problem);
  if (options.useFusion)
    fuseAll(jobs);
  if (options.useTrees)
    lineariseTrees(jobs, options.maxSteps / 10 * kLooksPerStep);
  result.problem = jobs.toProblem(result.ops);
  result.isSame = false;
  meter.spend(jobs.work / kLooksPerStep);
  return result;
}
