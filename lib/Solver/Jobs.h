//===- Jobs.h - A problem whose ops can be joined ---------------*- C++ -*-===//
//
// A problem in a form that can change: jobs are runs of ops that some order
// with the least peak executes one right after the other. At first each op is a
// job; Fusion.h joins two, Trees.h puts several in a row. What is left becomes
// a smaller problem again, with a list of ops for each of its ops.
//
// Lists of neighbours are kept lazily. An entry names an op, which stands for
// the job that it is in now; after the order of a job and a neighbour was
// settled by others in between, the entry is stale, which the neighbour's own
// list tells. Joining two jobs touches no list but their own.
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
  /// each, and the same after each.
  void setRow(llvm::ArrayRef<JobId> row, llvm::ArrayRef<JobId> before,
              llvm::ArrayRef<JobId> after, uint32_t numChains);

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
