//===- PackSweep.h - Best fit along the time line ---------------*- C++ -*-===//
//
// Best fit in orders that follow time: the items of one section first; then
// those to its right in the order in which they begin, and those to its left
// from the last end to the first. What is in the way of an item is then what is
// active in one section, its first or its last: the holes between those items
// are kept from one item to the next, by size, as an allocator keeps its free
// list, and a place is found without a look at the others. From the first
// section this is best fit by begin, from the last one best fit by end; from
// the fullest one nothing is lost where the live sum is largest, and on dense
// problems the height is often next to it.
//
// Used first of the greedy packers, for problems without fixed offsets and
// pairs that must be apart. An item keeps its place during its gaps. O(n log n)
// for n items, but for holes that only their alignment makes too small.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKSWEEP_H
#define MEMOPT_LIB_SOLVER_PACKSWEEP_H

#include "PackGreedy.h"

namespace memopt {

/// Which of the items of the section where a sweep begins lie lowest.
enum class SweepStart : uint8_t {
  /// Those with the longest lifetimes.
  Long,
  /// The largest.
  Large,
  /// Those that end last.
  LastEnd,
  /// Those that begin first.
  FirstBegin,
  /// Those that reach farthest from the section on the side on which they reach
  /// less far.
  BothSides,
};

/// Whether `sweepFrom` can pack the items of `instance`.
bool canSweep(const PackInstance &instance);

/// Best fit from `section` on in both directions. Nothing if there is no room
/// for an item below its highest offset, or if the packing gets higher than
/// `most`.
std::optional<PackedItems> sweepFrom(const PackInstance &instance,
                                     uint32_t section, SweepStart start,
                                     Bytes most, WorkMeter &meter);

/// The lowest of the sweeps from the first, the last and the fullest section
/// that is not higher than `most`, or nothing. Stops at the height `enough`,
/// and when the meter is exhausted after the first.
std::optional<PackedItems> packBySweeps(const PackInstance &instance,
                                        Bytes most, Bytes enough,
                                        WorkMeter &meter);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKSWEEP_H
