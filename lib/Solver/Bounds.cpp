//===- Bounds.cpp - Lower bounds on the peak ------------------------------===//
//
// Step bound: during the step of v all its inputs and outputs and its workspace
// are live, but for inputs it overwrites. Linear.
//
// Cut bound: the ops executed before v form a set S that is closed under
// "comes before", contains all ancestors of v, and neither v nor a descendant.
// So the peak is at least born(v) + transient(v) + min over such S of live(S).
// That minimum is a minimum cut. Ops that are neither are nodes; S is the
// source side. A net made on the source side costs its bytes unless all its
// readers are there too: producer -> net (bytes), net -> reader (unbounded). An
// op in S has its predecessors in S: op -> predecessor (unbounded). A net that
// v may overwrite does not count if all *other* readers are in S; so for the
// step of v, v is not counted among the readers of the nets that it may
// overwrite. That is exact, workspace and ordering edges included.
//
// Cost: one maximum flow per op, over the ops that are incomparable with it.
// Under the condition that a free op is executed before v, or not, that op is
// one more source or sink, and the flow without the condition a start. The
// caller takes the ops in the order of their least step over known schedules: a
// cut bound cannot pass that, so most ops need no flow at all.
//
//===----------------------------------------------------------------------===//

#include "Bounds.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace memopt;

Bytes memopt::stepBound(const Problem &problem, OpId op) {
  Bytes bytes = problem.born[op] + problem.transient[op];
  for (NetId net : problem.reads[op])
    if (!problem.mayOverwrite(op, net))
      bytes += problem.netBytes[net];
  return bytes;
}

Bytes memopt::trivialBound(const Problem &problem) {
  Bytes bound = std::max(problem.entry, problem.exit);
  for (OpId op = 0; op < problem.numOps; ++op)
    bound = std::max(bound, stepBound(problem, op));
  return bound;
}

CutBound::CutBound(const Problem &problem)
    : problem(problem), side(problem.numOps, Side::Free),
      nodeOf(problem.numOps) {}

/// Gives `from` and everything that `lists` reaches from it the side `mark`.
void CutBound::mark(OpId from, const Lists &lists, Side newSide) {
  if (side[from] != Side::Free)
    return;
  size_t next = marked.size();
  side[from] = newSide;
  marked.push_back(from);
  for (; next < marked.size(); ++next)
    for (OpId other : lists[marked[next]]) {
      ++walked;
      if (side[other] != Side::Free)
        continue;
      side[other] = newSide;
      marked.push_back(other);
    }
}

/// Adds the arcs of `net` for the step of `op`. Returns the bytes that it costs
/// whatever the cut.
Bytes CutBound::addNet(NetId net, OpId op) {
  Bytes bytes = problem.netBytes[net];
  OpId producer = problem.producer[net];
  Side producerSide = producer == kNoOp ? Side::Executed : side[producer];
  if (producerSide == Side::Later)
    return 0;
  bool dropsOp = problem.mayOverwrite(op, net);
  uint32_t freeReaders = 0;
  bool neededLater = false;
  OpId lastFree = kNoOp;
  for (OpId reader : problem.readers[net]) {
    if (reader == op && dropsOp)
      continue;
    neededLater |= side[reader] == Side::Later;
    if (side[reader] != Side::Free)
      continue;
    ++freeReaders;
    lastFree = reader;
  }
  walked += problem.readers.size(net);
  bool isMade = producerSide == Side::Executed;
  if (isMade && neededLater)
    return bytes;
  MaxFlow::Node from = isMade ? MaxFlow::kSource : nodeOf[producer];
  if (neededLater) {
    arcs.push_back({from, MaxFlow::kSink, bytes});
  } else if (freeReaders == 1) {
    arcs.push_back({from, nodeOf[lastFree], bytes});
  } else if (freeReaders > 1) {
    MaxFlow::Node node = numNodes++;
    arcs.push_back({from, node, bytes});
    for (OpId reader : problem.readers[net])
      if (side[reader] == Side::Free)
        arcs.push_back({node, nodeOf[reader], MaxFlow::kUnbounded});
  }
  return 0;
}

Bytes CutBound::of(OpId op, Condition condition, Bytes enough,
                   uint64_t maxWork) {
  for (OpId other : marked)
    side[other] = Side::Free;
  marked.clear();
  mark(op, problem.successors, Side::Later);
  // `op` itself is later, so its ancestors are marked through its predecessors.
  for (OpId before : problem.predecessors[op])
    mark(before, problem.predecessors, Side::Executed);
  if (condition.with != kNoOp)
    mark(condition.with, problem.predecessors, Side::Executed);
  if (condition.without != kNoOp)
    mark(condition.without, problem.successors, Side::Later);

  freeOps.clear();
  arcs.clear();
  numNodes = 2;
  fixed = problem.born[op] + problem.transient[op];
  for (OpId other = 0; other < problem.numOps; ++other) {
    if (side[other] == Side::Executed)
      fixed += problem.kept[other];
    if (side[other] != Side::Free)
      continue;
    freeOps.push_back(other);
    nodeOf[other] = numNodes++;
  }
  // What is live throughout: at entry, but for the nets, which count below.
  fixed += problem.entry;
  for (NetId net = 0; net < problem.numNets; ++net) {
    if (problem.producer[net] == kNoOp)
      fixed -= problem.netBytes[net];
    fixed += addNet(net, op);
  }
  walked += problem.numOps + problem.numNets;
  for (OpId other : freeOps) {
    if (problem.kept[other] > 0)
      arcs.push_back({nodeOf[other], MaxFlow::kSink, problem.kept[other]});
    for (OpId before : problem.predecessors[other])
      if (side[before] == Side::Free)
        arcs.push_back({nodeOf[other], nodeOf[before], MaxFlow::kUnbounded});
  }
  flow.reset(numNodes);
  for (const Arc &arc : arcs)
    flow.addEdge(arc.from, arc.to, arc.capacity);
  return fixed + flow.run(enough - fixed, maxWork);
}

void memopt::noteSteps(const Problem &problem, llvm::ArrayRef<OpId> order,
                       std::vector<Bytes> &leastDuring) {
  std::vector<Bytes> during, after;
  profileOf(problem, order, during, after);
  for (OpId op = 0; op < problem.numOps; ++op)
    leastDuring[op] = std::min(leastDuring[op], during[op]);
}

Bytes memopt::raiseByCuts(const Problem &problem, Bytes bound,
                          const std::vector<Bytes> &leastDuring,
                          WorkMeter &meter, uint64_t maxSteps) {
  constexpr uint64_t kEdgesPerStep = CutBound::kEdgesPerStep;
  std::vector<OpId> byStep(problem.numOps);
  std::iota(byStep.begin(), byStep.end(), OpId(0));
  llvm::sort(byStep, [&](OpId a, OpId b) {
    return std::tie(leastDuring[b], a) < std::tie(leastDuring[a], b);
  });
  CutBound cut(problem);
  uint64_t charged = 0;
  for (OpId op : byStep) {
    if (leastDuring[op] <= bound || meter.exhausted() || charged >= maxSteps)
      break;
    Bytes found =
        cut.of(op, {}, leastDuring[op], (maxSteps - charged) * kEdgesPerStep);
    bound = std::max(bound, found);
    uint64_t now = cut.work() / kEdgesPerStep;
    meter.spend(now - charged);
    charged = now;
  }
  return bound;
}
