//===- BlockModel.h - A block as a scheduling problem -----------*- C++ -*-===//
//
// Turns one block into a Graph, and remembers which op and which storage each
// index stands for. Not in the graph: the terminator (what it reads is live to
// the end of the block), constants, and `tensor.empty` without storage.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_BLOCKMODEL_H
#define MEMOPT_IR_BLOCKMODEL_H

#include "memopt/IR/Effects.h"
#include "memopt/IR/RegionLiveness.h"
#include "memopt/IR/Storage.h"
#include "memopt/Model/Graph.h"

#include "llvm/ADT/DenseMap.h"

namespace memopt {

/// The peak inside a block, of the storage made in it or handed to it.
using BlockPeaks = llvm::DenseMap<mlir::Block *, Peaks>;

/// A block, as a scheduling problem.
struct BlockModel {
  mlir::Block *block = nullptr;
  Graph graph;
  /// The op of each OpId, in block order.
  llvm::SmallVector<mlir::Operation *> ops;
  /// The root of each BufferId; kNoRoot for what the regions or the callees of
  /// its producer, or of ops in other blocks, leave behind.
  llvm::SmallVector<RootId> bufferRoots;
  /// Ops outside the graph that may be placed anywhere before their users, in
  /// block order.
  llvm::SmallVector<mlir::Operation *> floating;
  /// The first op that nothing may cross, if there is one, and why.
  mlir::Operation *barrierOp = nullptr;
  llvm::StringRef barrierReason;
  unsigned numBarriers = 0;
};

/// Builds the problem of `block`, a block of the function that `storage`
/// describes. Workspaces are left zero; see setWorkspaces.
BlockModel buildBlockModel(mlir::Block &block, const Storage &storage,
                           const RegionLiveness &liveness);

/// The bytes of the peak inside the regions or the callee of `op`, less what
/// its results and what it leaves behind already count. `member` selects which
/// peak.
Bytes workspaceOf(mlir::Operation *op, const Storage &storage,
                  const BlockPeaks &peaks, Bytes Peaks::*member);

/// Sets each op's workspace.
void setWorkspaces(BlockModel &model, const Storage &storage,
                   const BlockPeaks &peaks, Bytes Peaks::*member);

/// The effects of `op` on the storage and control outside it allow no order
/// among the ops of its regions to be seen, as far as we know: its regions'
/// blocks may be reordered.
bool mayReorderInside(mlir::Operation *op, const ModelOptions &options);

} // namespace memopt

#endif // MEMOPT_IR_BLOCKMODEL_H
