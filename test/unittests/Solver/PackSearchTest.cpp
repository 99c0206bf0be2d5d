//===- PackSearchTest.cpp - The exact packer ------------------------------===//
//
// The least height of small problems by brute force, against the exact packer
// under combinations of its rules: without a capacity, at the least height, and
// one byte below it. Then limits, determinism, the order of the input, and
// problems too large to search.
//
//===----------------------------------------------------------------------===//

#include "LongForm.h"
#include "PackRules.h"
#include "PackingBruteForce.h"
#include "PackingFamilies.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Solver/Packers.h"

#include "gtest/gtest.h"

#include <algorithm>
#include <map>

using namespace memopt;

namespace {

/// The buffers of `chosen` and the pairs between them.
PackingProblem partOf(const PackingProblem &problem,
                      const std::vector<uint32_t> &chosen) {
  PackingProblem part;
  std::vector<uint32_t> placeOf(problem.numBuffers(), ~0u);
  for (uint32_t buffer : chosen) {
    placeOf[buffer] = part.numBuffers();
    part.buffers.push_back(problem.buffers[buffer]);
  }
  auto copy = [&](const std::vector<PackingPair> &from,
                  std::vector<PackingPair> &to) {
    for (PackingPair pair : from)
      if (placeOf[pair.first] != ~0u && placeOf[pair.second] != ~0u)
        to.push_back({placeOf[pair.first], placeOf[pair.second]});
  };
  copy(problem.together, part.together);
  copy(problem.apart, part.apart);
  return part;
}

/// The least heights of a problem and of its parts, each found once by brute
/// force: combinations of rules often name the same part as a conflict.
class LeastHeights {
public:
  explicit LeastHeights(const PackingProblem &problem)
      : problem(problem), whole(leastHeight(problem)) {}

  /// Of the problem, without regard to its capacity.
  std::optional<Bytes> ofWhole() const { return whole; }

  std::optional<Bytes> ofPart(const std::vector<uint32_t> &chosen) {
    if (chosen.size() == problem.numBuffers())
      return whole;
    auto [entry, isNew] = parts.try_emplace(chosen);
    if (isNew)
      entry->second = leastHeight(partOf(problem, chosen));
    return entry->second;
  }

private:
  const PackingProblem &problem;
  std::optional<Bytes> whole;
  std::map<std::vector<uint32_t>, std::optional<Bytes>> parts;
};

/// What a packer says without a capacity.
void expectLeast(const PackingProblem &problem, LeastHeights &heights,
                 const PackOutcome &outcome) {
  std::optional<Bytes> least = heights.ofWhole();
  if (!least) {
    EXPECT_EQ(outcome.status, Status::Infeasible);
    EXPECT_TRUE(outcome.offsets.empty());
    EXPECT_FALSE(heights.ofPart(outcome.conflict));
    return;
  }
  EXPECT_EQ(outcome.status, Status::Optimal);
  EXPECT_EQ(outcome.height, *least);
  EXPECT_EQ(outcome.lowerBound, *least);
  EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
}

/// What a packer says with the capacity of the problem.
void expectDecided(const PackingProblem &problem, LeastHeights &heights,
                   const PackOutcome &outcome) {
  if (heights.ofWhole() && *heights.ofWhole() <= *problem.capacity) {
    EXPECT_TRUE(outcome.status == Status::Feasible ||
                outcome.status == Status::Optimal);
    EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
    return;
  }
  EXPECT_EQ(outcome.status, Status::Infeasible);
  EXPECT_TRUE(outcome.offsets.empty());
  std::optional<Bytes> part = heights.ofPart(outcome.conflict);
  EXPECT_TRUE(!part || *part > *problem.capacity);
}

/// The questions that each combination is asked: the least height, and whether
/// the buffers fit in it, and in one byte less. Some fit in no capacity.
PackingProblem questionOf(const PackingProblem &problem, LeastHeights &heights,
                          unsigned question) {
  PackingProblem asked = problem;
  if (question > 0)
    asked.capacity = std::max<Bytes>(0, heights.ofWhole().value_or(7) -
                                            static_cast<Bytes>(question - 1));
  return asked;
}
constexpr unsigned kNumQuestions = 3;

void expectExact(const PackingProblem &problem, LeastHeights &heights,
                 const PackOptions &options) {
  for (unsigned question = 0; question < kNumQuestions; ++question) {
    PackingProblem asked = questionOf(problem, heights, question);
    PackOutcome outcome = packBranchAndBound(asked, options);
    if (asked.capacity)
      expectDecided(asked, heights, outcome);
    else
      expectLeast(asked, heights, outcome);
  }
}

/// Whether the search takes long on a problem if it remembers no failed state:
/// as a rule with a dozen buffers that are all needed at once, of several
/// alignments.
bool needsNoGoods(const PackingProblem &problem, LeastHeights &heights) {
  PackOptions none = packOptionsFor(0), others;
  others.useNoGoods = false;
  for (PackOptions options : {none, others}) {
    options.maxSteps = 3'000'000;
    for (unsigned question = 0; question < kNumQuestions; ++question) {
      PackingProblem asked = questionOf(problem, heights, question);
      if (packBranchAndBound(asked, options).status == Status::LimitReached)
        return true;
    }
  }
  return false;
}

/// What the problems of a test contain.
struct PackingCounts {
  uint64_t problems = 0, dozens = 0, alignments = 0, gaps = 0, fixed = 0,
           limited = 0, pairs = 0, unsolvable = 0;

