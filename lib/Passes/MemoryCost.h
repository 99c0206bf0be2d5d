//===- MemoryCost.h - What a bufferized module takes ------------*- C++ -*-===//

#ifndef MEMOPT_PASSES_MEMORYCOST_H
#define MEMOPT_PASSES_MEMORYCOST_H

#include "CallComponents.h"

#include "memopt/IR/ModelOptions.h"
#include "memopt/Model/Graph.h"

#include <tuple>
#include <vector>

namespace memopt {

/// What functions take; less is better.
struct MemoryCost {
  /// Buffers of unknown size.
  size_t unknown = 0;
  /// The sum of the functions' peaks.
  Bytes peaks = 0;
  size_t allocations = 0;

  bool operator<(const MemoryCost &other) const {
    return std::tie(unknown, peaks, allocations) <
           std::tie(other.unknown, other.peaks, other.allocations);
  }
  void operator+=(const MemoryCost &other);
};

/// What each of the components takes of `module`, which has the same functions
/// as the module of `components`, and perhaps more: those do not count. Nothing
/// if its peaks cannot be computed.
std::optional<std::vector<MemoryCost>>
memoryCostsOf(mlir::ModuleOp module, const CallComponents &components,
              const ModelOptions &reading);

} // namespace memopt

#endif // MEMOPT_PASSES_MEMORYCOST_H
