//===- Trees.cpp - Trees and series-parallel parts in a row ---------------===//
//
// J. W. H. Liu, "An application of generalized tree pebbling to sparse matrix
// factorization", 1987, orders an in-tree by merging the hills and valleys of
// its subtrees. This is that merge, for parts of any graph: parallel chains of
// jobs that have the same jobs right before them and the same right after them.
// Merging such chains, then joining what is now in series (Fusion.cpp), turns
// an in-tree into a chain from its leaves to its root, an out-tree from its
// leaves backwards, and so every series-parallel part (Abdel-Wahab and Kameda,
// "Scheduling to minimize maximum cumulative cost subject to series-parallel
// precedence constraints", 1978; Kayaaslan, Lambert, Marchal and Ucar 2018).
//
// Conditions. Each job of the chains is constant: it adds n bytes, and its step
// takes h bytes over what was live, whatever was executed before. That is so if
// it is the one reader of each net it reads, once the readers that always come
// before others are dropped (Implied.cpp). So it may have workspace, several
// outputs with any number of readers outside, outputs that stay to the end,
// in-place pairs (the input always dies), and ordering edges; but an input that
// is shared and can die with one reader or with another excludes it. All
// predecessors of the chains' first jobs are common, and all successors of
// their last ones; the jobs in between have no others. Values live throughout
// (shared inputs that stay, and those of no size) are no nets.
//
// Why it is sound. Other jobs come before all jobs of the chains, after all, or
// are unrelated to all; and the chains' nets are read by the chains or after
// them. So the live bytes are a sum f(others executed) + g(chain jobs
// executed) until the chains end, and moving chain jobs about among themselves
// and against unrelated jobs is legal as long as they stay within the span that
// they take in an order. Let h and n be the hill and the gain of a job of a
// chain in normal form: first jobs with n < 0 by rising h, then jobs with n >=
// 0 by falling h - n (which is what fusing leaves). Take an order where job Y
// of one chain comes before X of another with no chain job in between, and L
// live bytes of the chains before Y:
//
//   n(Y) >= 0, n(X) >= 0, h(Y) - n(Y) <= h(X) - n(X): move Y to right after X.
//     What lies between sees L, not L + n(Y). X reaches L + h(X), less than
//     before by n(Y); Y reaches L + n(X) + h(Y) <= L + n(Y) + h(X), which X
//     reached in this place.
//   n(Y) < 0, n(X) < 0, h(X) <= h(Y): move X to right before Y. What lies
//     between sees less; X reaches L + h(X) <= L + h(Y); Y sees less.
//   n(Y) >= 0, n(X) < 0: if h(X) <= h(Y) move X to right before Y; else move Y
//     to right after X, which then reaches L + n(X) + h(Y) < L + n(Y) + h(X).
//
// No step of another job gets higher, and none of the chains' above one that
// was there. So some best order has the chains' jobs with n < 0 first, by
// rising h, then the others by falling h - n.
//
// Cost: O(k log k) for each merge of chains with k jobs together; quadratic in
// the jobs at worst, and capped. Stopping early is sound.
//
//===----------------------------------------------------------------------===//

#include "Trees.h"

#include "Fusion.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace memopt;

namespace {

class TreeMerger {
public:
  TreeMerger(Jobs &jobs, uint64_t maxWork)
      : jobs(jobs), stopAt(jobs.work + maxWork) {}

  void run();

private:
  /// Jobs in the order they must have, all constant and linked.
  using Chain = std::vector<JobId>;
  /// The jobs right before and right after a chain.
  using Ends = std::pair<std::vector<JobId>, std::vector<JobId>>;

  Chain chainUpTo(JobId last);
  Chain chainFrom(JobId first);
  bool mergeEqual(std::vector<Chain> chains);
  bool merge(const std::vector<Chain> &chains, const Ends &ends);
  bool pass(bool backward);
  bool over() const { return jobs.work >= stopAt; }

  Jobs &jobs;
  uint64_t stopAt;
};

} // namespace