  void add(const PackingProblem &problem, bool isSolvable) {
    auto any = [&](auto has) {
      return std::any_of(problem.buffers.begin(), problem.buffers.end(), has);
    };
    using Buffer = const PackingBuffer &;
    ++problems;
    dozens += problem.numBuffers() == 12;
    alignments += any([](Buffer buffer) { return buffer.alignment > 1; });
    gaps += any([](Buffer buffer) { return !buffer.gaps.empty(); });
    fixed += any([](Buffer buffer) { return buffer.fixedOffset.has_value(); });
    limited += any([](Buffer buffer) { return buffer.endLimit.has_value(); });
    pairs += !problem.together.empty() || !problem.apart.empty();
    unsolvable += !isSolvable;
  }
  void print() const {
    auto number = [](uint64_t count) {
      return static_cast<unsigned long long>(count);
    };
    std::printf("[          ] %llu problems; of 12 buffers %llu, with "
                "alignments %llu, gaps %llu, fixed offsets %llu, limits %llu, "
                "pairs %llu, without any packing %llu\n",
                number(problems), number(dozens), number(alignments),
                number(gaps), number(fixed), number(limited), number(pairs),
                number(unsolvable));
  }
};

// Every problem is compared under every combination in the long form; in the
// short one under all rules, under none, and under six others in turn. One that
// the search cannot do without its memory is only compared with it, and does
// not count: the next one takes its place.
TEST(PackSearch, SmallProblems) {
  uint64_t count = inForm(400, 2000), outcomes = 0, besides = 0;
  PackingCounts counts;
  Progress progress(count);
  for (uint64_t seed = 0; counts.problems < count; ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = smallPacking(seed, isLongForm() ? 12 : 9);
    ASSERT_FALSE(checkPackingProblem(problem));
    LeastHeights heights(problem);
    unsigned inTurn = isLongForm() ? kNumPackCombinations : 6;
    std::vector<unsigned> combinations;
    combinations.reserve(inTurn + 2);
    for (unsigned i = 0; i < inTurn; ++i)
      combinations.push_back(
          static_cast<unsigned>((seed * 97 + i) % kNumPackCombinations));
    if (!isLongForm())
      combinations.insert(combinations.end(), {0, kNumPackCombinations - 1});
    bool withMemoryOnly = needsNoGoods(problem, heights);
    for (unsigned combination : combinations) {
      SCOPED_TRACE(combination);
      PackOptions options = packOptionsFor(combination);
      // Without a rule a dozen buffers may take more than the default.
      options.maxSteps = uint64_t(1) << 40;
      if (withMemoryOnly && !options.useNoGoods)
        continue;
      expectExact(problem, heights, options);
      outcomes += kNumQuestions;
    }
    if (withMemoryOnly) {
      ++besides;
      continue;
    }
    counts.add(problem, heights.ofWhole().has_value());
    progress.step();
  }
  counts.print();
  std::printf(
      "[          ] %llu outcomes; %llu problems besides, with no-goods "
      "only\n",
      static_cast<unsigned long long>(outcomes),
      static_cast<unsigned long long>(besides));
  EXPECT_LE(besides, count / 100);
}

// Full at all times: the least height is sometimes above the live sum, and a
// bound that is too high shows. A packing at the live sum proves itself; the
// others are compared with brute force and in all combinations.
TEST(PackSearch, LeastHeightAboveTheLiveSum) {
  uint64_t count = inForm(200, 30000), above = 0;
  Progress progress(count);
  for (uint64_t seed = 0; seed < count; ++seed, progress.step()) {
    SCOPED_TRACE(seed);
    constexpr Bytes kHeight = 20;
    PackingProblem problem = generateFullPacking(seed, 11, 12, kHeight);
    PackOutcome outcome = packBranchAndBound(problem, {});
    ASSERT_EQ(outcome.status, Status::Optimal);
    ASSERT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
    if (outcome.height == kHeight)
      continue;
    ++above;
    LeastHeights heights(problem);
    for (unsigned i = 0; i < kNumPackCombinations; i += isLongForm() ? 1 : 17) {
      SCOPED_TRACE(i);
      PackOptions options = packOptionsFor(i);
      expectLeast(problem, heights, packBranchAndBound(problem, options));
      PackingProblem less = problem;
      less.capacity = *heights.ofWhole() - 1;
      EXPECT_EQ(packBranchAndBound(less, options).status, Status::Infeasible);
    }
  }
  std::printf("[          ] %llu above the live sum\n",
              static_cast<unsigned long long>(above));
  EXPECT_GE(above, count / 100);
}

// Known by construction.
TEST(PackSearch, TightProblems) {
  uint64_t count = inForm(60, 400);
  for (uint64_t seed = 0; seed < count; ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = generateTightPacking(
        seed, 60, 40, 400, seed % 2 == 0 ? Cuts::Guillotine : Cuts::Pinwheel);
    PackOutcome outcome = packAuto(problem, {});
    EXPECT_EQ(outcome.status, Status::Optimal);
    EXPECT_EQ(outcome.height, 400);
    EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
  }
}

// Fifty buffers of all kinds; whatever is claimed must hold.
TEST(PackSearch, FiftyBuffers) {
  for (uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    RandomPackingOptions random;
    random.numBuffers = 50;
    random.horizon = 40;
    random.maxLength = 15;
    random.maxUnits = 60;
    random.gaps = seed % 3 == 0 ? 30 : 0;
    random.alignments = seed % 2 == 0 ? 30 : 0;
    random.fixedOffsets = seed % 5 == 0 ? 5 : 0;
    random.apart = seed % 7 == 0 ? 10 : 0;
    PackingProblem problem = generateRandomPacking(seed, random);
    ASSERT_FALSE(checkPackingProblem(problem));
    PackOptions options;
    options.maxSteps = 100'000;
    PackOutcome outcome = packAuto(problem, options);
    EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
    EXPECT_LE(outcome.lowerBound, outcome.height);
    EXPECT_EQ(outcome.status == Status::Optimal,
              outcome.lowerBound == outcome.height);
  }
}

TEST(PackSearch, SoundAtAnyStep) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = generateFullPacking(seed, 18, 8, 30);
    PackOutcome best = packAuto(problem, {});
    ASSERT_EQ(best.status, Status::Optimal);
    for (uint64_t maxSteps : {0, 1, 10, 100, 200, 500, 1000, 3000, 10'000}) {
      SCOPED_TRACE(maxSteps);
      PackOptions options;
      options.maxSteps = maxSteps;
      PackOutcome outcome = packAuto(problem, options);
      EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
      EXPECT_LE(outcome.lowerBound, best.height);
      EXPECT_GE(outcome.height, best.height);
      EXPECT_EQ(outcome.status == Status::Optimal,
                outcome.lowerBound == outcome.height);
      PackOutcome again = packAuto(problem, options);
      EXPECT_EQ(again.offsets, outcome.offsets);
      EXPECT_EQ(again.steps, outcome.steps);
      EXPECT_EQ(again.lowerBound, outcome.lowerBound);
    }
  }
}

