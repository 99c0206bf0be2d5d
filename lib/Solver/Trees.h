//===- Trees.h - Trees and series-parallel parts in a row -------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_TREES_H
#define MEMOPT_LIB_SOLVER_TREES_H

#include "Jobs.h"

namespace memopt {

/// Puts the chains of constant jobs that have the same neighbours into one row,
/// again and again, so that in-trees and out-trees become chains. Stops after
/// about `maxWork` looks.
void lineariseTrees(Jobs &jobs, uint64_t maxWork);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_TREES_H
