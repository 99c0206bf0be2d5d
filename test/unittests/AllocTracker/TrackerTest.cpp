//===- TrackerTest.cpp - The allocation tracker counts the truth ----------===//
//
// Right programs and wrong ones: what each count says, and what memory holds
// before it is written and after it is freed.
//
//===----------------------------------------------------------------------===//

#include "Tracker.h"

#include "gtest/gtest.h"
#include <algorithm>
#include <cmath>
#include <cstring>
#include <thread>
#include <vector>

using namespace memopt::tracker;

template <typename T> static T load(const void *pointer, size_t index = 0) {
  T value;
  std::memcpy(&value, static_cast<const char *>(pointer) + index * sizeof(T),
              sizeof(T));
  return value;
}

TEST(Tracker, peakIsOfLiveBytes) {
  Tracker tracker{Settings()};
  void *a = tracker.allocate(1, 100);
  void *b = tracker.allocate(1, 50);
  tracker.release(a);
  void *c = tracker.allocate(1, 80);
  tracker.release(b);
  tracker.release(c);
  Counts counts = tracker.counts();
  EXPECT_EQ(counts.peakBytes, 150u);
  EXPECT_EQ(counts.liveBytes, 0u);
  EXPECT_EQ(counts.allocations, 3u);
  EXPECT_EQ(counts.frees, 3u);
  EXPECT_TRUE(counts.clean());
}

TEST(Tracker, measurementLeavesOutWhatWasBeforeAndAfter) {
  Tracker tracker{Settings()};
  void *before = tracker.allocate(1, 1000);
  tracker.startMeasurement();
  void *inside = tracker.allocate(1, 10);
  tracker.release(before);
  tracker.stopMeasurement();
  void *after = tracker.allocate(1, 500);
  tracker.release(inside);
  Counts counts = tracker.counts();
  EXPECT_EQ(counts.peakBytes, 10u);
  EXPECT_EQ(counts.liveBytes, 10u);
  EXPECT_EQ(counts.allocations, 1u);
  EXPECT_EQ(counts.frees, 0u);
  EXPECT_EQ(counts.leakedAllocations, 1u);
  EXPECT_EQ(counts.leakedBytes, 500u);
  tracker.startMeasurement();
  EXPECT_EQ(tracker.counts().peakBytes, 0u);
  tracker.release(after);
  EXPECT_TRUE(tracker.counts().clean());
}

TEST(Tracker, poisonIsNaN) {
  Tracker tracker{Settings()};
  void *pointer = tracker.allocate(1, 16);
  EXPECT_EQ(load<uint32_t>(pointer), 0x7FF57FF5u);
  EXPECT_TRUE(std::isnan(load<float>(pointer, 1)));
  EXPECT_TRUE(std::isnan(load<double>(pointer, 1)));
  std::memset(pointer, 0, 16);
  tracker.release(pointer);
  // Still ours to read: the block is in quarantine.
  EXPECT_EQ(load<uint32_t>(pointer), 0x7FFA7FFAu);
  EXPECT_TRUE(std::isnan(load<float>(pointer, 3)));
  EXPECT_TRUE(std::isnan(load<double>(pointer, 1)));
}

TEST(Tracker, poisonCoversOddSizes) {
  for (uint64_t size : {0, 1, 2, 3, 5, 8, 17}) {
    Tracker tracker{Settings()};
    auto *bytes = static_cast<unsigned char *>(tracker.allocate(1, size));
    for (uint64_t i = 0; i < size; ++i)
      EXPECT_EQ(bytes[i], i % 2 ? 0x7F : 0xF5);
    tracker.release(bytes);
    for (uint64_t i = 0; i < size; ++i)
      EXPECT_EQ(bytes[i], i % 2 ? 0x7F : 0xFA);
    EXPECT_TRUE(tracker.counts().clean());
    if (size == 0)
      continue;
    bytes[size - 1] ^= 1;
    EXPECT_EQ(tracker.counts().writesAfterFree, 1u) << size;
  }
}

TEST(Tracker, poisonCanBeOtherOrOff) {
  Settings settings;
  settings.fresh = 0x0102;
  Tracker other(settings);
  EXPECT_EQ(load<uint32_t>(other.allocate(1, 4)), 0x01020102u);

  settings.poison = false;
  Tracker off(settings);
  void *pointer = off.allocate(1, 4);
  std::memset(pointer, 3, 4);
  off.release(pointer);
  EXPECT_EQ(load<uint32_t>(pointer), 0x03030303u);
  EXPECT_TRUE(off.counts().clean());
}

TEST(Tracker, countsLeaks) {
  Tracker tracker{Settings()};
  void *pointer = tracker.allocate(1, 7);
  EXPECT_EQ(tracker.counts().leakedAllocations, 1u);
  EXPECT_EQ(tracker.counts().leakedBytes, 7u);
  tracker.release(pointer);
  EXPECT_TRUE(tracker.counts().clean());
}

TEST(Tracker, countsDoubleFrees) {
  testing::internal::CaptureStderr();
  Tracker tracker{Settings()};
  tracker.allocate(1, 3);
  void *pointer = tracker.allocate(1, 8);
  tracker.release(pointer);
  tracker.release(pointer);
  tracker.release(pointer);
  EXPECT_EQ(tracker.counts().doubleFrees, 2u);
  EXPECT_EQ(tracker.counts().frees, 1u);
  EXPECT_EQ(tracker.counts().liveBytes, 3u);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "memopt-alloc-tracker: second free of allocation 2 of 8 bytes\n"
            "memopt-alloc-tracker: second free of allocation 2 of 8 bytes\n");
}

