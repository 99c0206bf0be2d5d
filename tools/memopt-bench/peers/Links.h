//===- Links.h - Which op waits for which -----------------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_LINKS_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_LINKS_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace memopt::bench {

/// The neighbours of each op, each named once: those that make its inputs in
/// the order of its inputs, then those it comes after without reading from
/// them; and the other way round in increasing order.
struct Links {
  explicit Links(const Graph &graph);

  /// The number of ops that each op waits for.
  std::vector<uint32_t> countBefore() const;

  std::vector<llvm::SmallVector<OpId, 4>> before;
  std::vector<llvm::SmallVector<OpId, 4>> behind;
};

/// The bytes of the values that `op` makes.
Bytes outputBytes(const Graph &graph, OpId op);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_LINKS_H
