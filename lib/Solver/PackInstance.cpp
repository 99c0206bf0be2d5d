//===- PackInstance.cpp - A packing problem, made small -------------------===//

#include "PackInstance.h"

#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>
#include <set>

using namespace memopt;

namespace {

/// The begin or the end of one active range of an item.
struct Event {
  Time time;
  bool begins;
  uint32_t item;

  /// At one time what ends goes first: ranges are half-open.
  bool operator<(const Event &other) const {
    return std::tie(time, begins, item) <
           std::tie(other.time, other.begins, other.item);
  }
};

} // namespace

/// The union of the active ranges of `buffers`, in increasing order.
static llvm::SmallVector<TimeRange, 1>
unionOfRanges(const PackingProblem &problem, llvm::ArrayRef<uint32_t> buffers) {
  llvm::SmallVector<TimeRange, 1> ranges;
  for (uint32_t buffer : buffers)
    llvm::append_range(ranges, activeRanges(problem.buffers[buffer]));
  llvm::sort(ranges, [](const TimeRange &a, const TimeRange &b) {
    return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
  });
  llvm::SmallVector<TimeRange, 1> merged;
  for (const TimeRange &range : ranges)
    if (!merged.empty() && range.begin <= merged.back().end)
      merged.back().end = std::max(merged.back().end, range.end);
    else
      merged.push_back(range);
  return merged;
}

PackInstance::PackInstance(const PackingProblem &problem) {
  llvm::IntEqClasses classes(problem.numBuffers());
  for (PackingPair pair : problem.together)
    classes.join(pair.first, pair.second);
  classes.compress();

  // Items in the order of their first buffers.
  constexpr uint32_t kNoItem = std::numeric_limits<uint32_t>::max();
  std::vector<llvm::SmallVector<uint32_t, 1>> members(classes.getNumClasses());
  for (uint32_t buffer = 0; buffer < problem.numBuffers(); ++buffer)
    members[classes[buffer]].push_back(buffer);
  std::vector<uint32_t> itemOfClass(members.size(), kNoItem);
  std::vector<Event> events;
  restingOffsets.resize(problem.numBuffers());
  for (uint32_t buffer = 0; buffer < problem.numBuffers(); ++buffer) {
    llvm::ArrayRef<uint32_t> buffers = members[classes[buffer]];
    if (buffers.front() != buffer)
      continue;
    PackItem item;
    item.size = problem.buffers[buffer].size;
    item.buffers.assign(buffers.begin(), buffers.end());
    for (uint32_t member : buffers) {
      const PackingBuffer &from = problem.buffers[member];
      item.alignment = std::lcm(item.alignment, from.alignment);
      if (from.fixedOffset)
        item.fixedOffset = from.fixedOffset;
      if (from.endLimit)
        item.maxOffset = std::min(item.maxOffset, *from.endLimit - from.size);
    }
    for (uint32_t member : buffers)
      restingOffsets[member] = item.fixedOffset.value_or(0);
    llvm::SmallVector<TimeRange, 1> ranges = unionOfRanges(problem, buffers);
    if (item.size == 0 || ranges.empty())
      continue;
    uint32_t id = itemOfClass[classes[buffer]] = items.size();
    items.push_back(std::move(item));
    for (const TimeRange &range : ranges) {
      events.push_back({range.begin, true, id});
      events.push_back({range.end, false, id});
    }
  }
  llvm::sort(events);

  // A section is complete when an item ends after one has begun.
  std::vector<uint32_t> openSince(items.size());
  Bytes live = 0;
  bool grown = false;
  for (const Event &event : events) {
    PackItem &item = items[event.item];
    if (event.begins) {
      openSince[event.item] = numSections;
      live += item.size;
      grown = true;
      continue;
    }
    if (grown) {
      liveSums.push_back(live);
      ++numSections;
      grown = false;
    }
    live -= item.size;
    if (!item.active.empty() && item.active.back().end >= openSince[event.item])
      item.active.back().end = numSections;
    else
      item.active.push_back({openSince[event.item], numSections});
  }

  std::set<std::pair<uint32_t, uint32_t>> pairs;
  auto takesRoom = [&](uint32_t buffer) {
    return !activeRanges(problem.buffers[buffer]).empty();
  };
  for (PackingPair pair : problem.apart) {
    if (!takesRoom(pair.first) || !takesRoom(pair.second))
      continue;
    uint32_t first = itemOfClass[classes[pair.first]];
    uint32_t second = itemOfClass[classes[pair.second]];
    if (first != kNoItem && second != kNoItem)
      pairs.insert(std::minmax(first, second));
  }
  apart.assign(pairs.begin(), pairs.end());
}

std::vector<Bytes>
PackInstance::expand(llvm::ArrayRef<Bytes> itemOffsets) const {
  std::vector<Bytes> offsets = restingOffsets;
  for (auto [item, offset] : llvm::zip_equal(items, itemOffsets))
    for (uint32_t buffer : item.buffers)
      offsets[buffer] = offset;
  return offsets;
}

Bytes PackInstance::liveBound() const {
  Bytes bound = 0;
  for (Bytes sum : liveSums)
    bound = std::max(bound, sum);
  for (const PackItem &item : items)
    if (item.fixedOffset)
      bound = std::max(bound, *item.fixedOffset + item.size);
  return bound;
}
