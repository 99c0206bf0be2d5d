//===- Check.cpp - Is this a problem, is this a solution? -----------------===//
//
// Nothing here is clever: each rule of the model is one loop, and the peak is
// computed from the definition of a lifetime (first and last step at which a
// buffer is live), not by simulating the order as Schedule.cpp does. All checks
// are linear in the size of the graph.
//
//===----------------------------------------------------------------------===//

#include "memopt/Model/Check.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

#include <algorithm>

using namespace memopt;

static Violation violation(ViolationKind kind, OpId op,
                           const llvm::Twine &message) {
  return Violation{kind, op, message.str()};
}

static std::string nodeName(const Graph &graph, OpId op) {
  return "node " + std::to_string(graph.ops[op].externalId);
}

static std::string valueName(const Graph &graph, BufferId buffer) {
  return "value " + std::to_string(graph.buffers[buffer].externalId);
}

//===----------------------------------------------------------------------===//
// Graphs
//===----------------------------------------------------------------------===//

static std::optional<Violation> checkIndices(const Graph &graph) {
  if (graph.ops.size() >= kNoOp || graph.buffers.size() >= kNoOp)
    return violation(ViolationKind::BadIndex, kNoOp,
                     "the graph has too many ops or buffers");
  if (!graph.opNames.empty() && graph.opNames.size() != graph.ops.size())
    return violation(ViolationKind::BadCrossReference, kNoOp,
                     "the graph names some of its ops only");
  for (OpId id = 0; id < graph.numOps(); ++id) {
    const Op &op = graph.ops[id];
    bool good = true;
    for (BufferId buffer : op.inputs)
      good &= buffer < graph.numBuffers();
    for (BufferId buffer : op.outputs)
      good &= buffer < graph.numBuffers();
    for (InPlacePair pair : op.inPlace)
      good &=
          pair.input < graph.numBuffers() && pair.output < graph.numBuffers();
    for (OpId before : op.after)
      good &= before < graph.numOps();
    if (!good)
      return violation(ViolationKind::BadIndex, id,
                       nodeName(graph, id) +
                           " refers to an op or a buffer that does not exist");
  }
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    const Buffer &buffer = graph.buffers[id];
    bool good = buffer.producer == kNoOp || buffer.producer < graph.numOps();
    for (OpId reader : buffer.readers)
      good &= reader < graph.numOps();
    if (!good)
      return violation(ViolationKind::BadIndex, kNoOp,
                       valueName(graph, id) +
                           " refers to an op that does not exist");
  }
  return std::nullopt;
}

static std::optional<Violation> checkSizes(const Graph &graph) {
  Bytes total = 0;
  auto add = [&](Bytes bytes) {
    if (bytes > std::numeric_limits<Bytes>::max() - total)
      return false;
    total += bytes;
    return true;
  };
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    const Buffer &buffer = graph.buffers[id];
    if (buffer.bytes < 0)
      return violation(ViolationKind::NegativeSize, buffer.producer,
                       valueName(graph, id) + " has negative size " +
                           llvm::Twine(buffer.bytes));
    if (!add(buffer.bytes))
      return violation(ViolationKind::SizeOverflow, buffer.producer,
                       "the sum of all sizes does not fit in 63 bits (passed "
                       "at " +
                           valueName(graph, id) + ")");
  }
  for (OpId id = 0; id < graph.numOps(); ++id) {
    const Op &op = graph.ops[id];
    if (op.workspace < 0)
      return violation(ViolationKind::NegativeSize, id,
                       nodeName(graph, id) + " has negative workspace " +
                           llvm::Twine(op.workspace));
    if (!add(op.workspace))
      return violation(ViolationKind::SizeOverflow, id,
                       "the sum of all sizes does not fit in 63 bits (passed "
                       "at the workspace of " +
                           nodeName(graph, id) + ")");
  }
  return std::nullopt;
}

