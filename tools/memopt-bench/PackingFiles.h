//===- PackingFiles.h - Packing problems of files, measured -----*- C++ -*-===//
//
// How long memopt takes for the least height of each problem, and to say
// whether it fits in a capacity, in several orders of its buffers: what a
// search takes may depend on the order, so the longest counts.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGFILES_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGFILES_H

#include "PackingRun.h"

namespace memopt::bench {

/// A problem, in several orders of its buffers.
struct PackingRow {
  std::string name;
  /// One for each order: the answers for the capacity (none if there is none),
  /// and the least heights.
  std::vector<PackingFigures> fits, heights;
};

/// What was measured.
struct PackingComparison {
  std::optional<Bytes> capacity;
  std::vector<PackingRow> rows;
  std::vector<std::string> failures;
};

/// Runs memopt on each problem in `numOrders` orders: as it is, and shuffled
/// with seeds from 1. A problem that cannot be read is an error.
llvm::Expected<PackingComparison>
measurePackings(llvm::ArrayRef<PackingSource> sources,
                std::optional<Bytes> capacity, unsigned numOrders,
                const Settings &settings);

void printTables(const PackingComparison &comparison,
                 const OutputOptions &options, llvm::raw_ostream &os);

/// Writes the attributes of the figures into the open object.
void writeJson(const PackingComparison &comparison,
               const OutputOptions &options, llvm::json::OStream &json);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGFILES_H
