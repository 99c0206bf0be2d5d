//===- Rewrite.h - The edits --------------------------------------*- C++
//-*-===//
//
// The only place that edits IR. Callers have checked what they ask for.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_REWRITE_H
#define MEMOPT_IR_REWRITE_H

#include "memopt/IR/BlockModel.h"

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

} // namespace memopt

#endif // MEMOPT_IR_REWRITE_H
