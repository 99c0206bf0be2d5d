//===- Memo.h - The set of states that failed -------------------*- C++ -*-===//
//
// A hash set of 128-bit state keys with a cap on its memory. Keys are compared
// in full; two different sets of ops share a key with a chance of 2^-128 for
// each pair of states, so an entry is as good as a proof. Under the cap the
// table doubles; at the cap a new key replaces an old one in its bucket, which
// costs repeated work but no correctness.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_MEMO_H
#define MEMOPT_LIB_SOLVER_MEMO_H

#include "State.h"

namespace memopt {

/// See the file comment. The key (0, 0) must not be inserted: it marks an empty
/// slot. It is the key of the empty set, which no search needs to remember.
class Memo {
public:
  explicit Memo(uint64_t maxBytes) {
    uint64_t slots = kBucket;
    while (slots * 2 * sizeof(SetKey) <= maxBytes)
      slots *= 2;
    maxSlots = slots;
  }

  void clear() {
    table.assign(std::min<uint64_t>(maxSlots, kFirstSlots), SetKey());
    used = 0;
  }
  bool contains(SetKey key) const {
    size_t bucket = bucketOf(key);
    for (size_t i = 0; i < kBucket; ++i)
      if (table[bucket + i] == key)
        return true;
    return false;
  }
  void insert(SetKey key) {
    if (used * 2 > table.size() && table.size() < maxSlots)
      grow();
    place(key);
  }

private:
  static constexpr size_t kBucket = 4;
  static constexpr uint64_t kFirstSlots = 1024;

  size_t bucketOf(SetKey key) const {
    return (key.low & (table.size() - 1)) & ~(kBucket - 1);
  }
  void place(SetKey key) {
    size_t bucket = bucketOf(key);
    for (size_t i = 0; i < kBucket; ++i) {
      SetKey &slot = table[bucket + i];
      if (slot == key)
        return;
      if (slot == SetKey()) {
        slot = key;
        ++used;
        return;
      }
    }
    table[bucket + (key.high & (kBucket - 1))] = key;
  }
  void grow() {
    std::vector<SetKey> old(table.size() * 2);
    old.swap(table);
    used = 0;
    for (SetKey key : old)
      if (!(key == SetKey()))
        place(key);
  }

  std::vector<SetKey> table = std::vector<SetKey>(kBucket);
  uint64_t maxSlots;
  uint64_t used = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_MEMO_H
