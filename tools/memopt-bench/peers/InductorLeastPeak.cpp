//===- InductorLeastPeak.cpp - Inductor's least peak memory first ---------===//
//
// At each step: of the ready ops that do not raise the peak so far, the one
// that leaves the fewest bytes behind; if all raise it, the one that raises it
// least. Ties go to fewer bytes left behind, then to the input order. The peak
// so far starts with the bytes of the results, a bound from below.
//
// Workspace is added to what an op needs during its step.
//
// O((n + e) log n): the ready ops are the leaves of a tree in the order of what
// they need, so that the best of those that fit is the best of a prefix. (The
// original looks at every ready op at each step.)
//
// Source: topological_sort_lpmf of PyTorch, torch/_inductor/memory.py,
// https://github.com/pytorch/pytorch; there after "Buffer memory optimization
// for video codec application modeled in Simulink", DAC 2006.
//
//===----------------------------------------------------------------------===//

#include "Links.h"
#include "Peers.h"

#include "memopt/Model/Schedule.h"

#include "llvm/ADT/STLExtras.h"

#include <limits>

using namespace memopt;
using namespace memopt::bench;

namespace {

/// The least of a range of leaves, of which some are empty.
class RangeMinimum {
public:
  /// Bytes left behind by an op, and the op.
  using Value = std::pair<Bytes, OpId>;
  static constexpr Value kEmpty = {std::numeric_limits<Bytes>::max(), kNoOp};

  explicit RangeMinimum(size_t count) : count(count), tree(2 * count, kEmpty) {}

  void set(size_t leaf, Value value) {
    size_t node = leaf + count;
    tree[node] = value;
    while (node > 1) {
      node /= 2;
      tree[node] = std::min(tree[2 * node], tree[2 * node + 1]);
    }
  }

  /// The least of the leaves in [begin, end).
  Value get(size_t begin, size_t end) const {
    Value least = kEmpty;
    for (begin += count, end += count; begin < end; begin /= 2, end /= 2) {
      if (begin % 2 == 1)
        least = std::min(least, tree[begin++]);
      if (end % 2 == 1)
        least = std::min(least, tree[--end]);
    }
    return least;
  }

private:
  size_t count;
  std::vector<Value> tree;
};

class InductorLeastPeak {
public:
  explicit InductorLeastPeak(const Graph &graph);

  std::vector<OpId> run();

private:
  void makeReady(OpId op);
  OpId pick() const;
  void execute(OpId op);
  void addFreed(OpId op, BufferId buffer);

  const Graph &graph;
  Links links;
  std::vector<uint32_t> numBefore;
  /// For each buffer, the readers to come, and one if it is live out.
  std::vector<size_t> uses;
  /// For each op, what it makes; what it needs during its step beyond what is
  /// live before it; what it frees, as known so far.
  std::vector<Bytes> made, needed, freed;
  /// The ops by bytes needed, where each is in there, and the ready ones.
  std::vector<OpId> byNeed;
  std::vector<size_t> leaf;
  RangeMinimum ready;
  std::vector<bool> isReady;
  /// The leaves of the ready ops, as a tree of which only the first is asked.
  RangeMinimum readyLeaves;
  Bytes live = 0;
  Bytes peak = 0;
};

} // namespace

InductorLeastPeak::InductorLeastPeak(const Graph &graph)
    : graph(graph), links(graph), numBefore(links.countBefore()),
      freed(graph.numOps()), byNeed(inputOrder(graph)), leaf(graph.numOps()),
      ready(graph.numOps()), isReady(graph.numOps()),
      readyLeaves(graph.numOps()) {
  for (const Buffer &buffer : graph.buffers) {
    uses.push_back(buffer.readers.size() + (buffer.liveOut ? 1 : 0));
    if (buffer.producer == kNoOp && uses.back() != 0)
      live += buffer.bytes;
    if (buffer.liveOut)
      peak += buffer.bytes;
  }
  peak = std::max(peak, live);
  for (OpId op = 0; op < graph.numOps(); ++op) {
    made.push_back(outputBytes(graph, op));
    needed.push_back(made.back() + graph.ops[op].workspace);
    for (BufferId output : graph.ops[op].outputs)
      if (uses[output] == 0)
        freed[op] += graph.buffers[output].bytes;
  }
  for (BufferId buffer = 0; buffer < graph.numBuffers(); ++buffer)
    if (uses[buffer] == 1)
      for (OpId reader : graph.buffers[buffer].readers)
        freed[reader] += graph.buffers[buffer].bytes;
  llvm::stable_sort(byNeed,
                    [&](OpId a, OpId b) { return needed[a] < needed[b]; });
  for (size_t i = 0; i < byNeed.size(); ++i)
    leaf[byNeed[i]] = i;
}

void InductorLeastPeak::makeReady(OpId op) {
  isReady[op] = true;
  ready.set(leaf[op], {made[op] - freed[op], op});
  readyLeaves.set(leaf[op], {static_cast<Bytes>(leaf[op]), op});
}

OpId InductorLeastPeak::pick() const {
  auto end = [&](Bytes bytes) {
    return static_cast<size_t>(llvm::upper_bound(byNeed, bytes,
                                                 [&](Bytes bound, OpId op) {
                                                   return bound < needed[op];
                                                 }) -
                               byNeed.begin());
  };
  auto fits = ready.get(0, end(peak - live));
  if (fits != RangeMinimum::kEmpty)
    return fits.second;
  OpId smallest = readyLeaves.get(0, byNeed.size()).second;
  return ready.get(0, end(needed[smallest])).second;
}

void InductorLeastPeak::addFreed(OpId op, BufferId buffer) {
  freed[op] += graph.buffers[buffer].bytes;
  if (isReady[op])
    makeReady(op);
}

void InductorLeastPeak::execute(OpId op) {
  isReady[op] = false;
  ready.set(leaf[op], RangeMinimum::kEmpty);
  readyLeaves.set(leaf[op], RangeMinimum::kEmpty);
  peak = std::max(peak, live + needed[op]);
  live += made[op] - freed[op];
  for (OpId next : links.behind[op])
    if (--numBefore[next] == 0)
      makeReady(next);
  for (BufferId input : graph.ops[op].inputs)
    if (--uses[input] == 1)
      for (OpId reader : graph.buffers[input].readers)
        addFreed(reader, input);
}

std::vector<OpId> InductorLeastPeak::run() {
  for (OpId op = 0; op < graph.numOps(); ++op)
    if (numBefore[op] == 0)
      makeReady(op);
  std::vector<OpId> order;
  order.reserve(graph.numOps());
  while (order.size() < graph.numOps()) {
    order.push_back(pick());
    execute(order.back());
  }
  return order;
}

std::vector<OpId> memopt::bench::scheduleInductorLeastPeak(const Graph &graph) {
  return InductorLeastPeak(graph).run();
}
