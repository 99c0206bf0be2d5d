//===- RewriteViews.h - Views that nothing uses any more --------*- C++ -*-===//

#ifndef MEMOPT_LIB_IR_REWRITEVIEWS_H
#define MEMOPT_LIB_IR_REWRITEVIEWS_H

#include "memopt/IR/Lifetimes.h"

namespace memopt {

/// Erases the views that only a dealloc used, from `value` up: left alone they
/// would count as uses of what is behind them.
inline void eraseDeadViews(mlir::Value value) {
  mlir::Operation *op = value.getDefiningOp();
  while (op && isPureView(op) && op->use_empty()) {
    mlir::Operation *source = op->getOperand(0).getDefiningOp();
    op->erase();
    op = source;
  }
}

} // namespace memopt

#endif // MEMOPT_LIB_IR_REWRITEVIEWS_H
