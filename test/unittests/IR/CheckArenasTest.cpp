//===- CheckArenasTest.cpp - Every wrong plan is rejected -----------------===//
//
// A right plan, made wrong in each way that the checker has to see.
//
//===----------------------------------------------------------------------===//

#include "CheckArenasFixture.h"

using namespace mlir;
using namespace memopt;

namespace {

constexpr const char *kStraight = R"(
func.func @f(%m: memref<16xf32>) {
  %a = memref.alloc() {alignment = 64 : i64} : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  linalg.exp ins(%a : memref<16xf32>) outs(%b : memref<16xf32>)
  memref.copy %b, %m : memref<16xf32> to memref<16xf32>
  return
})";

constexpr const char *kBlocks = R"(
func.func @f(%m: memref<16xf32>, %p: i1) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  cf.cond_br %p, ^bb1, ^bb2
^bb1:
  cf.br ^bb2
^bb2:
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  return
})";

TEST_F(CheckArenas, EndsBeforeTheLastUse) {
  load(kStraight, /*inPlace=*/false);
  --buffer(0).live.end;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, BeginsAfterTheFirstUse) {
  load(kStraight, /*inPlace=*/false);
  ++buffer(0).live.begin;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, Overlaps) {
  load(kStraight, /*inPlace=*/false);
  plans[0].offsets[1] = 0;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsBeyondTheArena) {
  load(kStraight, /*inPlace=*/false);
  --plans[0].height;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsTooSmall) {
  load(kStraight, /*inPlace=*/false);
  buffer(1).size = 60;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsNotAligned) {
  load(kStraight, /*inPlace=*/false);
  buffer(0).alignment = 4;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, HasTwoPlaces) {
  load(kStraight, /*inPlace=*/false);
  arena().slots[1] = arena().slots[0];
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, LacksAnOffset) {
  load(kStraight, /*inPlace=*/false);
  plans[0].offsets.pop_back();
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsInPlaceWithoutAWriter) {
  load(kStraight, /*inPlace=*/true);
  arena().problem.together.clear();
  arena().writers.clear();
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsInPlaceWhereNothingIsWrittenOver) {
  load(kStraight, /*inPlace=*/true);
  arena().writers[0] = arena().slots[0].lifetime->firstUse;
  arena().problem.together[0] = {1, 0};
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, LosesItsPlaceBetweenBlocks) {
  load(kBlocks, /*inPlace=*/false);
  // That in ^bb1.
  Time branch = stepOf<cf::BranchOp>();
  buffer(0).gaps.push_back({branch, branch + 1});
  EXPECT_NE(check(), std::nullopt);
}

} // namespace
