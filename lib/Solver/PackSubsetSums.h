//===- PackSubsetSums.h - Heights that sums of sizes can reach --*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKSUBSETSUMS_H
#define MEMOPT_LIB_SOLVER_PACKSUBSETSUMS_H

#include "PackTask.h"

#include "llvm/ADT/BitVector.h"

namespace memopt {

/// The heights that a lowest packing of a task may have.
class PackHeights {
public:
  /// Knows the heights below `limit`; all above count as reachable.
  PackHeights(const PackTask &task, Bytes limit);

  /// The lowest height that may be reached and is not below `height`.
  Bytes atLeast(Bytes height) const;
  /// The highest one that is not above `height`, or 0.
  Bytes atMost(Bytes height) const;

private:
  /// Empty if all heights count as reachable.
  llvm::BitVector reachable;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKSUBSETSUMS_H
