//===- ArenaNeeds.cpp - What an allocation needs of an arena --------------===//
//
// Bytes as the lowered program allocates them, with the upper bound that
// value-bounds analysis proves for each dynamic size. The alignment is what the
// alloc asks for, and what may be relied on without asking: that of the
// elements of each alias; and what malloc gives where that may matter, for
// accesses by vectors and through pointers that are out of sight. The allocator
// is only asked for it where it was asked before, or where the lowering asks it
// by itself: an allocation with an alignment takes more bytes.
//
//===----------------------------------------------------------------------===//

#include "ArenaNeeds.h"

#include "mlir/Dialect/GPU/IR/GPUDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/ValueBoundsOpInterface.h"

using namespace mlir;

namespace memopt {

/// True if every target takes as many bytes for an element as MLIR's data
/// layout says: not so for wide integers of odd widths.
static bool hasPlainSize(Type element) {
  if (auto vector = dyn_cast<VectorType>(element))
    element = vector.getElementType();
  if (auto complex = dyn_cast<ComplexType>(element))
    element = complex.getElementType();
  auto integer = dyn_cast<IntegerType>(element);
  constexpr unsigned kWord = 64, kDoubleWord = 128;
  return !integer || integer.getWidth() <= kWord ||
         integer.getWidth() == kDoubleWord;
}

std::optional<int64_t> PlaceSizes::upperBound(Value size) {
  auto [it, inserted] = bounds.try_emplace(size);
  if (!inserted)
    return it->second;
  FailureOr<int64_t> bound = ValueBoundsConstraintSet::computeConstantBound(
      presburger::BoundType::UB, ValueBoundsConstraintSet::Variable(size),
      /*stopCondition=*/nullptr, /*closedUB=*/true);
  std::optional<int64_t> result;
  if (succeeded(bound))
    result = std::max<int64_t>(bound.value_or(0), 0);
  bounds[size] = result;
  return result;
}

PlaceSize PlaceSizes::of(const Lifetime &lifetime) {
  Operation *alloc = lifetime.alloc;
  auto type = cast<MemRefType>(lifetime.value().getType());
  const StorageSize &size = storage.root(lifetime.root).size;
  if (!hasPlainSize(type.getElementType()))
    return {std::nullopt, "has elements whose size depends on the target"};
  if (!type.getLayout().isIdentity()) {
    auto layout = dyn_cast<StridedLayoutAttr>(type.getLayout());
    if (!layout)
      return {std::nullopt, "has a layout that is not strided"};
    if (!type.hasStaticShape() || alloc->getNumOperands() != 0 || !size.bytes)
      return {std::nullopt, "has a layout whose extent is not known"};
    if (llvm::any_of(layout.getStrides(), [](int64_t s) { return s < 0; }) ||
        layout.getOffset() < 0)
      return {std::nullopt, "has a layout with a negative stride or offset"};
  }
  if (size.bytes)
    return {size.bytes, {}};
  if (type.hasStaticShape())
    return {std::nullopt, "has an element type or a size that is not known"};

  // The size with each dynamic one at its bound.
  SmallVector<int64_t> shape(type.getShape());
  ValueRange operands = alloc->getOperands();
  for (int64_t &dim : shape) {
    if (!ShapedType::isDynamic(dim))
      continue;
    if (operands.empty())
      return {std::nullopt, "has a size that is not known"};
    std::optional<int64_t> bound = upperBound(operands.front());
    if (!bound)
      return {std::nullopt, "has a dynamic size that no bound is known of"};
    dim = *bound;
    operands = operands.drop_front();
  }
  StorageSize bounded = storage.sizes().sizeOf(
      MemRefType::get(shape, type.getElementType(), MemRefLayoutAttrInterface(),
                      type.getMemorySpace()));
  if (!bounded.bytes)
    return {std::nullopt, "has an element type or a size that is not known"};
  return {bounded.bytes, {}};
}

namespace {
/// Gathers the demands of one function.
class Demands {
public:
  Demands(const Storage &storage, const Lifetimes &lifetimes)
      : storage(storage), lifetimes(lifetimes) {}
  DenseMap<RootId, UseDemands> run();

private:
  /// The alignment that an element of this type has when accessed; at least 1.
  Bytes naturalAlignment(Type element);
  Bytes accessAlignment(Operation *op);
  static void raise(UseDemands &demands, uint64_t alignment);
  static void ask(UseDemands &demands, uint64_t alignment);

