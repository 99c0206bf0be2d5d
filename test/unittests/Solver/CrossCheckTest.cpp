//===- CrossCheckTest.cpp - Rules on against rules off --------------------===//
//
// Graphs too large for brute force, but small enough that a search with no
// rule, or with a memo and no other rule, ends. Deep valleys, and jumps between
// them, first appear at this size.
//
//===----------------------------------------------------------------------===//

#include "LongForm.h"
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

// With all rules off the search tries all orders, which ends for the narrow
// graphs only; for the others the truth is the search with nothing but a memo.
TEST(CrossCheck, AllRulesAgainstNone) {
  ScheduleOptions none = optionsFor(0);
  none.maxSteps = 200'000;
  ScheduleOptions memoOnly = optionsFor(0);
  memoOnly.useMemo = true;
  memoOnly.maxSteps = 20'000'000;
  uint64_t numGraphs = inForm(1400, 10'000);
  uint64_t byNone = 0, byMemo = 0, skipped = 0;
  FeatureCounts features;
  Progress progress(numGraphs);
  for (uint64_t seed = 0; byNone + byMemo < numGraphs; ++seed) {
    Graph graph = generateRandomGraph(seed, familyOf(seed));
    ScheduleOutcome truth = scheduleBranchAndBound(graph, none);
    bool ended = truth.status == Status::Optimal;
    if (!ended)
      truth = scheduleBranchAndBound(graph, memoOnly);
    if (truth.status != Status::Optimal) {
      ++skipped;
      ASSERT_LE(skipped, numGraphs / 5);
      continue;
    }
    ++(ended ? byNone : byMemo);
    features.add(graph);
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
    progress.step();
  }
  features.print();
  std::printf("[          ] %llu against no rule, %llu against the memo only, "
              "%llu left out since neither ended\n",
              static_cast<unsigned long long>(byNone),
              static_cast<unsigned long long>(byMemo),
              static_cast<unsigned long long>(skipped));
  EXPECT_GE(byNone, numGraphs / 10);
  EXPECT_GE(features.least(), numGraphs / 10);
}

} // namespace
