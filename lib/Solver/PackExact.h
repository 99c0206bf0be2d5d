//===- PackExact.h - Branch and bound over heights --------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKEXACT_H
#define MEMOPT_LIB_SOLVER_PACKEXACT_H

#include "PackInstance.h"
#include "WorkMeter.h"

#include "memopt/Solver/Packers.h"

namespace memopt {

/// Packs `instance`, which is that of `problem`, until it is proved how, or the
/// meter is exhausted. No packing is lower than `bound`. `start`, if given, has
/// an offset for each item that respects everything but the capacity; the
/// outcome is never higher.
PackOutcome packExactly(const PackingProblem &problem,
                        const PackInstance &instance,
                        const std::vector<Bytes> *start, Bytes bound,
                        const PackOptions &options, WorkMeter &meter);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKEXACT_H
