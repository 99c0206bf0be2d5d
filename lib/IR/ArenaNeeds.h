//===- ArenaNeeds.h - What an allocation needs of an arena ------*- C++ -*-===//

#ifndef MEMOPT_LIB_IR_ARENANEEDS_H
#define MEMOPT_LIB_IR_ARENANEEDS_H

#include "memopt/IR/Arena.h"

#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/DenseMap.h"

namespace memopt {

/// How many bytes an allocation may need, or why that cannot be told or a view
/// cannot stand for it.
struct PlaceSize {
  std::optional<Bytes> bytes;
  /// The end of "'memref.alloc' ..."; empty if `bytes` is known.
  llvm::StringRef whyNot;
};

/// Sizes of allocations. Keeps the bounds of dynamic sizes that it has proved.
class PlaceSizes {
public:
  explicit PlaceSizes(const Storage &storage) : storage(storage) {}
  PlaceSize of(const Lifetime &lifetime);

private:
  std::optional<int64_t> upperBound(mlir::Value size);

  const Storage &storage;
  llvm::DenseMap<mlir::Value, std::optional<int64_t>> bounds;
};

/// What the ops that use an allocation ask of its place.
struct UseDemands {
  /// In bytes, a power of two; nothing if one asks for another number.
  std::optional<Bytes> alignment = 1;
  /// As far as an allocator does not give it without being asked.
  Bytes askedAlignment = 1;
  /// An op that needs it to be an object of its own, and why.
  mlir::Operation *loner = nullptr;
  llvm::StringRef reason;
};

/// For each root that is the allocation of a lifetime, what it needs. One pass
/// over the operands of the function.
llvm::DenseMap<RootId, UseDemands> demandsOf(const Storage &storage,
                                             const Lifetimes &lifetimes);

} // namespace memopt

#endif // MEMOPT_LIB_IR_ARENANEEDS_H
