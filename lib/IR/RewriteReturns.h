//===- RewriteReturns.h - Results that callers may take for different -----===//

#ifndef MEMOPT_LIB_IR_REWRITERETURNS_H
#define MEMOPT_LIB_IR_REWRITERETURNS_H

#include "mlir/IR/Operation.h"

namespace memopt {

/// The tensors that `view` may be a view of, and becomes a copy of if that is
/// written; all that it is given if it is the result of a call. None if it is
/// no view.
llvm::SmallVector<mlir::Value> tensorsViewedBy(mlir::OpResult view);

/// Lets each function under `root` that others there call return each tensor
/// under one name only, and copies under others. A part of makeYieldsSafe.
/// Returns whether anything changed.
bool returnTensorsOnce(mlir::Operation *root);

} // namespace memopt

#endif // MEMOPT_LIB_IR_REWRITERETURNS_H
