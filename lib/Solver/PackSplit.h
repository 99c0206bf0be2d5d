//===- PackSplit.h - Parts of a packing problem, solved apart ---*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKSPLIT_H
#define MEMOPT_LIB_SOLVER_PACKSPLIT_H

#include "PackInstance.h"

#include <vector>

namespace memopt {

/// The items of each part of `instance`, in increasing order: two items are in
/// one part if a chain of items that share sections, or must be apart, joins
/// them. The height of a packing is the largest height of a part.
std::vector<std::vector<uint32_t>> splitIntoParts(const PackInstance &instance);

/// The number of pairs of items that share a section, those that share several
/// once for each time that one of them becomes active.
uint64_t countPairs(const PackInstance &instance,
                    const std::vector<uint32_t> &items);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKSPLIT_H
