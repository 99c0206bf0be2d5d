//===- PackStack.cpp - How low the items of one section can be ------------===//

#include "PackStack.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>
#include <numeric>

using namespace memopt;

namespace {

/// More states than this are not looked at for one section, or for all.
constexpr uint64_t kMostStates = 1 << 13;
constexpr uint64_t kMostStatesOfAll = 1 << 18;
constexpr Bytes kNever = std::numeric_limits<Bytes>::max();

/// The items of one section that differ in nothing. Sizes in units.
struct Kind {
  Bytes size = 0;
  Bytes alignment = 1;
  Bytes shortfall = 0;
  Bytes most = 0;
  uint64_t count = 0;
  /// How many states there are between one and the next that has one more.
  uint64_t stride = 0;
};

class Stack {
public:
  Stack(const PackTask &task, llvm::ArrayRef<uint32_t> members);

  uint64_t numStates() const { return states; }
  /// The least height in bytes, or kNever.
  Bytes leastHeight() const;

private:
  Bytes startOf(const std::vector<Bytes> &ends, uint64_t state,
                const Kind &kind) const;

  Bytes unit;
  std::vector<Kind> kinds;
  /// Those with a fixed offset, in the order of their offsets: they are placed
  /// in this order, as if they were of one kind.
  std::vector<const PackTask::Item *> fixed;
  uint64_t fixedStride = 1;
  uint64_t states = 1;
  /// What sizes have lost to the modulus, in units.
  Bytes base = 0;
};

} // namespace

/// Counts that are multiplied stay at this.
static uint64_t multiply(uint64_t states, uint64_t factor) {
  return std::min(states, kMostStates + 1) * std::min(factor, kMostStates + 1);
}

static bool isFixed(const PackTask::Item &item) {
  return item.least == item.most;
}

Stack::Stack(const PackTask &task, llvm::ArrayRef<uint32_t> members)
    : unit(task.unit) {
  Bytes modulus = 1;
  bool isBounded = false;
  for (uint32_t id : members) {
    const PackTask::Item &item = task.items[id];
    isBounded |= item.isBounded;
    if (modulus < kNever / 2 / item.alignment)
      modulus = std::lcm(modulus, item.alignment);
  }
  using Key = std::tuple<Bytes, Bytes, Bytes, Bytes>;
  std::map<Key, uint64_t> counts;
  for (uint32_t id : members) {
    const PackTask::Item &item = task.items[id];
    if (item.isBounded && isFixed(item)) {
      fixed.push_back(&item);
      continue;
    }
    Bytes size = isBounded ? item.size : item.size % modulus;
    base += item.size - size;
    if (size > 0 || item.shortfall > 0)
      ++counts[{size, item.alignment, item.shortfall,
                isBounded ? item.most : kNever}];
  }
  llvm::stable_sort(fixed,
                    [](const PackTask::Item *a, const PackTask::Item *b) {
                      return a->least < b->least;
                    });
  states = multiply(1, fixed.size() + 1);
  for (auto [key, count] : counts) {
    auto [size, alignment, shortfall, most] = key;
    kinds.push_back({size, alignment, shortfall, most, count, states});
    states = multiply(states, count + 1);
  }
}

/// Where one more of `kind` lies that comes last in `state`.
Bytes Stack::startOf(const std::vector<Bytes> &ends, uint64_t state,
                     const Kind &kind) const {
  if (state / kind.stride % (kind.count + 1) == 0)
    return kNever;
  Bytes end = ends[state - kind.stride];
  if (end == kNever)
    return kNever;
  Bytes start = (end + kind.alignment - 1) / kind.alignment * kind.alignment;
  return start <= kind.most ? start : kNever;
}

Bytes Stack::leastHeight() const {
  std::vector<Bytes> ends(states, kNever);
  ends[0] = 0;
  // The last one of all may end within a unit.
  Bytes height = states == 1 ? 0 : kNever;
  for (uint64_t state = 1; state < states; ++state) {
    bool isAll = state + 1 == states;
    if (uint64_t numFixed = state % (fixed.size() + 1)) {
      const PackTask::Item &item = *fixed[numFixed - 1];
      if (ends[state - 1] <= item.least) {
        ends[state] = item.least + item.size;
        if (isAll)
          height = ends[state] * unit - item.shortfall;
      }
    }
    for (const Kind &kind : kinds) {
      Bytes start = startOf(ends, state, kind);
      if (start == kNever)
        continue;
      ends[state] = std::min(ends[state], start + kind.size);
      if (isAll)
        height = std::min(height, (start + kind.size) * unit - kind.shortfall);
    }
  }
  return height == kNever ? kNever : height + base * unit;
}

std::optional<Bytes> memopt::stackBound(const PackTask &task, Bytes known) {
  Bytes bound = 0;
  uint64_t left = kMostStatesOfAll;
  for (uint32_t section = 0; section < task.numSections; ++section) {
    // What the order cannot make worse.
    Bytes most = 0;
    bool isBounded = false, isAligned = false;
    for (uint32_t id : task.members[section]) {
      const PackTask::Item &item = task.items[id];
      most += (item.size + item.alignment - 1) * task.unit;
      isBounded |= item.isBounded;
      isAligned |= item.alignment != 1 || item.shortfall != 0;
    }
    if (!isBounded && (!isAligned || most <= std::max(bound, known)))
      continue;
    Stack stack(task, task.members[section]);
    if (stack.numStates() > std::min(left, kMostStates))
      continue;
    left -= stack.numStates();
    Bytes height = stack.leastHeight();
    if (height == kNever)
      return std::nullopt;
    bound = std::max(bound, height);
  }
  return bound;
}
