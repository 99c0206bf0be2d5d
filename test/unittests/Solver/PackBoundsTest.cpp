//===- PackBoundsTest.cpp - What is known before a search -----------------===//
//
// Bounds by alignment and by limits on ends, by themselves against brute force,
// and in the exact packer with combinations of its rules on problems whose
// least height is above the live sum because of alignments.
//
//===----------------------------------------------------------------------===//

#include "LongForm.h"
#include "PackRules.h"
#include "PackingBruteForce.h"

#include "PackBounds.h"
#include "PackStack.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/GeneratePacking.h"
#include "memopt/Solver/Packers.h"

#include "gtest/gtest.h"

#include <numeric>

using namespace memopt;

namespace {

PackingBuffer bufferOf(Time begin, Time end, Bytes size, Bytes alignment) {
  PackingBuffer buffer;
  buffer.live = {begin, end};
  buffer.size = size;
  buffer.alignment = alignment;
  return buffer;
}

PackingProblem problemOf(std::vector<PackingBuffer> buffers) {
  PackingProblem problem;
  problem.buffers = std::move(buffers);
  for (uint32_t i = 0; i < problem.numBuffers(); ++i)
    problem.buffers[i].id = std::to_string(i);
  return problem;
}

/// The buffers that `chosen` names; for problems without pairs.
PackingProblem partOf(const PackingProblem &problem,
                      const std::vector<uint32_t> &chosen) {
  std::vector<PackingBuffer> buffers;
  buffers.reserve(chosen.size());
  for (uint32_t buffer : chosen)
    buffers.push_back(problem.buffers[buffer]);
  return problemOf(std::move(buffers));
}

/// Up to `maxBuffers` buffers, most of them aligned, in one of six ways.
PackingProblem alignedPacking(uint64_t seed, unsigned maxBuffers) {
  RandomPackingOptions options;
  options.numBuffers = 2 + static_cast<unsigned>(seed / 6 % (maxBuffers - 1));
  options.alignments = 70;
  options.maxUnits = 13;
  switch (seed % 6) {
  case 0:
    options.oddAlignments = 50;
    break;
  case 1: // One section.
    options.horizon = options.maxLength = 1;
    break;
  case 2: // One alignment, and sizes that are no multiples of it.
    options.alignments = 0;
    break;
  case 3:
    options.horizon = 5;
    options.fixedOffsets = 25;
    break;
  case 4: // One section, and everything that counts in one.
    options.horizon = options.maxLength = 1;
    options.fixedOffsets = options.endLimits = 20;
    options.oddAlignments = 20;
    break;
  case 5:
    options.gaps = 40;
    options.unit = 3;
    break;
  default:
    break;
  }
  PackingProblem problem = generateRandomPacking(seed, options);
  if (seed % 6 == 2)
    for (PackingBuffer &buffer : problem.buffers)
      buffer.alignment = 8;
  return problem;
}

std::vector<uint32_t> allItems(const PackInstance &instance) {
  std::vector<uint32_t> items(instance.items.size());
  std::iota(items.begin(), items.end(), 0u);
  return items;
}

TEST(PackBounds, NeverAboveTheLeastHeight) {
  uint64_t count = inForm(2000, 60'000), above = 0, reached = 0, sections = 0;
  Progress progress(count);
  for (uint64_t seed = 0; seed < count; ++seed, progress.step()) {
    SCOPED_TRACE(seed);
    PackingProblem problem = alignedPacking(seed, 8);
    ASSERT_FALSE(checkPackingProblem(problem));
    std::optional<Bytes> least = leastHeight(problem);
    PackInstance instance(problem);
    PackOutcome known = judgeByBounds(problem, instance, {});
    if (known.status == Status::Infeasible) {
      EXPECT_FALSE(least);
    }
    if (instance.items.empty())
      continue;
    std::optional<Bytes> stack;
    for (bool roundUp : {false, true}) {
      PackTask task(instance, allItems(instance), roundUp);
      stack = stackBound(task, 0);
      if (!stack) {
        EXPECT_FALSE(least);
      }
      // A section by itself is solved exactly.
      if (instance.numSections != 1)
        continue;
      EXPECT_EQ(stack ? std::optional(std::max(*stack, task.liveBound()))
                      : std::nullopt,
                least);
      ++sections;
    }
    if (!least)
      continue;
    Bytes bound = std::max(known.lowerBound, stack.value_or(0));
    EXPECT_LE(known.lowerBound, *least);
    EXPECT_LE(bound, *least);
    above += *least > instance.liveBound();
    reached += *least > instance.liveBound() && bound == *least;
  }
  std::printf("[          ] %llu above the live sum, %llu of them shown; %llu "
              "sections\n",
              static_cast<unsigned long long>(above),
              static_cast<unsigned long long>(reached),
              static_cast<unsigned long long>(sections));
  EXPECT_GE(above, count / 3);
  EXPECT_GE(reached, above / 2);
  EXPECT_GE(sections, count / 4);
}

TEST(PackBounds, InTheSearch) {
  uint64_t count = inForm(100, 5000), above = 0;
  Progress progress(count);
  for (uint64_t seed = 0; seed < count; ++seed, progress.step()) {
    SCOPED_TRACE(seed);
    PackingProblem problem = alignedPacking(seed, 9);
    std::optional<Bytes> least = leastHeight(problem);
    above += least && *least > PackInstance(problem).liveBound();
    for (uint64_t i = 0; i < 16; ++i) {
      // With all rules, without any, and some others.
      unsigned combination = static_cast<unsigned>((seed * 61 + i * i * 37) %
                                                   kNumPackCombinations);
      if (i < 2)
        combination = i == 0 ? 0 : kNumPackCombinations - 1;
      SCOPED_TRACE(combination);
      PackOptions options = packOptionsFor(combination);
      options.maxSteps = uint64_t(1) << 40;
      PackOutcome outcome = packBranchAndBound(problem, options);
      EXPECT_EQ(outcome.status, least ? Status::Optimal : Status::Infeasible);
      if (!least)
        continue;
      EXPECT_EQ(outcome.height, *least);
      EXPECT_EQ(outcome.lowerBound, *least);
      EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
      PackingProblem less = problem;
      for (Bytes by : {0, 1, 2}) {
        less.capacity = std::max<Bytes>(*least - by, 0);
        PackOutcome decided = packBranchAndBound(less, options);
        EXPECT_EQ(decided.status == Status::Infeasible,
                  *less.capacity < *least);
        if (decided.status == Status::Infeasible) {
          PackingProblem part = partOf(problem, decided.conflict);
          EXPECT_GT(leastHeight(part).value_or(*least), *less.capacity);
        }
      }
    }
  }
  EXPECT_GE(above, count / 3);
}

// Two of 4 bytes at multiples of 64, and 512 bytes at a multiple of 4 that may
// fill what one of them leaves, but end 60 below the next multiple.
TEST(PackBounds, MixedAlignments) {
  PackingProblem problem =
      problemOf({bufferOf(0, 2, 4, 64), bufferOf(1, 3, 4, 64),
                 bufferOf(1, 2, 512, 4), bufferOf(0, 3, 6144, 64)});
  PackOutcome outcome = packAuto(problem, {});
  EXPECT_EQ(outcome.status, Status::Optimal);
  EXPECT_EQ(outcome.height, 6144 + 512 + 64 + 4);
  EXPECT_EQ(leastHeight(problem), outcome.height);
  // The greedy packing proves itself.
  EXPECT_LE(outcome.steps, 10u);
  problem.capacity = outcome.height - 1;
  outcome = packAuto(problem, {});
  EXPECT_EQ(outcome.status, Status::Infeasible);
  EXPECT_EQ(outcome.lowerBound, 6144 + 512 + 64 + 4);
  EXPECT_EQ(outcome.steps, 0u);
}

// Sixty buffers that fit without a hole once sizes are rounded up: then the
// alignment is gone, and the height is short of the whole by what each is.
TEST(PackBounds, RoundedTightProblems) {
  for (uint64_t seed = 0; seed < inForm(40, 400); ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = generateTightPacking(
        seed, 60, 40, 400, seed % 2 == 0 ? Cuts::Guillotine : Cuts::Pinwheel);
    Bytes shortfall = static_cast<Bytes>(seed % 64);
    for (PackingBuffer &buffer : problem.buffers) {
      buffer.size = buffer.size * 64 - shortfall;
      buffer.alignment = 64;
    }
    PackOutcome outcome = packAuto(problem, {});
    EXPECT_EQ(outcome.status, Status::Optimal);
    EXPECT_EQ(outcome.height, Bytes(400) * 64 - shortfall);
    EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
  }
}

TEST(PackBounds, LimitsThatCannotBeKept) {
  std::vector<PackingBuffer> buffers;
  buffers.reserve(40);
  for (Time time = 0; time < 40; ++time)
    buffers.push_back(bufferOf(time, time + 20, 10, 1));
  for (uint32_t index : {12, 17, 25})
    buffers[index].endLimit = 25;
  PackOutcome outcome = packAuto(problemOf(buffers), {});
  EXPECT_EQ(outcome.status, Status::Infeasible);
  EXPECT_EQ(outcome.conflict, (std::vector<uint32_t>{12, 17, 25}));
  EXPECT_EQ(outcome.steps, 0u);
  // What is fixed below the limit takes room there too.
  buffers[25].endLimit = std::nullopt;
  buffers[25].fixedOffset = 14;
  outcome = packAuto(problemOf(buffers), {});
  EXPECT_EQ(outcome.status, Status::Infeasible);
  EXPECT_EQ(outcome.steps, 0u);
  // Enough room.
  buffers[25].fixedOffset = 20;
  outcome = packAuto(problemOf(buffers), {});
  EXPECT_EQ(outcome.status, Status::Optimal);
}

// Said by the bounds alone, by the search alone, and not said wrongly.
TEST(PackBounds, ManyLimits) {
  uint64_t shown = 0, infeasible = 0;
  for (uint64_t seed = 0; seed < inForm(1000, 50'000); ++seed) {
    SCOPED_TRACE(seed);
    RandomPackingOptions random;
    random.numBuffers = 2 + static_cast<unsigned>(seed % 8);
    random.endLimits = 80;
    random.fixedOffsets = seed % 3 == 0 ? 20 : 0;
    PackingProblem problem = generateRandomPacking(seed, random);
    std::optional<Bytes> least = leastHeight(problem);
    PackOutcome known = judgeByBounds(problem, PackInstance(problem), {});
    infeasible += !least;
    if (known.status != Status::Infeasible)
      continue;
    ++shown;
    EXPECT_FALSE(least);
    EXPECT_FALSE(leastHeight(partOf(problem, known.conflict)));
    PackOptions options;
    options.useSectionBounds = options.useAlignmentBounds = false;
    EXPECT_EQ(packBranchAndBound(problem, options).status, Status::Infeasible);
  }
  std::printf("[          ] %llu cannot be packed, %llu of them shown\n",
              static_cast<unsigned long long>(infeasible),
              static_cast<unsigned long long>(shown));
  EXPECT_GE(shown, infeasible / 2);
}

// Problems that are full but for what alignments waste, with the rule on and
// off; docs/packing-search.md shows what is printed.
TEST(PackBounds, WhatTheyAreWorth) {
  constexpr uint64_t kProblems = 30;
  std::vector<Bytes> heights;
  uint64_t proved[2] = {}, steps[2] = {};
  for (bool useBounds : {true, false})
    for (uint64_t seed = 0; seed < kProblems; ++seed) {
      PackingProblem problem = generateFullPacking(seed, 26, 16, 60);
      for (auto [i, buffer] : llvm::enumerate(problem.buffers)) {
        buffer.size = 64 * buffer.size - static_cast<Bytes>(i % 3) * 20;
        buffer.alignment = i % 8 == 0 && seed % 2 == 0 ? 4 : 64;
      }
      PackOptions options;
      options.maxSteps = 5'000'000;
      options.useAlignmentBounds = useBounds;
      PackOutcome outcome = packBranchAndBound(problem, options);
      EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
      bool isProved = outcome.status == Status::Optimal;
      proved[useBounds] += isProved;
      steps[useBounds] += outcome.steps;
      if (useBounds)
        heights.push_back(isProved ? outcome.height : 0);
      else if (isProved && heights[seed] != 0) {
        EXPECT_EQ(outcome.height, heights[seed]);
      }
    }
  for (bool useBounds : {true, false})
    std::printf("[          ] %s the rule: %llu of %llu proved, %llu steps\n",
                useBounds ? "with" : "without",
                static_cast<unsigned long long>(proved[useBounds]),
                static_cast<unsigned long long>(kProblems),
                static_cast<unsigned long long>(steps[useBounds]));
  EXPECT_GT(proved[true], proved[false]);
}

} // namespace
