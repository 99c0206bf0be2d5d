//===- Split.h - Stretches that can be solved one by one --------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_SPLIT_H
#define MEMOPT_LIB_SOLVER_SPLIT_H

#include "Problem.h"

namespace memopt {

/// The ops [begin, end) of the input order.
struct Stretch {
  OpId begin = 0;
  OpId end = 0;
};

/// Cuts the ops at those that are comparable with all others: each of these is
/// a stretch of its own, and so is what lies between two of them. The best
/// order of the whole is the best orders of the stretches, one after the other.
std::vector<Stretch> splitAtComparable(const Problem &problem);

/// The problem of one stretch. `liveBefore` and `liveAfter` are the live bytes
/// around it. Its ops are numbered from 0.
Problem extract(const Problem &problem, Stretch stretch, Bytes liveBefore,
                Bytes liveAfter);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_SPLIT_H
