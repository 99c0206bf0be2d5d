//===- PackTask.cpp - Items and sections, ready to search -----------------===//

#include "PackTask.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>

using namespace memopt;

/// The greatest common divisor of all sizes, alignments and least offsets, or
/// of alignments and least offsets only. A limit that is no multiple of it is
/// rounded down.
static Bytes unitOf(llvm::ArrayRef<PackTask::Item> items, bool roundUp) {
  // An alignment that divides the common divisor of the sizes and of the fixed
  // offsets holds by itself: all offsets are sums of sizes from such an offset.
  Bytes unit = 0;
  for (const PackTask::Item &item : items)
    unit = std::gcd(unit, std::gcd(item.size, item.least));
  bool allAligned = llvm::all_of(items, [&](const PackTask::Item &item) {
    return unit % item.alignment == 0;
  });
  if (allAligned)
    return std::max<Bytes>(unit, 1);
  if (roundUp)
    unit = 0;
  for (const PackTask::Item &item : items)
    unit = std::gcd(unit, std::gcd(item.alignment, item.least));
  return unit;
}

PackTask::PackTask(const PackInstance &instance,
                   llvm::ArrayRef<uint32_t> chosen, bool roundUp) {
  using Row = std::vector<std::pair<uint32_t, uint32_t>>;
  std::vector<bool> isChosen(instance.items.size());
  for (uint32_t id : chosen)
    isChosen[id] = true;

  // The sections that matter, renumbered, with those that hold no item that the
  // last one does not hold left out.
  std::vector<uint32_t> renumbered(instance.numSections + 1);
  {
    std::vector<uint32_t> begins(instance.numSections),
        ends(instance.numSections + 1);
    for (uint32_t id : chosen)
      for (SectionRange range : instance.items[id].active) {
        ++begins[range.begin];
        ++ends[range.end];
      }
    // A section is kept when an item ends at its end after one has begun.
    bool grown = false;
    for (uint32_t section = 0; section < instance.numSections; ++section) {
      renumbered[section] = numSections;
      grown |= begins[section] > 0;
      if (grown && ends[section + 1] > 0) {
        ++numSections;
        grown = false;
      }
    }
    renumbered[instance.numSections] = numSections;
  }

  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (auto pair : instance.apart)
    if (isChosen[pair.first] && isChosen[pair.second])
      pairs.push_back(pair);

  // Items by what they are.
  std::vector<Row> rows;
  std::vector<Item> unordered;
  for (uint32_t id : chosen) {
    const PackItem &from = instance.items[id];
    Item item;
    item.size = from.size;
    item.alignment = from.alignment;
    item.least = from.fixedOffset.value_or(0);
    item.most = from.fixedOffset.value_or(from.maxOffset);
    item.isBounded = item.most != std::numeric_limits<Bytes>::max();
    item.source = id;
    unordered.push_back(item);
    Row row;
    for (SectionRange range : from.active) {
      uint32_t begin = renumbered[range.begin], end = renumbered[range.end];
      if (begin == end)
        continue;
      if (!row.empty() && row.back().second >= begin)
        row.back().second = std::max(row.back().second, end);
      else
        row.push_back({begin, end});
    }
    rows.push_back(std::move(row));
  }
  unit = unitOf(unordered, roundUp);
  auto keyOf = [&](uint32_t index) {
    const Item &item = unordered[index];
    return std::tie(rows[index], item.size, item.alignment, item.least,
                    item.most);
  };
  std::vector<uint32_t> order(chosen.size());
  std::iota(order.begin(), order.end(), 0u);
  llvm::stable_sort(
      order, [&](uint32_t a, uint32_t b) { return keyOf(a) < keyOf(b); });

  std::vector<uint32_t> placeOf(instance.items.size(), kNone);
  for (auto [place, index] : llvm::enumerate(order))
    placeOf[unordered[index].source] = static_cast<uint32_t>(place);
  std::vector<llvm::SmallVector<uint32_t, 0>> pairSections(order.size());
  std::vector<std::pair<uint32_t, uint32_t>> placedPairs;
  placedPairs.reserve(pairs.size());
  for (auto [first, second] : pairs)
    placedPairs.push_back(std::minmax(placeOf[first], placeOf[second]));
  llvm::sort(placedPairs);
  for (auto [first, second] : placedPairs) {
    pairSections[first].push_back(numSections);
    pairSections[second].push_back(numSections++);
  }

  for (auto [place, index] : llvm::enumerate(order)) {
    Item item = unordered[index];
    bool isTwin = place > 0 && pairSections[place].empty() &&
                  pairSections[place - 1].empty() &&
                  keyOf(order[place - 1]) == keyOf(index);
    twinBefore.push_back(isTwin ? static_cast<uint32_t>(place - 1) : kNone);
    Bytes size = item.size;
    item.size = size / unit + (size % unit != 0);
    item.shortfall = item.size * unit - size;
    item.least /= unit;
    item.most /= unit;
    item.alignment = std::max<Bytes>(item.alignment / unit, 1);
    items.push_back(item);
    for (auto [begin, end] : rows[index])
      ranges.values.push_back({begin, end});
    for (uint32_t section : pairSections[place])
      ranges.values.push_back({section, section + 1});
    ranges.endList();
  }

  std::vector<std::vector<uint32_t>> held(numSections);
  for (uint32_t item = 0; item < numItems(); ++item)
    forEachSection(item,
                   [&](uint32_t section) { held[section].push_back(item); });
  for (const std::vector<uint32_t> &list : held) {
    llvm::append_range(members.values, list);
    members.endList();
  }
  llvm::BitVector seen(numItems());
  for (uint32_t item = 0; item < numItems(); ++item) {
    seen.reset();
    forEachSection(item, [&](uint32_t section) {
      for (uint32_t other : held[section])
        seen.set(other);
    });
    seen.reset(item);
    for (unsigned other : seen.set_bits())
      neighbors.values.push_back(other);
    neighbors.endList();
  }
}

Bytes PackTask::liveBound() const {
  Bytes bound = 0;
  for (uint32_t section = 0; section < numSections; ++section) {
    Bytes sum = 0;
    for (uint32_t item : members[section])
      sum += sizeOf(item);
    bound = std::max(bound, sum);
  }
  for (uint32_t item = 0; item < numItems(); ++item)
    bound = std::max(bound, items[item].least * unit + sizeOf(item));
  return bound;
}

Bytes PackTask::mostHeight() const {
  Bytes height = 0, highestLeast = 0;
  for (const Item &item : items) {
    height += item.size + item.alignment - 1;
    highestLeast = std::max(highestLeast, item.least);
  }
  return (height + highestLeast) * unit;
}
