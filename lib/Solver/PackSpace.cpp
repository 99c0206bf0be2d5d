//===- PackSpace.cpp - Where there is room for an item --------------------===//

#include "PackSpace.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>

using namespace memopt;

static constexpr Bytes kNoEnd = std::numeric_limits<Bytes>::max();

//===----------------------------------------------------------------------===//
// ByteSet
//===----------------------------------------------------------------------===//

uint64_t ByteSet::add(Bytes begin, Bytes end) {
  // Those that overlap or touch the new one become one with it.
  auto first = llvm::partition_point(
      intervals, [&](const Interval &other) { return other.end < begin; });
  auto last = first;
  while (last != intervals.end() && last->begin <= end) {
    begin = std::min(begin, last->begin);
    end = std::max(end, last->end);
    ++last;
  }
  // Those above move.
  constexpr uint64_t kMovedPerLook = 32;
  uint64_t looks =
      1 + static_cast<uint64_t>(intervals.end() - first) / kMovedPerLook;
  if (first == last) {
    intervals.insert(first, {begin, end});
    return looks;
  }
  *first = {begin, end};
  intervals.erase(std::next(first), last);
  return looks;
}

//===----------------------------------------------------------------------===//
// PackSpace
//===----------------------------------------------------------------------===//

const ByteSet::Interval *PackSpace::Wall::passTo(Bytes offset) {
  // Mostly the next one or the one after; else search.
  for (int tries = 0; next != end && next->end <= offset; ++next)
    if (++tries == 8) {
      next = std::partition_point(next, end,
                                  [&](const ByteSet::Interval &interval) {
                                    return interval.end <= offset;
                                  });
      break;
    }
  return next == end ? nullptr : next;
}

PackSpace::PackSpace(const PackInstance &instance)
    : instance(instance), rivals(instance.items.size()),
      offsetOf(instance.items.size(), kUnplaced) {
  while (numLeaves < instance.numSections)
    numLeaves *= 2;
  nodes.resize(2 * numLeaves);
  // More blocks cost more to fill, and leave less to look at in `whole`.
  constexpr size_t kMaxBlocks = 1024;
  numBlocks = std::min(numLeaves, kMaxBlocks);
  covers.resize(numBlocks);
  for (auto [first, second] : instance.apart) {
    rivals[first].push_back(second);
    rivals[second].push_back(first);
  }
}

void PackSpace::clear() {
  for (Node &node : nodes) {
    node.whole.clear();
    node.any.clear();
  }
  for (ByteSet &cover : covers)
    cover.clear();
  llvm::fill(offsetOf, kUnplaced);
  highest = 0;
}

/// Calls `inside` for the nodes whose sections together are `range`, and
/// `above` for the nodes above these.
template <typename Inside, typename Above>
static void visitNodes(SectionRange range, size_t numLeaves, Inside inside,
                       Above above) {
  size_t first = range.begin + numLeaves, end = range.end + numLeaves;
  for (size_t left = first, right = end; left < right; left /= 2, right /= 2) {
    if (left % 2 == 1)
      inside(left++);
    if (right % 2 == 1)
      inside(--right);
  }
  // A node is above if it holds the first or the last leaf, and another that is
  // not in the range.
  size_t low = first, high = end - 1;
  for (size_t width = 2; width <= numLeaves; width *= 2) {
    low /= 2;
    high /= 2;
    if (low * width < first || (low + 1) * width > end)
      above(low);
    if (high != low && (high * width < first || (high + 1) * width > end))
      above(high);
  }
}

void PackSpace::place(uint32_t id, Bytes offset) {
  const PackItem &item = instance.items[id];
  offsetOf[id] = offset;
  Bytes end = offset + item.size;
  highest = std::max(highest, end);
  auto add = [&](ByteSet &set) { looks += set.add(offset, end); };
  for (SectionRange range : item.active)
    visitNodes(
        range, numLeaves,
        [&](size_t node) {
          add(nodes[node].any);
          if (node >= 2 * numBlocks) {
            add(nodes[node].whole);
            return;
          }
          // The blocks within the node.
          size_t first = node, last = node;
          while (first < numBlocks) {
            first = 2 * first;
            last = 2 * last + 1;
          }
          for (size_t block = first; block <= last; ++block)
            add(covers[block - numBlocks]);
        },
        [&](size_t node) { add(nodes[node].any); });
}

