//===- TreeTest.cpp - Trees against Liu's optimal algorithm ---------------===//
//
// Liu's algorithm orders an in-tree optimally: the order of each subtree is cut
// into segments at its hills and valleys, and the segments of the children are
// merged by descending hill minus valley. J. W. H. Liu, "An application of
// generalized tree pebbling to sparse matrix factorization", 1987.
//
//===----------------------------------------------------------------------===//

#include "TestOptions.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

#include <algorithm>

using namespace memopt;

namespace {

/// A stretch of an order: the most live bytes in it, and what is live at its
/// end, both counted from the start of the subtree's order.
struct Segment {
  Bytes hill;
  Bytes valley;
};

/// Cuts a profile of (hill, valley) pairs into the segments of Liu's normal
/// form: the last highest hill, then the last lowest valley after it, and so
/// on.
std::vector<Segment> normalise(const std::vector<Segment> &profile) {
  std::vector<Segment> result;
  size_t begin = 0;
  while (begin < profile.size()) {
    size_t hill = begin;
    for (size_t i = begin; i < profile.size(); ++i)
      if (profile[i].hill >= profile[hill].hill)
        hill = i;
    size_t valley = hill;
    for (size_t i = hill; i < profile.size(); ++i)
      if (profile[i].valley <= profile[valley].valley)
        valley = i;
    result.push_back({profile[hill].hill, profile[valley].valley});
    begin = valley + 1;
  }
  return result;
}

/// The optimal segments of the subtree of `op`, whose children come earlier.
Bytes liuPeak(const Graph &graph) {
  std::vector<std::vector<Segment>> segments(graph.numOps());
  for (OpId op = 0; op < graph.numOps(); ++op) {
    // Segments of all children as differences, to be merged. A child's are in
    // descending order already, and stay in theirs.
    std::vector<std::pair<Bytes, size_t>> rank;
    std::vector<Segment> segmentsOfChildren;
    Bytes inputs = 0;
    for (BufferId input : graph.ops[op].inputs) {
      Bytes base = 0;
      for (Segment segment : segments[graph.buffers[input].producer]) {
        rank.push_back({segment.valley - segment.hill, rank.size()});
        segmentsOfChildren.push_back(
            {segment.hill - base, segment.valley - base});
        base = segment.valley;
      }
      inputs += graph.buffers[input].bytes;
    }
    std::sort(rank.begin(), rank.end());
    std::vector<Segment> merged;
    merged.reserve(rank.size());
    for (auto [fall, index] : rank)
      merged.push_back(segmentsOfChildren[index]);
    std::vector<Segment> profile;
    Bytes base = 0;
    for (Segment segment : merged) {
      profile.push_back({base + segment.hill, base + segment.valley});
      base += segment.valley;
    }
    Bytes output = graph.buffers[graph.ops[op].outputs[0]].bytes;
    profile.push_back({inputs + output, output});
    segments[op] = normalise(profile);
  }
  Bytes peak = 0;
  for (Segment segment : segments.back())
    peak = std::max(peak, segment.hill);
  return peak;
}

TEST(Trees, BranchAndBoundMatchesLiu) {
  for (uint64_t seed = 0; seed < 400; ++seed) {
    unsigned numOps = 12 + static_cast<unsigned>(seed * 7 % 189);
    Graph graph = generateTree(seed, numOps, seed % 2 ? 10 : 1000);
    Bytes truth = liuPeak(graph);
    ScheduleOutcome outcome = scheduleBranchAndBound(graph);
    ASSERT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
    ASSERT_GE(outcome.peak, truth) << "seed " << seed;
    ASSERT_LE(outcome.lowerBound, truth) << "seed " << seed;
    EXPECT_EQ(outcome.peak, truth) << "seed " << seed << ", " << numOps;
    EXPECT_EQ(outcome.status, Status::Optimal)
        << "seed " << seed << ", " << numOps;
  }
}

// Backwards and forwards, with jumps to deeper valleys and without bounds that
// would end the search early.
TEST(Trees, EveryCombinationMatchesLiuOnSmallTrees) {
  for (uint64_t seed = 1000; seed < 2000; ++seed) {
    unsigned numOps = 12 + static_cast<unsigned>(seed % 13);
    Graph graph = generateTree(seed, numOps, 12);
    unsigned combination =
        static_cast<unsigned>(Random(seed).below(kNumCombinations));
    ScheduleOptions options = optionsFor(combination);
    // A search without a memo repeats itself too often to end.
    options.useMemo = true;
    ScheduleOutcome outcome = scheduleBranchAndBound(graph, options);
    ASSERT_EQ(outcome.peak, liuPeak(graph))
        << "seed " << seed << ", combination " << combination;
    ASSERT_EQ(outcome.status, Status::Optimal);
  }
}

} // namespace
