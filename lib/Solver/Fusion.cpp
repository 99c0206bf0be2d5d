//===- Fusion.cpp - Two jobs that run one right after the other -----------===//
//
// v at once. Let u be the only job right before v. If, whatever was executed
// before, v adds no live bytes and its step is no higher than u's, then some
// best order runs v right after u: it is a safe move (Search.cpp) under every
// budget that u fits in. The two are one job whose step is u's.
//
// u at last. The mirror: let v be the only job right after u. If u adds no
// fewer live bytes than it frees, and its step is no higher than that of a v
// right after it, then some best order runs u right before v. The two are one
// job whose step is v's.
//
// "Whatever was executed before" is bounded by counting only the nets with one
// reader as freed in the first rule, and all nets read as freed in the second.
// The job's step must be stated by `born`, `transient` and nets that do not
// count if they die in it (State.h):
//
//   v at once   step = born(u) + transient(u) - nets u reads last and
//               overwrites
//   u at last   step = born(u) - nets u reads last + born(v) + transient(v)
//               - nets v reads last and overwrites
//
// so in the second rule the job "overwrites" all nets that u reads. Both are
// exact in every state, workspace, in-place pairs and values that stay to the
// end included; ordering edges are precedences like all others.
//
// On a chain of constant jobs the two rules, tried until none applies, leave
// the hills and valleys of Liu's normal form (Trees.cpp). Cost: linear in the
// edges and the nets, but for jobs with long lists, which are left alone.
//
//===----------------------------------------------------------------------===//

#include "Fusion.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;

/// Longest lists of nets and of neighbours that are looked at.
static constexpr size_t kMaxNets = 64;
static constexpr size_t kMaxEdges = 64;

static void erase(std::vector<NetId> &list, NetId net) {
  list.erase(std::remove(list.begin(), list.end(), net), list.end());
}

/// Drops what `job` does to `net` as one of its readers.
static void dropRead(Jobs &jobs, Jobs::Job &job, NetId net) {
  erase(job.reads, net);
  erase(job.inPlace, net);
  --jobs.numReaders(net);
}

/// The bytes of the nets in `list` that have one reader, or of all.
static Bytes sumOf(Jobs &jobs, const std::vector<NetId> &list, bool onlySingle,
                   const std::vector<NetId> *except = nullptr) {
  Bytes bytes = 0;
  for (NetId net : list)
    if ((!onlySingle || jobs.numReaders(net) == 1) &&
        (!except || !llvm::is_contained(*except, net)))
      bytes += jobs.bytesOf(net);
  return bytes;
}

/// Joins `u` and `v`, which comes right after it, if a rule allows it. The
/// result is `v`.
static bool fuse(Jobs &jobs, JobId u, JobId v) {
  bool onlyBefore = jobs[v].numBefore == 1, onlyAfter = jobs[u].numAfter == 1;
  Jobs::Job &first = jobs[u], &second = jobs[v];
  size_t numNets = first.reads.size() + first.makes.size() +
                   second.reads.size() + second.makes.size();
  size_t numEdges = first.before.size() + first.after.size() +
                    second.before.size() + second.after.size();
  jobs.work += numNets + 1;
  if (numNets > kMaxNets ||
      (numEdges > kMaxEdges && !(onlyBefore && onlyAfter)))
    return false;

  // `first` never reads a net last that `second` reads.
  std::vector<NetId> inner, shared;
  for (NetId net : std::vector<NetId>(second.reads)) {
    if (llvm::is_contained(first.reads, net))
      dropRead(jobs, first, net);
    else if (llvm::is_contained(first.makes, net))
      (jobs.numReaders(net) == 1 ? inner : shared).push_back(net);
  }
  // Others that read what `first` makes come after `second` if that is the only
  // job after `first`, or if the two are joined.
  auto dropShared = [&] {
    for (NetId net : shared)
      dropRead(jobs, second, net);
    shared.clear();
  };
  if (onlyAfter)
    dropShared();

  bool atOnce =
      onlyBefore && second.born <= sumOf(jobs, second.reads, true) &&
      second.born + second.transient - sumOf(jobs, second.inPlace, true) <=
          first.transient + sumOf(jobs, first.reads, true, &first.inPlace);
  bool atLast =
      !atOnce && onlyAfter && sumOf(jobs, first.reads, false) <= first.born &&
      first.transient + sumOf(jobs, first.reads, false, &first.inPlace) +
              sumOf(jobs, second.inPlace, false) <=
          second.born + second.transient;
  if (!atOnce && !atLast)
    return false;
  dropShared();

  Bytes innerBytes = sumOf(jobs, inner, false);
  Bytes born = first.born + second.born - innerBytes;
  Bytes step = 0;
  std::vector<NetId> inPlace;
  if (atOnce) {
    step = first.born + first.transient;
    inPlace = first.inPlace;
    second.place = first.place;
  } else {
    step = first.born + second.born + second.transient;
    inPlace = first.reads;
    for (NetId net : second.inPlace) {
      if (llvm::is_contained(inner, net))
        step -= jobs.bytesOf(net);
      else
        inPlace.push_back(net);
    }
  }
  second.born = born;
  second.kept += first.kept;
  second.transient = step - born;
  second.inPlace = std::move(inPlace);
  for (NetId net : inner) {
    erase(first.makes, net);
    erase(second.reads, net);
    jobs.numReaders(net) = 0;
  }
  second.reads.insert(second.reads.end(), first.reads.begin(),
                      first.reads.end());
  second.makes.insert(second.makes.end(), first.makes.begin(),
                      first.makes.end());
  jobs.absorb(u, v);
  return true;
}

void memopt::fuseLinked(Jobs &jobs, JobId job) {
  JobId before = jobs.linkedBefore(job);
  while (before != kNoOp && fuse(jobs, before, job))
    before = jobs.linkedBefore(job);
}

void memopt::fuseWithBefore(Jobs &jobs, JobId job) {
  bool changed = true;
  while (changed && jobs[job].before.size() <= kMaxEdges) {
    changed = false;
    for (JobId before : jobs.jobsBefore(job))
      if ((jobs[job].numBefore == 1 || jobs[before].numAfter == 1) &&
          fuse(jobs, before, job)) {
        changed = true;
        break;
      }
  }
  fuseLinked(jobs, job);
}

void memopt::fuseAll(Jobs &jobs) {
  for (JobId id = 0; id < jobs.numOps(); ++id)
    if (jobs.isJob(id))
      fuseWithBefore(jobs, id);
}
