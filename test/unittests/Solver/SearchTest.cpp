//===- SearchTest.cpp - The parts of the solver one by one ----------------===//
//
// In the schedulers a bound can hide a mistake of the search, and a recomputed
// peak one of an answer. Here each part is held to the truth by itself.
//
//===----------------------------------------------------------------------===//

#include "Search.h"

#include "Bounds.h"
#include "BruteForce.h"
#include "Peel.h"
#include "Probe.h"
#include "TestOptions.h"
#include "Window.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

#include <limits>
#include <numeric>

using namespace memopt;

namespace {

/// The least peak by the search alone: from a budget that is too small, each No
/// names the next budget.
Bytes climb(const Problem &problem, bool backward,
            const ScheduleOptions &options) {
  WorkMeter meter(options);
  Search search(problem, backward, options, meter, options.maxMemoBytes);
  Bytes budget = 0;
  while (true) {
    switch (search.decide(budget, UINT64_MAX / 2)) {
    case Answer::Yes:
      // The order keeps what the answer promised.
      EXPECT_LE(peakOf(problem, search.order()), budget);
      return budget;
    case Answer::No:
      EXPECT_GT(search.nextBudget(), budget);
      budget = std::max(search.nextBudget(), budget + 1);
      break;
    case Answer::Unknown:
      ADD_FAILURE() << "the search was stopped";
      return budget;
    }
  }
}

/// A problem of `leastOps` to `leastOps` + 8 ops, where jumps to deeper valleys
/// happen.
Problem mediumProblem(uint64_t seed, unsigned leastOps) {
  RandomGraphOptions family;
  family.numOps = leastOps + static_cast<unsigned>(seed % 9);
  family.window = 3 + static_cast<unsigned>(seed % 7);
  family.maxInputs = 2;
  family.inPlace = seed % 3 == 0 ? 0 : 70;
  family.liveOutLeaves = 80;
  return makeProblem(generateRandomGraph(seed, family), false).problem;
}

TEST(Search, ClimbsToTheTruthInBothDirections) {
  for (uint64_t seed = 200000; seed < 212000; ++seed) {
    Graph graph = generateRandomGraph(seed, smallFamily(seed));
    Problem problem = makeProblem(graph, /*useUnits=*/false).problem;
    if (problem.numOps == 0)
      continue;
    // Buffers at entry that nothing reads are not part of a Problem.
    for (Buffer &buffer : graph.buffers)
      if (buffer.producer == kNoOp && buffer.readers.empty() && !buffer.liveOut)
        buffer.bytes = 0;
    Bytes truth = leastPeak(graph);
    unsigned combination =
        static_cast<unsigned>(Random(seed).below(kNumCombinations));
    ScheduleOptions options = optionsFor(combination);
    for (bool backward : {false, true})
      ASSERT_EQ(climb(problem, backward, options), truth)
          << "seed " << seed << ", combination " << combination
          << (backward ? ", backwards" : ", forwards");
  }
}

// Larger graphs: with all rules on and with the memo only, both directions
// agree.
TEST(Search, ClimbsToTheSamePeakWithAndWithoutRules) {
  ScheduleOptions plain = optionsFor(0);
  plain.useMemo = true;
  plain.maxSteps = UINT64_MAX;
  ScheduleOptions all;
  all.maxSteps = UINT64_MAX;
  for (uint64_t seed = 0; seed < 3000; ++seed) {
    Problem problem = mediumProblem(seed, 12);
    Bytes truth = climb(problem, /*backward=*/true, plain);
    for (bool backward : {false, true})
      ASSERT_EQ(climb(problem, backward, all), truth)
          << "seed " << seed << (backward ? ", backwards" : ", forwards");
  }
}

// A search that is stopped all the time comes to the same answers, and so does
// one that keeps its memo from budget to smaller budget, as it does between an
// order found and the next better one.
TEST(Search, GoesOnWhereItStoppedAndKeepsWhatFailed) {
  size_t stops = 0;
  for (uint64_t seed = 0; seed < 1500; ++seed) {
    Problem problem = mediumProblem(seed, 10);
    // With few rules the search is long enough to be stopped.
    unsigned combination =
        static_cast<unsigned>(Random(seed).below(kNumCombinations));
    ScheduleOptions options = optionsFor(combination);
    options.useMemo = true;
    options.maxSteps = UINT64_MAX;
    Bytes truth = climb(problem, /*backward=*/true, options);
    std::vector<OpId> order(problem.numOps);
    std::iota(order.begin(), order.end(), OpId(0));
    for (bool backward : {false, true}) {
      WorkMeter meter(options);
      Search search(problem, backward, options, meter, options.maxMemoBytes);
      Bytes best = peakOf(problem, order);
      Answer answer = Answer::Yes;
      while (answer != Answer::No) {
        answer = search.decide(best - 1, /*maxSteps=*/5);
        stops += answer == Answer::Unknown;
        if (answer == Answer::Yes) {
          ASSERT_LT(peakOf(problem, search.order()), best) << "seed " << seed;
          best = peakOf(problem, search.order());
        }
      }
      ASSERT_EQ(best, truth) << "seed " << seed << ", combination "
                             << combination << ", backward " << backward;
      ASSERT_GE(search.nextBudget(), best);
      // And back up again.
      while ((answer = search.decide(truth, 5)) == Answer::Unknown)
        ;
      ASSERT_EQ(answer, Answer::Yes) << "seed " << seed;
    }
  }
  EXPECT_GT(stops, 10000u);
}

TEST(Bounds, CutsOfSingleOpsAreReachedByNoBetterOrder) {
  for (uint64_t seed = 300000; seed < 306000; ++seed) {
    Graph graph = generateRandomGraph(seed, smallFamily(seed));
    Problem problem = makeProblem(graph, true).problem;
    CutBound cut(problem);
    Set full = (Set(1) << graph.numOps()) - 1;
    for (OpId op = 0; op < problem.numOps; ++op) {
      // The least step of `op` over all sets that may come before it.
      Bytes least = std::numeric_limits<Bytes>::max();
      for (Set done = 0; done <= full; ++done) {
        bool closed = !((done >> op) & 1);
        for (OpId other = 0; other < problem.numOps && closed; ++other)
          if ((done >> other) & 1 || other == op)
            closed = (predecessors(graph, other) & ~done) == 0;
        if (closed)
          least = std::min(least, duringStep(graph, done, op));
      }
      Bytes unit = makeProblem(graph, true).unit;
      ASSERT_EQ(cut.of(op, {}, least, UINT64_MAX / 2) * unit, least)
          << "seed " << seed << ", op " << op;
    }
  }
}

// A bound under a condition is the same from scratch and from the cut kept.
TEST(Bounds, ConditionsGoOnFromTheCutKept) {
  size_t compared = 0;
  for (uint64_t seed = 350000; seed < 352000; ++seed) {
    RandomGraphOptions family = smallFamily(seed);
    family.numOps = 16;
    Problem problem =
        makeProblem(generateRandomGraph(seed, family), true).problem;
    CutBound kept(problem), fresh(problem);
    constexpr Bytes kEnough = std::numeric_limits<Bytes>::max() / 2;
    for (OpId op = 0; op < problem.numOps; ++op) {
      kept.of(op, {}, kEnough, UINT64_MAX / 2);
      kept.keep();
      for (OpId other = 0; other < problem.numOps; ++other)
        for (CutBound::Condition condition :
             {CutBound::Condition{other, kNoOp},
              CutBound::Condition{kNoOp, other}}) {
          if (!kept.isFree(other))
            continue;
          ++compared;
          ASSERT_EQ(kept.ofKept(condition, kEnough, UINT64_MAX / 2),
                    fresh.of(op, condition, kEnough, UINT64_MAX / 2))
              << "seed " << seed << ", op " << op << ", other " << other;
        }
    }
  }
  EXPECT_GT(compared, 10000u);
}

// Peeling refutes no budget that an order keeps, from no state on its way; and
// it leaves the state as it was.
TEST(Peel, RefutesOnlyWhatHasNoOrder) {
  size_t refuted = 0;
  for (uint64_t seed = 500000; seed < 506000; ++seed) {
    Problem problem =
        makeProblem(generateRandomGraph(seed, smallFamily(seed)), true).problem;
    ScheduleOptions options;
    WorkMeter meter(options);
    Search search(problem, /*backward=*/false, options, meter, 1 << 20);
    Bytes truth = climb(problem, /*backward=*/true, options);
    ASSERT_EQ(search.decide(truth, UINT64_MAX / 2), Answer::Yes);
    std::vector<OpId> order = search.order();
    Peeling peeling(problem);
    for (bool backward : {false, true}) {
      State state(problem, backward);
      if (backward)
        std::reverse(order.begin(), order.end());
      for (OpId op : order) {
        size_t length = state.trail().size();
        ASSERT_EQ(peeling.refute(state, truth, UINT64_MAX / 2), Answer::Unknown)
            << "seed " << seed << ", backward " << backward << ", after "
            << length;
        ASSERT_EQ(state.trail().size(), length);
        state.make(op);
      }
    }
    refuted += peel(problem, truth - 1, meter, 1'000'000) == Answer::No;
  }
  EXPECT_GT(refuted, 3000u);
}

// An op that fits nowhere is never removed, so peeling refutes all that a cut
// bound does.
TEST(Peel, RefutesWhatCutsOfSingleOpsDo) {
  for (uint64_t seed = 600000; seed < 604000; ++seed) {
    Problem problem =
        makeProblem(generateRandomGraph(seed, smallFamily(seed)), true).problem;
    ScheduleOptions options;
    WorkMeter meter(options);
    std::vector<Bytes> high(problem.numOps, std::numeric_limits<Bytes>::max());
    Bytes bound = raiseByCuts(problem, trivialBound(problem), high, meter,
                              UINT64_MAX / 2);
    if (bound > std::max(problem.entry, problem.exit)) {
      ASSERT_EQ(peel(problem, bound - 1, meter, UINT64_MAX / 2), Answer::No)
          << "seed " << seed;
    }
  }
}

// Two outputs of 10 bytes, each made from a byte of its own with a workspace of
// 5: the last one made finds the other in memory, in every order.
TEST(Peel, SeesThatOneOutputIsTheLast) {
  Graph graph;
  for (int i = 0; i < 2; ++i) {
    OpId seed = graph.addOp(), op = graph.addOp(/*workspace=*/5);
    graph.addRead(op, graph.addBuffer(1, seed));
    graph.addBuffer(10, op, /*liveOut=*/true);
  }
  Problem problem = makeProblem(graph, false).problem;
  WorkMeter meter{ScheduleOptions()};
  EXPECT_EQ(CutBound(problem).of(1, {}, 1000, 1000), 16);
  EXPECT_EQ(peel(problem, 25, meter, 1000), Answer::No);
  EXPECT_EQ(peel(problem, 26, meter, 1000), Answer::Unknown);
  EXPECT_EQ(leastPeak(graph), 26);
}

// What probing adds keeps an order within a budget that has one; it may refute
// only budgets that have none.
TEST(Probe, KeepsAnOrderWithinTheBudget) {
  size_t added = 0, refuted = 0;
  for (uint64_t seed = 400000; seed < 406000; ++seed) {
    Problem problem =
        makeProblem(generateRandomGraph(seed, smallFamily(seed)), true).problem;
    ScheduleOptions options;
    WorkMeter meter(options);
    Bytes truth = climb(problem, /*backward=*/true, options);
    std::vector<Bytes> height(problem.numOps);
    ProbedProblem probed = probe(problem, truth, height, meter, 1'000'000);
    ASSERT_EQ(probed.answer, Answer::Unknown) << "seed " << seed;
    ASSERT_EQ(climb(probed.problem, seed % 2 == 0, options), truth)
        << "seed " << seed;
    added += probed.numAdded;
    refuted += probe(problem, truth - 1, height, meter, 1'000'000).answer ==
               Answer::No;
  }
  EXPECT_GT(added, 1000u);
  EXPECT_GT(refuted, 1000u);
}

// Whatever the width, the order stays valid and gets no higher; as wide as the
// whole it is the search.
TEST(Window, ImprovesOrdersAndKeepsThemValid) {
  size_t improved = 0;
  for (uint64_t seed = 800000; seed < 801000; ++seed) {
    RandomGraphOptions family;
    family.numOps = 10 + static_cast<unsigned>(seed % 40);
    family.window = 5;
    family.maxInputs = 2;
    Graph graph = generateRandomGraph(seed, family);
    Problem problem = makeProblem(graph, true).problem;
    std::vector<OpId> order(problem.numOps);
    std::iota(order.begin(), order.end(), OpId(0));
    Bytes before = peakOf(problem, order);
    Bytes last = before;
    for (uint32_t width : {2u, 5u, 12u, 50u}) {
      ScheduleOptions options = optionsFor(
          static_cast<unsigned>(Random(seed + width).below(kNumCombinations)));
      if (width >= problem.numOps)
        options = ScheduleOptions();
      WorkMeter meter(options);
      order = improveWindows(problem, std::move(order), width, 0, options,
                             meter, 10'000'000);
      Bytes peak = computeLiveProfile(graph, order).peak;
      ASSERT_FALSE(checkSchedule(graph, order, peak)) << "seed " << seed;
      Bytes now = peakOf(problem, order);
      ASSERT_LE(now, last) << "seed " << seed;
      last = now;
    }
    improved += last < before;
    ScheduleOutcome best = scheduleAuto(graph);
    if (best.status == Status::Optimal) {
      ASSERT_EQ(computeLiveProfile(graph, order).peak, best.peak)
          << "seed " << seed;
    }
  }
  EXPECT_GT(improved, 200u);
}

} // namespace
