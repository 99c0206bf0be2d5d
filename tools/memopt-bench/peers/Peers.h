//===- Peers.h - Memory schedulers of other projects ------------*- C++ -*-===//
//
// The schedulers that memopt is measured against, written anew from what their
// authors published about them; each file names its source. They share nothing
// with memopt's own schedulers. Where a problem has something that the original
// does not know (workspace, ordering without data), the file says how it is
// taken.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_PEERS_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_PEERS_H

#include "memopt/Model/Graph.h"

namespace memopt::bench {

/// XLA's list scheduler: greedily the op that frees most.
std::vector<OpId> scheduleXlaList(const Graph &graph);

/// XLA's depth-first scheduler: a post-order from the results.
std::vector<OpId> scheduleXlaDfs(const Graph &graph);

/// PyTorch Inductor's least-peak-memory-first order.
std::vector<OpId> scheduleInductorLeastPeak(const Graph &graph);

/// PyTorch Inductor's breadth-first order.
std::vector<OpId> scheduleInductorBfs(const Graph &graph);

/// PyTorch Inductor's depth-first order.
std::vector<OpId> scheduleInductorDfs(const Graph &graph);

/// The outcome of a search that may be stopped.
struct BacktrackingResult {
  /// The best order found; empty if not even one was completed.
  std::vector<OpId> order;
  /// The search was stopped before it had seen all orders.
  bool capReached = false;
  /// Ops executed by the search.
  uint64_t steps = 0;
};

/// Theano's search over all valid orders, stopped after `maxSteps` executed
/// ops.
BacktrackingResult scheduleTheano(const Graph &graph, uint64_t maxSteps);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_PEERS_H
