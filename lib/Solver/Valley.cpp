//===- Valley.cpp - The least live bytes between two states ---------------===//
//
// Between two states A and D of a search lie the states A + Y, where Y is a set
// of the ops executed in between that is closed under "ready". live(A + Y) is a
// cut: Y is the source side, and a net that is live exactly under a condition
// on Y costs its bytes under that condition.
//
//   forwards   producer -> net (bytes) -> readers: made, and not all read
//   backwards  readers -> net -> producer (bytes): read, and not made
//
// Nets whose state cannot change between A and D cost the same everywhere and
// are left out; live(A) fixes the constant. Cost: one maximum flow over the ops
// in between. Used by the valley commit of Search.cpp.
//
//===----------------------------------------------------------------------===//

#include "Valley.h"

#include <algorithm>

using namespace memopt;

void ValleyCut::addForwards(const State &state, NetId net) {
  Bytes bytes = problem.netBytes[net];
  OpId producer = problem.producer[net];
  bool isMade = !inRange(producer);
  bool neededLater = false;
  uint32_t readersInRange = 0;
  OpId lastReader = kNoOp;
  for (OpId reader : problem.readers[net]) {
    neededLater |= !state.isExecuted(reader);
    if (!inRange(reader))
      continue;
    ++readersInRange;
    lastReader = reader;
  }
  if (isMade && neededLater)
    return;
  MaxFlow::Node from = isMade ? MaxFlow::kSource : nodeOf[producer];
  if (neededLater) {
    addArc(from, MaxFlow::kSink, bytes);
  } else if (readersInRange == 1) {
    addArc(from, nodeOf[lastReader], bytes);
  } else {
    MaxFlow::Node node = numNodes++;
    addArc(from, node, bytes);
    for (OpId reader : problem.readers[net])
      if (inRange(reader))
        addArc(node, nodeOf[reader], MaxFlow::kUnbounded);
  }
}

void ValleyCut::addBackwards(const State &state, NetId net) {
  Bytes bytes = problem.netBytes[net];
  OpId producer = problem.producer[net];
  bool wasRead = false;
  uint32_t readersInRange = 0;
  OpId lastReader = kNoOp;
  for (OpId reader : problem.readers[net]) {
    if (inRange(reader)) {
      ++readersInRange;
      lastReader = reader;
    } else {
      wasRead |= state.isExecuted(reader);
    }
  }
  if (wasRead) {
    if (inRange(producer))
      addArc(MaxFlow::kSource, nodeOf[producer], bytes);
    return;
  }
  MaxFlow::Node to = inRange(producer) ? nodeOf[producer] : MaxFlow::kSink;
  if (readersInRange == 1) {
    addArc(nodeOf[lastReader], to, bytes);
    return;
  }
  MaxFlow::Node node = numNodes++;
  addArc(node, to, bytes);
  for (OpId reader : problem.readers[net])
    if (inRange(reader))
      addArc(nodeOf[reader], node, MaxFlow::kUnbounded);
}

void ValleyCut::addNet(const State &state, NetId net) {
  if (netSeen[net] == round)
    return;
  netSeen[net] = round;
  walked += problem.readers.size(net);
  if (state.isBackward())
    addBackwards(state, net);
  else
    addForwards(state, net);
}

Bytes ValleyCut::find(const State &state, size_t from, Bytes liveAtFrom,
                      std::vector<OpId> &chosen) {
  ++round;
  arcs.clear();
  fromSource = 0;
  numNodes = 2;
  llvm::ArrayRef<OpId> range = state.trail().drop_front(from);
  for (OpId op : range) {
    opSeen[op] = round;
    nodeOf[op] = numNodes++;
  }
  const Lists &before =
      state.isBackward() ? problem.successors : problem.predecessors;
  for (OpId op : range) {
    for (NetId net : problem.reads[op])
      addNet(state, net);
    for (NetId net : problem.makes[op])
      addNet(state, net);
    if (problem.kept[op] > 0) {
      if (state.isBackward())
        addArc(MaxFlow::kSource, nodeOf[op], problem.kept[op]);
      else
        addArc(nodeOf[op], MaxFlow::kSink, problem.kept[op]);
    }
    for (OpId other : before[op])
      if (inRange(other))
        addArc(nodeOf[op], nodeOf[other], MaxFlow::kUnbounded);
    walked += before.size(op);
  }
  flow.reset(numNodes);
  for (const Arc &arc : arcs)
    flow.addEdge(arc.from, arc.to, arc.capacity);
  Bytes cut = flow.run(MaxFlow::kUnbounded, UINT64_MAX / 2);
  chosen.clear();
  for (OpId op : range)
    if (flow.onSourceSide(nodeOf[op]))
      chosen.push_back(op);
  return liveAtFrom - fromSource + cut;
}
