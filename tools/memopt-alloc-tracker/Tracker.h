//===- Tracker.h - Counts what a program allocates ------------------------===//
//
// The heap of a lowered program, with counts: bytes live and at peak,
// allocations, leaks, and frees that are wrong. Memory is filled with a pattern
// when it is allocated and when it is freed, and freed blocks are kept for a
// while (quarantine), so that a program which reads either computes something
// wrong rather than something lucky.
//
// Bytes are those asked for, without what malloc adds. Cost: a fill and a hash
// lookup for each call, under one lock.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_ALLOC_TRACKER_TRACKER_H
#define MEMOPT_ALLOC_TRACKER_TRACKER_H

#include "Settings.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

namespace memopt::tracker {

/// What was counted. The first four are of the measurement: of blocks that were
/// allocated while it ran. The others are of the whole run.
struct Counts {
  uint64_t peakBytes = 0;
  uint64_t liveBytes = 0;
  uint64_t allocations = 0;
  uint64_t frees = 0;
  /// Blocks that are alive now; if the program is at its end, leaks.
  uint64_t leakedAllocations = 0;
  uint64_t leakedBytes = 0;
  uint64_t doubleFrees = 0;
  /// Frees of what this heap did not hand out, or long ago (see Settings).
  uint64_t foreignFrees = 0;
  /// Freed blocks that no longer hold the pattern of freed memory.
  uint64_t writesAfterFree = 0;

  bool clean() const {
    return !leakedAllocations && !doubleFrees && !foreignFrees &&
           !writesAfterFree;
  }
  /// One line, ending in a newline.
  std::string text() const;
  std::string json() const;
};

class Tracker {
public:
  /// A measurement runs from the start, until it is restarted or stopped.
  explicit Tracker(Settings settings) : settings(std::move(settings)) {}
  /// Gives all memory back, that too which the program did not free.
  ~Tracker();
  Tracker(const Tracker &) = delete;
  Tracker &operator=(const Tracker &) = delete;

  /// Gives `size` bytes at a multiple of `alignment`, a power of two; null if
  /// there is no memory left, or no such alignment.
  void *allocate(uint64_t alignment, uint64_t size);
  /// Counts a free that is wrong, and does nothing else then. Null is right.
  void release(void *pointer);

  /// Starts the measurement anew: what is alive already does not count in it.
  void startMeasurement();
  /// Ends it. Leaks and wrong frees are still counted.
  void stopMeasurement();
  /// Looks through the quarantine for writes, and tells all counts.
  Counts counts();

private:
  struct Block {
    uint64_t size = 0;
    /// The how-manieth allocation of the run it was, from 1 on.
    uint64_t number = 0;
    bool measured = false;
    bool freed = false;
  };

  void fill(void *pointer, uint64_t size, uint16_t pattern) const;
  void checkFreed(void *pointer, const Block &block);
  void shrinkQuarantine();
  void complain(const char *what, const Block *block);

  const Settings settings;
  std::mutex mutex;
  std::unordered_map<void *, Block> blocks;
  /// Freed blocks, oldest first.
  std::deque<void *> quarantine;
  uint64_t quarantined = 0;
  uint64_t total = 0;
  uint64_t complaints = 0;
  bool measuring = true;
  Counts counted;
};

} // namespace memopt::tracker

#endif // MEMOPT_ALLOC_TRACKER_TRACKER_H
