//===- ColoringTest.cpp - Sharing plans against plain counts --------------===//
//
// Random problems in one scope and in nested ones. Counts and peaks are taken
// step by step, in the plainest way.
//
//===----------------------------------------------------------------------===//

#include "memopt/Solver/Coloring.h"
#include "memopt/Model/Check.h"

#include "gtest/gtest.h"

#include <algorithm>
#include <map>
#include <random>

using namespace memopt;

namespace {

SharingProblem flatProblem(uint64_t seed, unsigned numBuffers, bool freed,
                           unsigned unknownInTen) {
  std::mt19937_64 random(seed * 1000003 + 17);
  SharingProblem problem;
  problem.numSteps = 2 * numBuffers + 10;
  problem.scopes.push_back({kNoScope, {0, problem.numSteps}, false, {}});
  const Bytes sizes[] = {8, 64, 100, 4096};
  for (unsigned id = 0; id < numBuffers; ++id) {
    SharingBuffer buffer;
    buffer.kind = static_cast<unsigned>(random() % 4);
    buffer.bytes = sizes[buffer.kind];
    if (random() % 10 < unknownInTen && buffer.kind == 3)
      buffer.bytes = std::nullopt;
    auto begin = static_cast<Step>(random() % (problem.numSteps - 1));
    auto longest = static_cast<Step>(problem.numSteps - begin);
    buffer.live = {
        begin,
        static_cast<Step>(begin + 1 + random() % std::min<Step>(longest, 15))};
    buffer.live.end = std::min(buffer.live.end, problem.numSteps);
    buffer.held = buffer.live;
    buffer.freed = freed;
    problem.buffers.push_back(buffer);
  }
  // Kind 3 is of one size, known or not.
  bool known = unknownInTen == 0;
  for (SharingBuffer &buffer : problem.buffers)
    if (buffer.kind == 3)
      buffer.bytes = known ? std::optional<Bytes>(4096) : std::nullopt;
  return problem;
}

/// The most buffers of `kind` that are needed at one step.
size_t mostOverlap(const SharingProblem &problem, unsigned kind) {
  size_t most = 0;
  for (Step step = 0; step < problem.numSteps; ++step) {
    size_t count = 0;
    for (const SharingBuffer &buffer : problem.buffers)
      count += buffer.kind == kind && buffer.live.begin <= step &&
               step < buffer.live.end;
    most = std::max(most, count);
  }
  return most;
}

std::map<unsigned, size_t> groupsOfKinds(const SharingProblem &problem,
                                         const SharingPlan &plan) {
  std::map<unsigned, size_t> counts;
  for (const SharingGroup &group : plan.groups)
    ++counts[problem.buffers[group.members.front()].kind];
  return counts;
}

/// Bytes at each step when buffer `i` is of `sizes[i]`.
std::vector<Bytes> bytesAtSteps(const SharingProblem &problem,
                                const SharingPlan &plan, Bytes unknownSize) {
  std::vector<Bytes> bytes(problem.numSteps, 0);
  for (const SharingGroup &group : plan.groups)
    for (Step step = group.held.begin; step < group.held.end; ++step)
      bytes[step] +=
          problem.buffers[group.members.front()].bytes.value_or(unknownSize);
  return bytes;
}

Bytes peakAtSteps(const SharingProblem &problem, const SharingPlan &plan,
                  Bytes unknownSize) {
  std::vector<Bytes> bytes = bytesAtSteps(problem, plan, unknownSize);
  return *std::max_element(bytes.begin(), bytes.end());
}

TEST(Coloring, WithoutFreesAsFewBuffersAsOverlap) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    SharingProblem problem =
        flatProblem(seed, 1 + seed % 60, /*freed=*/false, 0);
    SharingOutcome outcome = shareByColoring(problem, {});
    ASSERT_FALSE(checkSharing(problem, outcome.plan, 0)) << "seed " << seed;
    for (auto [kind, count] : groupsOfKinds(problem, outcome.plan))
      EXPECT_EQ(count, mostOverlap(problem, kind)) << "seed " << seed;
  }
}

TEST(Coloring, WithRoomAsFewBuffersAsOverlap) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    SharingProblem problem =
        flatProblem(seed, 1 + seed % 60, /*freed=*/true, 0);
    SharingOptions options;
    options.maxBytes = Bytes(1) << 40;
    SharingOutcome outcome = shareByColoring(problem, options);
    ASSERT_FALSE(checkSharing(problem, outcome.plan, options.maxBytes));
    for (auto [kind, count] : groupsOfKinds(problem, outcome.plan))
      EXPECT_EQ(count, mostOverlap(problem, kind)) << "seed " << seed;
    EXPECT_EQ(outcome.keptApart, 0U);
  }
}

TEST(Coloring, ThePeakNeverRises) {
  size_t shared = 0, apart = 0;
  for (uint64_t seed = 0; seed < 400; ++seed) {
    SharingProblem problem =
        flatProblem(seed, 1 + seed % 60, /*freed=*/true, 0);
    SharingOutcome outcome = shareByColoring(problem, {});
    ASSERT_FALSE(checkSharing(problem, outcome.plan, 0)) << "seed " << seed;
    Bytes before = peakAtSteps(problem, unshared(problem), 0);
    EXPECT_EQ(peakAtSteps(problem, outcome.plan, 0), outcome.peak);
    EXPECT_LE(outcome.peak, before) << "seed " << seed;
    EXPECT_EQ(outcome.leastPeak, before);
    shared += problem.buffers.size() - outcome.plan.groups.size();
    apart += outcome.keptApart;
  }
  // Both happen, or the test shows nothing.
  EXPECT_GT(shared, 1000U);
  EXPECT_GT(apart, 100U);
}

