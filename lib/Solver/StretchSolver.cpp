//===- StretchSolver.cpp - All methods on one stretch ---------------------===//
//
// First what is cheap:
//
//   greedy orders, both directions       an upper bound
//   minimum cuts                         a lower bound, usually the same
//   peeling from both ends               the proof, often, if cuts are not
//
// Then rounds, each with twice the steps of the one before. A round shares them
// out among
//
//   search for a better order, backwards and, with an eighth of the steps,
//     forwards                           an upper bound, or the proof
//   beams, improved in windows           an upper bound
//   windows of the best order            an upper bound
//   peeling under smaller budgets        a lower bound
//   precedences that a better order needs, for the search
//   refuting the budgets in between      a lower bound
//
// The search for an order one unit better goes on from round to round, and
// what it has refuted stays refuted when a better order turns up; so all other
// methods together cost a small multiple of it. Precedences begin it anew, on a
// smaller problem: they are sought when a round is worth more than they cost.
//
//===----------------------------------------------------------------------===//

#include "StretchSolver.h"

#include "Beam.h"
#include "Bounds.h"
#include "Greedy.h"
#include "Peel.h"
#include "Probe.h"
#include "Window.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace memopt;

StretchSolver::StretchSolver(Problem newProblem, PortfolioState &shared)
    : shared(shared), problem(std::move(newProblem)), best(problem.numOps) {
  std::iota(best.begin(), best.end(), OpId(0));
  upperBound = peakOf(problem, best);
  raiseLower(trivialBound(problem));
}

void StretchSolver::raiseLower(Bytes bound) {
  lowerBound = std::max(lowerBound, std::min(bound, upperBound));
  shared.lower = std::max(shared.lower, lowerBound);
}

/// Takes `order` if it is better than the best one known.
bool StretchSolver::offer(std::vector<OpId> order) {
  Bytes peak = peakOf(problem, order);
  shared.meter.spend(order.size());
  if (peak >= upperBound)
    return false;
  upperBound = peak;
  best = std::move(order);
  return true;
}

/// Greedy orders under the budget that would be optimal and then under the one
/// that would be an improvement, and the cut bound.
void StretchSolver::tryGreedy() {
  leastDuring.assign(problem.numOps, std::numeric_limits<Bytes>::max());
  noteSteps(problem, best, leastDuring);
  constexpr Bytes kNoBudget = std::numeric_limits<Bytes>::max();
  for (bool backward : {true, false})
    for (GreedyRule rule : kGreedyRules)
      for (bool tight : {true, false}) {
        if (over())
          return;
        Bytes budget =
            tight ? std::max(shared.lower, upperBound - 1) : kNoBudget;
        std::vector<OpId> order = greedyOrder(problem, backward, rule, budget);
        shared.meter.spend(problem.numOps);
        noteSteps(problem, order, leastDuring);
        offer(std::move(order));
      }
  if (shared.options.useCutBound && matters())
    raiseLower(raiseByCuts(problem, shared.lower, leastDuring, shared.meter,
                           shared.options.maxSteps / 10));
  if (shared.options.usePeeling)
    tryPeeling(/*maxTests=*/1, shared.options.maxSteps / 20);
}

/// Refutes budgets by peeling, up to `maxTests`: first the one below the best
/// order, then in the middle of what is open.
void StretchSolver::tryPeeling(unsigned maxTests, uint64_t maxSteps) {
  uint64_t stopAt = shared.meter.steps() + maxSteps;
  for (unsigned test = 0; test < maxTests; ++test) {
    Bytes high = std::min(unpeelable, upperBound);
    if (over() || shared.lower >= high || shared.meter.steps() >= stopAt)
      return;
    Bytes budget = high == upperBound
                       ? upperBound - 1
                       : shared.lower + (high - shared.lower) / 2;
    if (peel(problem, budget, shared.meter, stopAt - shared.meter.steps()) ==
        Answer::No)
      raiseLower(budget + 1);
    else
      unpeelable = budget;
  }
}

std::unique_ptr<Search> StretchSolver::makeSearch(const Problem &of,
                                                  bool backward) const {
  // Two are kept, and there is one more at times.
  return std::make_unique<Search>(of, backward, shared.options, shared.meter,
                                  shared.options.maxMemoBytes /
                                      (backward ? 2 : 4));
}

/// Looks for an order one unit better, as long as one is found.
void StretchSolver::searchBelow(bool backward, uint64_t maxSteps) {
  std::unique_ptr<Search> &search = searches[backward];
  if (!search)
    search = makeSearch(current->problem, backward);
  while (!over()) {
    Answer answer = search->decide(upperBound - 1, maxSteps);
    if (answer == Answer::No)
      raiseLower(upperBound);
    if (answer != Answer::Yes)
      return;
    offer(current->expand(search->order()));
  }
}

/// Orders from a beam in each direction, and what windows make of them: that is
/// often better than what they make of the best order known.
void StretchSolver::tryBeam(uint64_t maxSteps) {
  // A beam that is cut short is worth little: it starts only if it can be
  // expected to end in time.
  uint64_t numOps = current->problem.numOps;
  maxSteps = std::min(maxSteps, shared.meter.left() / 4);
  if (over() || beamWidth * numOps * (2 + numOps / 4096) > maxSteps)
    return;
  for (bool backward : {true, false}) {
    if (over())
      break;
    std::vector<OpId> order =
        current->expand(beamOrder(current->problem, backward, beamWidth,
                                  shared.lower, shared.meter, maxSteps));
    offer(order);
    if (shared.options.useWindows)
      tryWindows(std::move(order), maxSteps / 2);
  }
  beamWidth *= 4;
}

