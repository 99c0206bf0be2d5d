//===- Portfolio.cpp - The methods, one after the other -------------------===//
//
// What users get. The problem is put in units, reduced, and split at the ops
// comparable with all others. The peak of the whole is the largest peak of a
// stretch, so work goes to the stretch with the highest upper bound, and only
// as long as that is above the best lower bound of any stretch. What is done on
// a stretch is in StretchSolver.cpp.
//
//===----------------------------------------------------------------------===//

#include "Portfolio.h"

#include "Reduce.h"
#include "Split.h"
#include "StretchSolver.h"

#include "memopt/Model/Schedule.h"

#include <algorithm>
#include <deque>
#include <numeric>

using namespace memopt;

namespace {

struct Part {
  Stretch stretch;
  StretchSolver solver;
};

class Portfolio {
public:
  Portfolio(const Graph &graph, const ScheduleOptions &options, Effort effort)
      : graph(graph), shared{options, effort, WorkMeter(options)} {}

  ScheduleOutcome run();

private:
  void makeParts(const Problem &problem);
  void solveParts();
  std::vector<OpId> joinedOrder(uint32_t numOps) const;

  const Graph &graph;
  PortfolioState shared;
  std::deque<Part> parts;
};

} // namespace

void Portfolio::makeParts(const Problem &problem) {
  std::vector<Stretch> stretches;
  if (shared.options.useSplit)
    stretches = splitAtComparable(problem);
  else if (problem.numOps > 0)
    stretches.push_back({0, problem.numOps});

  // The live bytes around a stretch are the same in all orders.
  std::vector<OpId> all(problem.numOps);
  std::iota(all.begin(), all.end(), OpId(0));
  std::vector<Bytes> during, after;
  profileOf(problem, all, during, after);
  shared.lower = std::max(problem.entry, problem.exit);
  for (Stretch stretch : stretches) {
    if (stretch.end - stretch.begin == 1) {
      shared.lower = std::max(shared.lower, during[stretch.begin]);
      continue;
    }
    Bytes before =
        stretch.begin == 0 ? problem.entry : after[stretch.begin - 1];
    parts.push_back({stretch, StretchSolver(extract(problem, stretch, before,
                                                    after[stretch.end - 1]),
                                            shared)});
  }
  shared.meter.spend(problem.numOps);
}

/// Works on the highest part, of equals the first, until it is at the bound.
void Portfolio::solveParts() {
  Part *last = nullptr;
  while (!parts.empty()) {
    Part &part = *std::max_element(parts.begin(), parts.end(),
                                   [](const Part &a, const Part &b) {
                                     return a.solver.upper() < b.solver.upper();
                                   });
    if (last && last != &part)
      last->solver.rest();
    last = &part;
    if (!part.solver.matters() || shared.meter.exhausted() ||
        !part.solver.work())
      break;
  }
}

/// The best orders of all parts, and the ops between them.
std::vector<OpId> Portfolio::joinedOrder(uint32_t numOps) const {
  std::vector<OpId> order(numOps);
  std::iota(order.begin(), order.end(), OpId(0));
  for (const Part &part : parts)
    for (size_t i = 0; i < part.solver.order().size(); ++i)
      order[part.stretch.begin + i] =
          part.stretch.begin + part.solver.order()[i];
  return order;
}

ScheduleOutcome Portfolio::run() {
  const ScheduleOptions &options = shared.options;
  const Effort effort = shared.effort;
  ScaledProblem scaled = makeProblem(graph, options.useUnits);
  ScheduleOutcome outcome;
  outcome.order = inputOrder(graph);
  shared.inputPeak = peakOf(scaled.problem, outcome.order);
  ReducedProblem reduced;
  if (effort == Effort::InputOrder)
    reduced.problem = std::move(scaled.problem);
  else
    reduced = reduce(std::move(scaled.problem), options, shared.meter);
  makeParts(reduced.problem);
  if (effort != Effort::InputOrder)
    solveParts();

  LiveProfile before = computeLiveProfile(graph, outcome.order);
  outcome.inputPeak = before.peak;
  std::vector<OpId> order = reduced.expand(joinedOrder(reduced.problem.numOps));
  outcome.peak = computeLiveProfile(graph, order).peak;
  if (outcome.peak < outcome.inputPeak)
    outcome.order = std::move(order);
  else
    outcome.peak = outcome.inputPeak;
  outcome.lowerBound = std::max(shared.lower * scaled.unit, before.atEntry);
  outcome.steps = shared.meter.steps();
  if (outcome.lowerBound == outcome.peak)
    outcome.status = Status::Optimal;
  else if (effort == Effort::InputOrder || effort == Effort::Greedy)
    outcome.status = Status::Feasible;
  else
    outcome.status = Status::LimitReached;
  return outcome;
}

ScheduleOutcome memopt::runPortfolio(const Graph &graph,
                                     const ScheduleOptions &options,
                                     Effort effort) {
  return Portfolio(graph, options, effort).run();
}

ScheduleOutcome memopt::scheduleInputOrder(const Graph &graph,
                                           const ScheduleOptions &options) {
  return runPortfolio(graph, options, Effort::InputOrder);
}

ScheduleOutcome memopt::scheduleGreedy(const Graph &graph,
                                       const ScheduleOptions &options) {
  return runPortfolio(graph, options, Effort::Greedy);
}

ScheduleOutcome memopt::scheduleBranchAndBound(const Graph &graph,
                                               const ScheduleOptions &options) {
  return runPortfolio(graph, options, Effort::Search);
}

ScheduleOutcome memopt::scheduleAuto(const Graph &graph,
                                     const ScheduleOptions &options) {
  return runPortfolio(graph, options, Effort::All);
}
