//===- PackSubsetSums.cpp - Heights that sums of sizes can reach ----------===//
//
// In a lowest packing each item lies at 0, at its fixed offset, or on another
// item, rounded up to its alignment. Without alignments the end of the highest
// item is therefore a sum of sizes, or the offset of a fixed item and a sum of
// sizes; with n items and the heights up to h it takes n * h / 64 operations to
// find all such sums. With alignments left in units, all heights count as
// reachable. The least height of a packing is one of these, so a lower bound
// may be raised to the next, and a capacity lowered to the one before.
//
//===----------------------------------------------------------------------===//

#include "PackSubsetSums.h"

#include "llvm/ADT/STLExtras.h"

using namespace memopt;

/// Beyond this many units the sums take too long, and are dense anyway.
static constexpr Bytes kMostUnits = Bytes(1) << 17;

PackHeights::PackHeights(const PackTask &task, Bytes limit) {
  bool isAligned = llvm::any_of(task.items, [](const PackTask::Item &item) {
    return item.alignment != 1;
  });
  if (isAligned || limit > kMostUnits || limit * task.numItems() > (1 << 26))
    return;
  reachable.resize(static_cast<unsigned>(limit + 1));
  reachable.set(0);
  for (const PackTask::Item &item : task.items)
    if (item.least <= limit)
      reachable.set(static_cast<unsigned>(item.least));
  for (const PackTask::Item &item : task.items) {
    if (item.size > limit)
      continue;
    llvm::BitVector shifted = reachable;
    shifted <<= static_cast<unsigned>(item.size);
    reachable |= shifted;
  }
}

Bytes PackHeights::atLeast(Bytes height) const {
  if (height >= static_cast<Bytes>(reachable.size()) || height <= 0)
    return height;
  int found = reachable.find_next(static_cast<unsigned>(height - 1));
  return found < 0 ? static_cast<Bytes>(reachable.size()) : found;
}

Bytes PackHeights::atMost(Bytes height) const {
  if (height >= static_cast<Bytes>(reachable.size()) || height < 0)
    return height;
  int found = reachable.find_last_in(0, static_cast<unsigned>(height + 1));
  return found < 0 ? 0 : found;
}
