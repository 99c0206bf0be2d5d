//===- RegionLiveness.h - What is live at the edges of blocks ---*- C++ -*-===//

#ifndef MEMOPT_IR_REGIONLIVENESS_H
#define MEMOPT_IR_REGIONLIVENESS_H

#include "memopt/IR/Storage.h"

#include "llvm/ADT/DenseMap.h"

namespace memopt {

/// The blocks of `region` that can reach themselves.
llvm::DenseSet<mlir::Block *> blocksOnCycles(mlir::Region &region);

/// Which roots are live at the edges of the blocks of a region.
class RegionLiveness {
public:
  RegionLiveness(mlir::Region &region, const Storage &storage);

  /// Roots of this region that are live when `block` is entered, and that are
  /// still needed after it, in increasing order.
  llvm::ArrayRef<RootId> liveIn(mlir::Block *block) const;
  llvm::ArrayRef<RootId> liveOut(mlir::Block *block) const;
  /// Bytes that ops of other blocks of the region may have left behind (see
  /// Storage::bytesLeftBy) when `block` is entered.
  Bytes leftBefore(mlir::Block *block) const { return left.lookup(block); }

private:
  void findLeft(llvm::ArrayRef<mlir::Block *> order, const Storage &storage);

  llvm::DenseMap<mlir::Block *, llvm::SmallVector<RootId>> in, out;
  llvm::DenseMap<mlir::Block *, Bytes> left;
};

} // namespace memopt

#endif // MEMOPT_IR_REGIONLIVENESS_H
