//===- Reduce.h - A smaller problem with the same optimum -------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_REDUCE_H
#define MEMOPT_LIB_SOLVER_REDUCE_H

#include "Problem.h"
#include "WorkMeter.h"

namespace memopt {

/// A problem whose ops stand for runs of ops of another one.
struct ReducedProblem {
  Problem problem;
  /// The ops that each op stands for, in their order; none if each stands for
  /// itself.
  Lists ops;
  bool isSame = true;

  /// The ops that `op` stands for.
  llvm::ArrayRef<OpId> membersOf(const OpId &op) const {
    return isSame ? llvm::ArrayRef<OpId>(op) : ops[op];
  }
  /// The order of the original problem that `order` stands for; it has the same
  /// peak.
  std::vector<OpId> expand(llvm::ArrayRef<OpId> order) const;
};

/// Reduces a problem that got more predecessors, so that its input order need
/// not be valid.
void reduceFurther(ReducedProblem &reduced, const ScheduleOptions &options,
                   WorkMeter &meter);

/// Reduces `problem` by the rules that the options allow. The least peak is the
/// same. The input order of the result is valid and follows the original one,
/// but its peak may be another.
ReducedProblem reduce(Problem problem, const ScheduleOptions &options,
                      WorkMeter &meter);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_REDUCE_H
