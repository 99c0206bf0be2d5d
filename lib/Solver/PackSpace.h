//===- PackSpace.h - Where there is room for an item ------------*- C++ -*-===//
//
// The items placed so far, indexed so that the holes for one more are found
// without looking at all of them.
//
// A segment tree over the sections, and blocks of sections, which are the nodes
// of one level. Three kinds of sets of offsets, in which intervals that touch
// are one:
//   any    of each node: what is taken in any of its sections;
//   whole  of each node below the blocks: what is taken by items for which it
//   is
//          one of the largest nodes that are within their range;
//   cover  of each block: what is taken by items active in all of it.
// What is in the way of an item is then the union of O(log n) sets for each of
// its active ranges: `any` of the nodes that make up the range, `whole` of
// those above these, and `cover` of the first and the last block. Since
// packings are dense from the bottom up, `any` and `cover` are often one
// interval or a few.
//
// Placing an item adds to O(log n) sets and those of the blocks in its range.
// Finding a place passes the intervals of these sets below it, and looks at
// every set once for each hole that is too small.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKSPACE_H
#define MEMOPT_LIB_SOLVER_PACKSPACE_H

#include "PackInstance.h"

#include <vector>

namespace memopt {

/// A set of bytes as disjoint intervals that do not touch.
class ByteSet {
public:
  struct Interval {
    Bytes begin = 0;
    Bytes end = 0;
  };

  /// Returns what it took, in intervals looked at.
  uint64_t add(Bytes begin, Bytes end);
  bool empty() const { return intervals.empty(); }
  void clear() { intervals.clear(); }

  const Interval *begin() const { return intervals.data(); }
  const Interval *end() const { return intervals.data() + intervals.size(); }

private:
  /// By offset.
  std::vector<Interval> intervals;
};

class PackSpace {
public:
  explicit PackSpace(const PackInstance &instance);

  static constexpr Bytes kUnplaced = -1;
  /// No offset: there is no room.
  static constexpr Bytes kNoRoom = -2;

  /// The offset of the lowest hole for the item, or kNoRoom if that is above
  /// its highest offset. An item that is fixed has one hole, or none.
  Bytes lowestHole(uint32_t item);
  /// The offset of the hole that leaves least room besides the item, the lowest
  /// of equals; above all others if there is none.
  Bytes tightestHole(uint32_t item);

  void place(uint32_t item, Bytes offset);
  /// Removes all items.
  void clear();

  /// By item; kUnplaced for those that are not there.
  const std::vector<Bytes> &offsets() const { return offsetOf; }
  /// The highest end of the items that are placed.
  Bytes height() const { return highest; }
  /// Intervals looked at so far, and what placing took in these.
  uint64_t steps() const { return looks; }

private:
  struct Node {
    ByteSet whole;
    ByteSet any;
  };

  void collectWalls(uint32_t item);
  bool isFree(Bytes begin, Bytes end);

  const PackInstance &instance;
  /// The nodes of a complete binary tree; the children of i are 2i and 2i+1.
  std::vector<Node> nodes;
  size_t numLeaves = 1;
  /// Nodes from this index to twice this are the blocks.
  size_t numBlocks = 1;
  std::vector<ByteSet> covers;
  /// By item, those that it must be apart from.
  std::vector<llvm::SmallVector<uint32_t, 0>> rivals;
  std::vector<Bytes> offsetOf;
  Bytes highest = 0;
  uint64_t looks = 0;
  /// A set that is in the way of the item at hand, from the first interval that
  /// ends above the offset that is looked at. Offsets only rise.
  struct Wall {
    const ByteSet::Interval *next;
    const ByteSet::Interval *end;

    /// The interval that ends above `offset` first, or null.
    const ByteSet::Interval *passTo(Bytes offset);
  };
  std::vector<Wall> walls;
  ByteSet rivalSpace;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKSPACE_H
