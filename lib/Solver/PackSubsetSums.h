//===- PackSubsetSums.h - Heights that sums of sizes can reach --*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKSUBSETSUMS_H
#define MEMOPT_LIB_SOLVER_PACKSUBSETSUMS_H

#include "PackTask.h"

#include "llvm/ADT/BitVector.h"

#include <optional>
#include <vector>

namespace memopt {

/// The heights that a lowest packing of a task may have, in bytes.
class PackHeights {
public:
  /// Looks for sums up to `limit`, in units; all ends above count as reachable.
  /// Without a limit all do.
  PackHeights(const PackTask &task, std::optional<Bytes> limit);

  /// The lowest height that may be reached and is not below `height`.
  Bytes atLeast(Bytes height) const;
  /// The highest one that is not above `height`, or 0.
  Bytes atMost(Bytes height) const;

private:
  Bytes unit;
  /// By how much the highest item may end below a unit: the different ones.
  std::vector<Bytes> shortfalls;
  /// The ends in units. Empty if all count as reachable.
  llvm::BitVector reachable;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKSUBSETSUMS_H
