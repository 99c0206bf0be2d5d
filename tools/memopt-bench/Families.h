//===- Families.h - Graphs that are generated -------------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_FAMILIES_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_FAMILIES_H

#include "GraphSource.h"

namespace memopt::bench {

/// A family of graphs of any size.
struct Family {
  /// As the options know it.
  llvm::StringRef name;
  llvm::StringRef description;
  /// A graph of about `numOps` ops.
  Graph (*make)(unsigned numOps);
};

/// The families that --scaling measures.
llvm::ArrayRef<Family> allFamilies();

/// The graph of about `numOps` ops.
GraphSource fromFamily(const Family &family, unsigned numOps);

/// Watts-Strogatz wirings with K = 4 and P = 0.75, one for each of `nodes` and
/// each seed from 0 to `seeds` - 1.
std::vector<GraphSource> randomWirings(llvm::ArrayRef<unsigned> nodes,
                                       unsigned seeds);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_FAMILIES_H
