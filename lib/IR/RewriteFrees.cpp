//===- RewriteFrees.cpp - Deallocs move up --------------------------------===//
//
// The memref itself is freed, not a view of it that may stand further down.
// Linear in the deallocs.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "RewriteViews.h"

using namespace mlir;

namespace memopt {

void applyEarlyFrees(ArrayRef<EarlyFree> frees) {
  for (const EarlyFree &free : frees) {
    Value freed = free.dealloc->getOperand(0);
    free.dealloc->setOperand(0, free.memref);
    free.dealloc->moveAfter(free.after);
    eraseDeadViews(freed);
  }
}

} // namespace memopt
