//===- Sizes.h - How many bytes a type needs --------------------*- C++ -*-===//
//
// Bytes and alignment of tensor, memref and tuple types, as the lowered program
// allocates them: one whole element after the other, each of the size that the
// module's data layout gives it (`i1` a byte, `vector<3xf32>` 16, `index` by
// the layout's index width). What cannot be told is unknown, never zero.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_SIZES_H
#define MEMOPT_IR_SIZES_H

#include "memopt/Model/Graph.h"

#include "mlir/IR/Operation.h"
#include "mlir/IR/Types.h"
#include "llvm/Support/MathExtras.h"

#include <memory>
#include <optional>

namespace mlir {
class DataLayout;
} // namespace mlir

namespace memopt {

/// The sum of two counts of bytes, or the largest count if it does not fit.
/// For sums that are only shown or compared; a problem whose sizes do not fit
/// is refused by checkGraph.
inline Bytes addSaturating(Bytes a, Bytes b) {
  Bytes sum = 0;
  return llvm::AddOverflow(a, b, sum) ? std::numeric_limits<Bytes>::max() : sum;
}

/// The size of a value's storage.
struct StorageSize {
  /// Bytes; nothing when they cannot be told.
  std::optional<Bytes> bytes;
  /// Why `bytes` is not known, as the end of "size unknown: ..."; else empty.
  llvm::StringRef whyUnknown;
};

/// Answers size questions with the data layout of one op. Not thread-safe.
class Sizes {
public:
  /// `scope` is the op whose data layout counts. `dynamicSize` is the number of
  /// elements to assume for each `?` dimension, or nothing to leave types with
  /// one unknown.
  Sizes(mlir::Operation *scope, std::optional<int64_t> dynamicSize);
  ~Sizes();
  Sizes(const Sizes &) = delete;
  Sizes &operator=(const Sizes &) = delete;

  /// True for the types whose values live in storage: tensors, memrefs, and
  /// tuples that hold one of them.
  static bool isStorageType(mlir::Type type);

  /// The size of the storage of a value of `type`, a storage type.
  StorageSize sizeOf(mlir::Type type) const;

private:
  StorageSize elementSize(mlir::Type type) const;

  std::unique_ptr<mlir::DataLayout> layout;
  std::optional<int64_t> dynamicSize;
};

} // namespace memopt

#endif // MEMOPT_IR_SIZES_H
