//===- PackTask.h - Items and sections, ready to search ----------*- C++-*-===//
//
// One component of a packing problem in the form that the exact search works
// on. Time is gone: a section is a set of items of which no two may overlap,
// and that is all the search asks. A maximal clique of items that are active
// together is a section, and so is a pair that must be kept apart.
//
// Sizes and offsets are in units of their greatest common divisor, or of that
// of the alignments if this is more: then sizes are rounded up, since nothing
// lies in the bytes up to the next unit, and only the end of the highest item
// shows the difference. Items are in an order that depends on what they are and
// not on where they stood in the input, so that the search takes the same steps
// for any order of the input.
//
// Takes memory for each pair of items that share a section: up to n^2 / 2.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKTASK_H
#define MEMOPT_LIB_SOLVER_PACKTASK_H

#include "PackInstance.h"

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace memopt {

/// Lists in one array: list i is `values[starts[i]]` up to `starts[i + 1]`.
template <typename T> struct PackLists {
  std::vector<uint32_t> starts = {0};
  std::vector<T> values;

  llvm::ArrayRef<T> operator[](uint32_t list) const {
    return llvm::ArrayRef<T>(values).slice(starts[list],
                                           starts[list + 1] - starts[list]);
  }
  void endList() { starts.push_back(static_cast<uint32_t>(values.size())); }
};

struct PackTask {
  struct Item {
    Bytes size = 0;
    /// By how much that is more than the size, in bytes.
    Bytes shortfall = 0;
    Bytes alignment = 1;
    /// The lowest and the highest offset allowed; equal if it is fixed. The
    /// capacity does not count.
    Bytes least = 0;
    Bytes most = 0;
    /// Whether one of these was asked for.
    bool isBounded = false;
    /// The item of the instance.
    uint32_t source = 0;
  };
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

  std::vector<Item> items;
  uint32_t numSections = 0;
  /// Of each item: its sections, as ranges in increasing order.
  PackLists<SectionRange> ranges;
  /// Of each section: its items.
  PackLists<uint32_t> members;
  /// Of each item: the items that share a section with it.
  PackLists<uint32_t> neighbors;
  /// Of each item: the last one before it that is the same in all respects, or
  /// kNone.
  std::vector<uint32_t> twinBefore;
  /// What all sizes and offsets were divided by.
  Bytes unit = 1;

  /// The task of `chosen`, some of the items of `instance`; the others are left
  /// out. `roundUp` allows a unit that does not divide the sizes.
  PackTask(const PackInstance &instance, llvm::ArrayRef<uint32_t> chosen,
           bool roundUp);

  uint32_t numItems() const { return static_cast<uint32_t>(items.size()); }

  /// In bytes.
  Bytes sizeOf(uint32_t item) const {
    return items[item].size * unit - items[item].shortfall;
  }
  /// The largest sum of sizes of a section, or end of a fixed item, in bytes.
  Bytes liveBound() const;
  /// No packing that is as low as it can be is higher than this, in bytes.
  Bytes mostHeight() const;
  /// The highest offset, in units, with which `item` ends at or below
  /// `capacity`, in bytes; negative if there is none.
  Bytes highestOffset(uint32_t item, Bytes capacity) const {
    Bytes room = capacity - sizeOf(item);
    return room < 0 ? -1 : std::min(items[item].most, room / unit);
  }

  template <typename Function>
  void forEachSection(uint32_t item, Function function) const {
    for (SectionRange range : ranges[item])
      for (uint32_t section = range.begin; section < range.end; ++section)
        function(section);
  }
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKTASK_H
