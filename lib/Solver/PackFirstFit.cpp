//===- PackFirstFit.cpp - Each buffer at the lowest offset that fits ------===//
//
// Takes the items in one order after another (by size, by lifetime, by area,
// by begin) and puts each at the lowest offset at which it overlaps none of
// those placed before; the lowest packing wins. Items with fixed offsets come
// first. Quadratic in the number of items that are active together.
//
//===----------------------------------------------------------------------===//

#include "memopt/Solver/Packers.h"

#include "PackInstance.h"

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

static bool areActiveTogether(const PackItem &a, const PackItem &b) {
  auto first = a.active.begin(), second = b.active.begin();
  while (first != a.active.end() && second != b.active.end()) {
    if (first->end <= second->begin)
      ++first;
    else if (second->end <= first->begin)
      ++second;
    else
      return true;
  }
  return false;
}

namespace {

using Key = std::tuple<uint64_t, uint64_t, uint64_t>;

/// Places items one by one.
class FirstFit {
public:
  explicit FirstFit(const PackInstance &instance)
      : instance(instance), rivals(instance.items.size()) {
    for (auto [first, second] : instance.apart) {
      rivals[first].push_back(second);
      rivals[second].push_back(first);
    }
  }

  /// The offsets, or nothing if a limit on an item's end cannot be kept.
  std::optional<std::vector<Bytes>> place(llvm::ArrayRef<uint32_t> order) {
    constexpr Bytes kUnplaced = -1;
    std::vector<Bytes> offsets(instance.items.size(), kUnplaced);
    std::vector<uint32_t> placed;
    for (uint32_t id : order) {
      const PackItem &item = instance.items[id];
      // What is in the way, by offset.
      std::vector<std::pair<Bytes, Bytes>> taken;
      for (uint32_t other : placed)
        if (areActiveTogether(item, instance.items[other]) ||
            llvm::is_contained(rivals[id], other))
          taken.push_back(
              {offsets[other], offsets[other] + instance.items[other].size});
      llvm::sort(taken);
      Bytes offset = item.fixedOffset.value_or(0);
      if (!item.fixedOffset)
        for (auto [begin, end] : taken) {
          if (offset + item.size <= begin)
            break;
          if (end > offset)
            offset = llvm::divideCeil(end, item.alignment) * item.alignment;
        }
      if (offset > item.maxOffset)
        return std::nullopt;
      offsets[id] = offset;
      placed.push_back(id);
    }
    return offsets;
  }

private:
  const PackInstance &instance;
  std::vector<llvm::SmallVector<uint32_t, 0>> rivals;
};

} // namespace

PackOutcome memopt::packFirstFit(const PackingProblem &problem,
                                 const PackOptions &) {
  PackInstance instance(problem);
  PackOutcome outcome;
  outcome.lowerBound = instance.liveBound();
  FirstFit firstFit(instance);
  auto bySize = [](const PackItem &item) {
    return Key(~uint64_t(item.size), ~lengthOf(item), 0);
  };
  auto byLength = [](const PackItem &item) {
    return Key(~lengthOf(item), ~uint64_t(item.size), 0);
  };
  auto byBegin = [](const PackItem &item) {
    return Key(item.active.front().begin, ~uint64_t(item.size), 0);
  };
  for (llvm::function_ref<Key(const PackItem &)> key :
       {llvm::function_ref<Key(const PackItem &)>(bySize),
        {byLength},
        {byBegin}}) {
    std::vector<uint32_t> order(instance.items.size());
    std::iota(order.begin(), order.end(), 0u);
    llvm::stable_sort(order, [&](uint32_t a, uint32_t b) {
      const PackItem &first = instance.items[a], &second = instance.items[b];
      return std::tuple(!first.fixedOffset, key(first)) <
             std::tuple(!second.fixedOffset, key(second));
    });
    outcome.steps += order.size();
    std::optional<std::vector<Bytes>> items = firstFit.place(order);
    if (!items)
      continue;
    std::vector<Bytes> offsets = instance.expand(*items);
    Bytes height = heightOf(problem, offsets);
    if (outcome.offsets.size() == problem.buffers.size() &&
        height >= outcome.height && !problem.buffers.empty())
      continue;
    outcome.offsets = std::move(offsets);
    outcome.height = height;
  }
  return outcome;
}
