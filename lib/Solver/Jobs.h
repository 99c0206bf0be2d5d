//===- Jobs.h - A problem whose ops can be joined ---------------*- C++ -*-===//
//
// A problem in a form that can change: jobs are runs of ops that some order
// with the least peak executes one right after the other. At first each op is a
// job; Fusion.h joins two, Trees.h puts several in a row. What is left becomes
// a smaller problem again, with a list of ops for each of its ops.
//
// An entry of a list of neighbours names an op, which stands for the job that
// it is in now, so joining two jobs touches no list but their own. After
// setRow() the neighbours' lists have stale entries, which the single entry of
// the other side tells, until refresh() drops them.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_JOBS_H
#define MEMOPT_LIB_SOLVER_JOBS_H

#include "Problem.h"

#include <vector>

namespace memopt {

using JobId = uint32_t;

/// See the file comment.
class Jobs {
public:
  explicit Jobs(const Problem &problem);

  /// The numbers that decide the steps of a job, as in Problem.
  struct Job {
    Bytes born = 0;
    Bytes kept = 0;
    Bytes transient = 0;
    std::vector<NetId> reads, makes, inPlace;
    /// Ops; see the file comment.
    std::vector<OpId> before, after;
    uint32_t numBefore = 0;
    uint32_t numAfter = 0;
    /// Its ops, a list linked by nextOp.
    OpId firstOp = kNoOp;
    OpId lastOp = kNoOp;
    /// Where in the input order the job's highest step is.
    OpId place = 0;
  };

  uint32_t numOps() const { return static_cast<uint32_t>(jobs.size()); }
  bool isJob(JobId id) const { return parent[id] == id; }
  Job &operator[](JobId id) { return jobs[id]; }
  const Job &operator[](JobId id) const { return jobs[id]; }
  Bytes bytesOf(NetId net) const { return problem.netBytes[net]; }
  /// How many jobs read `net`.
  uint32_t &numReaders(NetId net) { return readerCount[net]; }

  /// The job that `op` is in.
  JobId jobOf(OpId op);
  /// The jobs that must come right before or after, increasing.
  std::vector<JobId> jobsBefore(JobId id);
  std::vector<JobId> jobsAfter(JobId id);
  /// The only one, or kNoOp if there are none or several.
  JobId onlyBefore(JobId id);
  JobId onlyAfter(JobId id);
  /// The job that is the only one before `id` and has no other one after it, or
  /// kNoOp.
  JobId linkedBefore(JobId id);

  /// Whether the job changes the live bytes by the same amount, and its step
  /// costs the same, whatever was executed before.
  bool isConstant(JobId id);
  /// With a constant job: what it adds to the live bytes, and what its step
  /// costs over them.
  Bytes deltaOf(JobId id) const;
  Bytes stepOf(JobId id) const;

  /// Moves the ops and neighbours of `first` into `second`, which comes right
  /// after it; its numbers and nets are the caller's business.
  void absorb(JobId first, JobId second);
  /// Puts `row` in that order. Its jobs form chains with the same jobs before
  /// each, and the same after each. Those must be refreshed before a job is
  /// absorbed by one that it is not linked to.
  void setRow(llvm::ArrayRef<JobId> row, llvm::ArrayRef<JobId> before,
              llvm::ArrayRef<JobId> after, uint32_t numChains);

  /// Drops stale entries from the lists of the job.
  void refresh(JobId id);

  /// The problem of the jobs, in an order that follows the input order as far
  /// as it can; `ops` gets the ops of each.
  Problem toProblem(Lists &ops);

  /// Units of work done so far.
  uint64_t work = 0;

private:
  const Problem &problem;
  std::vector<Job> jobs;
  std::vector<JobId> parent;
  std::vector<OpId> nextOp;
  std::vector<uint32_t> readerCount;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_JOBS_H
