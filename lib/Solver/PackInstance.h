//===- PackInstance.h - A packing problem, made small -----------*- C++ -*-===//
//
// What the packers work on: buffers that must be together are one item, those
// that take no room are gone, and time is counted in sections. A section is a
// maximal set of items that are active at the same time; times at which a
// subset of another section's items is active add nothing.
//
// O(n log n) for n buffers and gaps; the contents of the sections are not
// stored, only the first and last section of each item.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKINSTANCE_H
#define MEMOPT_LIB_SOLVER_PACKINSTANCE_H

#include "memopt/Model/Packing.h"

#include "llvm/ADT/SmallVector.h"

#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace memopt {

/// The sections from `begin` up to but not including `end`.
struct SectionRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

/// One or several buffers that take the same place.
struct PackItem {
  /// Where it is active: in increasing order, not empty, not adjacent.
  llvm::SmallVector<SectionRange, 1> active;
  /// Above 0.
  Bytes size = 0;
  Bytes alignment = 1;
  std::optional<Bytes> fixedOffset;
  /// The highest offset that is allowed; the capacity does not count.
  Bytes maxOffset = std::numeric_limits<Bytes>::max();
  /// The buffers of the problem, in increasing order.
  llvm::SmallVector<uint32_t, 1> buffers;
};

struct PackInstance {
  std::vector<PackItem> items;
  /// Pairs of items that must not overlap though no section holds both.
  std::vector<std::pair<uint32_t, uint32_t>> apart;
  uint32_t numSections = 0;
  /// The sum of the sizes of the items of each section.
  std::vector<Bytes> liveSums;

  explicit PackInstance(const PackingProblem &problem);

  /// The offsets of the problem's buffers, given those of the items.
  std::vector<Bytes> expand(llvm::ArrayRef<Bytes> itemOffsets) const;

  /// The largest live sum, or the highest end of a fixed item if that is more:
  /// no arena is smaller.
  Bytes liveBound() const;

private:
  /// The lowest offset that each buffer may have: where those are that take no
  /// room.
  std::vector<Bytes> restingOffsets;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKINSTANCE_H
