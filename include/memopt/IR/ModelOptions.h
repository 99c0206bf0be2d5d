//===- ModelOptions.h - What the user tells us about the IR -----*- C++ -*-===//

#ifndef MEMOPT_IR_MODELOPTIONS_H
#define MEMOPT_IR_MODELOPTIONS_H

#include "mlir/IR/Operation.h"
#include "llvm/ADT/STLExtras.h"

#include <optional>
#include <string>

namespace memopt {

/// Facts about the program that the IR itself does not give.
struct ModelOptions {
  /// Dialects (by namespace) whose ops are taken to have no side effects, to
  /// return, and to be safe to execute at any time.
  llvm::SmallVector<std::string> assumePure;
  /// Dialects (by namespace) whose ops may read and write the memrefs they are
  /// given, but keep no pointer to them, free none, and are done with them when
  /// they return.
  llvm::SmallVector<std::string> assumeNoCapture;
  /// Elements to assume for each `?` dimension; nothing leaves such sizes
  /// unknown.
  std::optional<int64_t> dynamicSize;

  /// True when the user vouches for `op`.
  bool isAssumedPure(mlir::Operation *op) const {
    return isOfDialect(op, assumePure);
  }
  /// True when the user vouches for `op` to keep no pointer. What it returns
  /// may still be one.
  bool isAssumedNoCapture(mlir::Operation *op) const {
    return isOfDialect(op, assumeNoCapture);
  }

private:
  static bool isOfDialect(mlir::Operation *op,
                          llvm::ArrayRef<std::string> dialects) {
    return llvm::is_contained(dialects,
                              op->getName().getDialectNamespace().str());
  }
};

} // namespace memopt

#endif // MEMOPT_IR_MODELOPTIONS_H
