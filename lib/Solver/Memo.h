//===- Memo.h - The set of states that failed -------------------*- C++ -*-===//
//
// A hash set of 128-bit state keys with a cap on its memory. Keys are compared
// in full; two different sets of ops share a key with a chance of 2^-128 for
// each pair of states, so an entry is as good as a proof. Under the cap the
// table doubles where it lies: one more bit of the hash splits each bucket in
// two, so no second table is needed. At the cap, or when the system has no more
// memory, a new key replaces an old one in its bucket, which costs repeated
// work but no correctness.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_MEMO_H
#define MEMOPT_LIB_SOLVER_MEMO_H

#include "State.h"

#include "llvm/Support/MemAlloc.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace memopt {

/// See the file comment. The key (0, 0) must not be inserted: it marks an empty
/// slot. It is the key of the empty set, which no search needs to remember.
class Memo {
public:
  /// The table takes at most `maxBytes`, or one bucket if that is more.
  explicit Memo(uint64_t maxBytes) {
    while (maxSlots <= maxBytes / sizeof(SetKey) / 2)
      maxSlots *= 2;
    allocated = std::min(maxSlots, kFirstSlots);
    table.reset(
        static_cast<SetKey *>(llvm::safe_malloc(allocated * sizeof(SetKey))));
    clear();
  }

  void clear() {
    numSlots = std::min(maxSlots, kFirstSlots);
    std::fill_n(table.get(), numSlots, SetKey());
    used = 0;
  }
  bool contains(SetKey key) const {
    const SetKey *bucket = &table[bucketOf(key)];
    for (uint64_t i = 0; i < kBucket; ++i)
      if (bucket[i] == key)
        return true;
    return false;
  }
  void insert(SetKey key) {
    if (used * 2 > numSlots && numSlots < maxSlots)
      grow();
    place(key);
  }
  bool isEmpty() const { return used == 0; }
  /// Bytes of the table.
  uint64_t bytes() const { return allocated * sizeof(SetKey); }

private:
  static constexpr uint64_t kBucket = 4;
  static constexpr uint64_t kFirstSlots = 1024;

  struct Free {
    void operator()(SetKey *memory) const { std::free(memory); }
  };

  uint64_t bucketOf(SetKey key) const {
    return key.low & (numSlots - 1) & ~(kBucket - 1);
  }
  void place(SetKey key) {
    SetKey *bucket = &table[bucketOf(key)];
    for (uint64_t i = 0; i < kBucket; ++i) {
      if (bucket[i] == key)
        return;
      if (bucket[i] == SetKey()) {
        bucket[i] = key;
        ++used;
        return;
      }
    }
    bucket[key.high & (kBucket - 1)] = key;
  }
  /// Doubles the table. A bucket's keys go to the bucket itself or to the one
  /// that is as far behind the old end as it is behind the start, by the bit of
  /// the hash that counts from now on.
  void grow() {
    if (numSlots == allocated && !allocateTwice())
      return;
    uint64_t oldSlots = numSlots;
    numSlots *= 2;
    std::fill_n(table.get() + oldSlots, oldSlots, SetKey());
    for (uint64_t bucket = 0; bucket < oldSlots; bucket += kBucket) {
      SetKey keys[kBucket];
      for (uint64_t i = 0; i < kBucket; ++i)
        std::swap(keys[i], table[bucket + i]);
      for (SetKey key : keys)
        if (!(key == SetKey())) {
          --used;
          place(key);
        }
    }
  }
  /// Returns false, and gives up growing, if there is no memory.
  bool allocateTwice() {
    void *more = std::realloc(table.get(), 2 * allocated * sizeof(SetKey));
    if (!more) {
      maxSlots = numSlots;
      return false;
    }
    (void)table.release();
    table.reset(static_cast<SetKey *>(more));
    allocated *= 2;
    return true;
  }

  /// `allocated` slots, of which the first `numSlots` are in use, `used` of
  /// them taken.
  std::unique_ptr<SetKey[], Free> table;
  uint64_t allocated = 0;
  uint64_t numSlots = 0;
  uint64_t used = 0;
  uint64_t maxSlots = kBucket;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_MEMO_H
