//===- WriteOver.cpp - Which ops may write over a dying input -------------===//
//
// An op that computes each element of its output from the elements of its
// inputs at the same place can do so in the storage of an input: whatever loops
// it becomes, an element is read before it is written, and never after. Linear
// in the op's operands and body.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Sharing.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace memopt {

/// True if no two indices of a memref of `type` are one element.
static bool isOneToOne(MemRefType type) {
  if (type.getLayout().isIdentity())
    return true;
  int64_t offset = 0;
  SmallVector<int64_t> strides;
  if (!type.hasStaticShape() ||
      failed(type.getStridesAndOffset(strides, offset)))
    return false;
  SmallVector<std::pair<int64_t, int64_t>> dimensions;
  for (auto [stride, size] : llvm::zip_equal(strides, type.getShape()))
    if (size > 1)
      dimensions.push_back({stride, size});
  llvm::sort(dimensions);
  // The elements that the smaller strides reach.
  int64_t reach = 1;
  for (auto [stride, size] : dimensions) {
    if (ShapedType::isDynamic(stride) || stride < reach)
      return false;
    reach = stride * size;
  }
  return true;
}

/// True if `value` is all of the allocation `base`, each element at the same
/// place: `base` itself, or another shape of the same contiguous elements.
static bool isWhole(Value value, Value base) {
  auto contiguous = [](Value part) {
    auto type = dyn_cast<MemRefType>(part.getType());
    return type && type.hasStaticShape() && type.getLayout().isIdentity();
  };
  while (value != base) {
    Operation *op = value.getDefiningOp();
    if (!op || !contiguous(value) ||
        !isa<memref::CollapseShapeOp, memref::ExpandShapeOp, memref::CastOp>(
            op))
      return false;
    value = op->getOperand(0);
    if (!contiguous(value))
      return false;
  }
  return isOneToOne(cast<MemRefType>(base.getType()));
}

static bool touches(Value value, RootId root, const Storage &storage) {
  return llvm::is_contained(storage.rootsOf(value), root);
}

/// The body computes with scalars only.
static bool hasScalarBody(linalg::LinalgOp op) {
  WalkResult walk = op->getRegion(0).walk([](Operation *nested) {
    bool touchesMemory = llvm::any_of(nested->getOperandTypes(), [](Type type) {
      return Sizes::isStorageType(type);
    });
    return touchesMemory || !isMemoryEffectFree(nested)
               ? WalkResult::interrupt()
               : WalkResult::advance();
  });
  return !walk.wasInterrupted();
}

bool mayWriteOver(Operation *op, const Lifetime &input, const Lifetime &output,
                  const Storage &storage) {
  if (auto copy = dyn_cast<memref::CopyOp>(op))
    return isWhole(copy.getSource(), input.value()) &&
           isWhole(copy.getTarget(), output.value());

  auto linalgOp = dyn_cast<linalg::LinalgOp>(op);
  if (!linalgOp || !linalgOp.hasPureBufferSemantics() ||
      op->getNumRegions() != 1 ||
      linalgOp.getNumParallelLoops() != linalgOp.getNumLoops() ||
      !hasScalarBody(linalgOp))
    return false;

  OpOperand *written = nullptr;
  for (OpOperand &init : linalgOp.getDpsInitsMutable()) {
    if (touches(init.get(), input.root, storage))
      return false;
    if (!touches(init.get(), output.root, storage))
      continue;
    if (written || !isWhole(init.get(), output.value()))
      return false;
    written = &init;
  }
  if (!written || linalgOp.payloadUsesValueFromOperand(written))
    return false;
  AffineMap map = linalgOp.getMatchingIndexingMap(written);
  if (!map.isPermutation())
    return false;
  for (OpOperand *operand : linalgOp.getDpsInputOperands()) {
    Value value = operand->get();
    if (touches(value, output.root, storage))
      return false;
    if (touches(value, input.root, storage) &&
        (!isWhole(value, input.value()) ||
         linalgOp.getMatchingIndexingMap(operand) != map ||
         cast<MemRefType>(value.getType()).getShape() !=
             cast<MemRefType>(written->get().getType()).getShape()))
      return false;
  }
  return true;
}

} // namespace memopt