TEST(Coloring, ThePeakDoesNotRiseWhateverUnknownSizesAre) {
  size_t shared = 0;
  for (uint64_t seed = 0; seed < 400; ++seed) {
    SharingProblem problem =
        flatProblem(seed, 1 + seed % 60, /*freed=*/true, 5);
    SharingOutcome outcome = shareByColoring(problem, {});
    ASSERT_FALSE(checkSharing(problem, outcome.plan, 0)) << "seed " << seed;
    for (Bytes size : {0, 1, 50, 100, 1000, 5000, 1000000})
      EXPECT_LE(peakAtSteps(problem, outcome.plan, size),
                peakAtSteps(problem, unshared(problem), size))
          << "seed " << seed << ", size " << size;
    shared += problem.buffers.size() - outcome.plan.groups.size();
  }
  EXPECT_GT(shared, 500U);
}

TEST(Coloring, LinksMakeChains) {
  // Each op reads one buffer and writes the next.
  SharingProblem problem;
  problem.numSteps = 10;
  problem.scopes.push_back({kNoScope, {0, 10}, false, {}});
  for (Step step = 0; step < 9; ++step) {
    SharingBuffer buffer;
    buffer.bytes = 64;
    buffer.live = buffer.held = {step, step + 2};
    problem.buffers.push_back(buffer);
    if (step > 0)
      problem.links.push_back({step - 1, step, {step, step + 1}});
  }
  SharingOutcome outcome = shareByColoring(problem, {});
  ASSERT_FALSE(checkSharing(problem, outcome.plan, 0));
  EXPECT_EQ(outcome.plan.groups.size(), 1U);
  EXPECT_EQ(outcome.peak, 64);
  problem.links.clear();
  outcome = shareByColoring(problem, {});
  EXPECT_EQ(outcome.plan.groups.size(), 2U);
  EXPECT_EQ(outcome.peak, 128);
}

/// Blocks in blocks, with buffers in each.
SharingProblem nestedProblem(uint64_t seed) {
  std::mt19937_64 random(seed * 7919 + 3);
  SharingProblem problem;
  Step step = 0;
  struct Open {
    unsigned scope;
    Step begin;
  };
  problem.scopes.push_back({kNoScope, {0, 0}, false, {}});
  std::vector<Open> open = {{0, 0}};
  auto addBuffers = [&](unsigned scope, StepRange range) {
    for (unsigned count = random() % 4; count-- > 0;) {
      SharingBuffer buffer;
      buffer.scope = scope;
      buffer.kind = static_cast<unsigned>(random() % 2);
      buffer.bytes = buffer.kind ? 100 : 64;
      auto begin =
          range.begin + static_cast<Step>(random() % (range.end - range.begin));
      buffer.live = {
          begin, begin + 1 + static_cast<Step>(random() % (range.end - begin))};
      buffer.held = buffer.live;
      buffer.outermost = random() % 4 ? 0 : scope;
      problem.buffers.push_back(buffer);
    }
  };
  // A row of ops, some with one block inside, some with two alternatives.
  for (unsigned op = 0; op < 12; ++op) {
    addBuffers(0, {step, step + 4});
    step += 4;
    unsigned alternatives = random() % 3;
    Step begin = step++;
    size_t firstScope = problem.scopes.size();
    bool leavable = random() % 5 != 0;
    for (unsigned number = 0; number < alternatives; ++number) {
      auto scope = static_cast<unsigned>(problem.scopes.size());
      problem.scopes.push_back({0, {}, leavable, {}});
      if (alternatives == 2)
        problem.scopes.back().alternative = number;
      addBuffers(scope, {step, step + 5});
      addBuffers(scope, {step + 5, step + 9});
      step += 10;
    }
    for (size_t scope = firstScope; scope < problem.scopes.size(); ++scope)
      problem.scopes[scope].within = {begin, step};
  }
  problem.numSteps = step;
  problem.scopes[0].within = {0, step};
  // Stay where leaving is impossible.
  for (SharingBuffer &buffer : problem.buffers)
    if (!problem.scopes[buffer.scope].leavable)
      buffer.outermost = buffer.scope;
  return problem;
}

TEST(Coloring, NestedScopes) {
  size_t movedOut = 0, alternatives = 0;
  for (uint64_t seed = 0; seed < 500; ++seed) {
    SharingProblem problem = nestedProblem(seed);
    SharingOutcome outcome = shareByColoring(problem, {});
    std::optional<Violation> violation = checkSharing(problem, outcome.plan, 0);
    ASSERT_FALSE(violation) << "seed " << seed << ": " << violation->message;
    EXPECT_LE(peakAtSteps(problem, outcome.plan, 0),
              peakAtSteps(problem, unshared(problem), 0));
    for (const SharingGroup &group : outcome.plan.groups) {
      for (unsigned member : group.members)
        movedOut += problem.buffers[member].scope != group.scope;
      const SharingBuffer &first = problem.buffers[group.members.front()];
      const SharingBuffer &last = problem.buffers[group.members.back()];
      alternatives +=
          first.scope != last.scope && problem.scopes[first.scope].within ==
                                           problem.scopes[last.scope].within;
    }
  }
  EXPECT_GT(movedOut, 100U);
  EXPECT_GT(alternatives, 20U);
}

TEST(Coloring, SameAnswerTwice) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    SharingProblem problem = nestedProblem(seed);
    SharingOutcome one = shareByColoring(problem, {});
    SharingOutcome two = shareByColoring(problem, {});
    ASSERT_EQ(one.plan.groups.size(), two.plan.groups.size());
    for (size_t i = 0; i < one.plan.groups.size(); ++i)
      EXPECT_EQ(one.plan.groups[i].members, two.plan.groups[i].members);
  }
}

} // namespace
