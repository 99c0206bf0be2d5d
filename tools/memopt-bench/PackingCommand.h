//===- PackingCommand.h - memopt-bench --packing ----------------*- C++ -*-===//
//
// The part of memopt-bench that measures packers: its own options, and what
// they choose.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGCOMMAND_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGCOMMAND_H

#include "PackingFiles.h"
#include "PackingScaling.h"

#include "llvm/Support/CommandLine.h"

#include <variant>

namespace memopt::bench {

/// All options of memopt-bench are of this category.
extern llvm::cl::OptionCategory category;

/// The options that --packing shares with graphs.
struct PackingRequest {
  llvm::ArrayRef<std::string> paths;
  bool isScaling = false;
  llvm::ArrayRef<std::string> familyNames;
  std::vector<unsigned> sizes;
  std::string filter;
  Settings settings;
};

/// Whether --packing was given.
bool isPackingMode();

/// What is wrong with the options of --packing, if anything.
std::string checkPackingOptions();

/// Measures what the options ask for.
llvm::Expected<std::variant<PackingScaling, PackingComparison>>
measurePacking(const PackingRequest &request);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGCOMMAND_H