/// Checks that the lists have no duplicates, and that both sides of each
/// relation say the same.
static std::optional<Violation> checkCrossReferences(const Graph &graph) {
  auto increasing = [](llvm::ArrayRef<OpId> list) {
    for (size_t i = 1; i < list.size(); ++i)
      if (list[i - 1] >= list[i])
        return false;
    return true;
  };

  std::vector<uint32_t> reads(graph.numBuffers());
  std::vector<OpId> lastReader(graph.numBuffers(), kNoOp);
  std::vector<bool> made(graph.numBuffers());
  for (OpId id = 0; id < graph.numOps(); ++id) {
    const Op &op = graph.ops[id];
    for (BufferId output : op.outputs) {
      if (made[output])
        return violation(ViolationKind::DuplicateEntry, id,
                         valueName(graph, output) + " is made twice");
      made[output] = true;
      if (graph.buffers[output].producer != id)
        return violation(ViolationKind::BadCrossReference, id,
                         valueName(graph, output) + " is an output of " +
                             nodeName(graph, id) +
                             " but names another producer");
    }
    for (BufferId input : op.inputs) {
      if (lastReader[input] == id)
        return violation(ViolationKind::DuplicateEntry, id,
                         nodeName(graph, id) + " lists " +
                             valueName(graph, input) + " twice");
      lastReader[input] = id;
      ++reads[input];
      if (!std::binary_search(graph.buffers[input].readers.begin(),
                              graph.buffers[input].readers.end(), id))
        return violation(ViolationKind::BadCrossReference, id,
                         valueName(graph, input) + " is an input of " +
                             nodeName(graph, id) +
                             " but does not list it as a reader");
    }
    if (!increasing(op.after))
      return violation(ViolationKind::DuplicateEntry, id,
                       nodeName(graph, id) +
                           " lists the ops to come after out of order or "
                           "twice");
  }
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    const Buffer &buffer = graph.buffers[id];
    if (!increasing(buffer.readers))
      return violation(ViolationKind::DuplicateEntry, kNoOp,
                       valueName(graph, id) +
                           " lists its readers out of order or twice");
    if (buffer.producer != kNoOp && !made[id])
      return violation(ViolationKind::BadCrossReference, buffer.producer,
                       valueName(graph, id) + " is not among the outputs of " +
                           nodeName(graph, buffer.producer));
    if (llvm::is_contained(buffer.readers, buffer.producer))
      return violation(ViolationKind::BadCrossReference, buffer.producer,
                       valueName(graph, id) + " is read by its producer");
    if (reads[id] != buffer.readers.size())
      return violation(ViolationKind::BadCrossReference, kNoOp,
                       valueName(graph, id) +
                           " lists a reader that does not read it");
  }
  return std::nullopt;
}

static std::optional<Violation> checkInPlacePairs(const Graph &graph) {
  // The last op that used the buffer in a pair, by role.
  std::vector<OpId> pairedOutput(graph.numBuffers(), kNoOp);
  std::vector<OpId> pairedInput(graph.numBuffers(), kNoOp);
  std::vector<OpId> readBy(graph.numBuffers(), kNoOp);
  for (OpId id = 0; id < graph.numOps(); ++id) {
    const Op &op = graph.ops[id];
    if (op.inPlace.empty())
      continue;
    for (BufferId input : op.inputs)
      readBy[input] = id;
    for (InPlacePair pair : op.inPlace) {
      const Buffer &output = graph.buffers[pair.output];
      const Buffer &input = graph.buffers[pair.input];
      std::string what;
      if (output.producer != id)
        what = "does not make " + valueName(graph, pair.output);
      else if (readBy[pair.input] != id)
        what = "does not read " + valueName(graph, pair.input);
      else if (pairedOutput[pair.output] == id)
        what = "pairs " + valueName(graph, pair.output) + " twice";
      else if (pairedInput[pair.input] == id)
        what = "pairs " + valueName(graph, pair.input) + " twice";
      else if (output.bytes != input.bytes)
        what = "pairs " + valueName(graph, pair.output) + " with " +
               valueName(graph, pair.input) + ", which is of another size";
      else if (input.liveOut)
        what = "would overwrite " + valueName(graph, pair.input) +
               ", which is live to the end";
      if (!what.empty())
        return violation(ViolationKind::BadInPlacePair, id,
                         nodeName(graph, id) + " has a bad in-place pair: it " +
                             what);
      pairedOutput[pair.output] = id;
      pairedInput[pair.input] = id;
    }
  }
  return std::nullopt;
}

