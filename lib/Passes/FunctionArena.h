//===- FunctionArena.h - A function and its arenas --------------*- C++ -*-===//
//
// Models the allocations of a function and plans where they go. Edits nothing:
// apply() does, once everything has been checked.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_PASSES_FUNCTIONARENA_H
#define MEMOPT_PASSES_FUNCTIONARENA_H

#include "memopt/IR/Rewrite.h"
#include "memopt/Report/Facts.h"
#include "memopt/Solver/Packers.h"

#include <memory>

namespace memopt {

/// How arenas are planned.
struct ArenaOptions {
  ArenaModelOptions model;
  PackOptions packing;
  ArenaRewriteOptions rewrite;
  /// The most bytes that an arena of a function may take, if that is limited.
  std::optional<Bytes> maxBytes;
};

/// The arenas of one function.
class FunctionArena {
public:
  /// Plans the arenas of the function that `storage` describes; `storage` must
  /// outlive it. If `whyNot` is not empty, it is the reason, as the end of
  /// "'func.func' ...", why the function can have none: all is left alone then.
  /// Null, with an error at the function, if the arenas cannot be as small as
  /// they must be or a check does not pass.
  static std::unique_ptr<FunctionArena> compute(const Storage &storage,
                                                const ArenaOptions &options,
                                                CalleeNeeds needs,
                                                llvm::StringRef whyNot);

  /// Puts the plan into effect. Returns whether the IR changed. The model is
  /// void afterwards.
  bool apply(CalleeNeeds needs);

  /// What the function wants of its callers, in the order of the arguments.
  std::vector<ArenaNeed> getNeeds() const;

  /// Says as remarks what is placed and what is not. Call it before apply().
  void emitRemarks() const;

  /// Call it before apply().
  ArenaFacts gatherFacts() const;

private:
  FunctionArena(const Storage &storage, const ArenaOptions &options)
      : storage(storage), options(options), lifetimes(storage) {}
  bool solve(CalleeNeeds needs);
  bool solve(unsigned index, CalleeNeeds needs);
  /// No plan for the arena is below this, however small the callees' arenas and
  /// those of iterations in it could be made.
  Bytes boundOf(unsigned index, CalleeNeeds needs) const;
  bool refuse(const Arena &arena, const PackOutcome &outcome, Bytes limit);

  const Storage &storage;
  const ArenaOptions &options;
  Lifetimes lifetimes;
  ArenaModel model;
  std::vector<ArenaPlan> plans;
  /// One for each arena.
  std::vector<PackOutcome> outcomes;
};

} // namespace memopt

#endif // MEMOPT_PASSES_FUNCTIONARENA_H
