//===- Probe.cpp - Precedences that a budget implies ----------------------===//
//
// If the cut bound of v over the sets that contain w is above the budget, w
// cannot come before v: v precedes w in every order within the budget. In the
// same way, if it is above the budget over the sets without w, w precedes v.
// Such precedences raise the cut bounds of other ops, so the ops are probed
// again until nothing changes; an op whose bound passes the budget, or a cycle,
// proves that there is no order. They are ordering edges, which every other
// rule supports, but they hold for this budget only.
//
// One cut answers for many w: the set S that reaches the bound of v is a
// witness that each w in S may come before v, and each other may come later. So
// each w needs at most one further cut, and each of those that finds no
// precedence is a witness for more. Cost: a maximum flow for each op and pass,
// and a few that go on from it, plus one for each precedence found.
//
//===----------------------------------------------------------------------===//

#include "Probe.h"

#include "Bounds.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace memopt;

namespace {

class Prober {
public:
  Prober(const Problem &original, Bytes budget,
         const std::vector<Bytes> &height, WorkMeter &meter, uint64_t maxSteps)
      : budget(budget), meter(meter),
        stopAt(meter.steps() + std::min(maxSteps, meter.left())) {
    result.problem = original;
    byHeight.resize(original.numOps);
    std::iota(byHeight.begin(), byHeight.end(), OpId(0));
    llvm::sort(byHeight, [&](OpId a, OpId b) {
      return std::tie(height[b], a) < std::tie(height[a], b);
    });
  }

  ProbedProblem run();

private:
  bool probeOp(CutBound &cut, OpId op);
  bool addFound();
  bool fitsNow(CutBound &cut, OpId op) { return bound(cut, op, {}) <= budget; }
  Bytes bound(CutBound &cut, OpId op, CutBound::Condition condition);
  bool over() const { return meter.steps() >= stopAt; }

  ProbedProblem result;
  std::vector<OpId> byHeight;
  Bytes budget;
  WorkMeter &meter;
  uint64_t stopAt;
  /// Pairs (later, earlier) found in this pass.
  std::vector<std::pair<OpId, OpId>> found;
};

} // namespace

/// The cut bound of `op`, without a condition; or of the op kept, with one.
Bytes Prober::bound(CutBound &cut, OpId op, CutBound::Condition condition) {
  uint64_t before = cut.work();
  uint64_t left = stopAt - std::min(stopAt, meter.steps());
  uint64_t maxWork = left * CutBound::kEdgesPerStep;
  bool isPlain = condition.with == kNoOp && condition.without == kNoOp;
  Bytes bytes = isPlain ? cut.of(op, condition, budget, maxWork)
                        : cut.ofKept(condition, budget, maxWork);
  meter.spend((cut.work() - before) / CutBound::kEdgesPerStep + 1);
  return bytes;
}

/// Finds the precedences that the step of `op` implies. Returns false if it
/// does not fit at all.
bool Prober::probeOp(CutBound &cut, OpId op) {
  const Problem &problem = result.problem;
  if (bound(cut, op, {}) > budget)
    return false;
  if (!cut.isExact())
    return true;
  cut.keep();
  std::vector<bool> mayComeBefore(problem.numOps), mayComeAfter(problem.numOps);
  auto noteWitness = [&] {
    for (OpId other = 0; other < problem.numOps; ++other)
      (cut.wouldExecute(other) ? mayComeBefore : mayComeAfter)[other] = true;
  };
  // Comparable ops need no probe.
  std::vector<OpId> others;
  noteWitness();
  for (OpId other = 0; other < problem.numOps; ++other)
    if (cut.isFree(other))
      others.push_back(other);
  for (OpId other : others) {
    if (over())
      return true;
    if (!mayComeBefore[other]) {
      if (bound(cut, op, {other, kNoOp}) > budget)
        found.push_back({other, op});
      else if (cut.isExact())
        noteWitness();
    } else if (!mayComeAfter[other]) {
      if (bound(cut, op, {kNoOp, other}) > budget)
        found.push_back({op, other});
      else if (cut.isExact())
        noteWitness();
    }
  }
  return true;
}

/// Adds the precedences found to the problem. Returns false if they close a
/// cycle.
bool Prober::addFound() {
  Problem &problem = result.problem;
  llvm::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  result.numAdded += found.size();
  Lists predecessors;
  size_t next = 0;
  std::vector<OpId> list;
  for (OpId op = 0; op < problem.numOps; ++op) {
    list.assign(problem.predecessors[op].begin(),
                problem.predecessors[op].end());
    for (; next < found.size() && found[next].first == op; ++next)
      list.push_back(found[next].second);
    llvm::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    for (OpId before : list)
      predecessors.append(before);
    predecessors.endList();
  }
  found.clear();
  problem.predecessors = std::move(predecessors);
  completeLists(problem);

  std::vector<uint32_t> waitsFor(problem.numOps);
  std::vector<OpId> reached;
  for (OpId op = 0; op < problem.numOps; ++op) {
    waitsFor[op] = problem.predecessors.size(op);
    if (waitsFor[op] == 0)
      reached.push_back(op);
  }
  for (size_t i = 0; i < reached.size(); ++i)
    for (OpId successor : problem.successors[reached[i]])
      if (--waitsFor[successor] == 0)
        reached.push_back(successor);
  return reached.size() == problem.numOps;
}

ProbedProblem Prober::run() {
  bool changed = true;
  CutBound cut(result.problem);
  while (changed && !over()) {
    changed = false;
    for (OpId op : byHeight) {
      if (over())
        break;
      // What is found counts at once, for the same op too: often a few
      // precedences suffice to refute the budget.
      bool fits = probeOp(cut, op);
      changed |= !found.empty();
      if (!fits || (!found.empty() && (!addFound() || !fitsNow(cut, op)))) {
        result.answer = Answer::No;
        return std::move(result);
      }
    }
  }
  return std::move(result);
}

ProbedProblem memopt::probe(const Problem &problem, Bytes budget,
                            const std::vector<Bytes> &height, WorkMeter &meter,
                            uint64_t maxSteps) {
  return Prober(problem, budget, height, meter, maxSteps).run();
}
