//===- PackingBruteForce.h - The least height of small problems -*- C++ -*-===//
//
// Straight from the definitions in Packing.h, sharing no code with the packers.
//
// Buffers that must be together are one item; times are the begins and ends of
// all ranges. Take any packing, and let one item after another that is not
// fixed sink by its alignment as long as nothing is in the way. Sums of offsets
// fall, so this ends; nothing grows; and then every item is at its fixed
// offset, or at 0, or cannot sink because of an item it conflicts with (active
// at a common time, or a pair that must be apart). That item ends above what
// lies one alignment lower and not above the offset: the offset is its end,
// rounded up.
//
// So let us place the items of such a packing in the order of their offsets
// (those at one offset by index). All items in the way that come earlier end at
// or below the offset, and one of them, rounded up, gives it: each item is at
// its fixed offset, or at the highest end of the earlier ones that it conflicts
// with, rounded up. The search tries all orders of this kind, that is those in
// which (offset, index) rises. It drops an order only if its height is not
// below the best found, or if the same items were placed before with the same
// height, the same last item, and the same floors below all others: nothing
// else matters for what can follow.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_UNITTESTS_SOLVER_PACKINGBRUTEFORCE_H
#define MEMOPT_UNITTESTS_SOLVER_PACKINGBRUTEFORCE_H

#include "memopt/Model/Packing.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <vector>

namespace memopt {

/// Finds the least height of a problem of up to 32 items, without regard to the
/// capacity.
class PackingBruteForce {
public:
  explicit PackingBruteForce(const PackingProblem &problem) {
    std::vector<uint32_t> leader(problem.numBuffers());
    std::iota(leader.begin(), leader.end(), 0u);
    for (PackingPair pair : problem.together) {
      uint32_t from = leader[pair.second], to = leader[pair.first];
      std::replace(leader.begin(), leader.end(), from, to);
    }
    std::vector<Time> times;
    for (const PackingBuffer &buffer : problem.buffers)
      for (const TimeRange &range : activeRanges(buffer))
        times.push_back(range.begin);
    std::vector<uint32_t> itemOf(problem.numBuffers(), kNone);
    for (uint32_t head = 0; head < problem.numBuffers(); ++head) {
      Item item;
      item.activeAt.resize(times.size());
      for (uint32_t index = 0; index < problem.numBuffers(); ++index) {
        if (leader[index] != head)
          continue;
        const PackingBuffer &buffer = problem.buffers[index];
        item.size = buffer.size;
        item.alignment = std::lcm(item.alignment, buffer.alignment);
        if (buffer.fixedOffset)
          item.fixedOffset = buffer.fixedOffset;
        if (buffer.endLimit)
          item.endLimit = std::min(item.endLimit, *buffer.endLimit);
        for (const TimeRange &range : activeRanges(buffer))
          for (size_t i = 0; i < times.size(); ++i)
            if (range.begin <= times[i] && times[i] < range.end)
              item.activeAt[i] = true;
        itemOf[index] = static_cast<uint32_t>(items.size());
      }
      bool isActive =
          std::count(item.activeAt.begin(), item.activeAt.end(), true) != 0;
      if (item.size > 0 && isActive)
        items.push_back(item);
      else
        std::replace(itemOf.begin(), itemOf.end(),
                     static_cast<uint32_t>(items.size()), kNone);
    }
    conflict.assign(items.size(), std::vector<bool>(items.size()));
    for (uint32_t a = 0; a < items.size(); ++a)
      for (uint32_t b = 0; b < items.size(); ++b)
        for (size_t i = 0; a != b && i < times.size(); ++i)
          if (items[a].activeAt[i] && items[b].activeAt[i])
            conflict[a][b] = true;
    for (PackingPair pair : problem.apart) {
      uint32_t a = itemOf[pair.first], b = itemOf[pair.second];
      // A buffer that is never active is in nobody's way.
      if (activeRanges(problem.buffers[pair.first]).empty() ||
          activeRanges(problem.buffers[pair.second]).empty())
        continue;
      if (a != kNone && b != kNone)
        conflict[a][b] = conflict[b][a] = true;
    }
  }

  /// The least height, or nothing if no packing respects the limits on ends.
  std::optional<Bytes> leastHeight() {
    best = kNever;
    seen.clear();
    floors.assign(items.size(), 0);
    search(0, 0, 0, 0);
    return best == kNever ? std::nullopt : std::optional(best);
  }

  size_t numItems() const { return items.size(); }

private:
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
  static constexpr Bytes kNever = std::numeric_limits<Bytes>::max();

  struct Item {
    std::vector<bool> activeAt;
    Bytes size = 0;
    Bytes alignment = 1;
    std::optional<Bytes> fixedOffset;
    Bytes endLimit = kNever;
  };

  void search(uint32_t placed, Bytes height, Bytes lastOffset,
              uint32_t lastItem) {
    if (height >= best)
      return;
    if (placed == (uint64_t(1) << items.size()) - 1) {
      best = height;
      return;
    }
    std::vector<Bytes> state = {static_cast<Bytes>(placed), height, lastOffset,
                                static_cast<Bytes>(lastItem)};
    for (uint32_t id = 0; id < items.size(); ++id)
      if (!((placed >> id) & 1))
        state.push_back(floors[id]);
    if (!seen.insert(std::move(state)).second)
      return;
    for (uint32_t id = 0; id < items.size(); ++id) {
      if ((placed >> id) & 1)
        continue;
      const Item &item = items[id];
      Bytes offset =
          (floors[id] + item.alignment - 1) / item.alignment * item.alignment;
      if (item.fixedOffset) {
        if (*item.fixedOffset < floors[id])
          return; // It can never be placed.
        offset = *item.fixedOffset;
      }
      bool rises = placed == 0 || offset > lastOffset ||
                   (offset == lastOffset && id > lastItem);
      if (!rises || offset + item.size > item.endLimit)
        continue;
      std::vector<Bytes> before = floors;
      for (uint32_t other = 0; other < items.size(); ++other)
        if (conflict[id][other])
          floors[other] = std::max(floors[other], offset + item.size);
      search(placed | (uint32_t(1) << id), std::max(height, offset + item.size),
             offset, id);
      floors = std::move(before);
    }
  }

  std::vector<Item> items;
  std::vector<std::vector<bool>> conflict;
  /// The highest end of the placed items that each item conflicts with.
  std::vector<Bytes> floors;
  std::set<std::vector<Bytes>> seen;
  Bytes best = kNever;
};

inline std::optional<Bytes> leastHeight(const PackingProblem &problem) {
  return PackingBruteForce(problem).leastHeight();
}

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_PACKINGBRUTEFORCE_H
