//===- PackSweep.cpp - Best fit along the time line -----------------------===//

#include "PackSweep.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <map>
#include <set>

using namespace memopt;

static constexpr Bytes kNoEnd = std::numeric_limits<Bytes>::max();

namespace {

/// The holes between the items that are active; the last one has no end.
class Holes {
public:
  Holes() { insert(0, kNoEnd); }

  /// Takes the hole that leaves least room besides the item, the lowest of
  /// equals; PackSpace::kNoRoom if there is none.
  Bytes take(const PackItem &item, WorkMeter &meter);
  void release(Bytes begin, Bytes end);

private:
  void insert(Bytes begin, Bytes end) {
    endOf.emplace(begin, end);
    bySize.emplace(end - begin, begin);
  }
  std::map<Bytes, Bytes>::iterator
  erase(std::map<Bytes, Bytes>::iterator hole) {
    bySize.erase({hole->second - hole->first, hole->first});
    return endOf.erase(hole);
  }

  std::map<Bytes, Bytes> endOf;
  std::set<std::pair<Bytes, Bytes>> bySize;
};

/// The sections of an item, with its gaps.
SectionRange hullOf(const PackItem &item) {
  return {item.active.front().begin, item.active.back().end};
}

/// One sweep over the items of an instance, in one direction or both.
class Sweep {
public:
  Sweep(const PackInstance &instance, Bytes most, WorkMeter &meter)
      : instance(instance), most(most), meter(meter) {
    packed.offsets.resize(instance.items.size(), PackSpace::kUnplaced);
    packed.rule = PackRule::BestFit;
  }

  bool run(uint32_t section, SweepStart start);

  PackedItems packed;

private:
  bool place(uint32_t item, Holes &holes);
  bool sweep(llvm::ArrayRef<uint32_t> items, llvm::ArrayRef<uint32_t> start,
             Holes holes, bool toTheRight);

  const PackInstance &instance;
  Bytes most;
  WorkMeter &meter;
};

} // namespace

Bytes Holes::take(const PackItem &item, WorkMeter &meter) {
  for (auto it = bySize.lower_bound({item.size, 0}); it != bySize.end(); ++it) {
    meter.spend(1);
    Bytes begin = it->second;
    auto hole = endOf.find(begin);
    Bytes end = hole->second;
    auto offset = static_cast<Bytes>(llvm::alignTo(
        static_cast<uint64_t>(begin), static_cast<uint64_t>(item.alignment)));
    if (offset > item.maxOffset || end - item.size < offset)
      continue;
    erase(hole);
    if (begin < offset)
      insert(begin, offset);
    if (offset + item.size < end)
      insert(offset + item.size, end);
    return offset;
  }
  return PackSpace::kNoRoom;
}

void Holes::release(Bytes begin, Bytes end) {
  auto next = endOf.lower_bound(begin);
  if (next != endOf.begin() && std::prev(next)->second == begin) {
    begin = std::prev(next)->first;
    next = erase(std::prev(next));
  }
  if (next != endOf.end() && next->first == end) {
    end = next->second;
    erase(next);
  }
  insert(begin, end);
}

bool Sweep::place(uint32_t item, Holes &holes) {
  Bytes offset = holes.take(instance.items[item], meter);
  if (offset == PackSpace::kNoRoom || offset + instance.items[item].size > most)
    return false;
  packed.offsets[item] = offset;
  packed.height = std::max(packed.height, offset + instance.items[item].size);
  packed.order.push_back(item);
  return true;
}

/// Places `items`, which come in the order in which the sweep meets them, after
/// `start` was placed, whose items are all active where it begins.
bool Sweep::sweep(llvm::ArrayRef<uint32_t> items,
                  llvm::ArrayRef<uint32_t> start, Holes holes,
                  bool toTheRight) {
  // Counted in the direction of the sweep.
  auto entry = [&](uint32_t item) {
    SectionRange hull = hullOf(instance.items[item]);
    return toTheRight ? hull.begin : instance.numSections - hull.end;
  };
  auto exit = [&](uint32_t item) {
    SectionRange hull = hullOf(instance.items[item]);
    return toTheRight ? hull.end : instance.numSections - hull.begin;
  };
  // What leaves next.
  std::set<std::pair<uint32_t, uint32_t>> active;
  for (uint32_t item : start)
    active.emplace(exit(item), item);
  for (uint32_t item : items) {
    while (!active.empty() && active.begin()->first <= entry(item)) {
      uint32_t gone = active.begin()->second;
      active.erase(active.begin());
      holes.release(packed.offsets[gone],
                    packed.offsets[gone] + instance.items[gone].size);
    }
    if (!place(item, holes))
      return false;
    active.emplace(exit(item), item);
  }
  return true;
}

