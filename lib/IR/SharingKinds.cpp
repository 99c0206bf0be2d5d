//===- SharingKinds.cpp - Which allocations are of one kind ---------------===//
//
// A table from what must be equal to a number. Dynamic sizes are equal if they
// are the same value, or if value-bounds analysis proves it; a size is compared
// with the first few distinct ones only, as each proof sets up a constraint
// system.
//
//===----------------------------------------------------------------------===//

#include "SharingKinds.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/ValueBoundsOpInterface.h"

using namespace mlir;

namespace memopt {

/// The most distinct sizes that a new one is compared with.
constexpr unsigned kMostComparisons = 16;

unsigned SharingKinds::representativeOf(Value size) {
  auto it = representatives.find(size);
  if (it != representatives.end())
    return it->second;
  unsigned id = distinctSizes.size();
  for (auto [index, other] :
       llvm::enumerate(ArrayRef(distinctSizes).take_front(kMostComparisons))) {
    FailureOr<bool> equal = ValueBoundsConstraintSet::areEqual(
        ValueBoundsConstraintSet::Variable(size),
        ValueBoundsConstraintSet::Variable(other));
    if (equal.value_or(false)) {
      id = static_cast<unsigned>(index);
      break;
    }
  }
  if (id == distinctSizes.size())
    distinctSizes.push_back(size);
  representatives[size] = id;
  return id;
}

unsigned SharingKinds::sizeClassOf(Operation *alloc) {
  std::vector<unsigned> sizes;
  for (Value size : alloc->getOperands())
    sizes.push_back(representativeOf(size));
  return sizeClasses.try_emplace(sizes, sizeClasses.size()).first->second;
}

/// True if a view of bytes can stand for a memref of `type`. Vectors may need
/// more alignment than an allocation of bytes has, and wide integers of odd
/// widths more bytes on one target than on another.
static bool canBeViewed(MemRefType type) {
  Type element = type.getElementType();
  if (auto complex = dyn_cast<ComplexType>(element))
    element = complex.getElementType();
  constexpr unsigned kWord = 64, kDoubleWord = 128;
  auto integer = dyn_cast<IntegerType>(element);
  bool hasPlainSize =
      integer ? integer.getWidth() <= kWord || integer.getWidth() == kDoubleWord
              : isa<FloatType, IndexType>(element);
  return type.hasStaticShape() && type.getLayout().isIdentity() && hasPlainSize;
}

unsigned SharingKinds::of(const Lifetime &lifetime) {
  Operation *alloc = lifetime.alloc;
  auto type = cast<MemRefType>(lifetime.value().getType());
  std::optional<Bytes> bytes = storage.root(lifetime.root).size.bytes;
  bool stack = isa<memref::AllocaOp>(alloc);
  Operation *allocationScope =
      stack ? alloc->getParentWithTrait<OpTrait::AutomaticAllocationScope>()
            : nullptr;
  Key key(type, type.getMemorySpace(), allocationScope, -1, sizeClassOf(alloc),
          lifetime.ownDealloc ? 1 : 0);
  if (byBytes && bytes && canBeViewed(type)) {
    std::get<0>(key) = Type();
    std::get<3>(key) = *bytes;
  }
  // Stack storage may be in no scope that we know.
  std::get<4>(key) = 2 * std::get<4>(key) + stack;
  return kinds.try_emplace(key, kinds.size()).first->second;
}

} // namespace memopt
