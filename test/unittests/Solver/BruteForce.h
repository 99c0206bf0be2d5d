//===- BruteForce.h - The least peak of small graphs ------------*- C++ -*-===//
//
// By dynamic programming over all sets of executed ops, straight from the
// definitions in Graph.h.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_UNITTESTS_SOLVER_BRUTEFORCE_H
#define MEMOPT_UNITTESTS_SOLVER_BRUTEFORCE_H

#include "memopt/Model/Generate.h"
#include "memopt/Model/Graph.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace memopt {

using Set = uint32_t;

inline Set readersOf(const Buffer &buffer) {
  Set set = 0;
  for (OpId reader : buffer.readers)
    set |= Set(1) << reader;
  return set;
}

/// The bytes live once the ops in `done` were executed.
inline Bytes liveAfter(const Graph &graph, Set done) {
  Bytes live = 0;
  for (const Buffer &buffer : graph.buffers) {
    bool made = buffer.producer == kNoOp || (done >> buffer.producer) & 1;
    bool needed = buffer.liveOut || (readersOf(buffer) & ~done) != 0;
    if (made && needed)
      live += buffer.bytes;
  }
  return live;
}

inline Bytes duringStep(const Graph &graph, Set done, OpId id) {
  const Op &op = graph.ops[id];
  Bytes bytes = liveAfter(graph, done) + op.workspace;
  for (BufferId output : op.outputs)
    bytes += graph.buffers[output].bytes;
  for (InPlacePair pair : op.inPlace)
    if ((readersOf(graph.buffers[pair.input]) & ~done) == Set(1) << id)
      bytes -= graph.buffers[pair.input].bytes;
  return bytes;
}

inline Set predecessors(const Graph &graph, OpId id) {
  Set set = 0;
  for (BufferId input : graph.ops[id].inputs)
    if (graph.buffers[input].producer != kNoOp)
      set |= Set(1) << graph.buffers[input].producer;
  for (OpId before : graph.ops[id].after)
    set |= Set(1) << before;
  return set;
}

inline Bytes leastPeak(const Graph &graph) {
  constexpr Bytes kNever = std::numeric_limits<Bytes>::max();
  Set full = (Set(1) << graph.numOps()) - 1;
  std::vector<Bytes> least(full + size_t(1), kNever);
  Bytes entry = 0;
  for (const Buffer &buffer : graph.buffers)
    if (buffer.producer == kNoOp)
      entry += buffer.bytes;
  least[0] = entry;
  for (Set done = 0; done < full; ++done) {
    if (least[done] == kNever)
      continue;
    for (OpId id = 0; id < graph.numOps(); ++id) {
      Set self = Set(1) << id;
      if ((done & self) || (predecessors(graph, id) & ~done))
        continue;
      Bytes peak = std::max(least[done], duringStep(graph, done, id));
      least[done | self] = std::min(least[done | self], peak);
    }
  }
  return least[full];
}

/// Families of small graphs, in turn.
inline RandomGraphOptions smallFamily(uint64_t seed) {
  RandomGraphOptions options;
  options.numOps = 1 + static_cast<unsigned>(seed % 10);
  switch ((seed / 10) % 6) {
  case 0:
    break;
  case 1: // Few sizes, many ties.
    options.maxUnits = 2;
    options.zeroSizes = 20;
    break;
  case 2: // Plain values only, wide sizes in a common unit.
    options.maxUnits = 1000;
    options.unit = 64;
    options.moreOutputs = options.workspace = options.inPlace = 0;
    options.afterEdges = options.liveOutOthers = 0;
    options.maxEntryBuffers = 0;
    break;
  case 3: // In-place everywhere.
    options.inPlace = 70;
    options.maxEntryBuffers = 4;
    break;
  case 4: // Narrow.
    options.window = 3;
    options.maxInputs = 2;
    break;
  case 5: // Much ordering and workspace, few live out.
    options.afterEdges = 40;
    options.workspace = 40;
    options.liveOutLeaves = 15;
    break;
  }
  return options;
}

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_BRUTEFORCE_H
