//===- Peel.cpp - Refuting a budget op by op ------------------------------===//
//
// A search in one direction has executed the set A. Let R be A and any further
// ops, closed under "ready". In a completion of A, some op is the first of
// those outside R; it runs from a state X with A <= X <= R. So if for every op
// v outside R
//
//   min over X of during(v | X) > budget,   A <= X <= R, v ready at X
//
// then A cannot be completed within the budget. If the minimum of some v fits,
// v may be that first op, and nothing is shown; but then the question can be
// asked again for R + v, where more is known: fewer ops are left, and the
// minimum of each is smaller than before or the same. So R grows by all ops
// that fit, in any order, and the budget is refuted if R gets stuck.
//
// With A empty this bounds the peak of the problem; forwards it asks which op
// could be the first of those left, backwards which could be the last. It sees
// what a cut bound of a single op cannot: that of the outputs that all have to
// be made one must be the last, and finds all others in memory.
//
// The minimum is a cut, as in Bounds.cpp, over the ops removed. An op that fits
// at X = R needs none. And by submodularity, if V has the least live bytes of
// all X with A <= X <= V, then X | V is no higher than X, so X need only be
// sought above V: most cuts are small. Costs O(n log n) if all ops fit where
// they are, and a cut for each look at an op that does not. In-place pairs,
// workspace and ordering edges are exact in the cut.
//
//===----------------------------------------------------------------------===//

#include "Peel.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;

void Peeling::remove(State &state, OpId op) {
  state.make(op);
  place[op] = Place::Between;
  between.push_back(op);
}

/// Removes ops that fit at the state of those removed. Returns whether there
/// were any.
bool Peeling::removeFitting(State &state, Bytes budget, uint64_t stopAt) {
  size_t before = state.trail().size();
  // Removing an op may move others between the lists and within them.
  for (bool rising : {false, true})
    for (size_t i = 0; work() < stopAt; ++walked) {
      llvm::ArrayRef<OpId> list =
          rising ? state.readyRising() : state.readyFalling();
      if (i >= list.size())
        break;
      if (state.during(list[i]) <= budget)
        remove(state, list[i]);
      else
        ++i;
    }
  return state.trail().size() > before;
}

/// Adds the arcs of `net`, which an op that may move reads or makes, for a
/// search forwards that executes `op` next. Returns its bytes if it is live
/// when all that may move is executed and not when nothing is: those are in the
/// cut, too.
Bytes Peeling::addForwards(NetId net, OpId op) {
  Bytes bytes = problem.netBytes[net];
  OpId producer = problem.producer[net];
  bool isMade = producer == kNoOp || isGone(producer);
  if (!isMade && !isFree(producer))
    return 0;
  bool dropsOp = op != kNoOp && problem.mayOverwrite(op, net);
  bool neededLater = false;
  uint32_t freeReaders = 0;
  OpId lastFree = kNoOp;
  for (OpId reader : problem.readers[net]) {
    if (reader == op && dropsOp)
      continue;
    neededLater |= place[reader] == Place::Later;
    if (!isFree(reader))
      continue;
    ++freeReaders;
    lastFree = reader;
  }
  MaxFlow::Node from = isMade ? MaxFlow::kSource : nodeOf[producer];
  if (neededLater) {
    if (isMade)
      return 0;
    addArc(from, MaxFlow::kSink, bytes);
    return bytes;
  }
  if (freeReaders == 1) {
    addArc(from, nodeOf[lastFree], bytes);
  } else if (freeReaders > 1) {
    MaxFlow::Node node = numNodes++;
    addArc(from, node, bytes);
    for (OpId reader : problem.readers[net])
      if (isFree(reader))
        addArc(node, nodeOf[reader], MaxFlow::kUnbounded);
  }
  return 0;
}

/// The same for a search backwards.
Bytes Peeling::addBackwards(NetId net, OpId op) {
  Bytes bytes = problem.netBytes[net];
  OpId producer = problem.producer[net];
  if (isGone(producer))
    return 0;
  bool wasRead = false;
  uint32_t freeReaders = 0;
  OpId lastFree = kNoOp;
  for (OpId reader : problem.readers[net]) {
    // During its step the net is live, whoever else read it.
    if (reader == op && !problem.mayOverwrite(op, net))
      wasRead = true;
    wasRead |= isGone(reader);
    if (!isFree(reader))
      continue;
    ++freeReaders;
    lastFree = reader;
  }
  bool isFreeProducer = isFree(producer);
  if (wasRead) {
    if (isFreeProducer)
      addArc(MaxFlow::kSource, nodeOf[producer], bytes);
    return 0;
  }
  MaxFlow::Node to = isFreeProducer ? nodeOf[producer] : MaxFlow::kSink;
  if (freeReaders == 1) {
    addArc(nodeOf[lastFree], to, bytes);
  } else if (freeReaders > 1) {
    MaxFlow::Node node = numNodes++;
    addArc(node, to, bytes);
    for (OpId reader : problem.readers[net])
      if (isFree(reader))
        addArc(nodeOf[reader], node, MaxFlow::kUnbounded);
  }
  return isFreeProducer || freeReaders == 0 ? 0 : bytes;
}

