//===- PackSubsetSums.cpp - Heights that sums of sizes can reach ----------===//
//
// In a lowest packing each item lies at 0, at its fixed offset, or on another
// item, rounded up to its alignment. Without alignments the end of the highest
// item is therefore a sum of sizes, or the offset of a fixed item and a sum of
// sizes; with n items and the heights up to h it takes n * h / 64 operations to
// find all such sums. With alignments left in units, all ends count as
// reachable. The height is such an end in bytes, less what the size of the
// highest item was rounded up by. The least height of a packing is one of
// these, so a lower bound may be raised to the next, and a capacity lowered to
// the one before.
//
//===----------------------------------------------------------------------===//

#include "PackSubsetSums.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <limits>

using namespace memopt;

/// Beyond this many units the sums take too long, and are dense anyway.
static constexpr Bytes kMostUnits = Bytes(1) << 17;

PackHeights::PackHeights(const PackTask &task, std::optional<Bytes> limit)
    : unit(task.unit) {
  for (const PackTask::Item &item : task.items)
    shortfalls.push_back(item.shortfall);
  llvm::sort(shortfalls);
  shortfalls.erase(llvm::unique(shortfalls), shortfalls.end());
  bool isAligned = llvm::any_of(task.items, [](const PackTask::Item &item) {
    return item.alignment != 1;
  });
  if (!limit || isAligned || *limit > kMostUnits ||
      *limit * task.numItems() > (1 << 26))
    return;
  reachable.resize(static_cast<unsigned>(*limit + 1));
  reachable.set(0);
  for (const PackTask::Item &item : task.items)
    if (item.least <= *limit)
      reachable.set(static_cast<unsigned>(item.least));
  for (const PackTask::Item &item : task.items) {
    if (item.size > *limit)
      continue;
    llvm::BitVector shifted = reachable;
    shifted <<= static_cast<unsigned>(item.size);
    reachable |= shifted;
  }
}

Bytes PackHeights::atLeast(Bytes height) const {
  if (height <= 0)
    return height;
  Bytes best = std::numeric_limits<Bytes>::max();
  for (Bytes shortfall : shortfalls) {
    Bytes end = (height + shortfall + unit - 1) / unit;
    if (end < static_cast<Bytes>(reachable.size())) {
      int found = reachable.find_next(static_cast<unsigned>(end - 1));
      end = found < 0 ? static_cast<Bytes>(reachable.size()) : found;
    }
    best = std::min(best, end * unit - shortfall);
  }
  return best;
}

Bytes PackHeights::atMost(Bytes height) const {
  Bytes best = 0;
  for (Bytes shortfall : shortfalls) {
    Bytes end = (height + shortfall) / unit;
    if (end < static_cast<Bytes>(reachable.size()))
      end = std::max(0,
                     reachable.find_last_in(0, static_cast<unsigned>(end + 1)));
    best = std::max(best, end * unit - shortfall);
  }
  return best;
}
