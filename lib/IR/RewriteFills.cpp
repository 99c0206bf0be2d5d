//===- RewriteFills.cpp - A fill for each op that writes over it ----------===//
//
// CSE makes one of all fills of a shape. Where several ops write over such a
// tensor, as accumulations do, bufferization keeps the filled buffer as a
// template and copies it for each. To fill again costs less than to copy, and
// needs no template. Linear in the uses.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace memopt {

/// Gives `use`, of the result of `fill`, a fill and an empty tensor of its own,
/// right before the op that uses it.
static void cloneFor(OpOperand &use, linalg::FillOp fill,
                     tensor::EmptyOp empty) {
  OpBuilder builder(use.getOwner());
  IRMapping mapping;
  builder.clone(*empty, mapping);
  Operation *ownFill = builder.clone(*fill, mapping);
  use.set(ownFill->getResult(0));
}

static bool splitAllFills(Operation *root) {
  SmallVector<linalg::FillOp> fills;
  root->walk([&](linalg::FillOp fill) {
    if (fill->getNumResults() == 1)
      fills.push_back(fill);
  });
  bool changed = false;
  for (linalg::FillOp fill : fills) {
    auto empty = fill.getOutputs()[0].getDefiningOp<tensor::EmptyOp>();
    if (!empty)
      continue;
    // Only what writes over it needs its own; the first use keeps the original
    // if there is no other.
    SmallVector<OpOperand *> writers;
    bool otherUse = false;
    for (OpOperand &use : fill->getUses()) {
      auto writer = dyn_cast<DestinationStyleOpInterface>(use.getOwner());
      if (writer && writer.isDpsInit(&use))
        writers.push_back(&use);
      else
        otherUse = true;
    }
    // Uses are listed from the last to the first.
    std::reverse(writers.begin(), writers.end());
    for (OpOperand *use :
         ArrayRef(writers).drop_front(otherUse || writers.empty() ? 0 : 1)) {
      cloneFor(*use, fill, empty);
      changed = true;
    }
  }
  return changed;
}

FailureOr<bool> splitFills(Operation *root) {
  return rewriteChecked(root, "fills", splitAllFills);
}

} // namespace memopt
