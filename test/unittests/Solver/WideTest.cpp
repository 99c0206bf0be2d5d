//===- WideTest.cpp - Many independent branches ---------------------------===//

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

class Wide : public testing::TestWithParam<unsigned> {};

// Backtracking without dominance tries the branches in all orders, and stops
// being usable near 26 ops.
TEST_P(Wide, IsProvedOptimalWithinFewSteps) {
  Graph graph = generateWide(GetParam() / 3);
  ASSERT_EQ(graph.numOps(), GetParam());
  for (auto *schedule : {scheduleBranchAndBound, scheduleAuto}) {
    ScheduleOptions options;
    options.maxSteps = 100'000;
    ScheduleOutcome outcome = schedule(graph, options);
    EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
    EXPECT_EQ(outcome.status, Status::Optimal);
    EXPECT_LT(outcome.peak, outcome.inputPeak / 4);
  }
}

// The search proves it by itself, too.
TEST_P(Wide, IsProvedOptimalWithoutTheCutBound) {
  Graph graph = generateWide(GetParam() / 3);
  ScheduleOptions options;
  options.useCutBound = false;
  options.useBeam = false;
  options.useProbing = false;
  ScheduleOutcome outcome = scheduleBranchAndBound(graph, options);
  EXPECT_EQ(outcome.status, Status::Optimal);
  EXPECT_EQ(outcome.peak, scheduleAuto(graph).peak);
}

INSTANTIATE_TEST_SUITE_P(Sizes, Wide, testing::Values(60u, 120u, 240u));

} // namespace