// The search itself does not see the order of the input.
TEST(PackSearch, AnyOrderOfTheInput) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    PackingProblem problem =
        generateTightPacking(seed, 50, 30, 300, Cuts::Pinwheel);
    PackOptions options;
    options.useGreedyStart = false;
    PackOutcome outcome = packBranchAndBound(problem, options);
    ASSERT_EQ(outcome.status, Status::Optimal);
    Random random(seed);
    for (size_t i = problem.buffers.size(); i > 1; --i)
      std::swap(problem.buffers[i - 1], problem.buffers[random.below(i)]);
    PackOutcome shuffled = packBranchAndBound(problem, options);
    EXPECT_EQ(shuffled.height, outcome.height);
    EXPECT_EQ(shuffled.steps, outcome.steps);
  }
}

TEST(PackSearch, HardlyAnyMemory) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    PackingProblem problem = generateFullPacking(seed, 14, 7, 20);
    PackOutcome outcome = packBranchAndBound(problem, {});
    ASSERT_EQ(outcome.status, Status::Optimal);
    for (uint64_t bytes : {0, 100, 10'000}) {
      PackOptions options;
      options.maxMemoBytes = bytes;
      PackOutcome other = packBranchAndBound(problem, options);
      EXPECT_EQ(other.status, Status::Optimal);
      EXPECT_EQ(other.height, outcome.height);
    }
  }
}

