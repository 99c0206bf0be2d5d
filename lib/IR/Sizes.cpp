//===- Sizes.cpp - How many bytes a type needs ----------------------------===//
//
// Sizes come from mlir::DataLayout. It ends the process when asked about a type
// it has no entry for, so the types it knows are told apart first. Constant
// time for each query, linear in the rank.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Sizes.h"

#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "mlir/Dialect/SparseTensor/IR/SparseTensor.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/Interfaces/DataLayoutInterfaces.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace memopt {

static StorageSize unknown(llvm::StringRef why) { return {std::nullopt, why}; }

Sizes::Sizes(Operation *scope, std::optional<int64_t> dynamicSize)
    : layout(std::make_unique<DataLayout>(DataLayout::closest(scope))),
      dynamicSize(dynamicSize) {}

Sizes::~Sizes() = default;

bool Sizes::isStorageType(Type type) {
  if (auto tuple = dyn_cast<TupleType>(type))
    return llvm::any_of(tuple.getTypes(), isStorageType);
  return isa<TensorType, BaseMemRefType>(type);
}

/// The size of an element that is a vector: an array of vectors of its last
/// dimension, the bits of each packed, and their bytes a power of two.
static StorageSize vectorSize(VectorType type, const DataLayout &layout) {
  if (type.isScalable())
    return unknown("a scalable vector element");
  if (!isa<IntegerType, FloatType, IndexType>(type.getElementType()))
    return unknown("a vector of elements without a data layout");
  ArrayRef<int64_t> shape = type.getShape();
  int64_t lanes = shape.empty() ? 1 : shape.back();
  uint64_t bits = layout.getTypeSizeInBits(type.getElementType());
  int64_t bytes = 0;
  bool overflow = llvm::MulOverflow(lanes, static_cast<int64_t>(bits), bytes) ||
                  bytes > int64_t{1} << 60;
  if (!overflow)
    bytes = static_cast<int64_t>(
        llvm::PowerOf2Ceil(llvm::divideCeil(static_cast<uint64_t>(bytes), 8)));
  for (int64_t dim : shape.empty() ? shape : shape.drop_back())
    overflow |= llvm::MulOverflow(bytes, dim, bytes);
  if (overflow)
    return unknown("more than 2^63-1 bytes");
  return {bytes, {}};
}

StorageSize Sizes::elementSize(Type type) const {
  if (auto quantized = dyn_cast<quant::QuantizedType>(type))
    return elementSize(IntegerType::get(
        type.getContext(), quantized.getStorageTypeIntegralWidth()));
  if (auto vector = dyn_cast<VectorType>(type))
    return vectorSize(vector, *layout);
  if (auto complex = dyn_cast<ComplexType>(type)) {
    if (!isa<IntegerType, FloatType>(complex.getElementType()))
      return unknown("a complex element without a data layout");
  } else if (!isa<IntegerType, FloatType, IndexType, DataLayoutTypeInterface>(
                 type)) {
    return unknown("an element type without a data layout");
  }
  llvm::TypeSize size = layout->getTypeSize(type);
  if (size.isScalable())
    return unknown("a scalable element");
  // Elements of an allocation are spaced by their aligned size.
  uint64_t alignment = std::max<uint64_t>(layout->getTypeABIAlignment(type), 1);
  return {static_cast<Bytes>(llvm::alignTo(size.getFixedValue(), alignment)),
          {}};
}

StorageSize Sizes::sizeOf(Type type) const {
  if (auto tuple = dyn_cast<TupleType>(type)) {
    Bytes sum = 0;
    for (Type member : tuple.getTypes()) {
      if (!isStorageType(member))
        continue;
      StorageSize size = sizeOf(member);
      if (!size.bytes)
        return size;
      if (llvm::AddOverflow(sum, *size.bytes, sum))
        return unknown("more than 2^63-1 bytes");
    }
    return {sum, {}};
  }
  auto shaped = cast<ShapedType>(type);
  if (!shaped.hasRank())
    return unknown("an unranked type");
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    if (sparse_tensor::getSparseTensorEncoding(tensor))
      return unknown("a sparse tensor");

  StorageSize element = elementSize(shaped.getElementType());
  if (!element.bytes)
    return element;

  SmallVector<int64_t> shape(shaped.getShape());
  for (int64_t &dim : shape) {
    if (!ShapedType::isDynamic(dim))
      continue;
    if (!dynamicSize)
      return unknown("a dynamic dimension (say dynamic-size=N to assume one)");
    dim = *dynamicSize;
  }

  // An allocation spans up to its last element: with the identity layout that
  // is the product of the dimensions.
  int64_t elements = 1;
  bool overflow = false;
  auto memref = dyn_cast<MemRefType>(type);
  if (memref && !memref.getLayout().isIdentity()) {
    SmallVector<int64_t> strides;
    int64_t offset = 0;
    if (failed(memref.getStridesAndOffset(strides, offset)))
      return unknown("a layout that is not strided");
    if (ShapedType::isDynamic(offset) ||
        llvm::any_of(strides, ShapedType::isDynamic))
      return unknown("a dynamic layout");
    elements = offset + 1;
    for (auto [dim, stride] : llvm::zip_equal(shape, strides)) {
      if (dim == 0)
        return {0, {}};
      // A negative stride goes back from the offset, and may come up to it.
      if (stride < 0)
        continue;
      int64_t reach = 0;
      overflow |= llvm::MulOverflow(dim - 1, stride, reach) ||
                  llvm::AddOverflow(elements, reach, elements);
    }
  } else {
    if (llvm::is_contained(shape, 0))
      return {0, {}};
    for (int64_t dim : shape)
      overflow |= llvm::MulOverflow(elements, dim, elements);
  }
  int64_t bytes = 0;
  overflow |= llvm::MulOverflow(elements, *element.bytes, bytes);
  if (overflow || bytes < 0)
    return unknown("more than 2^63-1 bytes");
  return {bytes, {}};
}

} // namespace memopt
