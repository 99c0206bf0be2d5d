//===- Theano.cpp - Theano's search for the least peak --------------------===//
//
// Backtracking over all valid orders. A branch is left when its peak so far is
// above the best peak, and when its set of executed ops was reached before with
// a peak that was not higher. The original takes the ready ops in the order of
// a hash set; here it is the input order, so that the first order that is
// completed is the input order itself.
//
// Exponential; a cap on the executed ops stops it. The memo holds sets as
// 128-bit keys (the original holds the sets).
//
// In-place pairs, workspace and dead values count as Graph.h says.
//
// Source: count_minimum_peak of Theano's profiler, theano/compile/profiling.py,
// https://github.com/Theano/Theano; Google Summer of Code 2014, "Improve
// memory profiler".
//
//===----------------------------------------------------------------------===//

#include "Links.h"
#include "Peers.h"

#include "memopt/Model/Generate.h"

#include "llvm/ADT/DenseMap.h"

#include <limits>
#include <set>

using namespace memopt;
using namespace memopt::bench;

namespace {

using SetKey = std::pair<uint64_t, uint64_t>;

class TheanoSearch {
public:
  TheanoSearch(const Graph &graph, uint64_t maxSteps);

  BacktrackingResult run();

private:
  /// An executed op, with what to restore when it is undone.
  struct Frame {
    OpId op;
    Bytes liveBefore;
    Bytes peakBefore;
  };

  void execute(OpId op);
  OpId undo();
  bool isNew();
  void complete();

  const Graph &graph;
  const uint64_t maxSteps;
  Links links;
  std::vector<uint32_t> numBefore;
  /// For each buffer, the readers to come, and one if it is live out.
  std::vector<size_t> uses;
  std::set<OpId> ready;
  std::vector<Frame> stack;
  Bytes live = 0;
  Bytes peak = 0;
  Bytes bestPeak = std::numeric_limits<Bytes>::max();
  /// A random key for each op; a set's key is the xor of its ops'.
  std::vector<SetKey> opKeys;
  SetKey key = {0, 0};
  llvm::DenseMap<SetKey, Bytes> memo;
  BacktrackingResult result;
};

} // namespace

TheanoSearch::TheanoSearch(const Graph &graph, uint64_t maxSteps)
    : graph(graph), maxSteps(maxSteps), links(graph),
      numBefore(links.countBefore()) {
  for (const Buffer &buffer : graph.buffers) {
    uses.push_back(buffer.readers.size() + (buffer.liveOut ? 1 : 0));
    if (buffer.producer != kNoOp)
      continue;
    // What nobody reads is live at entry only.
    peak += buffer.bytes;
    live += uses.back() == 0 ? 0 : buffer.bytes;
  }
  Random random(0);
  for (OpId op = 0; op < graph.numOps(); ++op) {
    opKeys.emplace_back(random.next(), random.next());
    if (numBefore[op] == 0)
      ready.insert(op);
  }
}

void TheanoSearch::execute(OpId op) {
  stack.push_back({op, live, peak});
  ++result.steps;
  Bytes during = live + graph.ops[op].workspace;
  for (BufferId output : graph.ops[op].outputs) {
    during += graph.buffers[output].bytes;
    live += uses[output] == 0 ? 0 : graph.buffers[output].bytes;
  }
  for (InPlacePair pair : graph.ops[op].inPlace)
    if (uses[pair.input] == 1)
      during -= graph.buffers[pair.input].bytes;
  peak = std::max(peak, during);
  for (BufferId input : graph.ops[op].inputs)
    if (--uses[input] == 0)
      live -= graph.buffers[input].bytes;
  ready.erase(op);
  for (OpId next : links.behind[op])
    if (--numBefore[next] == 0)
      ready.insert(next);
  key.first ^= opKeys[op].first;
  key.second ^= opKeys[op].second;
}

OpId TheanoSearch::undo() {
  Frame frame = stack.back();
  stack.pop_back();
  OpId op = frame.op;
  key.first ^= opKeys[op].first;
  key.second ^= opKeys[op].second;
  for (OpId next : links.behind[op])
    if (numBefore[next]++ == 0)
      ready.erase(next);
  ready.insert(op);
  for (BufferId input : graph.ops[op].inputs)
    ++uses[input];
  live = frame.liveBefore;
  peak = frame.peakBefore;
  return op;
}

/// Whether the set of executed ops was not reached before with as low a peak.
bool TheanoSearch::isNew() {
  auto [entry, inserted] = memo.try_emplace(key, peak);
  if (inserted)
    return true;
  if (entry->second <= peak)
    return false;
  entry->second = peak;
  return true;
}

void TheanoSearch::complete() {
  if (peak >= bestPeak)
    return;
  bestPeak = peak;
  result.order.clear();
  for (const Frame &frame : stack)
    result.order.push_back(frame.op);
}

BacktrackingResult TheanoSearch::run() {
  auto next = ready.begin();
  while (true) {
    // Here `next` is the ready op to try at this depth.
    if (next == ready.end() || peak > bestPeak) {
      if (stack.empty())
        return std::move(result);
      next = ready.upper_bound(undo());
      continue;
    }
    if (result.steps == maxSteps) {
      result.capReached = true;
      return std::move(result);
    }
    execute(*next);
    if (!isNew()) {
      next = ready.upper_bound(undo());
      continue;
    }
    if (ready.empty())
      complete();
    next = ready.begin();
  }
}

BacktrackingResult memopt::bench::scheduleTheano(const Graph &graph,
                                                 uint64_t maxSteps) {
  return TheanoSearch(graph, maxSteps).run();
}
