//===- PackFloors.h - A partial packing, with make and undo ------*- C++-*-===//
//
// The state of the exact search. Items are placed from the bottom up; nothing
// that is unplaced may go below the floor of any of its sections. What follows
// from that is kept up to date:
//
//   least offset of an item    = the highest floor of its sections, aligned
//   floor of a section         = the lowest of its unplaced items' least
//                                offsets
//   slack of a section         = capacity - floor - sizes of its unplaced items
//
// A negative slack proves that the state cannot be completed. A change touches
// the items that share a section with what was placed, and the sections of
// those items; undoing it costs the same. On the way back a failure is
// explained: `Reasons` names sections whose floors and unplaced items alone
// make it fail.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKFLOORS_H
#define MEMOPT_LIB_SOLVER_PACKFLOORS_H

#include "PackNoGoods.h"
#include "PackTask.h"

#include "memopt/Solver/Packers.h"

namespace memopt {

/// Spreads 64 bits, one to one (Steele, Lea and Flood's SplitMix).
uint64_t mixBits(uint64_t value);

/// Why something fails: sections, by their floors and their unplaced items.
class PackReasons {
public:
  explicit PackReasons(uint32_t numSections) : words((numSections + 63) / 64) {}

  void clear() { std::fill(words.begin(), words.end(), 0); }
  void set(uint32_t section) {
    words[section / 64] |= uint64_t(1) << (section % 64);
  }
  bool test(uint32_t section) const {
    return (words[section / 64] >> (section % 64)) & 1;
  }
  void add(const uint64_t *other) {
    for (size_t i = 0; i < words.size(); ++i)
      words[i] |= other[i];
  }
  /// Whether all sections are in `range`.
  bool isWithin(SectionRange range) const {
    for (uint32_t i = 0; i < words.size(); ++i) {
      uint64_t outside = words[i];
      for (uint32_t section = std::max(range.begin, i * 64);
           section < std::min(range.end, i * 64 + 64); ++section)
        outside &= ~(uint64_t(1) << (section % 64));
      if (outside)
        return false;
    }
    return true;
  }
  const uint64_t *data() const { return words.data(); }

private:
  std::vector<uint64_t> words;
};

class PackFloors {
public:
  static constexpr Bytes kPlaced = std::numeric_limits<Bytes>::max();

  /// The capacity is in bytes; all else is in units of the task.
  PackFloors(const PackTask &task, Bytes capacity, const PackOptions &options);

  /// Brings the floors of an empty packing up to date; false if it cannot be
  /// completed. To be called once, first.
  bool start(PackReasons &reasons);
  /// Places `item` at its least offset, which all its sections must have as
  /// floor. False if the state cannot be completed; then `reasons` says why,
  /// and the change must be undone.
  bool place(uint32_t item, PackReasons &reasons);
  /// Raises the floor of `section` to `floor`; false as above.
  bool raise(uint32_t section, Bytes floor, PackReasons &reasons);
  /// What undo goes back to.
  size_t mark() const { return trail.size(); }
  /// Undoes everything since `mark`. If `reasons` is given, they explain a
  /// failure of the current state by its floors, and are turned into ones that
  /// explain it by the floors that the change itself made.
  void undo(size_t mark, PackReasons *reasons);

  bool isPlaced(uint32_t item) const { return least[item] == kPlaced; }
  Bytes leastOffset(uint32_t item) const { return least[item]; }
  Bytes floor(uint32_t section) const { return floors[section]; }
  /// The sizes of the unplaced items of `section`.
  Bytes remaining(uint32_t section) const { return rest[section]; }
  /// How many items of `section` have its floor as least offset.
  uint32_t numLowest(uint32_t section) const {
    return static_cast<uint32_t>(lowest[section]);
  }
  Bytes slack(uint32_t section) const {
    return capacity - floors[section] - rest[section];
  }
  uint32_t numUnplaced() const { return unplaced; }
  /// The largest range of sections around `section`, which has unplaced items,
  /// of which each is joined to the next by an unplaced item.
  SectionRange component(uint32_t section) const {
    SectionRange range{section, section + 1};
    while (links[range.begin] > 0)
      --range.begin;
    while (links[range.end] > 0)
      ++range.end;
    return range;
  }
  /// What stands for the unplaced items and the floors of a component.
  PackKey key(SectionRange range) const {
    PackKey key;
    for (uint32_t section = range.begin; section < range.end; ++section)
      key.toggle(keys[section]);
    return key;
  }
  /// The offsets of the placed items.
  const std::vector<Bytes> &offsets() const { return placedAt; }

  /// Adds a section because of which `item` has a least offset of at least
  /// `need`.
  void addReason(uint32_t item, Bytes need, PackReasons &reasons) const;

private:
  struct Change {
    uint32_t index;
    /// What changed: the least offset of an item, the floor of a section by
    /// the change itself or by what follows, or an item that was placed.
    enum : uint32_t { Least, Floor, Followed, Placed } kind;
    Bytes old;
    /// Of a floor: how many items had it.
    int64_t oldLowest;
  };

  PackKey floorKey(uint32_t section) const;
  void toggleItem(uint32_t item, int32_t links);
  void setFloor(uint32_t section, Bytes floor, bool follows);
  bool raiseLeast(uint32_t item, Bytes floor, PackReasons &reasons);
  void touch(SectionRange range);
  bool follow(PackReasons &reasons);
  bool checkSection(uint32_t section, PackReasons &reasons);
  bool checkLimits(uint32_t section, PackReasons &reasons);
  bool checkAlignment(uint32_t section, Bytes modulus, PackReasons &reasons);
  Bytes aligned(uint32_t item, Bytes offset) const {
    Bytes alignment = task.items[item].alignment;
    return alignment == 1 ? offset
                          : (offset + alignment - 1) / alignment * alignment;
  }

  const PackTask &task;
  Bytes capacityBytes;
  /// All items end at or below this, sizes rounded up to units.
  Bytes capacity = 0;
  bool useSectionBounds;
  /// Whether an item must end below the capacity.
  bool hasLimits = false;
  /// What offsets may have to be multiples of; 1 if only sizes are rounded up.
  std::vector<Bytes> moduli;
  uint32_t unplaced;
  std::vector<Bytes> least;
  std::vector<Bytes> highest;
  std::vector<Bytes> placedAt;
  std::vector<Bytes> floors;
  std::vector<Bytes> rest;
  std::vector<int64_t> lowest;
  std::vector<Change> trail;
  /// Of each section: how many unplaced items are in it and in the one before.
  std::vector<int32_t> links;
  /// Of each section: the key of its floor and of the unplaced items that begin
  /// in it.
  std::vector<PackKey> keys;
  /// The sections to look at again.
  std::vector<uint64_t> dirty;
  std::vector<PackKey> itemKeys;
  std::vector<uint64_t> sectionKeys;
  std::vector<std::pair<Bytes, Bytes>> scratch;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKFLOORS_H