Bytes Peeling::addNet(const State &state, NetId net, OpId op) {
  if (netSeen[net] == round)
    return 0;
  netSeen[net] = round;
  walked += problem.readers.size(net);
  return state.isBackward() ? addBackwards(net, op) : addForwards(net, op);
}

/// Makes the network whose cuts are the states between the last valley and the
/// present one from which `op` (or none) is executed next. Returns what is to
/// be added to a cut for the bytes during its step, or live.
Bytes Peeling::buildCut(const State &state, OpId op) {
  const bool backward = state.isBackward();
  const Lists &before = backward ? problem.successors : problem.predecessors;
  ++round;
  arcs.clear();
  numNodes = 2;
  for (OpId other : between)
    nodeOf[other] = numNodes++;
  // What `op` needs is executed; node 0 marks that.
  forced.clear();
  if (op != kNoOp)
    forced.push_back(op);
  for (size_t i = 0; i < forced.size(); ++i)
    for (OpId other : before[forced[i]])
      if (isFree(other)) {
        nodeOf[other] = 0;
        forced.push_back(other);
      }
  Bytes fixed = op == kNoOp ? state.live() : state.during(op);
  for (OpId other : between) {
    if (!isFree(other))
      continue;
    for (NetId net : problem.reads[other])
      fixed -= addNet(state, net, op);
    for (NetId net : problem.makes[other])
      fixed -= addNet(state, net, op);
    if (problem.kept[other] > 0) {
      if (backward) {
        addArc(MaxFlow::kSource, nodeOf[other], problem.kept[other]);
      } else {
        addArc(nodeOf[other], MaxFlow::kSink, problem.kept[other]);
        fixed -= problem.kept[other];
      }
    }
    for (OpId needed : before[other])
      if (isFree(needed))
        addArc(nodeOf[other], nodeOf[needed], MaxFlow::kUnbounded);
    walked += before.size(other) + 4;
  }
  flow.reset(numNodes);
  for (const Arc &arc : arcs)
    flow.addEdge(arc.from, arc.to, arc.capacity);
  return fixed;
}

/// A lower bound on the least bytes during the step of `op` over all states
/// between; exact if it is at most `budget` and there is work left.
Bytes Peeling::leastDuring(const State &state, OpId op, Bytes budget,
                           uint64_t stopAt) {
  Bytes fixed = buildCut(state, op);
  Bytes least = fixed + flow.run(budget - fixed, left(stopAt));
  for (OpId other : between)
    nodeOf[other] = 0;
  return least;
}

/// Moves the last valley up to the state between with the least live bytes.
void Peeling::deepenBase(const State &state, uint64_t stopAt) {
  buildCut(state, kNoOp);
  flow.run(MaxFlow::kUnbounded, left(stopAt));
  size_t kept = 0;
  for (OpId op : between) {
    if (flow.isMaximum() && flow.onSourceSide(nodeOf[op]))
      place[op] = Place::Base;
    else
      between[kept++] = op;
    nodeOf[op] = 0;
  }
  between.resize(kept);
}

Answer Peeling::refute(State &state, Bytes budget, uint64_t maxWork) {
  const size_t start = state.trail().size();
  const uint64_t stopAt = work() + maxWork;
  for (OpId op = 0; op < problem.numOps; ++op)
    place[op] = state.isExecuted(op) ? Place::Base : Place::Later;
  between.clear();
  walked += problem.numOps;
  bool isStuck = false;
  while (!state.isComplete() && !isStuck && work() < stopAt) {
    if (removeFitting(state, budget, stopAt))
      continue;
    deepenBase(state, stopAt);
    candidates.clear();
    for (llvm::ArrayRef<OpId> list :
         {state.readyFalling(), state.readyRising()})
      for (OpId op : list)
        candidates.push_back({state.during(op), op});
    llvm::sort(candidates);
    isStuck = true;
    for (auto [during, op] : candidates) {
      bool fits = leastDuring(state, op, budget, stopAt) <= budget;
      isStuck &= !fits && work() < stopAt;
      if (!isStuck) {
        remove(state, op);
        break;
      }
    }
  }
  while (state.trail().size() > start)
    state.undo();
  return isStuck ? Answer::No : Answer::Unknown;
}

Answer memopt::peel(const Problem &problem, Bytes budget, WorkMeter &meter,
                    uint64_t maxSteps) {
  Peeling peeling(problem);
  maxSteps = std::min(maxSteps, meter.left());
  for (bool backward : {true, false}) {
    State state(problem, backward);
    uint64_t workBefore = peeling.work();
    Answer answer =
        peeling.refute(state, budget, maxSteps * Peeling::kEdgesPerStep);
    meter.spend(state.work() +
                (peeling.work() - workBefore) / Peeling::kEdgesPerStep);
    if (answer == Answer::No)
      return answer;
  }
  return Answer::Unknown;
}
