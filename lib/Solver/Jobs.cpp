//===- Jobs.cpp - A problem whose ops can be joined -----------------------===//

#include "Jobs.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>
#include <queue>

using namespace memopt;

Jobs::Jobs(const Problem &problem)
    : problem(problem), jobs(problem.numOps), parent(problem.numOps),
      nextOp(problem.numOps, kNoOp), readerCount(problem.numNets) {
  std::iota(parent.begin(), parent.end(), JobId(0));
  for (NetId net = 0; net < problem.numNets; ++net)
    readerCount[net] = problem.readers.size(net);
  for (OpId op = 0; op < problem.numOps; ++op) {
    Job &job = jobs[op];
    job.born = problem.born[op];
    job.kept = problem.kept[op];
    job.transient = problem.transient[op];
    job.reads = problem.reads[op].vec();
    job.makes = problem.makes[op].vec();
    job.inPlace = problem.inPlace[op].vec();
    job.before = problem.predecessors[op].vec();
    job.after = problem.successors[op].vec();
    job.numBefore = problem.predecessors.size(op);
    job.numAfter = problem.successors.size(op);
    job.firstOp = job.lastOp = job.place = op;
  }
}

JobId Jobs::jobOf(OpId op) {
  while (parent[op] != op) {
    parent[op] = parent[parent[op]];
    op = parent[op];
  }
  return op;
}

JobId Jobs::onlyBefore(JobId id) {
  return jobs[id].numBefore == 1 ? jobOf(jobs[id].before.front()) : kNoOp;
}

JobId Jobs::onlyAfter(JobId id) {
  return jobs[id].numAfter == 1 ? jobOf(jobs[id].after.front()) : kNoOp;
}

JobId Jobs::linkedBefore(JobId id) {
  JobId other = onlyBefore(id);
  return other != kNoOp && jobs[other].numAfter == 1 ? other : kNoOp;
}

