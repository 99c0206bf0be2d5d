//===- Problem.cpp - A scheduling problem, made ready for solving ---------===//

#include "Problem.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>

using namespace memopt;

Lists Lists::inverted(uint32_t numKeys) const {
  Lists result;
  result.begins.assign(numKeys + size_t(1), 0);
  for (uint32_t item : items)
    ++result.begins[item + size_t(1)];
  std::partial_sum(result.begins.begin(), result.begins.end(),
                   result.begins.begin());
  result.items.resize(items.size());
  std::vector<size_t> next(result.begins.begin(), result.begins.end() - 1);
  for (uint32_t key = 0; key + size_t(1) < begins.size(); ++key)
    for (uint32_t item : (*this)[key])
      result.items[next[item]++] = key;
  return result;
}

/// The greatest common divisor of all sizes, at least 1.
static Bytes commonUnit(const Graph &graph) {
  Bytes unit = 0;
  for (const Buffer &buffer : graph.buffers)
    unit = std::gcd(unit, buffer.bytes);
  for (const Op &op : graph.ops)
    unit = std::gcd(unit, op.workspace);
  return std::max<Bytes>(unit, 1);
}

void memopt::completeLists(Problem &problem) {
  problem.reads = problem.readers.inverted(problem.numOps);
  problem.successors = problem.predecessors.inverted(problem.numOps);
  Lists producers;
  for (OpId op : problem.producer) {
    if (op != kNoOp)
      producers.append(op);
    producers.endList();
  }
  problem.makes = producers.inverted(problem.numOps);
}

ScaledProblem memopt::makeProblem(const Graph &graph, bool useUnits) {
  ScaledProblem result;
  result.unit = useUnits ? commonUnit(graph) : 1;
  Problem &problem = result.problem;
  problem.numOps = graph.numOps();
  problem.born.assign(problem.numOps, 0);
  problem.kept.assign(problem.numOps, 0);
  problem.transient.assign(problem.numOps, 0);
  for (OpId id = 0; id < problem.numOps; ++id)
    problem.transient[id] = graph.ops[id].workspace / result.unit;

  constexpr NetId kNoNet = ~NetId(0);
  std::vector<NetId> netOf(graph.numBuffers(), kNoNet);
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    const Buffer &buffer = graph.buffers[id];
    Bytes bytes = buffer.bytes / result.unit;
    OpId producer = buffer.producer;
    if (bytes == 0)
      continue;
    if (buffer.liveOut) {
      (producer == kNoOp ? problem.entry : problem.born[producer]) += bytes;
      problem.exit += bytes;
      if (producer != kNoOp)
        problem.kept[producer] += bytes;
    } else if (buffer.readers.empty()) {
      if (producer != kNoOp)
        problem.transient[producer] += bytes;
    } else {
      netOf[id] = problem.numNets++;
      problem.producer.push_back(producer);
      problem.netBytes.push_back(bytes);
      (producer == kNoOp ? problem.entry : problem.born[producer]) += bytes;
      for (OpId reader : buffer.readers)
        problem.readers.append(reader);
      problem.readers.endList();
    }
  }
  std::vector<uint32_t> list;
  for (const Op &op : graph.ops) {
    list.assign(op.after.begin(), op.after.end());
    for (BufferId input : op.inputs)
      if (graph.buffers[input].producer != kNoOp)
        list.push_back(graph.buffers[input].producer);
    llvm::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    for (OpId before : list)
      problem.predecessors.append(before);
    problem.predecessors.endList();

    list.clear();
    for (InPlacePair pair : op.inPlace)
      if (netOf[pair.input] != kNoNet)
        list.push_back(netOf[pair.input]);
    llvm::sort(list);
    for (NetId net : list)
      problem.inPlace.append(net);
    problem.inPlace.endList();
    problem.hasInPlace |= !list.empty();
  }
  completeLists(problem);
  return result;
}

void memopt::profileOf(const Problem &problem, llvm::ArrayRef<OpId> order,
                       std::vector<Bytes> &during, std::vector<Bytes> &after) {
  during.assign(problem.numOps, 0);
  after.assign(problem.numOps, 0);
  Bytes live = problem.entry;
  std::vector<uint32_t> left(problem.numNets);
  for (NetId net = 0; net < problem.numNets; ++net)
    left[net] = problem.readers.size(net);
  for (OpId op : order) {
    during[op] = live + problem.born[op] + problem.transient[op];
    live += problem.born[op];
    for (NetId net : problem.reads[op])
      if (--left[net] == 0) {
        live -= problem.netBytes[net];
        if (problem.mayOverwrite(op, net))
          during[op] -= problem.netBytes[net];
      }
    after[op] = live;
  }
}

Bytes memopt::peakOf(const Problem &problem, llvm::ArrayRef<OpId> order) {
  std::vector<Bytes> during, after;
  profileOf(problem, order, during, after);
  Bytes peak = std::max(problem.entry, problem.exit);
  for (Bytes bytes : during)
    peak = std::max(peak, bytes);
  return peak;
}
