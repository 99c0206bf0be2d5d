//===- Summaries.h - What callers need to know of a function ----*- C++ -*-===//

#ifndef MEMOPT_IR_SUMMARIES_H
#define MEMOPT_IR_SUMMARIES_H

#include "memopt/Model/Graph.h"

#include "mlir/IR/Operation.h"
#include "llvm/ADT/DenseMap.h"

namespace memopt {

/// The peak of a block or a function. Where nothing is planned all three are
/// the same.
struct Peaks {
  /// In the input order.
  Bytes before = 0;
  /// In the planned order.
  Bytes after = 0;
  /// No order has a peak below this.
  Bytes bound = 0;
};

/// What a call needs to know of its callee.
struct FunctionSummary {
  /// Bytes that the callee itself allocates at its worst moment, its results
  /// included.
  Peaks peak;
  /// The same if nothing were ever freed.
  Bytes noFree = 0;
  /// Nothing in the callee has an unknown size.
  bool complete = true;
  /// The callee has no side effect, and returns.
  bool effectFree = false;
  /// For each result, the arguments that it may live in.
  llvm::SmallVector<llvm::SmallVector<unsigned, 1>> resultArguments;
  /// For each result, whether it may live in storage that the callee made.
  llvm::SmallVector<bool> resultIsLocal;
};

/// Summaries by function op. A function that is missing (a declaration, a
/// member of a recursion, one outside the analysed module) is unknown.
using Summaries = llvm::DenseMap<mlir::Operation *, FunctionSummary>;

} // namespace memopt

#endif // MEMOPT_IR_SUMMARIES_H
