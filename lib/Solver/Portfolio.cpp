//===- Portfolio.cpp - The methods, one after the other -------------------===//
//
// What users get. The problem is put in units, reduced, and split at the ops
// comparable with all others. The peak of the whole is the largest peak of a
// stretch, so work goes to the stretch with the highest upper bound, and only
// as long as that is above the best lower bound of any stretch. On a stretch,
// in this order:
//
//   greedy orders, both directions       an upper bound
//   minimum cuts                         a lower bound, usually the same
//   beam                                 a better upper bound
//   windows of the best order            the same
//   search, with limits that grow        one of the two meets the other
//   probing, with the search after it    a lower bound
//
// A round of the search asks, backwards and then with a quarter of the limit
// forwards, whether an order one unit better exists; and whether one at the
// lower bound exists. Each answer moves a bound; unanswered, the next round has
// four times the limit.
//
//===----------------------------------------------------------------------===//

#include "Portfolio.h"

#include "Beam.h"
#include "Bounds.h"
#include "Greedy.h"
#include "Probe.h"
#include "Reduce.h"
#include "Search.h"
#include "Split.h"
#include "Window.h"

#include "memopt/Model/Schedule.h"

#include <limits>
#include <memory>
#include <numeric>

using namespace memopt;

namespace {

/// What is known about one stretch.
struct Part {
  Stretch stretch;
  Problem problem;
  /// The best order known, its peak, and a lower bound.
  std::vector<OpId> order;
  Bytes upper = 0;
  Bytes lower = 0;
  /// For each op, the least bytes during its step over the orders tried.
  std::vector<Bytes> leastDuring;
  bool triedHeuristics = false;
  unsigned beamWidth = 4;
  uint32_t windowWidth = 32;
  uint64_t limit = kFirstLimit;

  static constexpr uint64_t kFirstLimit = 20'000;
};

class Portfolio {
public:
  Portfolio(const Graph &graph, const ScheduleOptions &options, Effort effort)
      : graph(graph), options(options), effort(effort), meter(options) {}

  ScheduleOutcome run();

private:
  void makeParts(const Problem &problem);
  void tryGreedy(Part &part);
  void tryBeam(Part &part, uint64_t limit);
  void tryWindows(Part &part, uint64_t limit);
  Answer decideByProbing(Part &part, Bytes budget, uint64_t limit);
  void tryProbing(Part &part, uint64_t limit);
  void searchRound(Part &part);
  bool offer(Part &part, std::vector<OpId> order);
  bool decide(Part &part, Search &search, Bytes budget, uint64_t limit);
  void raiseLower(Part &part, Bytes bound);
  bool matters(const Part &part) const {
    return part.upper > lower && inputPeak > lower;
  }

  const Graph &graph;
  const ScheduleOptions &options;
  Effort effort;
  WorkMeter meter;
  std::vector<Part> parts;
  /// The largest lower bound of all parts, and of the ops between them.
  Bytes lower = 0;
  /// The peak of the input order in units.
  Bytes inputPeak = 0;
};

} // namespace

void Portfolio::raiseLower(Part &part, Bytes bound) {
  part.lower = std::max(part.lower, std::min(bound, part.upper));
  lower = std::max(lower, part.lower);
}

/// Takes `order` if it is better than the best one known.
bool Portfolio::offer(Part &part, std::vector<OpId> order) {
  Bytes peak = peakOf(part.problem, order);
  meter.spend(order.size());
  if (peak >= part.upper)
    return false;
  part.upper = peak;
  part.order = std::move(order);
  return true;
}

