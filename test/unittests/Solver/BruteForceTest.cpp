//===- BruteForceTest.cpp - Branch and bound against all orders -----------===//
//
// The least peak of small graphs by dynamic programming over all sets of
// executed ops, straight from the definitions in Graph.h, against the
// schedulers under every combination of pruning rules.
//
//===----------------------------------------------------------------------===//

#include "BruteForce.h"
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

// The combination changes from graph to graph.
TEST(BruteForce, RandomGraphsInTurnWithEachCombination) {
  for (uint64_t seed = 0; seed < 24000; ++seed) {
    Graph graph = generateRandomGraph(seed, smallFamily(seed));
    ASSERT_FALSE(checkGraph(graph));
    Bytes truth = leastPeak(graph);
    unsigned combination =
        static_cast<unsigned>(Random(seed).below(kNumCombinations));
    ScheduleOptions options = optionsFor(combination);
    expectOptimal(graph, scheduleBranchAndBound(graph, options), truth, seed,
                  combination);
    expectOptimal(graph, scheduleAuto(graph), truth, seed, ~0u);
    if (HasFatalFailure())
      return;
  }
}

TEST(BruteForce, FewGraphsWithAllCombinations) {
  for (uint64_t seed = 0; seed < 18; ++seed) {
    // The largest of each family.
    Graph graph = generateRandomGraph(seed + 50000, smallFamily(seed * 9 + 8));
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
