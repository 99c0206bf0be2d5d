//===- FunctionSharing.h - A function and how it will share -----*- C++ -*-===//
//
// Models the allocations of a function and plans their sharing. Edits nothing:
// apply() does, once everything has been checked.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_PASSES_FUNCTIONSHARING_H
#define MEMOPT_PASSES_FUNCTIONSHARING_H

#include "memopt/IR/Sharing.h"
#include "memopt/Report/Facts.h"
#include "memopt/Solver/Coloring.h"

#include <memory>

namespace memopt {

/// The sharing of one function.
class FunctionSharing {
public:
  /// Plans the sharing of the function that `storage` describes; `storage` must
  /// outlive it. Null, with an error at the function, if a check does not pass.
  static std::unique_ptr<FunctionSharing>
  compute(const Storage &storage, const SharingModelOptions &modelOptions,
          const SharingOptions &options);

  /// Puts the plan into effect. Returns whether the IR changed. The model is
  /// void afterwards.
  bool apply();

  /// Says as remarks what shares and what does not. Call it before apply().
  void emitRemarks() const;

  /// Counts of the plan; without the peaks, which are the whole program's.
  SharingFacts gatherFacts() const;

private:
  explicit FunctionSharing(const Storage &storage)
      : storage(storage), lifetimes(storage) {}

  const Storage &storage;
  Lifetimes lifetimes;
  SharingModel model;
  SharingOutcome outcome;
};

} // namespace memopt

#endif // MEMOPT_PASSES_FUNCTIONSHARING_H
