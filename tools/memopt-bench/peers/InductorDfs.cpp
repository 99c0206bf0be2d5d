//===- InductorDfs.cpp - PyTorch Inductor's depth-first order -------------===//
//
// A post-order in which ops that touch fewer bytes (read and made) are visited
// first, in the outer loop over all ops as among the inputs of one.
//
// O(n log n + e log e).
//
// Source: topological_sort_dfs of PyTorch, torch/_inductor/memory.py,
// https://github.com/pytorch/pytorch.
//
//===----------------------------------------------------------------------===//

#include "Links.h"
#include "Peers.h"
#include "PostOrder.h"

#include "memopt/Model/Schedule.h"

#include "llvm/ADT/STLExtras.h"

using namespace memopt;
using namespace memopt::bench;

std::vector<OpId> memopt::bench::scheduleInductorDfs(const Graph &graph) {
  std::vector<Bytes> touched;
  for (OpId op = 0; op < graph.numOps(); ++op) {
    touched.push_back(outputBytes(graph, op));
    for (BufferId input : graph.ops[op].inputs)
      touched.back() += graph.buffers[input].bytes;
  }
  auto comesFirst = [&](OpId a, OpId b) {
    return std::pair(touched[a], a) < std::pair(touched[b], b);
  };
  Links links(graph);
  for (auto &ops : links.before)
    llvm::sort(ops, comesFirst);
  std::vector<OpId> roots = inputOrder(graph);
  llvm::sort(roots, comesFirst);
  return postOrder(roots, links.before);
}
