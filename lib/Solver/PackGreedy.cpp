//===- PackGreedy.cpp - First fit and best fit in several orders ----------===//

#include "PackGreedy.h"

#include "PackSweep.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <numeric>

using namespace memopt;

static uint64_t lengthOf(const PackItem &item) {
  uint64_t length = 0;
  for (SectionRange range : item.active)
    length += range.end - range.begin;
  return length;
}

namespace {

/// The section with the largest live sum in a range; the first of equals.
class FullestSection {
public:
  explicit FullestSection(llvm::ArrayRef<Bytes> liveSums) : sums(liveSums) {
    levels.emplace_back(sums.size());
    std::iota(levels[0].begin(), levels[0].end(), 0u);
    for (size_t width = 1; 2 * width <= sums.size(); width *= 2) {
      const std::vector<uint32_t> &last = levels.back();
      std::vector<uint32_t> level(sums.size() - 2 * width + 1);
      for (size_t i = 0; i < level.size(); ++i)
        level[i] = fuller(last[i], last[i + width]);
      levels.push_back(std::move(level));
    }
  }

  uint32_t of(const PackItem &item) const {
    uint32_t best = item.active.front().begin;
    for (SectionRange range : item.active) {
      unsigned level = llvm::Log2_32(range.end - range.begin);
      best = fuller(best, levels[level][range.begin]);
      best = fuller(best, levels[level][range.end - (1u << level)]);
    }
    return best;
  }

private:
  uint32_t fuller(uint32_t a, uint32_t b) const {
    return std::pair(-sums[a], a) <= std::pair(-sums[b], b) ? a : b;
  }

  llvm::ArrayRef<Bytes> sums;
  std::vector<std::vector<uint32_t>> levels;
};

/// Smaller keys come first.
using Key = std::tuple<double, double, double, double>;

} // namespace

static std::vector<Key> keysOf(const PackInstance &instance, PackOrder order) {
  std::vector<Key> keys;
  keys.reserve(instance.items.size());
  std::optional<FullestSection> fullest;
  if (order == PackOrder::Breadth || order == PackOrder::BreadthEnd ||
      order == PackOrder::BreadthBegin)
    fullest.emplace(instance.liveSums);
  for (const PackItem &item : instance.items) {
    auto size = static_cast<double>(item.size);
    auto length = static_cast<double>(lengthOf(item));
    double begin = item.active.front().begin, end = item.active.back().end;
    double section = 0, sum = 0;
    if (fullest) {
      section = fullest->of(item);
      sum = static_cast<double>(instance.liveSums[fullest->of(item)]);
    }
    switch (order) {
    case PackOrder::Size:
      keys.emplace_back(-size, begin, -end, 0);
      break;
    case PackOrder::Lifetime:
      keys.emplace_back(-length, -size, begin, 0);
      break;
    case PackOrder::Area:
      keys.emplace_back(-size * length, -size, begin, 0);
      break;
    case PackOrder::Breadth:
      keys.emplace_back(-sum, section, -size, end);
      break;
    case PackOrder::BreadthEnd:
      keys.emplace_back(-sum, section, -end, begin);
      break;
    case PackOrder::BreadthBegin:
      keys.emplace_back(-sum, section, begin, -end);
      break;
    case PackOrder::Begin:
      keys.emplace_back(begin, -size, -length, 0);
      break;
    case PackOrder::End:
      keys.emplace_back(-end, -size, -length, 0);
      break;
    }
  }
  return keys;
}

std::vector<uint32_t> memopt::itemsInOrder(const PackInstance &instance,
                                           PackOrder order) {
  std::vector<Key> keys = keysOf(instance, order);
  std::vector<uint32_t> items(instance.items.size());
  std::iota(items.begin(), items.end(), 0u);
  llvm::stable_sort(items, [&](uint32_t a, uint32_t b) {
    bool aIsFree = !instance.items[a].fixedOffset;
    bool bIsFree = !instance.items[b].fixedOffset;
    return std::tie(aIsFree, keys[a]) < std::tie(bIsFree, keys[b]);
  });
  return items;
}

/// Looks at intervals that cost about as much as a step of the searches.
static constexpr uint64_t kLooksPerStep = 16;

bool GreedyPacker::pack(llvm::ArrayRef<uint32_t> order, PackRule rule,
                        Bytes most, WorkMeter &meter, bool mustGoOn) {
  space.clear();
  uint64_t before = space.steps();
  for (uint32_t item : order) {
    Bytes offset = rule == PackRule::FirstFit ? space.lowestHole(item)
                                              : space.tightestHole(item);
    meter.spend(1 + (space.steps() - before) / kLooksPerStep);
    before = space.steps();
    if (offset == PackSpace::kNoRoom ||
        offset + instance.items[item].size > most ||
        (!mustGoOn && meter.exhausted()))
      return false;
    space.place(item, offset);
  }
  return true;
}

std::optional<PackedItems> memopt::packGreedily(const PackInstance &instance,
                                                llvm::ArrayRef<PackRule> rules,
                                                Bytes most, Bytes enough,
                                                WorkMeter &meter) {
  constexpr PackOrder kOrders[] = {
      PackOrder::Size,  PackOrder::Breadth,  PackOrder::BreadthEnd,
      PackOrder::Area,  PackOrder::Lifetime, PackOrder::BreadthBegin,
      PackOrder::Begin, PackOrder::End};
  std::optional<PackedItems> best;
  auto isDone = [&] {
    return best && (best->height <= enough || meter.exhausted());
  };
  bool sweeps =
      llvm::is_contained(rules, PackRule::BestFit) && canSweep(instance);
  if (sweeps)
    best = packBySweeps(instance, most, enough, meter);
  if (isDone())
    return best;
  // Best fit by begin and by end was among the sweeps.
  bool sweptTime =
      sweeps && llvm::all_of(instance.items, [](const PackItem &item) {
        return item.active.size() == 1;
      });
  GreedyPacker packer(instance);
  std::vector<std::vector<uint32_t>> orders;
  for (PackOrder kind : kOrders)
    orders.push_back(itemsInOrder(instance, kind));
  // The cheap rule first.
  for (PackRule rule : rules)
    for (auto [kind, order] : llvm::zip_equal(kOrders, orders)) {
      if (isDone())
        return best;
      bool isSwept = sweptTime && rule == PackRule::BestFit &&
                     (kind == PackOrder::Begin || kind == PackOrder::End);
      if (!isSwept && packer.pack(order, rule, best ? best->height - 1 : most,
                                  meter, /*mustGoOn=*/!best))
        best = PackedItems{packer.result().offsets(), packer.result().height(),
                           order, rule};
    }
  return best;
}
