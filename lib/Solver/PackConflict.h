//===- PackConflict.h - Why buffers do not fit ------------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKCONFLICT_H
#define MEMOPT_LIB_SOLVER_PACKCONFLICT_H

#include "PackInstance.h"
#include "WorkMeter.h"

#include "memopt/Solver/Packers.h"

#include <vector>

namespace memopt {

/// Buffers that do not fit in `capacity` by themselves, in increasing order:
/// those of `items`, which do not fit, without as many as can be shown to be
/// needless before the meter is exhausted.
std::vector<uint32_t> shrinkConflict(const PackInstance &instance,
                                     std::vector<uint32_t> items,
                                     Bytes capacity, const PackOptions &options,
                                     WorkMeter &meter);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKCONFLICT_H