void Portfolio::makeParts(const Problem &problem) {
  std::vector<Stretch> stretches;
  if (options.useSplit)
    stretches = splitAtComparable(problem);
  else if (problem.numOps > 0)
    stretches.push_back({0, problem.numOps});

  // The live bytes around a stretch are the same in all orders.
  std::vector<OpId> all(problem.numOps);
  std::iota(all.begin(), all.end(), OpId(0));
  std::vector<Bytes> during, after;
  profileOf(problem, all, during, after);
  lower = std::max(problem.entry, problem.exit);
  for (Stretch stretch : stretches) {
    if (stretch.end - stretch.begin == 1) {
      lower = std::max(lower, during[stretch.begin]);
      continue;
    }
    Part &part = parts.emplace_back();
    part.stretch = stretch;
    part.upper = *std::max_element(during.begin() + stretch.begin,
                                   during.begin() + stretch.end);
  }
  for (Part &part : parts) {
    Stretch stretch = part.stretch;
    part.problem =
        extract(problem, stretch,
                stretch.begin == 0 ? problem.entry : after[stretch.begin - 1],
                after[stretch.end - 1]);
    part.order.resize(part.problem.numOps);
    std::iota(part.order.begin(), part.order.end(), OpId(0));
    raiseLower(part, trivialBound(part.problem));
  }
  meter.spend(problem.numOps);
}

/// Greedy orders under the budget that would be optimal and then under the one
/// that would be an improvement, and the cut bound.
void Portfolio::tryGreedy(Part &part) {
  const Problem &problem = part.problem;
  part.leastDuring.assign(problem.numOps, std::numeric_limits<Bytes>::max());
  noteSteps(problem, part.order, part.leastDuring);
  constexpr Bytes kNoBudget = std::numeric_limits<Bytes>::max();
  for (bool backward : {true, false}) {
    for (GreedyRule rule : kGreedyRules)
      for (bool tight : {true, false}) {
        if (!matters(part) || meter.exhausted())
          return;
        Bytes budget = tight ? std::max(lower, part.upper - 1) : kNoBudget;
        std::vector<OpId> order = greedyOrder(problem, backward, rule, budget);
        meter.spend(problem.numOps);
        noteSteps(problem, order, part.leastDuring);
        offer(part, std::move(order));
      }
  }
  if (options.useCutBound && matters(part))
    raiseLower(part, raiseByCuts(problem, lower, part.leastDuring, meter,
                                 options.maxSteps / 10));
}

void Portfolio::tryBeam(Part &part, uint64_t limit) {
  // A beam that is cut short is worth little, so it may take longer than a
  // search, and starts only if it can be expected to end in time.
  unsigned width = part.beamWidth;
  uint64_t numOps = part.problem.numOps;
  limit = std::min(limit * 16, meter.left() / 4);
  if (!matters(part) || width * numOps * (2 + numOps / 256) > limit)
    return;
  part.beamWidth *= 4;
  for (bool backward : {true, false}) {
    // Wide beams forwards have not been seen to help.
    if (!backward && width > 16)
      return;
    offer(part, beamOrder(part.problem, backward, width, lower, meter, limit));
    if (!matters(part))
      return;
  }
}

void Portfolio::tryWindows(Part &part, uint64_t limit) {
  uint32_t width = part.windowWidth;
  // As wide as the whole it would be the search again.
  if (!matters(part) || meter.exhausted() || width >= part.problem.numOps)
    return;
  part.windowWidth += width / 2;
  offer(part, improveWindows(part.problem, part.order, width, lower, options,
                             meter, limit));
}

/// Asks whether `part` has an order within `budget`, and moves the bound that
/// the answer is about. Returns whether there was an answer.
bool Portfolio::decide(Part &part, Search &search, Bytes budget,
                       uint64_t limit) {
  switch (search.decide(budget, limit)) {
  case Answer::Yes:
    return offer(part, search.order());
  case Answer::No:
    raiseLower(part, search.nextBudget());
    return true;
  case Answer::Unknown:
    return false;
  }
  return false;
}

