//===- PackFloors.cpp - A partial packing, with make and undo -------------===//

#include "PackFloors.h"

#include "PackBounds.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/bit.h"

#include <algorithm>

using namespace memopt;

/// A hash of 64 bits (the finaliser of Steele, Lea and Flood's SplitMix).
uint64_t memopt::mixBits(uint64_t value) {
  value += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

PackFloors::PackFloors(const PackTask &task, Bytes capacity,
                       const PackOptions &options)
    : task(task), capacityBytes(capacity),
      useSectionBounds(options.useSectionBounds), unplaced(task.numItems()),
      least(task.numItems()), highest(task.numItems()),
      placedAt(task.numItems()), floors(task.numSections),
      rest(task.numSections), lowest(task.numSections),
      links(task.numSections + 1), keys(task.numSections),
      dirty((task.numSections + 63) / 64) {
  for (uint32_t item = 0; item < task.numItems(); ++item) {
    const PackTask::Item &from = task.items[item];
    least[item] = from.least;
    highest[item] = task.highestOffset(item, capacity);
    this->capacity = std::max(this->capacity, highest[item] + from.size);
    hasLimits |= from.isBounded;
    itemKeys.push_back(
        {mixBits(2 * uint64_t(item)), mixBits(2 * uint64_t(item) + 1)});
    toggleItem(item, 1);
    task.forEachSection(item,
                        [&](uint32_t section) { rest[section] += from.size; });
  }
  for (uint32_t section = 0; section < task.numSections; ++section) {
    sectionKeys.push_back(mixBits(~uint64_t(section)));
    keys[section].toggle(floorKey(section));
    touch({section, section + 1});
  }
  if (!options.useAlignmentBounds)
    return;
  std::vector<Bytes> alignments;
  bool isRounded = false;
  for (const PackTask::Item &item : task.items) {
    alignments.push_back(item.alignment);
    isRounded |= item.shortfall != 0;
  }
  moduli = moduliOf(alignments);
  if (isRounded)
    moduli.push_back(1);
}

/// Adds the item to the unplaced ones, or takes it from them.
void PackFloors::toggleItem(uint32_t item, int32_t change) {
  llvm::ArrayRef<SectionRange> ranges = task.ranges[item];
  keys[ranges.front().begin].toggle(itemKeys[item]);
  for (uint32_t section = ranges.front().begin + 1; section < ranges.back().end;
       ++section)
    links[section] += change;
}

bool PackFloors::start(PackReasons &reasons) {
  reasons.clear();
  for (uint32_t item = 0; item < task.numItems(); ++item)
    if (least[item] > highest[item])
      return false;
  return follow(reasons);
}

PackKey PackFloors::floorKey(uint32_t section) const {
  uint64_t low =
      mixBits(sectionKeys[section] + static_cast<uint64_t>(floors[section]));
  return {low, low * 0xd6e8feb86659fd93 ^ (low >> 32)};
}

void PackFloors::setFloor(uint32_t section, Bytes floor, bool follows) {
  trail.push_back({section, follows ? Change::Followed : Change::Floor,
                   floors[section], lowest[section]});
  keys[section].toggle(floorKey(section));
  floors[section] = floor;
  keys[section].toggle(floorKey(section));
  lowest[section] = 0;
  touch({section, section + 1});
}

/// Has the sections looked at again.
void PackFloors::touch(SectionRange range) {
  for (uint32_t word = range.begin / 64; word * 64 < range.end; ++word) {
    uint64_t bits = ~uint64_t(0);
    if (word == range.begin / 64)
      bits &= ~uint64_t(0) << (range.begin % 64);
    if (range.end < (word + 1) * 64)
      bits &= ~(~uint64_t(0) << (range.end % 64));
    dirty[word] |= bits;
  }
}

bool PackFloors::raiseLeast(uint32_t item, Bytes floor, PackReasons &reasons) {
  Bytes old = least[item], now = aligned(item, floor);
  trail.push_back({item, Change::Least, old, 0});
  least[item] = now;
  for (SectionRange range : task.ranges[item]) {
    for (uint32_t section = range.begin; section < range.end; ++section)
      lowest[section] -= floors[section] == old;
    touch(range);
  }
  if (now <= highest[item])
    return true;
  reasons.clear();
  addReason(item, highest[item] + 1, reasons);
  return false;
}

bool PackFloors::place(uint32_t item, PackReasons &reasons) {
  Bytes size = task.items[item].size;
  Bytes top = least[item] + size;
  --unplaced;
  toggleItem(item, -1);
  placedAt[item] = least[item];
  trail.push_back({item, Change::Placed, least[item], 0});
  least[item] = kPlaced;
  task.forEachSection(item, [&](uint32_t section) {
    rest[section] -= size;
    setFloor(section, top, /*follows=*/false);
  });
  for (uint32_t other : task.neighbors[item])
    if (least[other] < top && !raiseLeast(other, top, reasons))
      return false;
  return follow(reasons);
}

bool PackFloors::raise(uint32_t section, Bytes floor, PackReasons &reasons) {
  setFloor(section, floor, /*follows=*/false);
  for (uint32_t item : task.members[section])
    if (least[item] < floor && !raiseLeast(item, floor, reasons))
      return false;
  return follow(reasons);
}

/// Brings the floors of the touched sections up to date. That raises no least
/// offset: those of a section's items are at or above the new floor.
bool PackFloors::follow(PackReasons &reasons) {
  for (uint32_t word = 0; word < dirty.size(); ++word)
    while (dirty[word]) {
      uint32_t section = word * 64 + llvm::countr_zero(dirty[word]);
      dirty[word] &= dirty[word] - 1;
      if (rest[section] == 0)
        continue;
      if (lowest[section] == 0) {
        Bytes floor = kPlaced;
        int64_t count = 0;
        for (uint32_t item : task.members[section]) {
          count = least[item] < floor ? 0 : count;
          floor = std::min(floor, least[item]);
          count += least[item] == floor;
        }
        if (floor > floors[section])
          setFloor(section, floor, /*follows=*/true);
        lowest[section] = count;
        dirty[word] &= ~(uint64_t(1) << (section % 64));
        if (slack(section) < 0) {
          reasons.clear();
          reasons.set(section);
          return false;
        }
      }
      if (useSectionBounds && !checkSection(section, reasons))
        return false;
      if (useSectionBounds && hasLimits && !checkLimits(section, reasons))
        return false;
      for (Bytes modulus : moduli)
        if (!checkAlignment(section, modulus, reasons))
          return false;
    }
  return true;
}

void PackFloors::addReason(uint32_t item, Bytes need,
                           PackReasons &reasons) const {
  if (need <= task.items[item].least)
    return;
  // An unaligned floor above the aligned offset before `need` is enough.
  Bytes above = aligned(item, need) - task.items[item].alignment;
  uint32_t found = PackTask::kNone;
  for (SectionRange range : task.ranges[item])
    for (uint32_t section = range.begin; section < range.end; ++section)
      if (floors[section] > above) {
        if (reasons.test(section))
          return;
        found = section;
      }
  if (found != PackTask::kNone)
    reasons.set(found);
}

void PackFloors::undo(size_t mark, PackReasons *reasons) {
  std::fill(dirty.begin(), dirty.end(), 0);
  while (trail.size() > mark) {
    Change change = trail.back();
    trail.pop_back();
    uint32_t index = change.index;
    switch (change.kind) {
    case Change::Least:
      for (SectionRange range : task.ranges[index])
        for (uint32_t section = range.begin; section < range.end; ++section)
          lowest[section] += floors[section] == change.old;
      least[index] = change.old;
      break;
    case Change::Followed:
    case Change::Floor: {
      Bytes raised = floors[index];
      keys[index].toggle(floorKey(index));
      floors[index] = change.old;
      lowest[index] = change.oldLowest;
      keys[index].toggle(floorKey(index));
      if (change.kind == Change::Followed && reasons && reasons->test(index))
        for (uint32_t item : task.members[index])
          if (least[item] != kPlaced)
            addReason(item, raised, *reasons);
      break;
    }
    case Change::Placed:
      least[index] = change.old;
      ++unplaced;
      toggleItem(index, 1);
      task.forEachSection(index, [&](uint32_t section) {
        rest[section] += task.items[index].size;
      });
      break;
    }
  }
}
