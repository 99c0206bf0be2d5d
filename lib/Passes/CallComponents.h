//===- CallComponents.h - Functions that calls connect ----------*- C++ -*-===//

#ifndef MEMOPT_PASSES_CALLCOMPONENTS_H
#define MEMOPT_PASSES_CALLCOMPONENTS_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/StringMap.h"

#include <optional>

namespace memopt {

/// The ops directly in a module that hold functions, in groups of which none
/// refers to a function of another: how one group is bufferized is nothing to
/// the others. Numbered in the order of the module; linear in its ops.
class CallComponents {
public:
  explicit CallComponents(mlir::ModuleOp module);

  unsigned size() const { return numComponents; }
  /// The component of an op directly in the module, or in another module whose
  /// functions have the same names; nothing if it is in none.
  std::optional<unsigned> of(mlir::Operation *op) const;

private:
  llvm::StringMap<unsigned> componentOf;
  unsigned numComponents = 0;
};

} // namespace memopt

#endif // MEMOPT_PASSES_CALLCOMPONENTS_H
