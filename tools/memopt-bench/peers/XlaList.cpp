//===- XlaList.cpp - XLA's list scheduler ---------------------------------===//
//
// At each step the ready op with the greatest priority runs: first the bytes
// that it frees less those it makes, then the number of its users; among equals
// the one whose priority was set last. Bytes of parameters count as nothing. A
// buffer is freed by the reader that is left as its last; readers that wait in
// the list then rise.
//
// Workspace counts as made, as XLA counts the memory of called computations. A
// live-out value has the computation's root as one more user. XLA's special
// cases by kind of op (infeed and outfeed, scalars first) are left out, since
// problems do not tell.
//
// O((n + e) log n).
//
// Source: ListMemoryScheduler of OpenXLA, xla/service/hlo_memory_scheduler.h
// and .cc, https://github.com/openxla/xla.
//
//===----------------------------------------------------------------------===//

#include "Links.h"
#include "Peers.h"

#include <set>
#include <tuple>

using namespace memopt;
using namespace memopt::bench;

namespace {

class XlaList {
public:
  explicit XlaList(const Graph &graph);

  std::vector<OpId> run();

private:
  /// Bytes freed, users, and when it was set.
  using Priority = std::tuple<Bytes, size_t, uint64_t>;

  bool isParameter(BufferId buffer) const {
    return graph.buffers[buffer].producer == kNoOp;
  }
  Bytes bytesFreed(OpId op) const;
  void enqueue(OpId op);
  void execute(OpId op);

  const Graph &graph;
  Links links;
  std::vector<uint32_t> numBefore;
  /// For each buffer, the readers to come, and the root if it is live out.
  std::vector<size_t> uses;
  std::vector<size_t> users;
  std::set<std::pair<Priority, OpId>> queue;
  /// For each op in the queue, its entry there.
  std::vector<std::set<std::pair<Priority, OpId>>::iterator> entries;
  uint64_t clock = 0;
};

} // namespace

XlaList::XlaList(const Graph &graph)
    : graph(graph), links(graph), numBefore(links.countBefore()),
      users(graph.numOps()), entries(graph.numOps(), queue.end()) {
  for (const Buffer &buffer : graph.buffers)
    uses.push_back(buffer.readers.size() + (buffer.liveOut ? 1 : 0));
  std::vector<OpId> countedFor(graph.numOps(), kNoOp);
  for (OpId op = 0; op < graph.numOps(); ++op) {
    bool liveOut = false;
    for (BufferId output : graph.ops[op].outputs) {
      liveOut |= graph.buffers[output].liveOut;
      for (OpId reader : graph.buffers[output].readers)
        if (countedFor[reader] != op) {
          countedFor[reader] = op;
          ++users[op];
        }
    }
    users[op] += liveOut;
  }
}

Bytes XlaList::bytesFreed(OpId op) const {
  Bytes freed = -outputBytes(graph, op) - graph.ops[op].workspace;
  for (BufferId input : graph.ops[op].inputs)
    if (uses[input] == 1 && !isParameter(input))
      freed += graph.buffers[input].bytes;
  return freed;
}

void XlaList::enqueue(OpId op) {
  Bytes freed = bytesFreed(op);
  if (entries[op] != queue.end()) {
    if (std::get<0>(entries[op]->first) == freed)
      return;
    queue.erase(entries[op]);
  }
  entries[op] = queue.insert({{freed, users[op], clock++}, op}).first;
}

void XlaList::execute(OpId op) {
  for (BufferId input : graph.ops[op].inputs)
    --uses[input];
  for (OpId next : links.behind[op])
    if (--numBefore[next] == 0)
      enqueue(next);
  for (BufferId input : graph.ops[op].inputs)
    if (uses[input] == 1)
      for (OpId reader : graph.buffers[input].readers)
        if (entries[reader] != queue.end())
          enqueue(reader);
}

std::vector<OpId> XlaList::run() {
  for (OpId op = 0; op < graph.numOps(); ++op)
    if (numBefore[op] == 0)
      enqueue(op);
  std::vector<OpId> order;
  order.reserve(graph.numOps());
  while (!queue.empty()) {
    auto best = std::prev(queue.end());
    OpId op = best->second;
    queue.erase(best);
    entries[op] = queue.end();
    order.push_back(op);
    execute(op);
  }
  return order;
}

std::vector<OpId> memopt::bench::scheduleXlaList(const Graph &graph) {
  return XlaList(graph).run();
}
