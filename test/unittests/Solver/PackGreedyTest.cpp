//===- PackGreedyTest.cpp - First fit, best fit and their bounds ----------===//

#include "PackingBruteForce.h"
#include "PackingFamilies.h"

#include "LongForm.h"
#include "PackGreedy.h"
#include "PackLocalSearch.h"
#include "PackSpace.h"
#include "PackSweep.h"
#include "memopt/Model/Check.h"
#include "memopt/Solver/Packers.h"

#include "llvm/ADT/STLExtras.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

/// Checks what every packer promises.
void expectValid(const PackingProblem &problem, const PackOutcome &outcome) {
  if (outcome.offsets.empty() && !problem.buffers.empty()) {
    EXPECT_EQ(outcome.height, 0);
    return;
  }
  std::optional<Violation> violation =
      checkPacking(problem, outcome.offsets, outcome.height);
  EXPECT_FALSE(violation) << violation->message;
  EXPECT_LE(outcome.lowerBound, outcome.height);
}

bool conflict(const PackInstance &instance, uint32_t a, uint32_t b) {
  for (SectionRange first : instance.items[a].active)
    for (SectionRange second : instance.items[b].active)
      if (first.begin < second.end && second.begin < first.end)
        return true;
  return llvm::any_of(instance.apart, [&](auto pair) {
    return pair == std::pair(a, b) || pair == std::pair(b, a);
  });
}

bool isFreeByDefinition(const PackInstance &instance, const PackSpace &space,
                        uint32_t item, Bytes offset) {
  for (uint32_t other = 0; other < instance.items.size(); ++other) {
    Bytes begin = space.offsets()[other];
    if (begin != PackSpace::kUnplaced && conflict(instance, item, other) &&
        begin < offset + instance.items[item].size &&
        offset < begin + instance.items[other].size)
      return false;
  }
  return true;
}

Bytes lowestByDefinition(const PackInstance &instance, const PackSpace &space,
                         uint32_t item) {
  Bytes offset = 0;
  while (!isFreeByDefinition(instance, space, item, offset))
    offset += instance.items[item].alignment;
  return offset;
}

TEST(PackGreedy, SmallProblems) {
  uint64_t count = inForm(2000, 100000), reached = 0, solvable = 0;
  Progress progress(count);
  for (uint64_t seed = 0; seed < count; ++seed, progress.step()) {
    SCOPED_TRACE(seed);
    PackingProblem problem = smallPacking(seed, 10);
    ASSERT_FALSE(checkPackingProblem(problem));
    std::optional<Bytes> least = leastHeight(problem);
    solvable += least.has_value();
    bool anyReached = false;
    for (const PackOutcome &outcome :
         {packFirstFit(problem, {}), packBestFit(problem, {})}) {
      expectValid(problem, outcome);
      if (least) {
        EXPECT_LE(outcome.lowerBound, *least);
      }
      if (!outcome.offsets.empty()) {
        ASSERT_TRUE(least);
        EXPECT_LE(*least, outcome.height);
        anyReached |= outcome.height == *least;
      }
    }
    reached += anyReached;
  }
  std::printf("[          ] %llu of %llu reach the least height\n",
              static_cast<unsigned long long>(reached),
              static_cast<unsigned long long>(solvable));
  EXPECT_GT(reached, solvable / 2);
}

TEST(PackGreedy, Capacities) {
  for (uint64_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = smallPacking(seed, 8);
    std::optional<Bytes> least = leastHeight(problem);
    if (!least)
      continue;
    for (Bytes less : {0, 1, 3}) {
      problem.capacity = std::max<Bytes>(0, *least - less);
      PackOutcome outcome = packFirstFit(problem, {});
      expectValid(problem, outcome);
      if (*problem.capacity < *least) {
        EXPECT_TRUE(outcome.status == Status::LimitReached ||
                    outcome.status == Status::Infeasible);
      }
      if (outcome.status != Status::Infeasible)
        continue;
      EXPECT_LT(*problem.capacity, *least);
      // What is named as the reason does not fit by itself.
      PackingProblem part;
      for (uint32_t buffer : outcome.conflict)
        part.buffers.push_back(problem.buffers[buffer]);
      EXPECT_GT(leastHeight(part), problem.capacity);
    }
  }
}

