//===- RewriteDeallocs.cpp - A dealloc for each memref by itself ----------===//
//
// What is in no storage of another memref of the dealloc, nor of one that it
// retains, is freed if its condition says so, and gives ownership to nothing.
// Linear in the operands.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

using namespace mlir;

namespace memopt {

void applyDeallocSplits(ArrayRef<DeallocSplit> splits) {
  for (const DeallocSplit &split : splits) {
    bufferization::DeallocOp op = split.op;
    OpBuilder builder(op);
    SmallVector<Value> memrefs, conditions;
    const unsigned *alone = split.alone.begin();
    for (auto [number, memref, condition] :
         llvm::enumerate(op.getMemrefs(), op.getConditions())) {
      if (alone != split.alone.end() && *alone == number) {
        bufferization::DeallocOp::create(builder, op.getLoc(), memref,
                                         condition, ValueRange());
        ++alone;
        continue;
      }
      memrefs.push_back(memref);
      conditions.push_back(condition);
    }
    if (memrefs.empty() && op.getRetained().empty()) {
      op.erase();
      continue;
    }
    op.getMemrefsMutable().assign(memrefs);
    op.getConditionsMutable().assign(conditions);
  }
}

} // namespace memopt
