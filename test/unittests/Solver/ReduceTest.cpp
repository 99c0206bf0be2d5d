//===- ReduceTest.cpp - Smaller problems with the same least peak ---------===//
//
// Graphs in which most nets have one reader, so that chains, trees and
// series-parallel parts are common, in all kinds of surroundings.
//
//===----------------------------------------------------------------------===//

#include "Reduce.h"

#include "BruteForce.h"
#include "TestOptions.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

#include <numeric>

using namespace memopt;

namespace {

/// An edge is a buffer of its own, an ordering edge, or a further read of a
/// buffer that others read. In some families each op has few edges, and reads
/// the latest ops: those are nearly trees.
Graph nearlySeriesParallel(uint64_t seed, unsigned numOps) {
  Random random(seed);
  Graph graph;
  bool inTree = seed % 4 == 0, outTree = seed % 4 == 1;
  unsigned shared = seed % 3 == 0 ? 0 : 15;
  unsigned extras = seed % 5 == 0 ? 0 : 20;
  Bytes maxBytes = seed % 2 ? 5 : 60;
  auto size = [&] {
    return static_cast<Bytes>(
        random.below(static_cast<uint64_t>(maxBytes) + 1));
  };
  std::vector<OpId> open;
  for (unsigned i = 0; i < numOps; ++i) {
    OpId op = graph.addOp(random.chance(extras) ? size() : 0);
    uint64_t edges = random.below(3);
    if (outTree)
      edges = 1;
    for (uint64_t j = 0; j < edges && i > 0; ++j) {
      OpId from = static_cast<OpId>(random.below(i));
      if (inTree) {
        if (open.empty())
          break;
        from = open[random.below(open.size())];
      }
      if (random.chance(10)) {
        graph.addAfter(op, from);
      } else if (random.chance(shared) && !graph.ops[from].outputs.empty()) {
        graph.addRead(op, graph.ops[from].outputs[0]);
      } else {
        graph.addRead(op, graph.addBuffer(size(), from));
      }
      if (inTree && !random.chance(10))
        open.erase(std::remove(open.begin(), open.end(), from), open.end());
    }
    open.push_back(op);
    if (random.chance(extras))
      graph.addRead(op, graph.addBuffer(size(), kNoOp));
    if (random.chance(extras))
      graph.addBuffer(size(), op, /*liveOut=*/random.chance(60));
  }
  for (OpId op = 0; op < numOps; ++op)
    for (BufferId output : graph.ops[op].outputs)
      for (BufferId input : graph.ops[op].inputs)
        if (graph.buffers[input].bytes == graph.buffers[output].bytes &&
            !graph.buffers[input].liveOut && random.chance(70) &&
            llvm::none_of(graph.ops[op].inPlace, [&](InPlacePair pair) {
              return pair.input == input || pair.output == output;
            }))
          graph.ops[op].inPlace.push_back({output, input});
  return graph;
}

TEST(Reduce, KeepsTheLeastPeakAgainstBruteForce) {
  size_t numOps = 0, numLeft = 0;
  for (uint64_t seed = 500000; seed < 512000; ++seed) {
    Graph graph = nearlySeriesParallel(seed, 2 + seed % 10);
    ASSERT_FALSE(checkGraph(graph)) << "seed " << seed;
    Bytes truth = leastPeak(graph);
    unsigned combination =
        static_cast<unsigned>(Random(seed).below(kNumCombinations));
    for (ScheduleOptions options : {optionsFor(combination), ScheduleOptions()})
      for (auto *schedule : {scheduleBranchAndBound, scheduleAuto}) {
        ScheduleOutcome outcome = schedule(graph, options);
        ASSERT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
        ASSERT_EQ(outcome.peak, truth)
            << "seed " << seed << ", combination " << combination;
        ASSERT_EQ(outcome.lowerBound, truth)
            << "seed " << seed << ", combination " << combination;
      }
    ScheduleOptions options;
    WorkMeter meter(options);
    numOps += graph.numOps();
    numLeft +=
        reduce(makeProblem(graph, true).problem, options, meter).problem.numOps;
  }
  EXPECT_LT(numLeft * 2, numOps);
}

// An order of the reduced problem and the one it stands for have the same peak.
TEST(Reduce, ExpandsToTheSamePeak) {
  for (uint64_t seed = 600000; seed < 603000; ++seed) {
    Graph graph = nearlySeriesParallel(seed, 5 + seed % 60);
    Problem problem = makeProblem(graph, true).problem;
    ScheduleOptions options =
        optionsFor(static_cast<unsigned>(Random(seed).below(kNumCombinations)));
    WorkMeter meter(options);
    ReducedProblem reduced = reduce(problem, options, meter);
    std::vector<OpId> order(reduced.problem.numOps);
    std::iota(order.begin(), order.end(), OpId(0));
    std::vector<OpId> expanded = reduced.expand(order);
    ASSERT_EQ(peakOf(problem, expanded), peakOf(reduced.problem, order))
        << "seed " << seed;
    Bytes peak = computeLiveProfile(graph, expanded).peak;
    ASSERT_FALSE(checkSchedule(graph, expanded, peak)) << "seed " << seed;
  }
}

// Larger ones, with the reduction and without.
TEST(Reduce, KeepsTheLeastPeakAgainstTheSearch) {
  ScheduleOptions plain;
  plain.useImplied = plain.useFusion = plain.useTrees = false;
  for (uint64_t seed = 700000; seed < 700800; ++seed) {
    Graph graph = nearlySeriesParallel(seed, 12 + seed % 25);
    ScheduleOutcome truth = scheduleAuto(graph, plain);
    ASSERT_EQ(truth.status, Status::Optimal) << "seed " << seed;
    for (unsigned subset = 1; subset < 8; ++subset) {
      ScheduleOptions options;
      options.useImplied = subset & 1;
      options.useFusion = subset & 2;
      options.useTrees = subset & 4;
      ScheduleOutcome outcome = scheduleAuto(graph, options);
      ASSERT_EQ(outcome.peak, truth.peak) << "seed " << seed;
      ASSERT_EQ(outcome.lowerBound, truth.peak) << "seed " << seed;
    }
  }
}

} // namespace
