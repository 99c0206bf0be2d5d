//===- ScheduleTest.cpp - Live bytes of an order --------------------------===//

#include "memopt/Model/Schedule.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

void expectStep(StepBytes step, Bytes before, Bytes during, Bytes after) {
  EXPECT_EQ(step.before, before);
  EXPECT_EQ(step.during, during);
  EXPECT_EQ(step.after, after);
}

TEST(Schedule, ProfileOfAChainWithWorkspaceAndADeadValue) {
  Graph graph;
  BufferId argument = graph.addBuffer(5, kNoOp);
  OpId first = graph.addOp(/*workspace=*/100);
  graph.addRead(first, argument);
  BufferId value = graph.addBuffer(20, first);
  graph.addBuffer(7, first);
  OpId second = graph.addOp();
  graph.addRead(second, value);
  graph.addRead(second, value);
  graph.addBuffer(3, second, /*liveOut=*/true);
  ASSERT_FALSE(checkGraph(graph));

  LiveProfile profile = computeLiveProfile(graph, inputOrder(graph));
  EXPECT_EQ(profile.atEntry, 5);
  expectStep(profile.steps[0], 5, 132, 20);
  expectStep(profile.steps[1], 20, 23, 3);
  EXPECT_EQ(profile.peak, 132);
  EXPECT_EQ(profile.peakStep, 0u);
  EXPECT_EQ(profile.noFree, 135);
}

TEST(Schedule, AnArgumentThatNothingReadsIsThereAtEntryOnly) {
  Graph graph;
  graph.addBuffer(50, kNoOp);
  BufferId kept = graph.addBuffer(1, kNoOp, /*liveOut=*/true);
  graph.addBuffer(10, graph.addOp());
  LiveProfile profile = computeLiveProfile(graph, {0});
  EXPECT_EQ(profile.atEntry, 51);
  expectStep(profile.steps[0], 1, 11, 1);
  EXPECT_EQ(profile.peak, 51);
  EXPECT_EQ(liveDuringStep(graph, {0}, 0), (std::vector<BufferId>{kept, 2}));
}

TEST(Schedule, InPlaceSavesOnlyInTheLastReadersStep) {
  Graph graph;
  BufferId value = graph.addBuffer(10, graph.addOp());
  OpId update = graph.addOp();
  graph.addRead(update, value);
  BufferId updated = graph.addBuffer(10, update, /*liveOut=*/true);
  graph.ops[update].inPlace.push_back({updated, value});
  OpId reader = graph.addOp();
  graph.addRead(reader, value);
  ASSERT_FALSE(checkGraph(graph));

  std::vector<OpId> updateFirst = {0, update, reader};
  expectStep(computeLiveProfile(graph, updateFirst).steps[1], 10, 20, 20);
  EXPECT_EQ(liveDuringStep(graph, updateFirst, 1),
            (std::vector<BufferId>{value, updated}));
  std::vector<OpId> updateLast = {0, reader, update};
  expectStep(computeLiveProfile(graph, updateLast).steps[2], 10, 10, 10);
  EXPECT_EQ(liveDuringStep(graph, updateLast, 2),
            (std::vector<BufferId>{updated}));
}

TEST(Schedule, TheBuffersLiveDuringAStepAddUpToItsBytes) {
  for (uint64_t seed = 0; seed < 500; ++seed) {
    RandomGraphOptions options;
    options.numOps = 12;
    options.inPlace = 40;
    Graph graph = generateRandomGraph(seed, options);
    std::vector<OpId> order = inputOrder(graph);
    LiveProfile profile = computeLiveProfile(graph, order);
    for (size_t position = 0; position < order.size(); ++position) {
      Bytes sum = graph.ops[order[position]].workspace;
      for (BufferId buffer : liveDuringStep(graph, order, position))
        sum += graph.buffers[buffer].bytes;
      ASSERT_EQ(sum, profile.steps[position].during) << "seed " << seed;
    }
  }
}

} // namespace
