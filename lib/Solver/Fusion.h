//===- Fusion.h - Two jobs that run one right after the other ---*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_FUSION_H
#define MEMOPT_LIB_SOLVER_FUSION_H

#include "Jobs.h"

namespace memopt {

/// Joins `job` with the job before it as long as the two are linked and a rule
/// says that they can run without a break.
void fuseWithBefore(Jobs &jobs, JobId job);

/// Tries all jobs.
void fuseAll(Jobs &jobs);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_FUSION_H
