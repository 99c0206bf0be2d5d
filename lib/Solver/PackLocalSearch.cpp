//===- PackLocalSearch.cpp - Better orders for greedy packing -------------===//
//
// Moves one of the highest items, or one that is not in its way down, to an
// earlier place in the order, packs again, and keeps the new order if the
// packing got no higher: with many orders of one height, walking among them
// finds the way down. An order that gets too high is given up at the first item
// that shows it. Now and then the search goes back to the best order and tries
// the other rule.
//
// Used when the greedy orders leave a gap that exact search cannot close. Each
// try packs up to all items, so this is for up to some thousand of them.
//
// The moves are those of the hill climbing in Arm's Vela compiler.
//
//===----------------------------------------------------------------------===//

#include "PackLocalSearch.h"

#include "memopt/Model/Generate.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace memopt;

namespace {

class OrderSearch {
public:
  OrderSearch(const PackInstance &instance, PackedItems start)
      : instance(instance), packer(instance), best(start),
        current(std::move(start)) {
    while (numFixed < current.order.size() &&
           instance.items[current.order[numFixed]].fixedOffset)
      ++numFixed;
  }

  PackedItems run(Bytes target, WorkMeter &meter);

private:
  size_t pickHigh();
  void moveEarlier();
  /// Makes `order` the current one if it packs no higher than `most`.
  bool repack(const std::vector<uint32_t> &order, PackRule rule, Bytes most,
              WorkMeter &meter);

  const PackInstance &instance;
  GreedyPacker packer;
  PackedItems best, current;
  /// The first items in every order are the fixed ones, which stay there.
  size_t numFixed = 0;
  std::vector<uint32_t> candidate;
  Random random{1};
};

} // namespace

/// The position of a random one of the highest items.
size_t OrderSearch::pickHigh() {
  size_t picked = 0, count = 0;
  for (size_t i = numFixed; i < current.order.size(); ++i) {
    uint32_t item = current.order[i];
    if (current.offsets[item] + instance.items[item].size == current.height &&
        random.below(++count) == 0)
      picked = i;
  }
  return picked;
}

void OrderSearch::moveEarlier() {
  candidate = current.order;
  size_t from = pickHigh();
  if (random.chance(30))
    from = numFixed + random.below(candidate.size() - numFixed);
  if (from <= numFixed)
    return;
  size_t to = numFixed + random.below(from - numFixed);
  if (random.chance(50))
    std::swap(candidate[from], candidate[to]);
  else
    std::rotate(candidate.begin() + static_cast<ptrdiff_t>(to),
                candidate.begin() + static_cast<ptrdiff_t>(from),
                candidate.begin() + static_cast<ptrdiff_t>(from) + 1);
}

bool OrderSearch::repack(const std::vector<uint32_t> &order, PackRule rule,
                         Bytes most, WorkMeter &meter) {
  if (!packer.pack(order, rule, most, meter))
    return false;
  current.offsets = packer.result().offsets();
  current.height = packer.result().height();
  current.rule = rule;
  current.order = order;
  return true;
}

PackedItems OrderSearch::run(Bytes target, WorkMeter &meter) {
  constexpr unsigned kPatience = 400;
  constexpr Bytes kNoLimit = std::numeric_limits<Bytes>::max();
  unsigned sinceBest = 0;
  while (best.height > target && !meter.exhausted() &&
         numFixed + 1 < best.order.size()) {
    moveEarlier();
    repack(candidate, current.rule, current.height, meter);
    if (current.height < best.height) {
      best = current;
      sinceBest = 0;
    } else if (++sinceBest % kPatience == 0) {
      PackRule other = current.rule == PackRule::FirstFit ? PackRule::BestFit
                                                          : PackRule::FirstFit;
      current = best;
      repack(current.order, other, kNoLimit, meter);
    }
  }
  return std::move(best);
}

PackedItems memopt::improvePacking(const PackInstance &instance,
                                   PackedItems start, Bytes target,
                                   WorkMeter &meter) {
  return OrderSearch(instance, std::move(start)).run(target, meter);
}
