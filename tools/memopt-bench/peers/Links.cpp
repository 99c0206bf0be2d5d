//===- Links.cpp - Which op waits for which -------------------------------===//

#include "Links.h"

using namespace memopt;
using namespace memopt::bench;

Links::Links(const Graph &graph)
    : before(graph.numOps()), behind(graph.numOps()) {
  // The last op that linked to each op, so that each pair is linked once.
  std::vector<OpId> linkedFrom(graph.numOps(), kNoOp);
  for (OpId op = 0; op < graph.numOps(); ++op) {
    auto link = [&](OpId other) {
      if (other == kNoOp || linkedFrom[other] == op)
        return;
      linkedFrom[other] = op;
      before[op].push_back(other);
      behind[other].push_back(op);
    };
    for (BufferId input : graph.ops[op].inputs)
      link(graph.buffers[input].producer);
    for (OpId other : graph.ops[op].after)
      link(other);
  }
}

std::vector<uint32_t> Links::countBefore() const {
  std::vector<uint32_t> counts;
  counts.reserve(before.size());
  for (const auto &ops : before)
    counts.push_back(static_cast<uint32_t>(ops.size()));
  return counts;
}

Bytes memopt::bench::outputBytes(const Graph &graph, OpId op) {
  Bytes bytes = 0;
  for (BufferId output : graph.ops[op].outputs)
    bytes += graph.buffers[output].bytes;
  return bytes;
}