TEST(Tracker, countsForeignFrees) {
  testing::internal::CaptureStderr();
  Tracker tracker{Settings()};
  int mine = 5;
  tracker.release(&mine);
  char *inside = static_cast<char *>(tracker.allocate(1, 8));
  tracker.release(inside + 4);
  tracker.release(nullptr);
  EXPECT_EQ(mine, 5);
  EXPECT_EQ(tracker.counts().foreignFrees, 2u);
  EXPECT_EQ(tracker.counts().frees, 0u);
  testing::internal::GetCapturedStderr();
}

TEST(Tracker, complainsAFewTimesAndCountsAll) {
  testing::internal::CaptureStderr();
  Tracker tracker{Settings()};
  int mine = 5;
  for (int i = 0; i < 1000; ++i)
    tracker.release(&mine);
  EXPECT_EQ(tracker.counts().foreignFrees, 1000u);
  std::string said = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 21);
}

TEST(Tracker, countsWritesAfterFreeOnce) {
  testing::internal::CaptureStderr();
  Tracker tracker{Settings()};
  void *pointer = tracker.allocate(1, 64);
  tracker.release(pointer);
  EXPECT_EQ(tracker.counts().writesAfterFree, 0u);
  static_cast<char *>(pointer)[63] = 1;
  EXPECT_EQ(tracker.counts().writesAfterFree, 1u);
  EXPECT_EQ(tracker.counts().writesAfterFree, 1u);
  static_cast<char *>(pointer)[0] = 1;
  EXPECT_EQ(tracker.counts().writesAfterFree, 2u);
  testing::internal::GetCapturedStderr();
}

TEST(Tracker, quarantineKeepsAddressesAndIsBounded) {
  Settings settings;
  settings.quarantineBytes = 1000;
  Tracker tracker(settings);
  void *first = tracker.allocate(1, 400);
  tracker.release(first);
  void *second = tracker.allocate(1, 400);
  EXPECT_NE(first, second);
  // Written to in quarantine: seen when the block leaves it.
  static_cast<char *>(first)[9] = 1;
  tracker.release(second);
  testing::internal::CaptureStderr();
  tracker.release(tracker.allocate(1, 400));
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "memopt-alloc-tracker: write after the free of allocation 1 of 400 "
            "bytes\n");
  EXPECT_EQ(tracker.counts().writesAfterFree, 1u);
}

TEST(Tracker, alignsAndTakesZeroBytes) {
  Tracker tracker{Settings()};
  std::vector<void *> pointers;
  for (uint64_t alignment : {0, 1, 8, 64, 4096})
    for (uint64_t size : {0, 1, 100}) {
      pointers.push_back(tracker.allocate(alignment, size));
      ASSERT_NE(pointers.back(), nullptr);
      auto address = reinterpret_cast<uintptr_t>(pointers.back());
      EXPECT_EQ(address % std::max<uint64_t>(alignment, 64), 0u);
    }
  std::sort(pointers.begin(), pointers.end());
  EXPECT_EQ(std::adjacent_find(pointers.begin(), pointers.end()),
            pointers.end());
  EXPECT_EQ(tracker.counts().peakBytes, 505u);
  for (void *pointer : pointers)
    tracker.release(pointer);
  EXPECT_TRUE(tracker.counts().clean());
}

TEST(Tracker, givesNullWhenThereIsNoMemory) {
  testing::internal::CaptureStderr();
  Tracker tracker{Settings()};
  EXPECT_EQ(tracker.allocate(1, UINT64_MAX), nullptr);
  EXPECT_EQ(tracker.allocate(96, 8), nullptr);
  EXPECT_EQ(tracker.counts().allocations, 0u);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "memopt-alloc-tracker: no memory for 18446744073709551615 bytes, "
            "aligned to 64\n"
            "memopt-alloc-tracker: no memory for 8 bytes, aligned to 96\n");
}

TEST(Tracker, threadsShareIt) {
  Tracker tracker{Settings()};
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&tracker] {
      for (int i = 0; i < 1000; ++i)
        tracker.release(tracker.allocate(1, 16));
    });
  for (std::thread &thread : threads)
    thread.join();
  Counts counts = tracker.counts();
  EXPECT_EQ(counts.allocations, 4000u);
  EXPECT_TRUE(counts.clean());
  EXPECT_GE(counts.peakBytes, 16u);
  EXPECT_LE(counts.peakBytes, 64u);
}

TEST(Counts, oneLineOfEachForm) {
  Counts counts;
  counts.peakBytes = 5;
  counts.writesAfterFree = 2;
  EXPECT_EQ(counts.text(),
            "memopt-alloc-tracker: peak-bytes: 5, live-bytes: 0, allocations: "
            "0, frees: 0, leaked-allocations: 0, leaked-bytes: 0, "
            "double-frees: 0, foreign-frees: 0, writes-after-free: 2\n");
  EXPECT_EQ(counts.json(),
            "{\"version\": 1, \"peakBytes\": 5, \"liveBytes\": 0, "
            "\"allocations\": 0, \"frees\": 0, \"leakedAllocations\": 0, "
            "\"leakedBytes\": 0, \"doubleFrees\": 0, \"foreignFrees\": 0, "
            "\"writesAfterFree\": 2}\n");
  EXPECT_FALSE(counts.clean());
}