// Of jobs in a row, only the first has more than one before it, and only the
// last more than one after it. So an entry is stale if the one entry on its
// side names another job.
std::vector<JobId> Jobs::jobsBefore(JobId id) {
  std::vector<JobId> result;
  for (OpId op : jobs[id].before) {
    JobId other = jobOf(op);
    if (jobs[other].numAfter > 1 || onlyAfter(other) == id)
      result.push_back(other);
  }
  work += jobs[id].before.size() + 1;
  llvm::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<JobId> Jobs::jobsAfter(JobId id) {
  std::vector<JobId> result;
  for (OpId op : jobs[id].after) {
    JobId other = jobOf(op);
    if (jobs[other].numBefore > 1 || onlyBefore(other) == id)
      result.push_back(other);
  }
  work += jobs[id].after.size() + 1;
  llvm::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

bool Jobs::isConstant(JobId id) {
  work += jobs[id].reads.size() + 1;
  return llvm::all_of(jobs[id].reads,
                      [&](NetId net) { return readerCount[net] == 1; });
}

Bytes Jobs::deltaOf(JobId id) const {
  Bytes bytes = jobs[id].born;
  for (NetId net : jobs[id].reads)
    bytes -= bytesOf(net);
  return bytes;
}

Bytes Jobs::stepOf(JobId id) const {
  Bytes bytes = jobs[id].born + jobs[id].transient;
  for (NetId net : jobs[id].inPlace)
    bytes -= bytesOf(net);
  return bytes;
}

void Jobs::absorb(JobId first, JobId second) {
  Job &from = jobs[first], &into = jobs[second];
  if (into.numBefore == 1 && from.numAfter == 1) {
    into.before = std::move(from.before);
    into.numBefore = from.numBefore;
  } else {
    // The lists of both, without each other; who is in both has one less.
    std::vector<JobId> allBefore = jobsBefore(first);
    llvm::append_range(allBefore, jobsBefore(second));
    std::vector<JobId> allAfter = jobsAfter(first);
    llvm::append_range(allAfter, jobsAfter(second));
    auto unite = [&](std::vector<JobId> &list, auto &&noteTwice) {
      std::vector<JobId> result;
      llvm::sort(list);
      for (size_t i = 0; i < list.size(); ++i) {
        if (list[i] == first || list[i] == second)
          continue;
        if (!result.empty() && result.back() == list[i])
          noteTwice(jobs[list[i]]);
        else
          result.push_back(list[i]);
      }
      return result;
    };
    into.before = unite(allBefore, [&](Job &job) {
      if (--job.numAfter == 1)
        job.after = {second};
    });
    into.after = unite(allAfter, [&](Job &job) {
      if (--job.numBefore == 1)
        job.before = {second};
    });
    into.numBefore = static_cast<uint32_t>(into.before.size());
    into.numAfter = static_cast<uint32_t>(into.after.size());
  }
  parent[first] = second;
  nextOp[from.lastOp] = into.firstOp;
  into.firstOp = from.firstOp;
  from = Job();
}

void Jobs::setRow(llvm::ArrayRef<JobId> row, llvm::ArrayRef<JobId> before,
                  llvm::ArrayRef<JobId> after, uint32_t numChains) {
  for (size_t i = 0; i < row.size(); ++i) {
    Job &job = jobs[row[i]];
    if (i == 0)
      job.before.assign(before.begin(), before.end());
    else
      job.before = {row[i - 1]};
    if (i + 1 == row.size())
      job.after.assign(after.begin(), after.end());
    else
      job.after = {row[i + 1]};
    job.numBefore = static_cast<uint32_t>(i == 0 ? before.size() : 1);
    job.numAfter =
        static_cast<uint32_t>(i + 1 == row.size() ? after.size() : 1);
  }
  for (JobId other : before) {
    jobs[other].numAfter -= numChains - 1;
    if (jobs[other].numAfter == 1)
      jobs[other].after = {row.front()};
  }
  for (JobId other : after) {
    jobs[other].numBefore -= numChains - 1;
    if (jobs[other].numBefore == 1)
      jobs[other].before = {row.back()};
  }
  work += row.size() + before.size() + after.size();
}

void Jobs::refresh(JobId id) {
  jobs[id].before = jobsBefore(id);
  jobs[id].after = jobsAfter(id);
}

Problem Jobs::toProblem(Lists &ops) {
  std::vector<JobId> order;
  std::vector<uint32_t> waitsFor(numOps());
  std::vector<std::vector<JobId>> next(numOps());
  using Entry = std::pair<OpId, JobId>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> ready;
  for (JobId id = 0; id < numOps(); ++id) {
    if (!isJob(id))
      continue;
    next[id] = jobsAfter(id);
    waitsFor[id] = jobs[id].numBefore;
    if (waitsFor[id] == 0)
      ready.push({jobs[id].place, id});
  }
  std::vector<uint32_t> numberOf(numOps());
  while (!ready.empty()) {
    JobId id = ready.top().second;
    ready.pop();
    numberOf[id] = static_cast<uint32_t>(order.size());
    order.push_back(id);
    for (JobId other : next[id])
      if (--waitsFor[other] == 0)
        ready.push({jobs[other].place, other});
  }

  Problem result;
  result.numOps = static_cast<uint32_t>(order.size());
  result.entry = problem.entry;
  result.exit = problem.exit;
  // Nets that nothing reads any more are inside a job.
  constexpr NetId kNoNet = ~NetId(0);
  std::vector<NetId> netOf(problem.numNets, kNoNet);
  for (NetId net = 0; net < problem.numNets; ++net) {
    if (readerCount[net] == 0)
      continue;
    netOf[net] = result.numNets++;
    OpId producer = problem.producer[net];
    result.producer.push_back(producer == kNoOp ? kNoOp
                                                : numberOf[jobOf(producer)]);
    result.netBytes.push_back(problem.netBytes[net]);
  }
  Lists reads;
  std::vector<uint32_t> list;
  for (JobId id : order) {
    const Job &job = jobs[id];
    result.born.push_back(job.born);
    result.kept.push_back(job.kept);
    result.transient.push_back(job.transient);
    list.clear();
    for (JobId other : jobsBefore(id))
      list.push_back(numberOf[other]);
    llvm::sort(list);
    for (uint32_t before : list)
      result.predecessors.append(before);
    result.predecessors.endList();
    for (NetId net : job.reads)
      reads.append(netOf[net]);
    reads.endList();
    list.clear();
    for (NetId net : job.inPlace)
      list.push_back(netOf[net]);
    llvm::sort(list);
    for (NetId net : list)
      result.inPlace.append(net);
    result.inPlace.endList();
    result.hasInPlace |= !list.empty();
    for (OpId op = job.firstOp;; op = nextOp[op]) {
      ops.append(op);
      if (op == job.lastOp)
        break;
    }
    ops.endList();
  }
  result.readers = reads.inverted(result.numNets);
  completeLists(result);
  return result;
}