bool Sweep::run(uint32_t section, SweepStart rule) {
  std::vector<uint32_t> start, left, right;
  for (uint32_t item = 0; item < instance.items.size(); ++item) {
    SectionRange hull = hullOf(instance.items[item]);
    (hull.begin > section  ? right
     : hull.end <= section ? left
                           : start)
        .push_back(item);
  }
  // Smaller keys come first; of equals large items, and of these long ones.
  auto sortBy = [&](std::vector<uint32_t> &items, auto key) {
    auto keyOf = [&](uint32_t item) {
      SectionRange hull = hullOf(instance.items[item]);
      return std::tuple<Bytes, Bytes, Bytes>(
          key(item, hull), -instance.items[item].size,
          Bytes(hull.begin) - Bytes(hull.end));
    };
    llvm::stable_sort(
        items, [&](uint32_t a, uint32_t b) { return keyOf(a) < keyOf(b); });
  };
  sortBy(start, [&](uint32_t item, SectionRange hull) -> Bytes {
    Bytes before = Bytes(section) - hull.begin,
          after = Bytes(hull.end) - section;
    switch (rule) {
    case SweepStart::Long:
      return -before - after;
    case SweepStart::Large:
      return -instance.items[item].size;
    case SweepStart::LastEnd:
      return -after;
    case SweepStart::FirstBegin:
      return -before;
    case SweepStart::BothSides:
      return -std::min(before, after);
    }
    return 0;
  });
  sortBy(right, [](uint32_t, SectionRange hull) { return Bytes(hull.begin); });
  sortBy(left, [](uint32_t, SectionRange hull) { return -Bytes(hull.end); });
  Holes holes;
  for (uint32_t item : start)
    if (!place(item, holes))
      return false;
  return sweep(right, start, holes, /*toTheRight=*/true) &&
         sweep(left, start, std::move(holes), /*toTheRight=*/false);
}

bool memopt::canSweep(const PackInstance &instance) {
  return instance.apart.empty() &&
         llvm::none_of(instance.items, [](const PackItem &item) {
           return item.fixedOffset.has_value();
         });
}

std::optional<PackedItems> memopt::sweepFrom(const PackInstance &instance,
                                             uint32_t section, SweepStart start,
                                             Bytes most, WorkMeter &meter) {
  Sweep sweep(instance, most, meter);
  if (!sweep.run(section, start))
    return std::nullopt;
  return std::move(sweep.packed);
}

std::optional<PackedItems> memopt::packBySweeps(const PackInstance &instance,
                                                Bytes most, Bytes enough,
                                                WorkMeter &meter) {
  if (instance.numSections == 0)
    return std::nullopt;
  uint32_t last = instance.numSections - 1;
  auto fullest = static_cast<uint32_t>(std::distance(
      instance.liveSums.begin(), llvm::max_element(instance.liveSums)));
  const std::pair<uint32_t, SweepStart> sweeps[] = {
      {fullest, SweepStart::LastEnd},   {fullest, SweepStart::FirstBegin},
      {fullest, SweepStart::BothSides}, {fullest, SweepStart::Long},
      {fullest, SweepStart::Large},     {0, SweepStart::Large},
      {last, SweepStart::Large}};
  std::optional<PackedItems> best;
  for (auto [section, start] : sweeps) {
    if (best && (best->height <= enough || meter.exhausted()))
      break;
    if (std::optional<PackedItems> swept = sweepFrom(
            instance, section, start, best ? best->height - 1 : most, meter))
      best = std::move(swept);
  }
  return best;
}
