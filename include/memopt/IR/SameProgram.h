//===- SameProgram.h - Whether a rewrite kept what is computed --*- C++ -*-===//

#ifndef MEMOPT_IR_SAMEPROGRAM_H
#define MEMOPT_IR_SAMEPROGRAM_H

#include "mlir/IR/Operation.h"

#include <optional>
#include <string>

namespace memopt {

/// Where a program is not what it was.
struct Difference {
  /// Of the program as it was.
  mlir::Operation *op = nullptr;
  std::string message;
};

/// Checks that what is inside `after` computes the same as what is inside
/// `before`: the same ops with the same operands in the same order, where
///
///   - a `tensor.empty`, a comparison, a constant or the `linalg.fill` of a
///     tensor is what it is made of, wherever and however often it stands;
///   - a copy of a tensor is the tensor;
///   - what `scf.for` carries and always yields unchanged is its init;
///   - an `scf.index_switch` may be a chain of `scf.if`, and is its default if
///     it has no cases.
///
/// Attributes of `before` and `after` themselves are not looked at, and what
/// the verifier sees is left to the verifier. Returns the first difference, or
/// nothing.
std::optional<Difference> checkSameProgram(mlir::Operation *before,
                                           mlir::Operation *after);

} // namespace memopt

#endif // MEMOPT_IR_SAMEPROGRAM_H
