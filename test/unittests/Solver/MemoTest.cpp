//===- MemoTest.cpp - The set of states that failed -----------------------===//

#include "Memo.h"

#include "memopt/Model/Generate.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

SetKey keyOf(uint64_t number) {
  Random random(number);
  uint64_t low = random.next();
  return {low, random.next()};
}

// Growing splits buckets in place; below the cap, only a bucket that overflows
// loses a key.
TEST(Memo, GrowsWithoutLosingMoreThanFullBucketsDo) {
  Memo memo(uint64_t(64) << 20);
  constexpr uint64_t kKeys = 200'000;
  for (uint64_t i = 0; i < kKeys; ++i)
    memo.insert(keyOf(i));
  uint64_t kept = 0, invented = 0;
  for (uint64_t i = 0; i < kKeys; ++i) {
    kept += memo.contains(keyOf(i));
    invented += memo.contains(keyOf(kKeys + i));
  }
  EXPECT_GE(kept, kKeys * 9 / 10);
  EXPECT_EQ(invented, 0u);
}

TEST(Memo, NeverTakesMoreThanItsCap) {
  for (uint64_t cap : {64u, 100u, 4096u, 1u << 20, (1u << 20) + 1}) {
    Memo memo(cap);
    for (uint64_t i = 0; i < 200'000; ++i)
      memo.insert(keyOf(i));
    EXPECT_LE(memo.bytes(), cap);
    EXPECT_GT(memo.bytes(), cap / 4);
    EXPECT_TRUE(memo.contains(keyOf(199'999)));
  }
}

TEST(Memo, ACapOfNothingOrOfEverythingIsNoTrap) {
  for (uint64_t cap : {uint64_t(0), UINT64_MAX}) {
    Memo memo(cap);
    memo.insert(keyOf(1));
    EXPECT_TRUE(memo.contains(keyOf(1)));
    EXPECT_LE(memo.bytes(), 16u << 10);
  }
}

TEST(Memo, ForgetsAllWhenCleared) {
  Memo memo(1 << 20);
  for (int round = 0; round < 3; ++round) {
    for (uint64_t i = 0; i < 5000; ++i)
      EXPECT_FALSE(memo.contains(keyOf(i)));
    for (uint64_t i = 0; i < 5000; ++i)
      memo.insert(keyOf(i));
    memo.clear();
  }
}

} // namespace
