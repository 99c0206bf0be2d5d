//===- WideTest.cpp - Many independent branches ---------------------------===//

#include "Liu.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

class WideSizes : public testing::TestWithParam<unsigned> {};

// Backtracking without dominance tries the branches in all orders, and stops
// being usable near 26 ops.
TEST_P(WideSizes, IsProvedOptimalWithinFewSteps) {
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
TEST_P(WideSizes, IsProvedOptimalWithoutTheCutBound) {
  Graph graph = generateWide(GetParam() / 3);
  ScheduleOptions options;
  options.useCutBound = false;
  options.useBeam = false;
  options.useProbing = false;
  ScheduleOutcome outcome = scheduleBranchAndBound(graph, options);
  EXPECT_EQ(outcome.status, Status::Optimal);
  EXPECT_EQ(outcome.peak, scheduleAuto(graph).peak);
}

enum class Shape : uint8_t { Balanced, LeftDeep, Random };
enum class Sizes : uint8_t { Equal, BigSums, Random };

/// Branches of a product and a sum of it, joined by additions.
Graph wideTree(unsigned branches, Shape shape, Sizes sizes, uint64_t seed) {
  Random random(seed);
  Graph graph;
  auto add = [&](Bytes bytes, llvm::ArrayRef<BufferId> reads) {
    OpId op = graph.addOp();
    for (BufferId read : reads)
      graph.addRead(op, read);
    if (sizes == Sizes::Random)
      bytes = static_cast<Bytes>(1 + random.below(1000));
    return graph.addBuffer(bytes, op);
  };
  Bytes sum = sizes == Sizes::BigSums ? 5000 : 4;
  std::vector<BufferId> products, open;
  for (unsigned i = 0; i < branches; ++i)
    products.push_back(add(sizes == Sizes::BigSums ? 100 + i : 1000, {}));
  for (BufferId product : products)
    open.push_back(add(sum, {product}));
  while (open.size() > 1) {
    std::vector<BufferId> rest;
    if (shape == Shape::Balanced) {
      for (size_t i = 0; i + 1 < open.size(); i += 2)
        rest.push_back(add(sum, {open[i], open[i + 1]}));
      if (open.size() % 2)
        rest.push_back(open.back());
    } else {
      rest = open;
      size_t pick =
          shape == Shape::LeftDeep ? 1 : 1 + random.below(open.size() - 1);
      rest[0] = add(sum, {open[0], open[pick]});
      rest.erase(rest.begin() + static_cast<ptrdiff_t>(pick));
      std::swap(rest[0],
                rest[shape == Shape::LeftDeep ? 0 : random.below(rest.size())]);
    }
    open = std::move(rest);
  }
  graph.buffers[open[0]].liveOut = true;
  return graph;
}

// Trees of equal branches are the worst for a search, and nothing for the merge
// of hills and valleys.
TEST(Wide, AllShapesAndSizesMatchLiu) {
  for (unsigned branches : {2u, 3u, 7u, 20u, 33u, 40u, 80u, 400u})
    for (Shape shape : {Shape::Balanced, Shape::LeftDeep, Shape::Random})
      for (Sizes sizes : {Sizes::Equal, Sizes::BigSums, Sizes::Random}) {
        Graph graph = wideTree(branches, shape, sizes, branches);
        ASSERT_FALSE(checkGraph(graph));
        ScheduleOptions options;
        options.maxSteps = 200'000;
        ScheduleOutcome outcome = scheduleAuto(graph, options);
        EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
        EXPECT_EQ(outcome.status, Status::Optimal);
        EXPECT_EQ(outcome.peak, liuPeak(graph))
            << branches << " branches, shape " << static_cast<int>(shape)
            << ", sizes " << static_cast<int>(sizes);
      }
}

INSTANTIATE_TEST_SUITE_P(Ops, WideSizes, testing::Values(60u, 120u, 240u));

} // namespace
