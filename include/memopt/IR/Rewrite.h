//===- Rewrite.h - The edits --------------------------------------*- C++
//-*-===//
//
// The only place that edits IR. Callers have checked what they ask for.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_REWRITE_H
#define MEMOPT_IR_REWRITE_H

#include "memopt/IR/BlockModel.h"
#include "memopt/IR/Sharing.h"

#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/ArrayRef.h"

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

/// Gives each op under `root` that writes over a filled tensor a fill of its
/// own, where several ops share one. Returns whether anything changed.
bool splitFills(mlir::Operation *root);

/// Makes one allocation of each group of `plan`, which checkSharing and
/// checkPlacements have passed: the first member's, with the largest alignment.
/// It is freed once, after the last member. If the model says so, moves allocs
/// down to the first use and deallocs up to the last one. Returns whether
/// anything changed; the lifetimes are void then.
bool applySharing(const SharingModel &model, const Lifetimes &lifetimes,
                  const SharingPlan &plan);

} // namespace memopt

#endif // MEMOPT_IR_REWRITE_H
