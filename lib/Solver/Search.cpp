//===- Search.cpp - Is there an order within a budget? --------------------===//
//
// Depth-first search over the sets S of executed ops ("states"), forwards or
// backwards, with an explicit stack and make/undo in O(degree). A move fits if
// live(S) + stepBytes(v | S) <= budget. With no rule on, all orders are tried.
//
// live is submodular, and delta(v | S) and stepBytes(v | S) only fall as S
// grows (State.h), in both directions, with in-place pairs, workspace, entry
// buffers, live-out buffers and ordering edges. From that:
//
// Safe move. A ready op v that fits and has delta(v | S) <= 0 can be executed
// at once. In any completion move v to the front: the ops that came before v
// now run from S' + v instead of S', where live(S' + v) = live(S') + delta(v |
// S') <= live(S'), and their own stepBytes are no larger. The rest is
// unchanged.
//
// Valley commit (after Liu 1987, "An application of generalized tree pebbling
// to sparse matrix factorization"). Let D be reached from A within the budget,
// with the least live bytes of all states between A and D. Then A needs no
// other child: from a completion u1, u2, ... of A skip the ops in D and start
// at D. At u the state is X | D instead of X, and live(X | D) <= live(X) +
// live(D) - live(X & D) <= live(X), because X & D lies between A and D;
// stepBytes falls.
//
// If D is not the least but D* is (a minimum cut, Valley.cpp), D* is reached
// within the budget by the path to D without the ops outside D*. A step v of it
// then runs from X & D* instead of X, and live((X + v) & D*) <= live(X + v) +
// live(D*) - live((X + v) | D*) <= live(X + v). And during(v | X) is
// live(X + v) plus a rest that only falls as X shrinks: forwards transient(v)
// and the nets that v reads last and does not overwrite; backwards transient(v)
// and born(v), less the nets that v reads first and overwrites. The search goes
// back to A and on to D*; A is exhausted when D* is.
//
// Memo. A state is remembered when it is exhausted, never before. So states
// dropped by a jump are not in it; and all states between A and D may be
// remembered once D fails, since A then fails and with it all it reaches.
//
// Next budget. Every decision compares with the budget only to ask what fits.
// So until the least bytes that did not fit, every larger budget gives the same
// search, and the same No. That needs a memo that is fresh and no step limit.
//
// Cost: exponential at worst; a state costs O(ready ops) to enter and to leave
// for each child.
//
//===----------------------------------------------------------------------===//

#include "Search.h"

#include <limits>
#include <tuple>

using namespace memopt;

Search::Search(const Problem &problem, bool backward,
               const ScheduleOptions &options, WorkMeter &meter)
    : problem(problem), options(options), meter(meter),
      state(problem, backward), valley(problem), memo(options.maxMemoBytes) {}

bool Search::Rank::operator<(const Rank &other) const {
  return std::tie(first, second, tie) <
         std::tie(other.first, other.second, other.tie);
}

Search::Rank Search::rankOf(OpId op) const {
  return {state.deltaOf(op), state.during(op),
          state.isBackward() ? problem.numOps - op : op};
}

/// Passes the work done since the last call on to the meter.
void Search::charge() {
  constexpr uint64_t kLooksPerStep = 8;
  uint64_t now = state.work() + (scanned + valley.work()) / kLooksPerStep;
  meter.spend(now - charged);
  charged = now;
}

void Search::undoTo(size_t length) {
  while (state.trail().size() > length)
    state.undo();
}

void Search::makeSafeMoves() {
  bool moved = options.useSafeMoves;
  while (moved) {
    moved = false;
    for (OpId op : state.readyFalling()) {
      ++scanned;
      if (state.during(op) > budget)
        continue;
      state.make(op);
      moved = true;
      break;
    }
  }
}

/// Commits the farthest state on the path from which the present one is a
/// valley. May go on to a deeper valley; `trailBefore` then says from where.
/// Returns whether it did.
bool Search::commitValley(size_t &trailBefore) {
  constexpr size_t kMaxOpsBetween = 3000;
  size_t first = frames.size();
  while (first > 0 && frames[first - 1].live >= state.live() &&
         state.trail().size() - frames[first - 1].trailHere <= kMaxOpsBetween)
    --first;
  if (first == frames.size())
    return false;
  size_t from = frames[first].trailHere;
  Bytes least = valley.find(state, from, frames[first].live, chosen);
  bool isLeast = least == state.live();
  for (size_t i = first; i < frames.size(); ++i)
    frames[i].committed = true;
  if (isLeast)
    return false;
  frames.resize(first + 1);
  undoTo(from);
  for (OpId op : chosen)
    state.make(op);
  trailBefore = from;
  return true;
}

/// Makes the present state, reached by moves since `trailBefore`, a frame, or
/// finds that it failed before. Returns false if it did.
bool Search::enter(size_t trailBefore) {
  makeSafeMoves();
  if (options.useValleyCommits)
    while (commitValley(trailBefore))
      makeSafeMoves();
  bool known = options.useMemo && !state.trail().empty() &&
               !state.isComplete() && memo.contains(state.key());
  if (known) {
    undoTo(trailBefore);
    return false;
  }
  frames.push_back(
      {trailBefore, state.trail().size(), state.live(), Rank(), kNoOp, false});
  return true;
}

/// The next child of the state on top in the order of ranks, or kNoOp.
OpId Search::nextChild(Frame &frame) {
  if (frame.committed && frame.lastOp != kNoOp)
    return kNoOp;
  OpId best = kNoOp;
  Rank bestRank;
  for (llvm::ArrayRef<OpId> list :
       {state.readyFalling(), state.readyRising()}) {
    scanned += list.size();
    for (OpId op : list) {
      if (state.during(op) > budget) {
        leastPruned = std::min(leastPruned, state.during(op));
        continue;
      }
      Rank rank = rankOf(op);
      if (frame.lastOp != kNoOp && !(frame.lastChild < rank))
        continue;
      if (best == kNoOp || rank < bestRank) {
        best = op;
        bestRank = rank;
      }
    }
  }
  frame.lastOp = best;
  frame.lastChild = bestRank;
  return best;
}

Answer Search::decide(Bytes newBudget, uint64_t maxSteps) {
  budget = newBudget;
  leastPruned = std::numeric_limits<Bytes>::max();
  if (budget < std::max(problem.entry, problem.exit)) {
    leastPruned = std::max(problem.entry, problem.exit);
    return Answer::No;
  }
  undoTo(0);
  frames.clear();
  memo.clear();
  uint64_t stopAt = meter.steps() + maxSteps;
  enter(0);
  while (!state.isComplete()) {
    charge();
    if (meter.exhausted() || meter.steps() >= stopAt)
      return Answer::Unknown;
    Frame &top = frames.back();
    OpId child = nextChild(top);
    if (child != kNoOp) {
      size_t here = state.trail().size();
      state.make(child);
      enter(here);
      continue;
    }
    if (options.useMemo && !state.trail().empty())
      memo.insert(state.key());
    undoTo(top.trailBefore);
    frames.pop_back();
    if (frames.empty()) {
      charge();
      return Answer::No;
    }
  }
  charge();
  return Answer::Yes;
}
