//===- Fusion.h - Two jobs that run one right after the other ---*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_FUSION_H
#define MEMOPT_LIB_SOLVER_FUSION_H

#include "Jobs.h"

namespace memopt {

/// Joins `job` with jobs right before it as long as a rule says that they can
/// run without a break.
void fuseWithBefore(Jobs &jobs, JobId job);

/// The same for a job before it that is the only one, and has no other after
/// it.
void fuseLinked(Jobs &jobs, JobId job);

/// Tries all jobs.
void fuseAll(Jobs &jobs);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_FUSION_H