// Too many pairs to search: an honest bound, and no time or memory wasted.
TEST(PackSearch, TooLargeToSearch) {
  PackingProblem problem;
  for (unsigned i = 0; i < 30'000; ++i) {
    PackingBuffer buffer;
    buffer.id = std::to_string(i);
    buffer.live = {static_cast<Time>(i % 1000),
                   static_cast<Time>(i % 1000 + 100 + i % 7)};
    buffer.size = 1 + i % 13;
    problem.buffers.push_back(buffer);
  }
  PackOptions options;
  options.maxSteps = 5'000'000;
  PackOutcome outcome = packBranchAndBound(problem, options);
  EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
  EXPECT_EQ(outcome.status, outcome.lowerBound == outcome.height
                                ? Status::Optimal
                                : Status::LimitReached);
}

// Heights that must be proved, with each rule off in turn;
// docs/packing-search.md shows what is printed.
TEST(PackSearch, WhatEachRuleIsWorth) {
  constexpr uint64_t kProblems = 30;
  std::vector<PackOutcome> expected;
  for (unsigned off = 0; off <= kNumPackRules; ++off) {
    unsigned all = kNumPackCombinations - 1;
    PackOptions options =
        packOptionsFor(off == 0 ? all : all & ~(1u << (off - 1)));
    options.maxSteps = 5'000'000;
    uint64_t steps = 0, proved = 0;
    for (uint64_t seed = 0; seed < kProblems; ++seed) {
      PackingProblem problem = generateFullPacking(seed, 26, 16, 60);
      PackOutcome outcome = packBranchAndBound(problem, options);
      EXPECT_FALSE(checkPacking(problem, outcome.offsets, outcome.height));
      steps += outcome.steps;
      proved += outcome.status == Status::Optimal;
      if (off == 0) {
        expected.push_back(std::move(outcome));
        continue;
      }
      if (expected[seed].status == Status::Optimal &&
          outcome.status == Status::Optimal) {
        EXPECT_EQ(outcome.height, expected[seed].height);
      }
    }
    std::printf("[          ] without rule %u: %llu of %llu proved, %llu "
                "steps\n",
                off, static_cast<unsigned long long>(proved),
                static_cast<unsigned long long>(kProblems),
                static_cast<unsigned long long>(steps));
    EXPECT_GE(proved, kProblems / 3);
  }
}

TEST(PackSearch, ReasonsAreSmall) {
  // Three buffers that cannot be packed in 5, among many that can.
  PackingProblem problem;
  auto add = [&](Time begin, Time end, Bytes size) {
    PackingBuffer buffer;
    buffer.id = std::to_string(problem.numBuffers());
    buffer.live = {begin, end};
    buffer.size = size;
    problem.buffers.push_back(buffer);
  };
  for (Time time = 0; time < 40; ++time)
    add(time, time + 2, 1);
  add(10, 11, 3);
  add(60, 61, 4);
  add(60, 61, 2);
  problem.capacity = 5;
  PackOutcome outcome = packAuto(problem, {});
  EXPECT_EQ(outcome.status, Status::Infeasible);
  EXPECT_EQ(outcome.conflict, (std::vector<uint32_t>{41, 42}));
}

} // namespace
