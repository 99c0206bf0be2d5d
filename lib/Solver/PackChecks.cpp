//===- PackChecks.cpp - What a section shows beside its slack -------------===//
//
// The checks of PackFloors on one section: its items lie one upon another above
// the floor, so they are jobs on one machine, with release dates (least
// offsets), deadlines (limits on ends), or starts at multiples (alignments).
// Each check costs about as much as to look at the items, and explains a
// failure by as few sections as it needs.
//
//===----------------------------------------------------------------------===//

#include "PackFloors.h"

#include <algorithm>

using namespace memopt;

/// The items of a section in the order of their least offsets, each as low as
/// that and those before it allow: no packing of them is lower (this is
/// scheduling on one machine with release dates).
bool PackFloors::checkSection(uint32_t section, PackReasons &reasons) {
  Bytes end = floors[section], highestLeast = 0;
  for (uint32_t item : task.members[section]) {
    bool isPlaced = least[item] == kPlaced;
    end += least[item] == floors[section] ? task.items[item].size : 0;
    highestLeast = std::max(highestLeast, isPlaced ? 0 : least[item]);
  }
  // Nothing is lost below the end of those that may lie on the floor, and no
  // more than lies between that and the highest least offset.
  if (highestLeast - end <= slack(section))
    return true;
  scratch.clear();
  Bytes left = 0;
  for (uint32_t item : task.members[section])
    if (least[item] != kPlaced && least[item] > floors[section]) {
      scratch.push_back({least[item], task.items[item].size});
      left += task.items[item].size;
    }
  std::sort(scratch.begin(), scratch.end());
  for (auto [offset, size] : scratch) {
    if (offset > end) {
      end = offset;
      if (end + left > capacity) {
        reasons.clear();
        reasons.set(section);
        for (uint32_t item : task.members[section])
          if (least[item] != kPlaced && least[item] >= end)
            addReason(item, capacity - left + 1, reasons);
        return false;
      }
    }
    end += size;
    left -= size;
  }
  return true;
}

/// Items that must end at or below a limit need the room between the floor and
/// the limit.
bool PackFloors::checkLimits(uint32_t section, PackReasons &reasons) {
  scratch.clear();
  for (uint32_t item : task.members[section])
    if (least[item] != kPlaced) {
      Bytes size = task.items[item].size;
      scratch.push_back({highest[item] + size, size});
    }
  std::sort(scratch.begin(), scratch.end());
  Bytes end = floors[section];
  for (auto [limit, size] : scratch) {
    end += size;
    if (end <= limit)
      continue;
    reasons.clear();
    reasons.set(section);
    return false;
  }
  return true;
}

/// The bound of PackBounds.h above the floor, in units. What lies at the top
/// saves what its size was rounded up by.
bool PackFloors::checkAlignment(uint32_t section, Bytes modulus,
                                PackReasons &reasons) {
  auto roundDown = [&](Bytes value) { return value - value % modulus; };
  auto roundUp = [&](Bytes value) { return roundDown(value + modulus - 1); };
  Bytes end = roundUp(floors[section]);
  // The most that rounding adds to a coarse item, with and without what its
  // size was rounded up by; and the most of the latter of a fine one.
  Bytes mostPadBytes = -1, mostPad = 0, mostShortfall = -1;
  for (uint32_t id : task.members[section]) {
    if (least[id] == kPlaced)
      continue;
    const PackTask::Item &item = task.items[id];
    Bytes step = item.least == item.most ? item.least : item.alignment;
    if (step % modulus != 0) {
      end += roundDown(item.size);
      mostShortfall = std::max(mostShortfall, item.shortfall);
      continue;
    }
    Bytes size = roundUp(item.size), pad = size - item.size;
    end += size;
    mostPad = std::max(mostPad, pad);
    mostPadBytes = std::max(mostPadBytes, pad * task.unit + item.shortfall);
  }
  if (mostPadBytes < 0)
    return true;
  if (mostShortfall >= 0)
    mostPadBytes = std::max(mostPadBytes, mostPad * task.unit + mostShortfall);
  if (end * task.unit - mostPadBytes <= capacityBytes)
    return true;
  reasons.clear();
  reasons.set(section);
  return false;
}
