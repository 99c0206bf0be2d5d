//===- PackConflict.h - Why buffers do not fit ------------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKCONFLICT_H
#define MEMOPT_LIB_SOLVER_PACKCONFLICT_H

#include "PackInstance.h"

#include <vector>

namespace memopt {

/// Buffers that need more than `capacity` by themselves, in increasing order: a
/// fixed one that ends above it, or a few that are active at one time. Empty if
/// the instance's liveBound() is not above the capacity. O(n log n).
std::vector<uint32_t> buffersAbove(const PackInstance &instance,
                                   Bytes capacity);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKCONFLICT_H