/// The longest chain that ends in `last`; empty if that is not constant.
TreeMerger::Chain TreeMerger::chainUpTo(JobId last) {
  Chain chain;
  for (JobId id = last; id != kNoOp && jobs.isConstant(id);
       id = jobs.linkedBefore(id))
    chain.push_back(id);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// The longest chain that begins with `first`; empty if that is not constant.
TreeMerger::Chain TreeMerger::chainFrom(JobId first) {
  Chain chain;
  for (JobId id = first; id != kNoOp && jobs.isConstant(id);) {
    chain.push_back(id);
    id = jobs.onlyAfter(id);
    if (id != kNoOp && jobs[id].numBefore != 1)
      break;
  }
  return chain;
}

/// Puts chains with the same `ends` into one row. Returns whether it could.
bool TreeMerger::merge(const std::vector<Chain> &chains, const Ends &ends) {
  struct Place {
    bool rises;
    Bytes key;
    size_t rank;
    JobId job;
  };
  auto isBefore = [](const Place &a, const Place &b) {
    return std::tie(a.rises, a.key, a.rank) < std::tie(b.rises, b.key, b.rank);
  };
  std::vector<Place> row;
  for (const Chain &chain : chains) {
    for (JobId id : chain)
      fuseLinked(jobs, id);
    size_t begin = row.size();
    for (JobId id : chain) {
      if (!jobs.isJob(id))
        continue;
      Bytes hill = jobs.stepOf(id), gain = jobs.deltaOf(id);
      bool rises = gain >= 0;
      row.push_back({rises, rises ? gain - hill : hill, row.size(), id});
    }
    // Jobs with long lists are not fused, so this may not be the normal form.
    if (!std::is_sorted(row.begin() + static_cast<ptrdiff_t>(begin), row.end(),
                        isBefore))
      return false;
  }
  llvm::sort(row, isBefore);
  std::vector<JobId> order;
  order.reserve(row.size());
  for (const Place &place : row)
    order.push_back(place.job);
  jobs.setRow(order, ends.first, ends.second,
              static_cast<uint32_t>(chains.size()));
  for (JobId id : order)
    fuseLinked(jobs, id);
  return true;
}

/// Merges those of the chains that have the same neighbours. Returns whether
/// there were any.
bool TreeMerger::mergeEqual(std::vector<Chain> chains) {
  // Longer lists of neighbours are not compared.
  constexpr uint32_t kMaxEnds = 64;
  std::map<Ends, std::vector<Chain>> groups;
  for (Chain &chain : chains)
    if (!chain.empty() && jobs[chain.front()].numBefore <= kMaxEnds &&
        jobs[chain.back()].numAfter <= kMaxEnds) {
      Ends ends = {jobs.jobsBefore(chain.front()),
                   jobs.jobsAfter(chain.back())};
      groups[std::move(ends)].push_back(std::move(chain));
    }
  std::vector<JobId> neighbours;
  for (const auto &[ends, group] : groups) {
    if (group.size() < 2 || !merge(group, ends))
      continue;
    llvm::append_range(neighbours, ends.first);
    llvm::append_range(neighbours, ends.second);
    neighbours.push_back(jobs.jobOf(group[0][0]));
  }
  if (neighbours.empty())
    return false;
  for (JobId &id : neighbours)
    id = jobs.jobOf(id);
  llvm::sort(neighbours);
  neighbours.erase(std::unique(neighbours.begin(), neighbours.end()),
                   neighbours.end());
  for (JobId id : neighbours)
    jobs.refresh(id);
  return true;
}

/// Looks, for each job in turn, at the chains that end right before it (or
/// begin right after it).
bool TreeMerger::pass(bool backward) {
  bool changed = false;
  std::vector<Chain> chains;
  auto collect = [&](llvm::ArrayRef<JobId> candidates) {
    chains.clear();
    for (JobId id : candidates)
      if ((backward ? jobs[id].numBefore : jobs[id].numAfter) <= 1)
        chains.push_back(backward ? chainFrom(id) : chainUpTo(id));
    if (chains.size() >= 2)
      changed |= mergeEqual(std::move(chains));
  };
  uint32_t numOps = jobs.numOps();
  for (uint32_t turn = 0; turn < numOps && !over(); ++turn) {
    JobId id = backward ? numOps - 1 - turn : turn;
    if (!jobs.isJob(id))
      continue;
    if ((backward ? jobs[id].numAfter : jobs[id].numBefore) >= 2)
      collect(backward ? jobs.jobsAfter(id) : jobs.jobsBefore(id));
    if (jobs.isJob(id))
      fuseWithBefore(jobs, id);
  }
  // Those with nothing after (before) them.
  std::vector<JobId> last;
  for (JobId id = 0; id < numOps && !over(); ++id)
    if (jobs.isJob(id) &&
        (backward ? jobs[id].numBefore : jobs[id].numAfter) == 0)
      last.push_back(id);
  if (last.size() >= 2)
    collect(last);
  return changed;
}

void TreeMerger::run() {
  // Each pass turns trees of any depth into chains; more are for parts that are
  // series-parallel in turn.
  constexpr unsigned kMaxPasses = 16;
  fuseAll(jobs);
  for (unsigned i = 0; i < kMaxPasses && !over(); ++i) {
    bool changed = pass(/*backward=*/false);
    changed |= pass(/*backward=*/true);
    if (!changed)
      break;
  }
}

void memopt::lineariseTrees(Jobs &jobs, uint64_t maxWork) {
  TreeMerger(jobs, maxWork).run();
}
