//===- PackingScaling.h - How packers' time and memory grow -----*- C++ -*-===//
//
// Measures the packers on families of generated problems of growing size, and
// fits powers of the number of buffers to time and memory.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGSCALING_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGSCALING_H

#include "PackingRun.h"

namespace memopt::bench {

/// The figures of one packer on one family.
struct PackerGrowth {
  llvm::StringRef family;
  llvm::StringRef packer;
  /// One for each size that did not fail.
  std::vector<PackingFigures> sizes;
  /// The exponents of n that fit CPU time and memory best, over the sizes at
  /// which the packer was not stopped by its limit; none if these are fewer
  /// than two.
  std::optional<double> timeExponent, memoryExponent;
};

/// What was measured.
struct PackingScaling {
  std::vector<PackerGrowth> rows;
  std::vector<std::string> failures;
};

/// Measures each packer on each family at about each of `sizes` buffers.
PackingScaling measurePackingScaling(llvm::ArrayRef<PackingFamily> families,
                                     llvm::ArrayRef<Packer> packers,
                                     llvm::ArrayRef<unsigned> sizes,
                                     const Settings &settings);

void printTables(const PackingScaling &figures, const OutputOptions &options,
                 llvm::raw_ostream &os);

/// Writes the attributes of the figures into the open object.
void writeJson(const PackingScaling &figures, const OutputOptions &options,
               llvm::json::OStream &json);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGSCALING_H
