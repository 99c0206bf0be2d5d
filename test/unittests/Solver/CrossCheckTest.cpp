//===- CrossCheckTest.cpp - Rules on against rules off --------------------===//
//
// Graphs too large for brute force, but small enough that a search with a memo
// and no other rule ends. Deep valleys, and jumps between them, first appear at
// this size.
//
//===----------------------------------------------------------------------===//

#include "TestOptions.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

RandomGraphOptions familyOf(uint64_t seed) {
  RandomGraphOptions options;
  options.numOps = 14 + static_cast<unsigned>(seed % 19);
  options.window = 3 + static_cast<unsigned>(seed / 19 % 5);
  options.maxInputs = 2;
  options.sources = 10;
  if (seed % 2) {
    options.moreOutputs = options.workspace = options.inPlace = 0;
    options.afterEdges = options.liveOutOthers = options.maxEntryBuffers = 0;
    options.liveOutLeaves = 100;
  }
  if (seed % 4 == 2)
    options.inPlace = 60;
  return options;
}

TEST(CrossCheck, AllRulesAgainstMemoOnly) {
  ScheduleOptions plain = optionsFor(0);
  plain.useMemo = true;
  plain.maxSteps = 20'000'000;
  unsigned compared = 0;
  for (uint64_t seed = 0; seed < 1500; ++seed) {
    Graph graph = generateRandomGraph(seed, familyOf(seed));
    ScheduleOutcome truth = scheduleBranchAndBound(graph, plain);
    if (truth.status != Status::Optimal)
      continue;
    ++compared;
    ScheduleOutcome outcome = scheduleAuto(graph);
    ASSERT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
    ASSERT_EQ(outcome.peak, truth.peak) << "seed " << seed;
    ASSERT_EQ(outcome.lowerBound, truth.peak) << "seed " << seed;

    // The search alone, without a bound that could hide a mistake of its.
    unsigned combination =
        static_cast<unsigned>(Random(seed).below(kNumCombinations));
    ScheduleOptions some = optionsFor(combination);
    some.useMemo = true;
    some.useCutBound = false;
    outcome = scheduleBranchAndBound(graph, some);
    ASSERT_EQ(outcome.peak, truth.peak)
        << "seed " << seed << ", combination " << combination;
    ASSERT_LE(outcome.lowerBound, truth.peak) << "seed " << seed;
  }
  EXPECT_GE(compared, 1400u);
}

} // namespace