void PackSpace::collectWalls(uint32_t id) {
  walls.clear();
  auto add = [&](const ByteSet &set) {
    if (!set.empty())
      walls.push_back({set.begin(), set.end()});
  };
  for (SectionRange range : instance.items[id].active) {
    visitNodes(
        range, numLeaves, [&](size_t node) { add(nodes[node].any); },
        [&](size_t node) {
          if (node >= 2 * numBlocks)
            add(nodes[node].whole);
        });
    size_t width = numLeaves / numBlocks;
    size_t first = range.begin / width, last = (range.end - 1) / width;
    add(covers[first]);
    if (last != first)
      add(covers[last]);
  }
  rivalSpace.clear();
  for (uint32_t rival : rivals[id])
    if (offsetOf[rival] != kUnplaced)
      rivalSpace.add(offsetOf[rival],
                     offsetOf[rival] + instance.items[rival].size);
  add(rivalSpace);
}

static Bytes alignUp(Bytes offset, Bytes alignment) {
  return static_cast<Bytes>(llvm::alignTo(static_cast<uint64_t>(offset),
                                          static_cast<uint64_t>(alignment)));
}

bool PackSpace::isFree(Bytes begin, Bytes end) {
  looks += walls.size();
  return llvm::none_of(walls, [&](Wall &wall) {
    const ByteSet::Interval *next = wall.passTo(begin);
    return next && next->begin < end;
  });
}

Bytes PackSpace::lowestHole(uint32_t id) {
  const PackItem &item = instance.items[id];
  collectWalls(id);
  if (item.fixedOffset)
    return isFree(*item.fixedOffset, *item.fixedOffset + item.size)
               ? *item.fixedOffset
               : kNoRoom;
  Bytes offset = 0;
  // Up past one wall after another, until all of them leave room.
  for (size_t clear = 0, turn = 0; clear < walls.size();
       turn = turn + 1 == walls.size() ? 0 : turn + 1, ++clear) {
    ++looks;
    while (const ByteSet::Interval *wall = walls[turn].passTo(offset)) {
      if (wall->begin >= offset + item.size)
        break;
      ++looks;
      offset = alignUp(wall->end, item.alignment);
      clear = 0;
      if (offset > item.maxOffset)
        return kNoRoom;
    }
  }
  return offset;
}

Bytes PackSpace::tightestHole(uint32_t id) {
  const PackItem &item = instance.items[id];
  if (item.fixedOffset)
    return lowestHole(id);
  collectWalls(id);
  Bytes best = kNoRoom, leastRest = kNoEnd;
  // From one hole to the next; the last has no end.
  for (Bytes begin = 0; begin <= item.maxOffset;) {
    Bytes end = kNoEnd;
    for (size_t clear = 0, turn = 0; clear < walls.size();
         turn = turn + 1 == walls.size() ? 0 : turn + 1) {
      ++looks;
      const ByteSet::Interval *wall = walls[turn].passTo(begin);
      if (wall && wall->begin <= begin) {
        begin = wall->end;
        end = kNoEnd;
        clear = 0;
        continue;
      }
      if (wall)
        end = std::min(end, wall->begin);
      ++clear;
    }
    Bytes offset = alignUp(begin, item.alignment);
    if (offset > item.maxOffset)
      break;
    if (end == kNoEnd)
      return best == kNoRoom ? offset : best;
    if (offset + item.size <= end && end - begin - item.size < leastRest) {
      best = offset;
      leastRest = end - begin - item.size;
    }
    begin = end;
  }
  return best;
}
