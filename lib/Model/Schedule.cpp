//===- Schedule.cpp - An order of the ops and its live bytes --------------===//

#include "memopt/Model/Schedule.h"

#include <algorithm>
#include <numeric>

using namespace memopt;

/// Whether a buffer that is live at entry outlives the entry itself.
static bool outlivesEntry(const Buffer &buffer) {
  return buffer.liveOut || !buffer.readers.empty();
}

std::vector<OpId> memopt::inputOrder(const Graph &graph) {
  std::vector<OpId> order(graph.numOps());
  std::iota(order.begin(), order.end(), OpId(0));
  return order;
}

double memopt::gapPercent(Bytes peak, Bytes lowerBound) {
  if (peak <= lowerBound)
    return 0;
  return 100.0 * static_cast<double>(peak - lowerBound) /
         static_cast<double>(peak);
}

LiveProfile memopt::computeLiveProfile(const Graph &graph,
                                       llvm::ArrayRef<OpId> order) {
  LiveProfile profile;
  Bytes live = 0;
  std::vector<uint32_t> readersLeft(graph.numBuffers());
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    const Buffer &buffer = graph.buffers[id];
    readersLeft[id] = static_cast<uint32_t>(buffer.readers.size());
    profile.noFree += buffer.bytes;
    if (buffer.producer != kNoOp)
      continue;
    profile.atEntry += buffer.bytes;
    if (outlivesEntry(buffer))
      live += buffer.bytes;
  }
  Bytes largestWorkspace = 0;
  for (const Op &op : graph.ops)
    largestWorkspace = std::max(largestWorkspace, op.workspace);
  profile.noFree += largestWorkspace;
  profile.peak = profile.atEntry;
  profile.steps.reserve(order.size());

  for (size_t position = 0; position < order.size(); ++position) {
    const Op &op = graph.ops[order[position]];
    StepBytes step;
    step.before = live;
    step.during = live + op.workspace;
    for (BufferId output : op.outputs) {
      const Buffer &buffer = graph.buffers[output];
      step.during += buffer.bytes;
      if (outlivesEntry(buffer))
        live += buffer.bytes;
    }
    for (BufferId input : op.inputs) {
      const Buffer &buffer = graph.buffers[input];
      if (--readersLeft[input] == 0 && !buffer.liveOut)
        live -= buffer.bytes;
    }
    for (InPlacePair pair : op.inPlace)
      if (readersLeft[pair.input] == 0)
        step.during -= graph.buffers[pair.input].bytes;
    step.after = live;
    if (step.during > profile.peak) {
      profile.peak = step.during;
      profile.peakStep = position;
    }
    profile.steps.push_back(step);
  }
  return profile;
}

std::vector<BufferId> memopt::liveDuringStep(const Graph &graph,
                                             llvm::ArrayRef<OpId> order,
                                             size_t position) {
  std::vector<size_t> positionOf(graph.numOps());
  for (size_t i = 0; i < order.size(); ++i)
    positionOf[order[i]] = i;

  std::vector<bool> takenOver(graph.numBuffers());
  for (InPlacePair pair : graph.ops[order[position]].inPlace) {
    bool dies = true;
    for (OpId reader : graph.buffers[pair.input].readers)
      dies &= positionOf[reader] <= position;
    takenOver[pair.input] = dies;
  }

  std::vector<BufferId> live;
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    const Buffer &buffer = graph.buffers[id];
    bool made =
        buffer.producer == kNoOp || positionOf[buffer.producer] <= position;
    bool needed = buffer.liveOut || buffer.producer == order[position];
    for (OpId reader : buffer.readers)
      needed |= positionOf[reader] >= position;
    if (made && needed && !takenOver[id])
      live.push_back(id);
  }
  return live;
}