/// Calls `visit` for each op that must come before `op`.
template <typename Visitor>
static void forEachPredecessor(const Graph &graph, OpId op, Visitor visit) {
  for (BufferId input : graph.ops[op].inputs)
    if (graph.buffers[input].producer != kNoOp)
      visit(graph.buffers[input].producer);
  for (OpId before : graph.ops[op].after)
    visit(before);
}

/// Names the ops of one cycle, given the ops that no order can reach: each has
/// a predecessor among them, so walking back must close a loop.
static Violation describeCycle(const Graph &graph,
                               const std::vector<bool> &reached) {
  OpId op = 0;
  while (reached[op])
    ++op;
  std::vector<size_t> visitedAt(graph.numOps(), SIZE_MAX);
  std::vector<OpId> walk;
  while (visitedAt[op] == SIZE_MAX) {
    visitedAt[op] = walk.size();
    walk.push_back(op);
    OpId previous = kNoOp;
    forEachPredecessor(graph, op, [&](OpId before) {
      if (previous == kNoOp && !reached[before])
        previous = before;
    });
    op = previous;
  }
  // The walk goes against the dependences; the text goes along them.
  std::vector<OpId> cycle(walk.begin() + static_cast<ptrdiff_t>(visitedAt[op]),
                          walk.end());
  std::reverse(cycle.begin(), cycle.end());
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()),
              cycle.end());
  constexpr size_t kMaxNamed = 20;
  std::string text = "the nodes form a cycle: ";
  for (size_t i = 0; i < cycle.size() && i < kMaxNamed; ++i)
    text += nodeName(graph, cycle[i]) + " -> ";
  if (cycle.size() > kMaxNamed)
    text += "... -> ";
  text += nodeName(graph, cycle.front());
  return violation(ViolationKind::Cycle, cycle.front(), text);
}

/// Checks that the dependences have no cycle, and then that the input order
/// respects them.
static std::optional<Violation> checkOrderOfInput(const Graph &graph) {
  std::vector<std::vector<OpId>> successors(graph.numOps());
  std::vector<uint32_t> waitsFor(graph.numOps());
  for (OpId id = 0; id < graph.numOps(); ++id)
    forEachPredecessor(graph, id, [&](OpId before) {
      successors[before].push_back(id);
      ++waitsFor[id];
    });
  std::vector<OpId> reachedOps;
  for (OpId id = 0; id < graph.numOps(); ++id)
    if (waitsFor[id] == 0)
      reachedOps.push_back(id);
  std::vector<bool> reached(graph.numOps());
  for (size_t i = 0; i < reachedOps.size(); ++i) {
    OpId op = reachedOps[i];
    reached[op] = true;
    for (OpId successor : successors[op])
      if (--waitsFor[successor] == 0)
        reachedOps.push_back(successor);
  }
  if (reachedOps.size() < graph.ops.size())
    return describeCycle(graph, reached);

  for (OpId id = 0; id < graph.numOps(); ++id) {
    OpId late = kNoOp;
    forEachPredecessor(graph, id, [&](OpId before) {
      if (before > id)
        late = before;
    });
    if (late != kNoOp)
      return violation(ViolationKind::InputOrderInvalid, id,
                       nodeName(graph, id) + " depends on " +
                           nodeName(graph, late) +
                           ", which comes later in the input order");
  }
  return std::nullopt;
}

