//===- Rewrite.h - The edits ------------------------------------*- C++ -*-===//
//
// The only place that edits IR. Callers have checked what they ask for, or what
// was done is checked on a copy.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_REWRITE_H
#define MEMOPT_IR_REWRITE_H

#include "memopt/IR/Arena.h"
#include "memopt/IR/BlockModel.h"
#include "memopt/IR/Deallocs.h"
#include "memopt/IR/EarlyFrees.h"
#include "memopt/IR/Sharing.h"

#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"

#include <vector>

namespace memopt {

/// Puts the ops of the model's block into `order`, which checkSchedule has
/// passed. Constants and `tensor.empty` follow to their first user, and an
/// empty tensor that is several destinations' becomes one for each.
void applyOrder(const BlockModel &model, llvm::ArrayRef<OpId> order,
                const Storage &storage);

/// Leaves the order as it is, and only moves each `tensor.empty` without
/// storage down to its user, one for each destination, so that bufferization
/// allocates where the storage model says that storage begins. Returns whether
/// anything changed.
bool sinkEmptyTensors(const BlockModel &model, const Storage &storage);

/// Adds a copy of `source`, a module, to `module`, for trials on the copy. It
/// has the data layout of `module`.
mlir::ModuleOp addTrial(mlir::ModuleOp module, mlir::ModuleOp source);
/// Removes a module that addTrial made.
void removeTrial(mlir::ModuleOp trial);
/// Makes the content of `trial`, which addTrial made, that of `module`.
void adoptTrial(mlir::ModuleOp module, mlir::ModuleOp trial);

/// Adds a module to `module`, for trials, in which each op is that of one of
/// `sources`: the one whose index `choose` returns for the op of the first.
/// Nothing if the sources do not have the same number of ops. They are copies
/// of one module that differ inside its ops.
mlir::ModuleOp
addMixedTrial(mlir::ModuleOp module, llvm::ArrayRef<mlir::ModuleOp> sources,
              llvm::function_ref<unsigned(mlir::Operation *)> choose);

/// The names of the `memref.global` ops of a module and of each one in it, in
/// the order of a walk.
using GlobalNames = std::vector<llvm::StringSet<>>;
GlobalNames globalNamesOf(mlir::ModuleOp root);

/// Gives the private globals that are new since `before` was taken the order of
/// their first use and numbers in that order, so that neither depends on the
/// order in which they were made. Erases those without use. Fails, with an
/// error, if a use then means another global: `root` is not to be used any
/// more.
llvm::LogicalResult nameNewGlobals(mlir::ModuleOp root,
                                   const GlobalNames &before);

/// Does `rewrite`, which returns whether it changed anything, to a copy of
/// `root`. If checkSameProgram passes the copy, what is inside `root` becomes
/// what is inside the copy. Otherwise reports an error that names `what` was
/// rewritten, and `root` stays as it was. Returns whether anything changed.
llvm::FailureOr<bool>
rewriteChecked(mlir::Operation *root, llvm::StringRef what,
               llvm::function_ref<bool(mlir::Operation *)> rewrite);

/// Gives each op under `root` that writes over a filled tensor a fill of its
/// own, where several ops share one. As rewriteChecked.
llvm::FailureOr<bool> splitFills(mlir::Operation *root);

/// Rewrites what regions under `root` yield where one-shot bufferization would
/// miss that two tensors share storage. As rewriteChecked.
llvm::FailureOr<bool> makeYieldsSafe(mlir::Operation *root);

/// Frees what is by itself with a dealloc of its own, right before the one that
/// it is taken out of. keepProvedSplits has passed `splits`; they are void
/// then.
void applyDeallocSplits(llvm::ArrayRef<DeallocSplit> splits);

/// Moves each dealloc up to its place, where it frees the result of the call
/// itself. checkEarlyFrees has passed `frees`.
void applyEarlyFrees(llvm::ArrayRef<EarlyFree> frees);

/// Makes one allocation of each group of `plan`, which checkSharing and
/// checkPlacements have passed: the first member's, with the largest alignment.
/// It is freed once, after the last member. If the model says so, moves allocs
/// down to the first use and deallocs up to the last one. Returns whether
/// anything changed; the lifetimes are void then.
bool applySharing(const SharingModel &model, const Lifetimes &lifetimes,
                  const SharingPlan &plan);

/// Where the arenas of a function come from.
enum class ArenaMode {
  /// One allocation at the entry, freed at every return.
  Allocate,
  /// An argument of the function, appended, that its callers provide.
  Argument,
  /// A global without an initial value.
  Global,
};

/// How to apply a plan.
struct ArenaRewriteOptions {
  ArenaMode mode = ArenaMode::Allocate;
  /// For arguments: abort at the entry if one is too small or misaligned.
  bool checkArguments = false;
  /// For tests: fill each buffer with 0xA5 before and after its lifetime.
  bool poison = false;
};

/// Makes views of one allocation (argument, global) of the buffers of each
/// arena of `function`, at the offsets of `plans`, which checkArenas has
/// passed. Their deallocs go. Calls get an operand for each of `needs`: a slice
/// of the caller's arena if the model has one, otherwise an allocation around
/// the call. Returns whether anything changed; the lifetimes are void then.
bool applyArenas(mlir::FunctionOpInterface function, const ArenaModel &model,
                 const Lifetimes &lifetimes, llvm::ArrayRef<ArenaPlan> plans,
                 CalleeNeeds needs, const ArenaRewriteOptions &options);

/// Adds a function after `function` that returns what it needs of an arena, in
/// bytes. Its name is arenaSizeName's.
void addArenaSizeFunction(mlir::FunctionOpInterface function,
                          const ArenaNeed &need);
/// `<function>_arena_size`, with the memory space after it if there is one.
std::string arenaSizeName(llvm::StringRef function,
                          mlir::Attribute memorySpace);

} // namespace memopt

#endif // MEMOPT_IR_REWRITE_H