  const Storage &storage;
  const Lifetimes &lifetimes;
  DenseMap<Type, Bytes> natural;
};
} // namespace

Bytes Demands::naturalAlignment(Type element) {
  auto [it, inserted] = natural.try_emplace(element, 1);
  if (!inserted)
    return it->second;
  Bytes alignment = 1;
  if (BaseMemRefType::isValidElementType(element)) {
    std::optional<Bytes> bytes =
        storage.sizes().sizeOf(MemRefType::get({1}, element)).bytes;
    if (bytes && *bytes > 0)
      alignment =
          static_cast<Bytes>(llvm::PowerOf2Ceil(static_cast<uint64_t>(*bytes)));
  }
  natural[element] = alignment;
  return alignment;
}

/// What `op` may rely on where it accesses memory by vectors.
Bytes Demands::accessAlignment(Operation *op) {
  bool byVector =
      llvm::any_of(op->getOperandTypes(), llvm::IsaPred<VectorType>);
  byVector |= llvm::any_of(op->getResultTypes(), llvm::IsaPred<VectorType>);
  return byVector ? kMallocAlignment : 1;
}

void Demands::raise(UseDemands &demands, uint64_t alignment) {
  if (alignment <= 1)
    return;
  if (!llvm::isPowerOf2_64(alignment))
    demands.alignment = std::nullopt;
  else if (demands.alignment)
    demands.alignment =
        std::max(*demands.alignment, static_cast<Bytes>(alignment));
  // More than an allocator gives by itself.
  if (demands.alignment && *demands.alignment > kMallocAlignment)
    demands.askedAlignment =
        std::max(demands.askedAlignment, *demands.alignment);
}

/// The same, of what must be asked for in any case.
void Demands::ask(UseDemands &demands, uint64_t alignment) {
  raise(demands, alignment);
  if (demands.alignment && alignment > 1)
    demands.askedAlignment =
        std::max(demands.askedAlignment, static_cast<Bytes>(alignment));
}

DenseMap<RootId, UseDemands> Demands::run() {
  DenseMap<RootId, UseDemands> all;
  for (const Lifetime &lifetime : lifetimes.all()) {
    UseDemands &demands = all[lifetime.root];
    if (auto asked = lifetime.alloc->getAttrOfType<IntegerAttr>("alignment"))
      ask(demands, asked.getValue().getZExtValue());
    Type element =
        cast<MemRefType>(lifetime.value().getType()).getElementType();
    // The lowering aligns what is no plain number for its elements.
    if (element.isSignlessIntOrIndexOrFloat())
      raise(demands, naturalAlignment(element));
    else
      ask(demands, naturalAlignment(element));
    if (lifetime.stopper || storage.root(lifetime.root).escapes)
      raise(demands, kMallocAlignment);
  }
  for (Step step = 0; step < lifetimes.numSteps(); ++step) {
    Operation *op = lifetimes.opAt(step);
    if (isa<memref::DeallocOp>(op))
      continue;
    for (Value operand : op->getOperands()) {
      auto type = dyn_cast<BaseMemRefType>(operand.getType());
      if (!type)
        continue;
      for (RootId root : storage.rootsOf(operand)) {
        auto it = all.find(root);
        if (it == all.end())
          continue;
        UseDemands &demands = it->second;
        raise(demands, naturalAlignment(type.getElementType()));
        raise(demands, accessAlignment(op));
        // What a callee relies on is not looked at.
        if (isa<CallOpInterface>(op))
          raise(demands, kMallocAlignment);
        if (auto asked = op->getAttrOfType<IntegerAttr>("alignment"))
          ask(demands, asked.getValue().getZExtValue());
        if (demands.loner)
          continue;
        if (isa<memref::DistinctObjectsOp>(op)) {
          demands.loner = op;
          demands.reason = "takes it for an object of its own";
        } else if (isa<gpu::HostRegisterOp, gpu::HostUnregisterOp>(op)) {
          demands.loner = op;
          demands.reason = "registers its pages";
        }
      }
    }
  }
  return all;
}

DenseMap<RootId, UseDemands> demandsOf(const Storage &storage,
                                       const Lifetimes &lifetimes) {
  return Demands(storage, lifetimes).run();
}

} // namespace memopt
