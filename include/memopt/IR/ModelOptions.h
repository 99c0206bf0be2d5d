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
  /// Elements to assume for each `?` dimension; nothing leaves such sizes
  /// unknown.
  std::optional<int64_t> dynamicSize;

  /// True when the user vouches for `op`.
  bool isAssumedPure(mlir::Operation *op) const {
    return llvm::is_contained(assumePure,
                              op->getName().getDialectNamespace().str());
  }
};

} // namespace memopt

#endif // MEMOPT_IR_MODELOPTIONS_H
