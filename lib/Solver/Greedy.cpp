//===- Greedy.cpp - Greedy and depth-first orders -------------------------===//
//
// Builds one order op by op, forwards or backwards, never taking anything back.
// Ops that add no live bytes and fit under a budget come first (they can only
// help, see Search.cpp); among the others a fixed rule decides. Used for the
// first incumbent. Cost O((n + e) log n): the candidates lie in two heaps, and
// an op whose cost falls is pushed again, stale entries being dropped when they
// surface (a lazy heap).
//
// List scheduling by least growth is XLA's "list" scheduler and the least-peak
// list of several others; depth first is their "DFS"; run backwards they are
// the better half of what is known to work.
//
//===----------------------------------------------------------------------===//

#include "Greedy.h"

#include "State.h"

#include <queue>
#include <tuple>

using namespace memopt;

namespace {

/// A ready op with what it was worth when it was pushed. Least comes first.
struct Candidate {
  Bytes first;
  Bytes second;
  OpId tie;
  OpId op;

  bool operator==(const Candidate &other) const {
    return first == other.first && second == other.second;
  }
  bool operator>(const Candidate &other) const {
    return std::tie(first, second, tie) >
           std::tie(other.first, other.second, other.tie);
  }
};

using Heap = std::priority_queue<Candidate, std::vector<Candidate>,
                                 std::greater<Candidate>>;

class GreedyBuilder {
public:
  GreedyBuilder(const Problem &problem, bool backward, GreedyRule rule,
                Bytes budget)
      : problem(problem), state(problem, backward), rule(rule), budget(budget),
        readySince(problem.numOps) {}

  std::vector<OpId> build();

private:
  Candidate fallingCandidate(OpId op) const;
  Candidate risingCandidate(OpId op) const;
  void push(OpId op);
  OpId pick();

  const Problem &problem;
  State state;
  GreedyRule rule;
  Bytes budget;
  std::vector<Bytes> readySince;
  Heap falling, rising;
};

} // namespace

Candidate GreedyBuilder::fallingCandidate(OpId op) const {
  return {state.during(op) - state.live(), state.deltaOf(op),
          state.isBackward() ? problem.numOps - op : op, op};
}

Candidate GreedyBuilder::risingCandidate(OpId op) const {
  OpId tie = state.isBackward() ? problem.numOps - op : op;
  Bytes step = state.during(op) - state.live();
  switch (rule) {
  case GreedyRule::LeastGrowth:
    return {state.deltaOf(op), step, tie, op};
  case GreedyRule::LeastStep:
    return {step, state.deltaOf(op), tie, op};
  case GreedyRule::LastReady:
    return {-readySince[op], state.deltaOf(op), tie, op};
  case GreedyRule::FirstReady:
    return {readySince[op], state.deltaOf(op), tie, op};
  case GreedyRule::InputOrder:
    return {0, 0, tie, op};
  }
  return {};
}

void GreedyBuilder::push(OpId op) {
  if (state.deltaOf(op) <= 0)
    falling.push(fallingCandidate(op));
  else
    rising.push(risingCandidate(op));
}

OpId GreedyBuilder::pick() {
  auto dropStale = [&](Heap &heap, bool isFalling) {
    while (!heap.empty()) {
      OpId op = heap.top().op;
      if (state.isReady(op) && (state.deltaOf(op) <= 0) == isFalling &&
          heap.top() ==
              (isFalling ? fallingCandidate(op) : risingCandidate(op)))
        return;
      heap.pop();
    }
  };
  dropStale(falling, true);
  if (!falling.empty() && state.during(falling.top().op) <= budget)
    return falling.top().op;
  dropStale(rising, false);
  return rising.empty() ? falling.top().op : rising.top().op;
}

std::vector<OpId> GreedyBuilder::build() {
  for (OpId op : state.readyFalling())
    push(op);
  for (OpId op : state.readyRising())
    push(op);
  while (!state.isComplete()) {
    state.make(pick());
    // An op can be listed twice; its first listing as ready dates it.
    for (OpId op : state.changed())
      if (state.isReady(op)) {
        if (readySince[op] == 0)
          readySince[op] = static_cast<Bytes>(state.trail().size());
        push(op);
      }
  }
  return state.order();
}

std::vector<OpId> memopt::greedyOrder(const Problem &problem, bool backward,
                                      GreedyRule rule, Bytes budget) {
  return GreedyBuilder(problem, backward, rule, budget).build();
}
