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
// remembered once D fails, since A then fails and with it all it reaches. The
// state right after a move is remembered with the one that its safe moves lead
// to, so that the next move to it need not be made. What failed fails under any
// smaller budget too, so the memo outlives a Yes.
//
// Next budget. Every decision compares with the budget only to ask what fits.
// So until the least bytes that did not fit, every larger budget gives the same
// search, and the same No. That needs a memo of this search alone.
//
// Cost: exponential at worst; a state costs O(ready ops) to enter, a child that
// is remembered O(1). Memory: the memo, and kListed children for each state on
// the path.
//
//===----------------------------------------------------------------------===//

#include "Search.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace memopt;

Search::Search(const Problem &problem, bool backward,
               const ScheduleOptions &options, WorkMeter &meter,
               uint64_t maxMemoBytes)
    : problem(problem), options(options), meter(meter),
      state(problem, backward), valley(problem), memo(maxMemoBytes),
      budget(std::numeric_limits<Bytes>::max()) {}

bool Search::Child::operator<(const Child &other) const {
  return std::tie(delta, during, tie) <
         std::tie(other.delta, other.during, other.tie);
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

/// Leaves the present state, which failed, for the one after the first
/// `trailBefore` moves; remembers the state after the move that followed it.
void Search::backOut(size_t trailBefore) {
  bool isLonger = state.trail().size() > trailBefore + 1;
  OpId move = isLonger ? state.trail()[trailBefore] : kNoOp;
  undoTo(trailBefore);
  if (options.useMemo && isLonger)
    memo.insert(state.keyAfter(move));
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
  if (first + 1 < frames.size())
    children.resize(frames[first + 1].firstChild);
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
    backOut(trailBefore);
    return false;
  }
  frames.push_back({trailBefore, state.trail().size(), state.live(),
                    children.size(), children.size(), /*hasMore=*/true,
                    /*committed=*/false});
  return true;
}

/// Lists the best children of the state on top that come after those listed
/// before, in place of these.
void Search::listChildren(Frame &frame) {
  constexpr size_t kListed = 32;
  bool isFirst = children.size() == frame.firstChild;
  Child last = isFirst ? Child() : children.back();
  children.resize(frame.firstChild);
  for (llvm::ArrayRef<OpId> list :
       {state.readyFalling(), state.readyRising()}) {
    scanned += list.size();
    for (OpId op : list) {
      Bytes during = state.during(op);
      if (during > budget) {
        leastPruned = std::min(leastPruned, during);
        continue;
      }
      Child child = {state.deltaOf(op), during,
                     state.isBackward() ? problem.numOps - 1 - op : op};
      if (isFirst || last < child)
        children.push_back(child);
    }
  }
  auto begin = children.begin() + static_cast<ptrdiff_t>(frame.firstChild);
  frame.hasMore = children.size() - frame.firstChild > kListed;
  if (frame.hasMore) {
    std::nth_element(begin, begin + kListed, children.end());
    children.resize(frame.firstChild + kListed);
  }
  std::sort(begin, children.end());
  frame.nextChild = frame.firstChild;
}

/// The next child of the state on top that is not known to fail, or kNoOp.
OpId Search::nextChild(Frame &frame) {
  if (frame.committed)
    return kNoOp;
  while (true) {
    if (frame.nextChild == children.size()) {
      if (!frame.hasMore)
        return kNoOp;
      listChildren(frame);
      continue;
    }
    OpId op = opOf(children[frame.nextChild++]);
    ++scanned;
    if (!options.useMemo || !memo.contains(state.keyAfter(op)))
      return op;
  }
}

/// Begins a search under another budget, or the same one once more. The answer
/// may be plain at once.
Answer Search::start(Bytes newBudget) {
  isMemoFresh = newBudget > budget || memo.isEmpty();
  if (newBudget > budget)
    memo.clear();
  budget = newBudget;
  leastPruned = std::numeric_limits<Bytes>::max();
  undoTo(0);
  frames.clear();
  children.clear();
  return enter(0) ? Answer::Unknown : Answer::No;
}

Answer Search::decide(Bytes newBudget, uint64_t maxSteps) {
  next = std::max(problem.entry, problem.exit);
  if (newBudget < next)
    return Answer::No;
  next = newBudget + 1;
  if (!suspended || newBudget != budget) {
    suspended = false;
    if (start(newBudget) == Answer::No)
      return Answer::No;
  }
  uint64_t stopAt = meter.steps() + maxSteps;
  while (!state.isComplete()) {
    charge();
    if (meter.exhausted() || meter.steps() >= stopAt) {
      suspended = true;
      return Answer::Unknown;
    }
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
    children.resize(top.firstChild);
    backOut(top.trailBefore);
    frames.pop_back();
    if (frames.empty()) {
      charge();
      suspended = false;
      if (isMemoFresh)
        next = leastPruned;
      return Answer::No;
    }
  }
  charge();
  suspended = false;
  return Answer::Yes;
}
