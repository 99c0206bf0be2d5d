//===- AnytimeTest.cpp - Stopped at any step ------------------------------===//
//
// Wherever the search stops there are a valid order, a bound, and the gap
// between the two. The graphs take the search a while: irregular wirings of
// plain values, and layers.
//
//===----------------------------------------------------------------------===//

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

/// A ring of `numOps` cut open, in which each op reads its two predecessors or,
/// by chance, any earlier op instead (after Watts and Strogatz 1998).
Graph makeWiring(uint64_t seed, unsigned numOps) {
  Random random(seed);
  Graph graph;
  for (unsigned i = 0; i < numOps; ++i) {
    OpId op = graph.addOp();
    for (unsigned back = 1; back <= std::min(i, 2u); ++back)
      graph.addRead(op, random.chance(60)
                            ? static_cast<BufferId>(random.below(i))
                            : i - back);
    graph.addBuffer(static_cast<Bytes>(1 + random.below(9)), op,
                    /*liveOut=*/i + 1 == numOps);
  }
  return graph;
}

/// Layers of `width` ops, each of which reads one to three values of the layer
/// before.
Graph makeLayers(uint64_t seed, unsigned numLayers, unsigned width) {
  Random random(seed);
  Graph graph;
  for (unsigned i = 0; i < numLayers * width; ++i) {
    OpId op = graph.addOp(static_cast<Bytes>(random.below(4)));
    if (i >= width)
      for (uint64_t reads = 1 + random.below(3); reads > 0; --reads)
        graph.addRead(op, static_cast<BufferId>(i - i % width - width +
                                                random.below(width)));
    graph.addBuffer(static_cast<Bytes>(1 + random.below(50)), op);
  }
  return graph;
}

/// How many of the runs were stopped with a gap, and with none.
struct Stops {
  unsigned open = 0;
  unsigned closed = 0;
};

void expectSoundAtAnyStep(const Graph &graph, Stops &stops) {
  ASSERT_FALSE(checkGraph(graph));
  ScheduleOutcome best = scheduleAuto(graph);
  ASSERT_EQ(best.status, Status::Optimal);
  for (uint64_t maxSteps :
       {0, 1, 2, 3, 5, 10, 30, 100, 300, 1000, 3000, 10'000, 30'000, 100'000}) {
    SCOPED_TRACE(maxSteps);
    ScheduleOptions options;
    options.maxSteps = maxSteps;
    ScheduleOutcome outcome = scheduleAuto(graph, options);
    EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
    EXPECT_LE(outcome.lowerBound, best.peak);
    EXPECT_GE(outcome.peak, best.peak);
    EXPECT_LE(outcome.peak, outcome.inputPeak);
    EXPECT_EQ(outcome.status, outcome.peak == outcome.lowerBound
                                  ? Status::Optimal
                                  : Status::LimitReached);
    double percent = gapPercent(outcome.peak, outcome.lowerBound);
    EXPECT_EQ(percent > 0, outcome.status == Status::LimitReached);
    EXPECT_LE(percent, 100);
    ++(percent > 0 ? stops.open : stops.closed);

    ScheduleOutcome again = scheduleAuto(graph, options);
    EXPECT_EQ(again.order, outcome.order);
    EXPECT_EQ(again.peak, outcome.peak);
    EXPECT_EQ(again.lowerBound, outcome.lowerBound);
    EXPECT_EQ(again.steps, outcome.steps);
  }
}

TEST(Anytime, IrregularWirings) {
  Stops stops;
  for (uint64_t seed = 0; seed < 6; ++seed)
    expectSoundAtAnyStep(makeWiring(seed, 30 + 5 * static_cast<unsigned>(seed)),
                         stops);
  EXPECT_GE(stops.open, 20u);
  EXPECT_GE(stops.closed, 6u);
}

TEST(Anytime, Layers) {
  Stops stops;
  for (uint64_t seed = 0; seed < 6; ++seed)
    expectSoundAtAnyStep(makeLayers(seed, 5, 6 + static_cast<unsigned>(seed)),
                         stops);
  EXPECT_GE(stops.open, 20u);
  EXPECT_GE(stops.closed, 6u);
}

// A memo of hardly any memory costs work, but neither validity nor the optimum
// nor determinism.
TEST(Anytime, ATinyMemoIsDeterministicToo) {
  for (uint64_t seed = 0; seed < 6; ++seed) {
    Graph graph = makeWiring(seed, 36);
    ScheduleOutcome best = scheduleAuto(graph);
    ASSERT_EQ(best.status, Status::Optimal);
    for (uint64_t bytes : {0, 64, 4096}) {
      ScheduleOptions options;
      options.maxMemoBytes = bytes;
      ScheduleOutcome outcome = scheduleAuto(graph, options);
      EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
      EXPECT_EQ(outcome.status, Status::Optimal);
      EXPECT_EQ(outcome.peak, best.peak);
      ScheduleOutcome again = scheduleAuto(graph, options);
      EXPECT_EQ(again.order, outcome.order);
      EXPECT_EQ(again.steps, outcome.steps);
    }
  }
}

TEST(Anytime, GapInPercentOfThePeak) {
  EXPECT_EQ(gapPercent(100, 100), 0);
  EXPECT_EQ(gapPercent(0, 0), 0);
  EXPECT_EQ(gapPercent(200, 150), 25);
  EXPECT_EQ(gapPercent(7, 0), 100);
  constexpr Bytes kMost = std::numeric_limits<Bytes>::max();
  EXPECT_EQ(gapPercent(kMost, 0), 100);
  EXPECT_GT(gapPercent(kMost, kMost - 1), 0);
}

} // namespace
