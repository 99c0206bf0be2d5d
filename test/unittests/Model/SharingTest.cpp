//===- SharingTest.cpp - The checker of sharing plans ---------------------===//
//
// One valid plan, and for each rule a plan that breaks it.
//
//===----------------------------------------------------------------------===//

#include "memopt/Model/Sharing.h"
#include "memopt/Model/Check.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

/// Three buffers, one after the other, the last in a block inside.
SharingProblem threeBuffers() {
  SharingProblem problem;
  problem.numSteps = 20;
  problem.scopes.push_back({kNoScope, {0, 20}, false, {}});
  problem.scopes.push_back({0, {10, 20}, true, {}});
  const StepRange lives[] = {{0, 3}, {3, 6}, {12, 14}};
  for (unsigned id = 0; id < 3; ++id) {
    SharingBuffer buffer;
    buffer.scope = id == 2 ? 1 : 0;
    buffer.bytes = 8;
    buffer.live = buffer.held = lives[id];
    problem.buffers.push_back(buffer);
  }
  return problem;
}

SharingPlan oneGroup() { return {{{0, {0, 1, 2}, {0, 20}}}}; }

std::optional<ViolationKind> check(const SharingProblem &problem,
                                   const SharingPlan &plan) {
  std::optional<Violation> violation = checkSharing(problem, plan, 0);
  if (!violation)
    return std::nullopt;
  EXPECT_FALSE(violation->message.empty());
  return violation->kind;
}

TEST(CheckSharing, Valid) {
  EXPECT_EQ(check(threeBuffers(), oneGroup()), std::nullopt);
  EXPECT_EQ(check(threeBuffers(), unshared(threeBuffers())), std::nullopt);
}

TEST(CheckSharing, Partition) {
  SharingPlan plan = oneGroup();
  plan.groups[0].members = {0, 1};
  EXPECT_EQ(check(threeBuffers(), plan), ViolationKind::NotAPartition);
  plan.groups[0].members = {0, 1, 2, 2};
  EXPECT_EQ(check(threeBuffers(), plan), ViolationKind::NotAPartition);
  plan.groups[0].members = {0, 1, 7};
  EXPECT_EQ(check(threeBuffers(), plan), ViolationKind::BadIndex);
  plan.groups[0].members = {};
  EXPECT_EQ(check(threeBuffers(), plan), ViolationKind::BadIndex);
}

TEST(CheckSharing, Kinds) {
  SharingProblem problem = threeBuffers();
  problem.buffers[1].kind = 1;
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::KindsDiffer);
  problem = threeBuffers();
  problem.buffers[1].stack = true;
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::KindsDiffer);
  problem = threeBuffers();
  problem.buffers[1].freed = false;
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::KindsDiffer);
}

TEST(CheckSharing, Scopes) {
  SharingProblem problem = threeBuffers();
  problem.scopes[1].leavable = false;
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::ScopeNotReachable);
  problem = threeBuffers();
  problem.buffers[2].outermost = 1;
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::ScopeNotReachable);
}

TEST(CheckSharing, Held) {
  SharingPlan plan = oneGroup();
  // Inside the block is not enough once it has moved out.
  plan.groups[0].held = {0, 14};
  EXPECT_EQ(check(threeBuffers(), plan), ViolationKind::NotHeld);
}

TEST(CheckSharing, Overlaps) {
  SharingProblem problem = threeBuffers();
  problem.buffers[1].live = problem.buffers[1].held = {2, 6};
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::LifetimesOverlap);
  problem.links.push_back({0, 1, {2, 3}});
  EXPECT_EQ(check(problem, oneGroup()), std::nullopt);
  // A link the other way round, or at another op, is none.
  problem.links[0] = {1, 0, {2, 3}};
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::LifetimesOverlap);
  problem.links[0] = {0, 1, {1, 3}};
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::LifetimesOverlap);
  // One that spans another overlaps it, whatever comes in between.
  problem = threeBuffers();
  problem.buffers[0].live = problem.buffers[0].held = {0, 13};
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::LifetimesOverlap);
}

TEST(CheckSharing, Peak) {
  SharingProblem problem = threeBuffers();
  problem.background.push_back({{7, 9}, 4, false});
  EXPECT_EQ(check(problem, oneGroup()), ViolationKind::PeakRises);
  EXPECT_FALSE(checkSharing(problem, oneGroup(), 12));
}

TEST(Sharing, PeakOf) {
  SharingProblem problem = threeBuffers();
  EXPECT_EQ(peakOf(problem, unshared(problem)), 8);
  problem.buffers[0].freed = false;
  EXPECT_EQ(peakOf(problem, unshared(problem)), 16);
  problem.buffers[0].stack = true;
  EXPECT_EQ(peakOf(problem, unshared(problem)), 8);
  problem.background.push_back({{0, 20}, 100, /*endUnknown=*/true});
  EXPECT_EQ(peakOf(problem, unshared(problem)), 8);
}

} // namespace