TEST(PackLocalSearch, ValidAndNoHigher) {
  unsigned lower = 0;
  for (uint64_t seed = 0; seed < inForm(60, 2000); ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = smallPacking(10 * seed + seed % 9, 60);
    PackInstance instance(problem);
    WorkMeter meter(20'000, 0);
    std::optional<PackedItems> start =
        packGreedily(instance, PackRule::FirstFit,
                     std::numeric_limits<Bytes>::max(), 0, meter);
    if (!start)
      continue;
    WorkMeter more(100'000, 0);
    PackedItems end =
        improvePacking(instance, *start, instance.liveBound(), more);
    EXPECT_LE(end.height, start->height);
    lower += end.height < start->height;
    std::optional<Violation> violation =
        checkPacking(problem, instance.expand(end.offsets), end.height);
    EXPECT_FALSE(violation) << violation->message;
    WorkMeter again(100'000, 0);
    EXPECT_EQ(
        end.offsets,
        improvePacking(instance, *start, instance.liveBound(), again).offsets);
  }
  EXPECT_GT(lower, 8u);
}

TEST(PackGreedy, StopsAtLimits) {
  PackingProblem problem = generateTrainingPacking(1, 3000);
  PackOptions options;
  options.maxSteps = 1;
  PackOutcome outcome = packBestFit(problem, options);
  EXPECT_EQ(outcome.offsets.size(), problem.buffers.size());
  expectValid(problem, outcome);
}

constexpr SweepStart kSweepStarts[] = {
    SweepStart::Long, SweepStart::Large, SweepStart::LastEnd,
    SweepStart::FirstBegin, SweepStart::BothSides};

// A sweep knows the holes by other means than the packer of any order.
TEST(PackSweep, IsBestFitInItsOrder) {
  unsigned packed = 0;
  for (uint64_t seed = 0; seed < inForm(200, 5000); ++seed) {
    RandomPackingOptions random;
    random.numBuffers = 50;
    random.horizon = 40;
    random.maxLength = 15;
    random.alignments = 40;
    random.oddAlignments = 30;
    random.endLimits = seed % 3 == 0 ? 3 : 0;
    PackInstance instance(generateRandomPacking(seed, random));
    ASSERT_TRUE(canSweep(instance));
    GreedyPacker packer(instance);
    for (uint32_t section :
         {0u, static_cast<uint32_t>(seed % instance.numSections),
          instance.numSections - 1})
      for (SweepStart start : kSweepStarts) {
        SCOPED_TRACE(testing::Message() << seed << " from " << section << " by "
                                        << static_cast<int>(start));
        WorkMeter meter(1'000'000, 0);
        constexpr Bytes kNoLimit = std::numeric_limits<Bytes>::max();
        std::optional<PackedItems> swept =
            sweepFrom(instance, section, start, kNoLimit, meter);
        if (!swept)
          continue;
        ++packed;
        ASSERT_TRUE(
            packer.pack(swept->order, PackRule::BestFit, kNoLimit, meter));
        EXPECT_EQ(packer.result().offsets(), swept->offsets);
        EXPECT_EQ(packer.result().height(), swept->height);
        // From the ends of time it is one of the known orders.
        if (start == SweepStart::Large && section == 0) {
          EXPECT_EQ(swept->order, itemsInOrder(instance, PackOrder::Begin));
        }
        if (start == SweepStart::Large && section + 1 == instance.numSections) {
          EXPECT_EQ(swept->order, itemsInOrder(instance, PackOrder::End));
        }
        EXPECT_FALSE(
            sweepFrom(instance, section, start, swept->height - 1, meter));
      }
  }
  EXPECT_GT(packed, 1000u);
}

TEST(PackSweep, Valid) {
  unsigned packed = 0;
  for (uint64_t seed = 0; seed < inForm(1000, 50000); ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = smallPacking(seed, 40);
    PackInstance instance(problem);
    bool isFree = instance.apart.empty();
    for (const PackItem &item : instance.items)
      isFree &= !item.fixedOffset;
    ASSERT_EQ(canSweep(instance), isFree);
    if (!isFree)
      continue;
    WorkMeter meter(1'000'000, 0);
    std::optional<PackedItems> swept =
        packBySweeps(instance, std::numeric_limits<Bytes>::max(),
                     instance.liveBound(), meter);
    if (!swept)
      continue;
    ++packed;
    std::optional<Violation> violation =
        checkPacking(problem, instance.expand(swept->offsets), swept->height);
    EXPECT_FALSE(violation) << violation->message;
  }
  EXPECT_GT(packed, 500u);
}

// Dense random lifetimes lose little when the fullest section comes first.
TEST(PackSweep, DenseLifetimes) {
  RandomPackingOptions random;
  random.numBuffers = random.horizon = 20'000;
  random.maxLength = 2'500;
  random.maxUnits = 1 << 20;
  PackInstance instance(generateRandomPacking(1, random));
  WorkMeter meter(1'000'000, 0);
  std::optional<PackedItems> swept = packBySweeps(
      instance, std::numeric_limits<Bytes>::max(), instance.liveBound(), meter);
  ASSERT_TRUE(swept);
  EXPECT_LT(swept->height, instance.liveBound() / 100 * 105);
  // One step for each item and sweep, at most.
  EXPECT_LE(meter.steps(), 7u * 20'000);
}

// The index must give the hole that a look at every other item gives.
TEST(PackSpace, AgreesWithDefinition) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    RandomPackingOptions random;
    random.numBuffers = 60;
    random.horizon = 40;
    random.maxLength = 15;
    random.gaps = random.alignments = 30;
    random.apart = 20;
    PackInstance instance(generateRandomPacking(seed, random));
    PackSpace space(instance);
    std::vector<uint32_t> order =
        itemsInOrder(instance, static_cast<PackOrder>(seed % 8));
    for (uint32_t item : order) {
      EXPECT_EQ(space.lowestHole(item),
                lowestByDefinition(instance, space, item));
      Bytes tightest = space.tightestHole(item);
      EXPECT_TRUE(isFreeByDefinition(instance, space, item, tightest));
      space.place(item, seed % 2 == 0 ? tightest : space.lowestHole(item));
    }
  }
}

} // namespace
