//===- Packing.h - Buffers to place in one arena ---------------*- C++ -*-===//
//
// The packing problem, free of IR: buffers with lifetimes, sizes and
// alignments, to be placed at offsets of one arena so that no two that are
// active at the same time overlap. This is dynamic storage allocation (problem
// SR2 of Garey and Johnson, 1979), which is NP-hard.
//
//   offset
//     ^      ┌────────┐
//     │ ┌────┤   B    ├──┐     A and B are never active together: they may
//     │ │ A  └───┬────┴┐ │     take the same bytes. C must stay clear of both.
//     │ └────────┤  C  ├─┘
//     └──────────┴─────┴────► time
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_PACKING_H
#define MEMOPT_MODEL_PACKING_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace memopt {

/// A point of time, in whatever unit the problem has.
using Time = int64_t;

/// The times from `begin` up to but not including `end`.
struct TimeRange {
  Time begin = 0;
  Time end = 0;

  bool empty() const { return begin >= end; }
  bool overlaps(const TimeRange &other) const {
    return begin < other.end && other.begin < end;
  }
  bool operator==(const TimeRange &other) const {
    return begin == other.begin && end == other.end;
  }
};

/// A buffer to place.
struct PackingBuffer {
  /// The identifier that files and reports use.
  std::string id;
  /// When it is needed. An empty lifetime is allowed: it takes no room.
  TimeRange live;
  /// Times within `live` at which it is not: in increasing order, not empty,
  /// apart from each other.
  llvm::SmallVector<TimeRange, 0> gaps;
  /// Size in bytes, not negative.
  Bytes size = 0;
  /// Its offset is a multiple of this; at least 1, any number.
  Bytes alignment = 1;
  /// Where it must be, if that is given.
  std::optional<Bytes> fixedOffset;
  /// Its end, offset plus size, must not be above this.
  std::optional<Bytes> endLimit;
};

/// Two buffers, by index.
struct PackingPair {
  uint32_t first = 0;
  uint32_t second = 0;
};

/// A packing problem.
struct PackingProblem {
  std::string name;
  std::vector<PackingBuffer> buffers;
  /// Pairs of buffers of the same size that must have the same offset, and may
  /// be active at the same time: an output that is written over an input.
  std::vector<PackingPair> together;
  /// Pairs that must not overlap though they are never active at the same time.
  std::vector<PackingPair> apart;
  /// The most that the arena may take. Without it the height is minimised.
  std::optional<Bytes> capacity;

  uint32_t numBuffers() const { return static_cast<uint32_t>(buffers.size()); }
};

/// The times at which `buffer` is active, in increasing order: its lifetime
/// without the gaps.
llvm::SmallVector<TimeRange, 1> activeRanges(const PackingBuffer &buffer);

/// The smallest arena that holds the buffers at `offsets`: the largest end.
/// Buffers that take no room do not count.
Bytes heightOf(const PackingProblem &problem, llvm::ArrayRef<Bytes> offsets);

} // namespace memopt

#endif // MEMOPT_MODEL_PACKING_H
