//===- PackBounds.h - How low an arena can be, before any search -*- C++-*-===//
//
// Bounds that a sweep over the sections gives. In a section all items lie one
// upon another, so these hold:
//
//   live sum    the height is no less than the sum of the sizes.
//   alignment   Take a modulus A. Call an item coarse if its offset must be a
//               multiple of A, and fine otherwise. From one coarse item to the
//               next it is a multiple of A, so each coarse item but the highest
//               takes its size rounded up to A. Fine items may lie in the bytes
//               that rounding leaves, but of each at least its size rounded
//               down to A remains. So the height is no less than the sum of
//               these, less the most that rounding adds to one coarse item,
//               the one that is the highest.
//   limits      the sizes of the items that must end at or below L add up to L
//               at most.
//
// The moduli are the alignments and their common divisors. The live sum is
// known already; the others cost O(n log n) for each modulus, and nothing if
// no item has an alignment or a limit. PackStack.h knows more of a section, for
// more.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKBOUNDS_H
#define MEMOPT_LIB_SOLVER_PACKBOUNDS_H

#include "PackInstance.h"

#include "memopt/Solver/Packers.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>
#include <vector>

namespace memopt {

/// The alignments that are worth a look, and their common divisors, in
/// increasing order: a few, without 1. `alignments` has one for each item.
std::vector<Bytes> moduliOf(llvm::ArrayRef<Bytes> alignments);

/// Items one upon another, and how low they can be because of one modulus.
class AlignedSum {
public:
  explicit AlignedSum(Bytes modulus) : modulus(modulus) {}

  void add(Bytes size, bool isCoarse) { change(size, isCoarse, 1); }
  void remove(Bytes size, bool isCoarse) { change(size, isCoarse, -1); }

  /// No packing of the items above 0 is lower than this; 0 if nothing is
  /// known.
  Bytes bound() const { return pads.empty() ? 0 : sum - pads.rbegin()->first; }

private:
  void change(Bytes size, bool isCoarse, int count);

  Bytes modulus;
  Bytes sum = 0;
  /// What rounding adds to the coarse items, and to how many.
  std::map<Bytes, int64_t> pads;
};

/// What is known of `instance`, which is that of `problem`, before any search:
/// the lower bound, and the conflict if that or the limits on ends show that
/// there is no packing. There are no offsets yet.
PackOutcome judgeByBounds(const PackingProblem &problem,
                          const PackInstance &instance,
                          const PackOptions &options);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKBOUNDS_H
