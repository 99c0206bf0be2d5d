//===- Summaries.h - What callers need to know of a function ----*- C++ -*-===//

#ifndef MEMOPT_IR_SUMMARIES_H
#define MEMOPT_IR_SUMMARIES_H

#include "memopt/Model/Graph.h"

#include "mlir/IR/Operation.h"
#include "llvm/ADT/DenseMap.h"

#include <optional>

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

/// Where a result of a function may live.
struct ResultSummary {
  /// The numbers of the arguments in whose storage it may be.
  llvm::SmallVector<unsigned, 1> arguments;
  /// It may be in storage that the callee made.
  bool mayBeLocal = false;
  /// The bytes of the largest of that; none if one of them is of unknown size.
  /// More than the type says where the result is a view of part of it.
  std::optional<Bytes> localBytes = 0;
  /// It may be in a global, or in storage from elsewhere.
  bool mayBeForeign = false;
  /// It is in storage that the callee made, and the callee may keep a pointer
  /// to it.
  bool lingers = false;
  /// It is in storage that the callee made, and somebody may reach that by
  /// another way than this result, or may still be at work on it.
  bool kept = false;
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
  /// For each argument, whether somebody may reach it after the call by another
  /// way than the results, or whether the callee frees it.
  llvm::SmallVector<bool> keptArguments;
  /// For each argument, whether a pointer to it may be kept, and it is not
  /// surely freed; and whether it is.
  llvm::SmallVector<bool> lingeringArguments, freedArguments;
  /// Bytes that the callee makes and leaves to somebody who keeps a pointer to
  /// them, without its results.
  Bytes leftBytes = 0;
  /// One for each result.
  llvm::SmallVector<ResultSummary> results;
};

/// Summaries by function op. A function that is missing (a declaration, a
/// member of a recursion, one outside the analysed module) is unknown.
using Summaries = llvm::DenseMap<mlir::Operation *, FunctionSummary>;

} // namespace memopt

#endif // MEMOPT_IR_SUMMARIES_H
