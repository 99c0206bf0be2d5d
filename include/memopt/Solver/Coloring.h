//===- Coloring.h - As few buffers as the peak allows -----------*- C++ -*-===//

#ifndef MEMOPT_SOLVER_COLORING_H
#define MEMOPT_SOLVER_COLORING_H

#include "memopt/Model/Sharing.h"

namespace memopt {

/// What a plan may cost.
struct SharingOptions {
  /// Bytes of heap that the plan may hold at a step, if that is more than the
  /// least that the problem needs. To hold a buffer from one member to the next
  /// saves an allocation, and costs its bytes in between.
  Bytes maxBytes = 0;
};

/// A plan, and what it is measured by.
struct SharingOutcome {
  SharingPlan plan;
  /// The known bytes of heap at the worst step: of the problem with nothing but
  /// the in-place links taken, and of the plan.
  Bytes leastPeak = 0;
  Bytes peak = 0;
  /// Buffers that would have joined a group if holding the storage in between
  /// did not raise the peak.
  unsigned keptApart = 0;
};

/// Groups the buffers of `problem`: in-place links first, as many as can be;
/// then, scope by scope from the innermost, interval colouring. Each buffer
/// joins the group of its kind that ended last, if holding the storage in
/// between raises the peak neither above the least nor above
/// `options.maxBytes`. Where that never stands in the way, the groups of a kind
/// in one scope are as few as the most lifetimes that overlap.
///
/// O((n + steps) log n).
SharingOutcome shareByColoring(const SharingProblem &problem,
                               const SharingOptions &options);

} // namespace memopt

#endif // MEMOPT_SOLVER_COLORING_H
