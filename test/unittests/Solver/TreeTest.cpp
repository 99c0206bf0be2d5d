//===- TreeTest.cpp - Trees against Liu's optimal algorithm ---------------===//
//
// In-trees of many shapes and sizes, 12 to 200 ops, and out-trees, which are
// in-trees run backwards.
//
//===----------------------------------------------------------------------===//

#include "Liu.h"
#include "LongForm.h"
#include "TestOptions.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

TEST(Trees, BranchAndBoundMatchesLiu) {
  uint64_t numTrees = inForm(400, 3000);
  Progress progress(numTrees);
  for (uint64_t seed = 0; seed < numTrees; ++seed) {
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
    progress.step();
  }
}

// Without the reductions that merge hills and valleys as Liu does, the same is
// left to the search: its commits, its jumps, and its bounds.
TEST(Trees, TheSearchWithoutReductionsMatchesLiu) {
  uint64_t numTrees = inForm(300, 3000);
  uint64_t proved = 0;
  Progress progress(numTrees);
  for (uint64_t seed = 0; seed < numTrees; ++seed) {
    unsigned numOps = 12 + static_cast<unsigned>(seed * 11 % 189);
    Graph graph = generateTree(seed + 5000, numOps, seed % 2 ? 10 : 1000);
    Bytes truth = liuPeak(graph);
    ScheduleOptions options;
    options.useTrees = options.useFusion = options.useImplied = false;
    options.useCutBound = seed % 3 == 0;
    options.useBackward = seed % 5 < 3;
    options.useSplit = options.useProbing = seed % 7 < 3;
    options.maxSteps = 300'000;
    ScheduleOutcome outcome = scheduleBranchAndBound(graph, options);
    ASSERT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
    ASSERT_GE(outcome.peak, truth) << "seed " << seed;
    ASSERT_LE(outcome.lowerBound, truth) << "seed " << seed;
    proved += outcome.status == Status::Optimal;
    progress.step();
  }
  std::printf("[          ] %llu of %llu trees proved by the search\n",
              static_cast<unsigned long long>(proved),
              static_cast<unsigned long long>(numTrees));
  EXPECT_GE(proved, numTrees * 9 / 10);
}

/// The tree with all edges turned round: what an op made is now an input of its
/// own, from the op that read it.
Graph turnedRound(const Graph &tree) {
  Graph graph;
  OpId last = tree.numOps() - 1;
  for (OpId i = 0; i <= last; ++i)
    graph.addOp();
  for (OpId i = 0; i <= last; ++i) {
    const Buffer &output = tree.buffers[tree.ops[last - i].outputs[0]];
    OpId producer = i == 0 ? kNoOp : last - output.readers[0];
    graph.addRead(i, graph.addBuffer(output.bytes, producer));
  }
  return graph;
}

// Nothing is left to search: a few steps per op suffice.
void expectSolvedWithoutSearch(const Graph &graph, Bytes truth, uint64_t seed) {
  ASSERT_FALSE(checkGraph(graph));
  ScheduleOptions options;
  options.maxSteps = uint64_t(100) * graph.numOps();
  ScheduleOutcome outcome = scheduleAuto(graph, options);
  ASSERT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
  ASSERT_EQ(outcome.peak, truth) << "seed " << seed;
  ASSERT_EQ(outcome.lowerBound, truth) << "seed " << seed;
  ASSERT_EQ(outcome.status, Status::Optimal);
  ASSERT_LE(outcome.steps, uint64_t(20) * graph.numOps()) << "seed " << seed;
}

TEST(Trees, InTreesAndOutTreesNeedNoSearch) {
  uint64_t numTrees = inForm(1500, 3000);
  for (uint64_t seed = 0; seed < numTrees; ++seed) {
    unsigned numOps = 12 + static_cast<unsigned>(seed * 7 % 189);
    unsigned maxUnits = seed % 3 == 0 ? 3 : seed % 3 == 1 ? 30 : 100000;
    Graph graph = generateTree(seed, numOps, maxUnits);
    Bytes truth = liuPeak(graph);
    expectSolvedWithoutSearch(graph, truth, seed);
    expectSolvedWithoutSearch(turnedRound(graph), truth, seed);
    if (HasFatalFailure())
      return;
  }
}

// Backwards and forwards, with jumps to deeper valleys and without bounds that
// would end the search early.
TEST(Trees, EveryCombinationMatchesLiuOnSmallTrees) {
  uint64_t end = inForm(2000, 31'000);
  for (uint64_t seed = 1000; seed < end; ++seed) {
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
