//===- PackingSource.h - Where packing problems come from -------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGSOURCE_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGSOURCE_H

#include "memopt/Model/Packing.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <functional>
#include <string>
#include <vector>

namespace memopt::bench {

/// A packing problem that is made when it is needed, in the process that needs
/// it.
struct PackingSource {
  /// What the tables call it, and what messages do.
  std::string name;
  std::string origin;
  /// Makes it anew; an error does not name the problem.
  std::function<llvm::Expected<PackingProblem>()> make;
};

/// The problems of `paths`, each a file in the form of MiniMalloc or a folder
/// of them (its *.csv, by name).
llvm::Expected<std::vector<PackingSource>>
packingsFromFiles(llvm::ArrayRef<std::string> paths);

/// The same problem with its buffers in random order, by the seed; 0 is the
/// order that it has.
PackingSource shuffled(const PackingSource &source, uint64_t seed);

/// A family of problems of any size.
struct PackingFamily {
  /// As the options know it.
  llvm::StringRef name;
  llvm::StringRef description;
  /// A problem of about `numBuffers` buffers.
  PackingProblem (*make)(unsigned numBuffers);
};

/// The families that --packing --scaling measures.
llvm::ArrayRef<PackingFamily> allPackingFamilies();

/// The problem of about `numBuffers` buffers.
PackingSource fromFamily(const PackingFamily &family, unsigned numBuffers);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGSOURCE_H
