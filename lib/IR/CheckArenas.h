//===- CheckArenas.h - Parts of the check of arenas -------------*- C++ -*-===//

#ifndef MEMOPT_LIB_IR_CHECKARENAS_H
#define MEMOPT_LIB_IR_CHECKARENAS_H

#include "memopt/IR/Arena.h"

#include "llvm/ADT/MapVector.h"

namespace memopt {

/// What is wrong, or nothing.
using ArenaFault = std::optional<std::string>;

/// An allocation that is to be a part of an arena.
struct ArenaPlace {
  mlir::Operation *alloc = nullptr;
  /// Its address will be a multiple of this.
  Bytes alignment = 1;
  /// The times at which the bytes are its own, in increasing order.
  llvm::SmallVector<TimeRange, 1> active;
};

/// By the storage that they are, in the order of the arenas.
using ArenaPlaces = llvm::MapVector<RootId, ArenaPlace>;

/// True if one of `active` holds all of `steps`.
inline bool covers(llvm::ArrayRef<TimeRange> active, StepRange steps) {
  return llvm::any_of(active, [&](TimeRange range) {
    return range.begin <= Time(steps.begin) && Time(steps.end) <= range.end;
  });
}

/// `op` as messages name it.
std::string nameOf(mlir::Operation *op, const Lifetimes &lifetimes);

/// Looks at each use of each alias of the places: the bytes must be theirs
/// then, and on all ways in between, and aligned as the use relies on; and
/// nothing may keep, free or return what is no allocation any more.
ArenaFault checkArenaUses(const ArenaPlaces &places, const Storage &storage,
                          const Lifetimes &lifetimes);

} // namespace memopt

#endif // MEMOPT_LIB_IR_CHECKARENAS_H
