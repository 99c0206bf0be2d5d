//===- PackNoGoods.h - States that cannot be completed -----------*- C++-*-===//
//
// A hash set of failed states with the sections that made each fail. A state is
// the set of unplaced items and the floors of their sections, as 128 bits;
// whatever led to it, and in whatever order the search goes on, it fails under
// any capacity that is not larger. Under the cap on memory the table doubles;
// at the cap a new state replaces an old one, which costs work but no
// correctness.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKNOGOODS_H
#define MEMOPT_LIB_SOLVER_PACKNOGOODS_H

#include <cstdint>
#include <vector>

namespace memopt {

/// 128 bits that stand for a state. (0, 0) marks an empty slot.
struct PackKey {
  uint64_t low = 0;
  uint64_t high = 0;

  bool operator==(const PackKey &other) const {
    return low == other.low && high == other.high;
  }
  void toggle(PackKey other) {
    low ^= other.low;
    high ^= other.high;
  }
};

class PackNoGoods {
public:
  /// Each state comes with `numWords` words that name sections.
  PackNoGoods(uint32_t numWords, uint64_t maxBytes) : numWords(numWords) {
    uint64_t slotBytes = sizeof(PackKey) + numWords * sizeof(uint64_t);
    while (maxSlots <= maxBytes / slotBytes / 3)
      maxSlots *= 2;
    resize(maxSlots < kFirstSlots ? maxSlots : kFirstSlots);
  }

  /// The sections that made the state fail, or null if it is not known to.
  const uint64_t *find(PackKey key) const {
    uint64_t bucket = key.low & (keys.size() - 1) & ~(kBucket - 1);
    for (uint64_t i = bucket; i < bucket + kBucket; ++i)
      if (keys[i] == key)
        return &words[i * numWords];
    return nullptr;
  }

  void insert(PackKey key, const uint64_t *sections) {
    if (used * 2 > keys.size() && keys.size() < maxSlots)
      grow();
    place(key, sections);
  }

private:
  static constexpr uint64_t kBucket = 4;
  static constexpr uint64_t kFirstSlots = 1024;

  void resize(uint64_t slots) {
    keys.assign(slots, PackKey());
    words.assign(slots * numWords, 0);
    used = 0;
  }
  void place(PackKey key, const uint64_t *sections) {
    uint64_t bucket = key.low & (keys.size() - 1) & ~(kBucket - 1);
    uint64_t slot = bucket + (key.high & (kBucket - 1));
    for (uint64_t i = bucket; i < bucket + kBucket; ++i)
      if (keys[i] == key || keys[i] == PackKey()) {
        slot = i;
        break;
      }
    used += keys[slot] == PackKey();
    keys[slot] = key;
    for (uint32_t word = 0; word < numWords; ++word)
      words[slot * numWords + word] = sections[word];
  }
  void grow() {
    std::vector<PackKey> oldKeys = std::move(keys);
    std::vector<uint64_t> oldWords = std::move(words);
    resize(oldKeys.size() * 2);
    for (uint64_t i = 0; i < oldKeys.size(); ++i)
      if (!(oldKeys[i] == PackKey()))
        place(oldKeys[i], &oldWords[i * numWords]);
  }

  uint32_t numWords;
  uint64_t maxSlots = kBucket;
  uint64_t used = 0;
  std::vector<PackKey> keys;
  std::vector<uint64_t> words;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKNOGOODS_H
