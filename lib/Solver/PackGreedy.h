//===- PackGreedy.h - First fit and best fit in several orders --*- C++ -*-===//
//
// Each item in turn goes into a hole among those placed before it: the lowest
// one (first fit), or the one that it fills best (best fit). Which order is
// good differs from problem to problem, so several are tried, and the lowest
// packing wins. O(log n) sets of PackSpace for each item, order and rule.
//
// Orders by size and by lifetime are folklore; the one by breadth is that of
// Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net
// Inference", 2020.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKGREEDY_H
#define MEMOPT_LIB_SOLVER_PACKGREEDY_H

#include "PackInstance.h"
#include "PackSpace.h"
#include "WorkMeter.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <vector>

namespace memopt {

/// Which hole an item takes.
enum class PackRule : uint8_t { FirstFit, BestFit };

/// In which order items are placed.
enum class PackOrder : uint8_t {
  /// Large ones first; of equals those that begin first.
  Size,
  /// Long lifetimes first.
  Lifetime,
  /// Large products of size and lifetime first.
  Area,
  /// Those of the fullest section first; in a section large ones first, of
  /// equals those that end first.
  Breadth,
  /// Those of the fullest section first; in a section those that end last.
  BreadthEnd,
  /// Those of the fullest section first; in a section those that begin first.
  BreadthBegin,
  /// By the first section; large ones first.
  Begin,
  /// By the last section, from the end; large ones first.
  End,
};

/// All items of an instance at offsets that respect everything but a capacity.
struct PackedItems {
  /// By item.
  std::vector<Bytes> offsets;
  Bytes height = 0;
  /// The order that first fit or best fit had taken.
  std::vector<uint32_t> order;
  PackRule rule = PackRule::FirstFit;
};

/// The items in an order; those with fixed offsets come first. Ties go by
/// input order.
std::vector<uint32_t> itemsInOrder(const PackInstance &instance,
                                   PackOrder order);

/// Places the items of an instance one by one. May be used again and again.
class GreedyPacker {
public:
  explicit GreedyPacker(const PackInstance &instance)
      : instance(instance), space(instance) {}

  /// Places the items in `order`. False, and not all items are placed, if there
  /// is no room for one below its highest offset, if the packing gets higher
  /// than `most`, or if the meter is exhausted, unless it must go on.
  bool pack(llvm::ArrayRef<uint32_t> order, PackRule rule, Bytes most,
            WorkMeter &meter, bool mustGoOn = false);

  const PackSpace &result() const { return space; }

private:
  const PackInstance &instance;
  PackSpace space;
};

/// The lowest packing of `rules` in all orders that is not higher than `most`,
/// or nothing if there is none that respects the limits on ends. Stops at the
/// height `enough`. When the meter is exhausted it stops as soon as it has a
/// packing, so that whatever the limit there is one.
std::optional<PackedItems> packGreedily(const PackInstance &instance,
                                        llvm::ArrayRef<PackRule> rules,
                                        Bytes most, Bytes enough,
                                        WorkMeter &meter);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKGREEDY_H
