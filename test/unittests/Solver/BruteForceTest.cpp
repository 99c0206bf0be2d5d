//===- BruteForceTest.cpp - Branch and bound against all orders -----------===//
//
// The least peak of small graphs by dynamic programming over all sets of
// executed ops, straight from the definitions in Graph.h, against the
// schedulers under every combination of pruning rules.
//
//===----------------------------------------------------------------------===//

#include "BruteForce.h"
#include "LongForm.h"
#include "TestOptions.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

void expectOptimal(const Graph &graph, const ScheduleOutcome &outcome,
                   Bytes truth, uint64_t seed, unsigned combination) {
  auto violation = checkSchedule(graph, outcome.order, outcome.peak);
  ASSERT_FALSE(violation) << violation->message << ", seed " << seed;
  ASSERT_EQ(outcome.peak, truth)
      << "seed " << seed << ", combination " << combination;
  ASSERT_EQ(outcome.lowerBound, truth)
      << "seed " << seed << ", combination " << combination;
  ASSERT_EQ(outcome.status, Status::Optimal);
  if (outcome.peak == outcome.inputPeak) {
    ASSERT_EQ(outcome.order, inputOrder(graph)) << "seed " << seed;
  }
}

// The rows of TestOptions.h hold any three rules in all settings together; the
// graphs go through all combinations between them.
TEST(BruteForce, RandomGraphsWithAllCombinationsInTurn) {
  uint64_t numGraphs = inForm(2560, 100'000);
  FeatureCounts features;
  std::vector<uint32_t> timesSeen(kNumCombinations);
  Progress progress(numGraphs);
  for (uint64_t seed = 0; seed < numGraphs; ++seed) {
    Graph graph = generateRandomGraph(seed, smallFamily(seed));
    ASSERT_FALSE(checkGraph(graph));
    features.add(graph);
    Bytes truth = leastPeak(graph);
    expectOptimal(graph, scheduleAuto(graph), truth, seed, ~0u);
    expectOptimal(graph, scheduleBranchAndBound(graph), truth, seed, ~0u);
    // Not in step with the families, which repeat with the seed.
    auto shift = static_cast<unsigned>((seed + seed / kNumShifts) % kNumShifts);
    for (unsigned row = 0; row < kNumRows; ++row) {
      unsigned combination = combinationAt(row, shift);
      ++timesSeen[combination];
      expectOptimal(graph, scheduleAuto(graph, optionsFor(combination)), truth,
                    seed, combination);
    }
    if (HasFatalFailure())
      return;
    progress.step();
  }
  features.print();
  uint32_t least = *std::min_element(timesSeen.begin(), timesSeen.end());
  std::printf("[          ] each of %u combinations on %u graphs or more\n",
              kNumCombinations, least);
  EXPECT_GE(least, numGraphs / kNumShifts);
  EXPECT_GE(features.least(), numGraphs / 10);
}

TEST(BruteForce, RowsHoldAnyThreeRulesInAllSettings) {
  for (unsigned shift : {0u, 1u, kNumShifts - 1})
    for (unsigned a = 0; a < kNumRules; ++a)
      for (unsigned b = a + 1; b < kNumRules; ++b)
        for (unsigned c = b + 1; c < kNumRules; ++c) {
          unsigned seen[8] = {};
          for (unsigned row = 0; row < kNumRows; ++row) {
            unsigned combination = combinationAt(row, shift);
            ++seen[(combination >> a & 1) | (combination >> b & 1) << 1 |
                   (combination >> c & 1) << 2];
          }
          for (unsigned times : seen)
            ASSERT_EQ(times, 4u) << a << ' ' << b << ' ' << c;
        }
}

TEST(BruteForce, FewGraphsWithAllCombinations) {
  uint64_t numGraphs = inForm(18, 180);
  for (uint64_t seed = 0; seed < numGraphs; ++seed) {
    // The largest of each family.
    Graph graph = generateRandomGraph(seed + 50000, smallFamily(seed * 10 + 9));
    Bytes truth = leastPeak(graph);
    for (unsigned i = 0; i < kNumCombinations; ++i) {
      expectOptimal(graph, scheduleAuto(graph, optionsFor(i)), truth, seed, i);
      if (HasFatalFailure())
        return;
    }
  }
}

// The heuristics are valid, never better than the truth, and their bounds never
// above it.
TEST(BruteForce, HeuristicsAreWithinTheTruth) {
  for (uint64_t seed = 100000; seed < 103000; ++seed) {
    Graph graph = generateRandomGraph(seed, smallFamily(seed));
    Bytes truth = leastPeak(graph);
    for (auto *schedule : {scheduleInputOrder, scheduleGreedy}) {
      ScheduleOutcome outcome = schedule(graph, ScheduleOptions());
      ASSERT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
      if (schedule == scheduleInputOrder) {
        ASSERT_EQ(outcome.order, inputOrder(graph)) << "seed " << seed;
      }
      ASSERT_LE(truth, outcome.peak) << "seed " << seed;
      ASSERT_LE(outcome.lowerBound, truth) << "seed " << seed;
      ASSERT_LE(outcome.peak, outcome.inputPeak) << "seed " << seed;
      ASSERT_EQ(outcome.status == Status::Optimal,
                outcome.peak == outcome.lowerBound);
    }
  }
}

} // namespace
