//===- XlaDfs.cpp - XLA's depth-first scheduler ---------------------------===//
//
// A post-order from the root of the computation, which uses all results. Below
// each op the operand comes first that has more extra users (users beyond the
// first, its own and those of all that it stems from, counted once for each
// path), then the one with more bytes, summed in the same way. Ops that no
// result needs come first. The sums are capped, by the number of ops and by the
// bytes of the ops summed so far; so it matters that they are made in the
// post-order that leaves operands as they are.
//
// An op that must come earlier without being read is visited as an operand is.
//
// O(n + e log e).
//
// Source: DFSMemoryScheduler of OpenXLA, xla/service/hlo_memory_scheduler.h and
// .cc, https://github.com/openxla/xla.
//
//===----------------------------------------------------------------------===//

#include "Links.h"
#include "Peers.h"
#include "PostOrder.h"

#include "llvm/ADT/STLExtras.h"

using namespace memopt;
using namespace memopt::bench;

namespace {

/// The sums over all paths into an op.
struct Sums {
  Bytes extraUsers = 0;
  Bytes bytes = 0;
};

} // namespace

static bool isLiveOut(const Graph &graph, OpId op) {
  return llvm::any_of(graph.ops[op].outputs, [&](BufferId output) {
    return graph.buffers[output].liveOut;
  });
}

static std::vector<Sums> sumPaths(const Graph &graph, const Links &links,
                                  llvm::ArrayRef<OpId> roots) {
  std::vector<Sums> sums(graph.numOps());
  Bytes total = 0;
  for (OpId op : postOrder(roots, links.before)) {
    auto users = static_cast<Bytes>(links.behind[op].size()) +
                 (isLiveOut(graph, op) ? 1 : 0);
    sums[op] = {std::max<Bytes>(users - 1, 0), outputBytes(graph, op)};
    total += sums[op].bytes;
    for (OpId other : links.before[op]) {
      // Capped at once, so that sums over many operands cannot overflow.
      sums[op].extraUsers = std::min<Bytes>(
          sums[op].extraUsers + sums[other].extraUsers, graph.numOps());
      sums[op].bytes =
          sums[other].bytes > total - sums[op].bytes
              ? total
              : std::min(sums[op].bytes + sums[other].bytes, total);
    }
  }
  return sums;
}

std::vector<OpId> memopt::bench::scheduleXlaDfs(const Graph &graph) {
  Links links(graph);
  std::vector<OpId> roots, results;
  for (OpId op = 0; op < graph.numOps(); ++op)
    if (isLiveOut(graph, op))
      results.push_back(op);
    else if (links.behind[op].empty())
      roots.push_back(op);
  size_t numUnused = roots.size();
  llvm::append_range(roots, results);
  std::vector<Sums> sums = sumPaths(graph, links, roots);
  auto comesFirst = [&](OpId a, OpId b) {
    if (sums[a].extraUsers != sums[b].extraUsers)
      return sums[a].extraUsers > sums[b].extraUsers;
    if (sums[a].bytes != sums[b].bytes)
      return sums[a].bytes > sums[b].bytes;
    return a < b;
  };
  for (auto &ops : links.before)
    llvm::sort(ops, comesFirst);
  // The results are the operands of the root.
  llvm::sort(llvm::MutableArrayRef(roots).drop_front(numUnused), comesFirst);
  return postOrder(roots, links.before);
}
