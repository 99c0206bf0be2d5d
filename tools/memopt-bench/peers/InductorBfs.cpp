//===- InductorBfs.cpp - PyTorch Inductor's breadth-first order -----------===//
//
// First in, first out: of the ready ops that one runs next whose predecessors
// ran earliest, their positions compared as sorted lists.
//
// O((n + e) log n), and comparisons of lists of equal beginnings.
//
// Source: topological_sort_bfs of PyTorch, torch/_inductor/memory.py,
// https://github.com/pytorch/pytorch.
//
//===----------------------------------------------------------------------===//

#include "Links.h"
#include "Peers.h"

#include "llvm/ADT/STLExtras.h"

#include <queue>

using namespace memopt;
using namespace memopt::bench;

std::vector<OpId> memopt::bench::scheduleInductorBfs(const Graph &graph) {
  Links links(graph);
  std::vector<uint32_t> numBefore = links.countBefore();
  // Once an op is ready, `before` holds the sorted positions of its
  // predecessors instead of their ids.
  auto comesLater = [&](OpId a, OpId b) {
    if (links.before[a] != links.before[b])
      return links.before[a] > links.before[b];
    return a > b;
  };
  std::priority_queue<OpId, std::vector<OpId>, decltype(comesLater)> ready(
      comesLater);
  std::vector<OpId> position(graph.numOps());
  auto enqueue = [&](OpId op) {
    for (OpId &other : links.before[op])
      other = position[other];
    llvm::sort(links.before[op]);
    ready.push(op);
  };
  for (OpId op = 0; op < graph.numOps(); ++op)
    if (numBefore[op] == 0)
      enqueue(op);
  std::vector<OpId> order;
  order.reserve(graph.numOps());
  while (!ready.empty()) {
    OpId op = ready.top();
    ready.pop();
    position[op] = static_cast<OpId>(order.size());
    order.push_back(op);
    for (OpId next : links.behind[op])
      if (--numBefore[next] == 0)
        enqueue(next);
  }
  return order;
}