/// Improves `order` in windows that get wider.
void StretchSolver::tryWindows(std::vector<OpId> order, uint64_t maxSteps) {
  constexpr uint32_t kFirstWidth = 32;
  // As wide as the whole it would be the search again.
  uint32_t widest = std::min(problem.numOps - 1, widestWindow);
  uint64_t stopAt = shared.meter.steps() + maxSteps;
  for (uint32_t width = kFirstWidth;
       width <= widest && !over() && shared.meter.steps() < stopAt;
       width += width / 2)
    order = improveWindows(problem, std::move(order), width, shared.lower,
                           shared.options, shared.meter,
                           stopAt - shared.meter.steps());
  offer(std::move(order));
}

/// Adds to `reduced` the precedences that `budget` implies. They make room for
/// reductions, and those for more precedences. Returns false if there is no
/// order within the budget.
bool StretchSolver::imply(ReducedProblem &reduced, Bytes budget,
                          uint64_t maxSteps, bool &added) {
  constexpr unsigned kMaxRounds = 4;
  added = false;
  for (unsigned round = 0; round < kMaxRounds; ++round) {
    std::vector<Bytes> height(reduced.problem.numOps);
    for (OpId op = 0; op < reduced.problem.numOps; ++op)
      for (OpId member : reduced.membersOf(op))
        height[op] = std::max(height[op], leastDuring[member]);
    ProbedProblem probed =
        probe(reduced.problem, budget, height, shared.meter, maxSteps);
    if (probed.answer == Answer::No)
      return false;
    if (probed.numAdded == 0 || shared.meter.exhausted())
      break;
    added = true;
    reduced.problem = std::move(probed.problem);
    reduceFurther(reduced, shared.options, shared.meter);
  }
  return !shared.options.usePeeling || !added ||
         peel(reduced.problem, budget, shared.meter, maxSteps) != Answer::No;
}

/// Adds the precedences that a better order needs.
void StretchSolver::addPrecedences(uint64_t maxSteps) {
  if (over() || impliedFor == upperBound - 1)
    return;
  uint64_t stopAt = shared.meter.steps() + maxSteps;
  ReducedProblem more = *current;
  bool added = false;
  if (!imply(more, upperBound - 1, maxSteps, added)) {
    raiseLower(upperBound);
    return;
  }
  if (shared.meter.steps() < stopAt)
    impliedFor = upperBound - 1;
  // A search begun anew must be worth what the old one has done.
  constexpr uint32_t kWorthwhile = 32;
  uint32_t numOps = current->problem.numOps;
  if (!added || more.problem.numOps > numOps - numOps / kWorthwhile)
    return;
  rest();
  current = std::make_unique<ReducedProblem>(std::move(more));
}

/// Refutes a budget in the middle of what is open, with the precedences that it
/// implies; and again as long as there are answers.
void StretchSolver::raiseFromBelow(uint64_t maxSteps) {
  while (!over() && upperBound - shared.lower > 2) {
    Bytes budget = shared.lower + (upperBound - shared.lower) / 2;
    ReducedProblem reduced = *current;
    bool added = false;
    if (shared.options.useProbing &&
        !imply(reduced, budget, maxSteps / 2, added)) {
      raiseLower(budget + 1);
      continue;
    }
    if (shared.meter.exhausted())
      return;
    bool backward = shared.options.useBackward;
    std::unique_ptr<Search> search = makeSearch(reduced.problem, backward);
    switch (search->decide(budget, maxSteps / 2)) {
    case Answer::Yes:
      offer(reduced.expand(search->order()));
      break;
    case Answer::No:
      // With precedences that larger budgets need not imply it says no more.
      raiseLower(added ? budget + 1 : search->nextBudget());
      break;
    case Answer::Unknown:
      return;
    }
  }
}

void StretchSolver::searchRound() {
  const ScheduleOptions &options = shared.options;
  uint64_t steps = roundSteps;
  roundSteps *= 2;
  if (!current) {
    current = std::make_unique<ReducedProblem>();
    current->problem = problem;
  }
  if (options.useBackward)
    searchBelow(/*backward=*/true, steps);
  searchBelow(/*backward=*/false, options.useBackward ? steps / 8 : steps);
  if (shared.effort == Effort::All && options.useBeam)
    tryBeam(steps / 2);
  if (shared.effort == Effort::All && options.useWindows) {
    tryWindows(best, steps / 4);
    widestWindow += widestWindow / 4;
  }
  if (steps == kFirstSteps)
    return;
  if (options.usePeeling)
    tryPeeling(/*maxTests=*/~0u, steps / 4);
  if (options.useProbing)
    addPrecedences(steps / 4);
  raiseFromBelow(steps / 4);
}

bool StretchSolver::work() {
  if (!triedGreedy) {
    triedGreedy = true;
    tryGreedy();
    return true;
  }
  if (shared.effort == Effort::Greedy)
    return false;
  searchRound();
  return true;
}

void StretchSolver::rest() {
  for (std::unique_ptr<Search> &search : searches)
    search.reset();
}