std::optional<Violation> memopt::checkGraph(const Graph &graph) {
  if (auto found = checkIndices(graph))
    return found;
  if (auto found = checkSizes(graph))
    return found;
  if (auto found = checkCrossReferences(graph))
    return found;
  if (auto found = checkInPlacePairs(graph))
    return found;
  return checkOrderOfInput(graph);
}

//===----------------------------------------------------------------------===//
// Schedules
//===----------------------------------------------------------------------===//

/// The peak from the lifetimes: each buffer adds its bytes to the steps from
/// its producer's to its last reader's (a difference array over steps).
static Bytes peakFromLifetimes(const Graph &graph, llvm::ArrayRef<OpId> order,
                               const std::vector<size_t> &positionOf) {
  size_t numSteps = order.size();
  std::vector<Bytes> change(numSteps + 1);
  // The step at the end of which each buffer dies, numSteps if none does.
  std::vector<size_t> lastStep(graph.numBuffers(), numSteps);
  Bytes entry = 0;
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    const Buffer &buffer = graph.buffers[id];
    bool atEntry = buffer.producer == kNoOp;
    if (atEntry)
      entry += buffer.bytes;
    if (atEntry && buffer.readers.empty() && !buffer.liveOut)
      continue;
    size_t first = atEntry ? 0 : positionOf[buffer.producer];
    if (!buffer.liveOut) {
      lastStep[id] = first;
      for (OpId reader : buffer.readers)
        lastStep[id] = std::max(lastStep[id], positionOf[reader]);
    }
    change[first] += buffer.bytes;
    if (lastStep[id] < numSteps)
      change[lastStep[id] + 1] -= buffer.bytes;
  }

  Bytes peak = entry;
  Bytes live = 0;
  for (size_t position = 0; position < numSteps; ++position) {
    live += change[position];
    const Op &op = graph.ops[order[position]];
    Bytes during = live + op.workspace;
    for (InPlacePair pair : op.inPlace)
      if (lastStep[pair.input] == position)
        during -= graph.buffers[pair.input].bytes;
    peak = std::max(peak, during);
  }
  return peak;
}

std::optional<Violation> memopt::checkSchedule(const Graph &graph,
                                               llvm::ArrayRef<OpId> order,
                                               Bytes claimedPeak) {
  if (order.size() != graph.ops.size())
    return violation(ViolationKind::WrongLength, kNoOp,
                     "the order has " + llvm::Twine(order.size()) +
                         " ops, the graph has " +
                         llvm::Twine(graph.ops.size()));
  std::vector<size_t> positionOf(order.size(), SIZE_MAX);
  for (size_t position = 0; position < order.size(); ++position) {
    OpId op = order[position];
    if (op >= graph.numOps())
      return violation(ViolationKind::UnknownOp, op,
                       "the order names op " + llvm::Twine(op) +
                           ", which does not exist");
    if (positionOf[op] != SIZE_MAX)
      return violation(ViolationKind::RepeatedOp, op,
                       nodeName(graph, op) + " comes twice in the order");
    positionOf[op] = position;
  }
  for (OpId id = 0; id < graph.numOps(); ++id) {
    OpId late = kNoOp;
    forEachPredecessor(graph, id, [&](OpId before) {
      if (positionOf[before] > positionOf[id])
        late = before;
    });
    if (late != kNoOp)
      return violation(ViolationKind::OrderViolated, id,
                       nodeName(graph, id) + " comes before " +
                           nodeName(graph, late) + ", on which it depends");
  }
  Bytes peak = peakFromLifetimes(graph, order, positionOf);
  if (peak != claimedPeak)
    return violation(ViolationKind::PeakMismatch, kNoOp,
                     "the order has a peak of " + llvm::Twine(peak) +
                         " bytes, not the " + llvm::Twine(claimedPeak) +
                         " claimed");
  return std::nullopt;
}