/// Asks whether `part` has an order within `budget`, with the precedences that
/// this implies. They make room for reductions, and those for more precedences.
Answer Portfolio::decideByProbing(Part &part, Bytes budget, uint64_t limit) {
  constexpr unsigned kMaxRounds = 4;
  ReducedProblem current;
  current.problem = part.problem;
  std::vector<Bytes> height = part.leastDuring;
  size_t numAdded = 0;
  for (unsigned round = 0; round < kMaxRounds; ++round) {
    ProbedProblem probed = probe(current.problem, budget, height, meter, limit);
    if (probed.answer == Answer::No) {
      raiseLower(part, budget + 1);
      return Answer::No;
    }
    if (probed.numAdded == 0 || meter.exhausted())
      break;
    numAdded += probed.numAdded;
    current.problem = std::move(probed.problem);
    reduceFurther(current, options, meter);
    height.assign(current.problem.numOps, 0);
    for (OpId op = 0; op < current.problem.numOps; ++op)
      for (OpId member : current.expand(op))
        height[op] = std::max(height[op], part.leastDuring[member]);
  }
  if (numAdded == 0 || meter.exhausted())
    return Answer::Unknown;
  for (bool backward : {true, false}) {
    if (backward && !options.useBackward)
      continue;
    Search search(current.problem, backward, options, meter);
    switch (search.decide(budget, limit)) {
    case Answer::Yes:
      offer(part, current.expand(search.order()));
      return Answer::Yes;
    case Answer::No:
      // Larger budgets imply fewer precedences, so this says no more.
      raiseLower(part, budget + 1);
      return Answer::No;
    case Answer::Unknown:
      break;
    }
  }
  return Answer::Unknown;
}

void Portfolio::tryProbing(Part &part, uint64_t limit) {
  auto over = [&] { return !matters(part) || meter.exhausted(); };
  decideByProbing(part, part.upper - 1, limit);
  // Halve what is open as long as there are answers.
  while (!over() && part.upper - lower > 2 &&
         decideByProbing(part, lower + (part.upper - lower) / 2, limit / 4) !=
             Answer::Unknown)
    ;
}

void Portfolio::searchRound(Part &part) {
  uint64_t limit = part.limit;
  part.limit *= 4;
  auto over = [&] { return !matters(part) || meter.exhausted(); };
  auto searchBelow = [&](bool backward, uint64_t limit) {
    Search search(part.problem, backward, options, meter);
    while (!over() && decide(part, search, part.upper - 1, limit))
      ;
    if (backward == options.useBackward)
      while (!over() && lower < part.upper - 1 &&
             decide(part, search, lower, limit / 2))
        ;
  };
  if (options.useBackward)
    searchBelow(/*backward=*/true, limit);
  searchBelow(/*backward=*/false, options.useBackward ? limit / 4 : limit);
  if (effort == Effort::All && options.useBeam)
    tryBeam(part, limit);
  if (effort == Effort::All && options.useWindows)
    tryWindows(part, limit);
  if (options.useProbing && !over() && limit > Part::kFirstLimit)
    tryProbing(part, limit);
}

ScheduleOutcome Portfolio::run() {
  ScaledProblem scaled = makeProblem(graph, options.useUnits);
  ScheduleOutcome outcome;
  outcome.order = inputOrder(graph);
  inputPeak = peakOf(scaled.problem, outcome.order);
  ReducedProblem reduced;
  if (effort == Effort::InputOrder)
    reduced.problem = std::move(scaled.problem);
  else
    reduced = reduce(std::move(scaled.problem), options, meter);
  makeParts(reduced.problem);
  while (effort != Effort::InputOrder && !parts.empty()) {
    // The highest part decides; of equals the first.
    Part &part = *std::max_element(
        parts.begin(), parts.end(),
        [](const Part &a, const Part &b) { return a.upper < b.upper; });
    if (!matters(part) || meter.exhausted())
      break;
    if (!part.triedHeuristics) {
      part.triedHeuristics = true;
      tryGreedy(part);
    } else if (effort == Effort::Greedy) {
      break;
    } else {
      searchRound(part);
    }
  }

  LiveProfile before = computeLiveProfile(graph, outcome.order);
  outcome.inputPeak = before.peak;
  std::vector<OpId> order(reduced.problem.numOps);
  std::iota(order.begin(), order.end(), OpId(0));
  for (const Part &part : parts)
    for (size_t i = 0; i < part.order.size(); ++i)
      order[part.stretch.begin + i] = part.stretch.begin + part.order[i];
  order = reduced.expand(order);
  outcome.peak = computeLiveProfile(graph, order).peak;
  if (outcome.peak < outcome.inputPeak)
    outcome.order = std::move(order);
  else
    outcome.peak = outcome.inputPeak;
  outcome.lowerBound = std::max(lower * scaled.unit, before.atEntry);
  outcome.steps = meter.steps();
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
