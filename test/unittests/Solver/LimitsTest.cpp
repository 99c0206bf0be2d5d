//===- LimitsTest.cpp - Step limits, memory limits, determinism -----------===//

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

/// A graph that takes the search a while: many long-lived values of plain
/// sizes.
Graph hardGraph(uint64_t seed, unsigned numOps) {
  RandomGraphOptions options;
  options.numOps = numOps;
  options.window = 24;
  options.maxInputs = 3;
  options.maxUnits = 6;
  options.sources = 3;
  return generateRandomGraph(seed, options);
}

TEST(Limits, StoppedAtAnyStepTheAnswerIsSound) {
  Graph graph = hardGraph(1, 70);
  ScheduleOutcome best = scheduleAuto(graph);
  ASSERT_EQ(best.status, Status::Optimal);
  bool wasStopped = false;
  Bytes lastPeak = best.inputPeak;
  for (uint64_t maxSteps : {1, 10, 100, 1000, 10'000, 100'000, 1'000'000}) {
    ScheduleOptions options;
    options.maxSteps = maxSteps;
    ScheduleOutcome outcome = scheduleAuto(graph, options);
    EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
    EXPECT_LE(outcome.lowerBound, best.peak);
    EXPECT_GE(outcome.peak, best.peak);
    EXPECT_LE(outcome.peak, lastPeak);
    EXPECT_LE(outcome.steps, maxSteps + 100'000);
    EXPECT_EQ(outcome.status == Status::Optimal,
              outcome.peak == outcome.lowerBound);
    wasStopped |= outcome.status == Status::LimitReached;
    lastPeak = outcome.peak;
  }
  EXPECT_TRUE(wasStopped);
}

TEST(Limits, AFullMemoForgetsButStaysRight) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    Graph graph = hardGraph(seed, 40);
    ScheduleOutcome best = scheduleAuto(graph);
    ASSERT_EQ(best.status, Status::Optimal);
    for (uint64_t bytes : {uint64_t(0), uint64_t(4096)}) {
      ScheduleOptions options;
      options.maxMemoBytes = bytes;
      ScheduleOutcome outcome = scheduleAuto(graph, options);
      EXPECT_LE(outcome.lowerBound, best.peak);
      EXPECT_GE(outcome.peak, best.peak);
      if (outcome.status == Status::Optimal) {
        EXPECT_EQ(outcome.peak, best.peak);
      }
    }
  }
}

TEST(Limits, TimeLimitStopsTheSearch) {
  // Plain values in wide, dense wiring: no search of today ends here.
  RandomGraphOptions family;
  family.numOps = 300;
  family.window = 80;
  family.sources = family.moreOutputs = family.workspace = 0;
  family.afterEdges = family.inPlace = family.liveOutOthers = 0;
  Graph graph = generateRandomGraph(7, family);
  ScheduleOptions options;
  options.maxSteps = UINT64_MAX;
  options.timeLimitMs = 50;
  ScheduleOutcome outcome = scheduleAuto(graph, options);
  EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
  EXPECT_EQ(outcome.status, Status::LimitReached);
  EXPECT_LT(outcome.lowerBound, outcome.peak);
  EXPECT_LT(outcome.peak, outcome.inputPeak);
}

TEST(Limits, SameAnswerEachTime) {
  for (uint64_t seed = 0; seed < 10; ++seed) {
    Graph graph = hardGraph(seed, 120);
    ScheduleOptions options;
    options.maxSteps = 200'000;
    ScheduleOutcome first = scheduleAuto(graph, options);
    for (int run = 0; run < 3; ++run) {
      ScheduleOutcome again = scheduleAuto(graph, options);
      EXPECT_EQ(again.order, first.order);
      EXPECT_EQ(again.peak, first.peak);
      EXPECT_EQ(again.lowerBound, first.lowerBound);
      EXPECT_EQ(again.steps, first.steps);
    }
  }
}

//===----------------------------------------------------------------------===//
// Big input
//===----------------------------------------------------------------------===//

void expectBounded(const Graph &graph) {
  ASSERT_FALSE(checkGraph(graph));
  ScheduleOptions options;
  options.maxSteps = 3'000'000;
  ScheduleOutcome outcome = scheduleAuto(graph, options);
  EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
  EXPECT_LE(outcome.peak, outcome.inputPeak);
  EXPECT_LE(outcome.lowerBound, outcome.peak);
}

TEST(BigInput, LongChain) {
  Graph graph;
  for (OpId i = 0; i < 1'000'000; ++i) {
    OpId op = graph.addOp();
    if (i > 0)
      graph.addRead(op, i - 1);
    graph.addBuffer(8, op);
  }
  expectBounded(graph);
}

TEST(BigInput, ManyOpsWithoutEdges) {
  Graph graph;
  for (OpId i = 0; i < 100'000; ++i)
    graph.addBuffer(1 + i % 7, graph.addOp(), /*liveOut=*/i % 3 == 0);
  expectBounded(graph);
}

TEST(BigInput, OneOpWithManyInputs) {
  Graph graph;
  for (OpId i = 0; i < 50'000; ++i)
    graph.addBuffer(1 + i % 5, graph.addOp(i % 11));
  OpId sum = graph.addOp();
  for (BufferId i = 0; i < 50'000; ++i)
    graph.addRead(sum, i);
  graph.addBuffer(1, sum, /*liveOut=*/true);
  expectBounded(graph);
}

TEST(BigInput, OneValueWithManyReaders) {
  Graph graph;
  BufferId value = graph.addBuffer(100, graph.addOp());
  for (OpId i = 0; i < 50'000; ++i) {
    OpId op = graph.addOp(i % 13);
    graph.addRead(op, value);
    graph.addBuffer(i % 3, op, /*liveOut=*/i % 2 == 0);
  }
  expectBounded(graph);
}

TEST(BigInput, RandomGraphOfManyOps) {
  RandomGraphOptions options;
  options.numOps = 100'000;
  options.window = 200;
  options.maxUnits = 1000;
  expectBounded(generateRandomGraph(5, options));
}

} // namespace
