//===- LifetimesDetail.h - Parts of the lifetime analysis -------*- C++ -*-===//

#ifndef MEMOPT_LIB_IR_LIFETIMESDETAIL_H
#define MEMOPT_LIB_IR_LIFETIMESDETAIL_H

#include "memopt/IR/Lifetimes.h"

#include "llvm/ADT/SmallPtrSet.h"

namespace memopt {

/// How an allocation is used.
struct Lifetimes::Uses {
  /// The ops of the allocation's region that use it, or hold a use. In text
  /// order, with repetitions.
  llvm::SmallVector<mlir::Operation *, 4> holders;
  /// The last branch that passes it on to a block argument, or null.
  mlir::Operation *carrier = nullptr;
};

/// The blocks of a function of which it is known that they are executed, op
/// after op.
class OrderedBlocks {
public:
  explicit OrderedBlocks(mlir::FunctionOpInterface function);
  bool contains(mlir::Block *block) const { return blocks.contains(block); }

private:
  llvm::SmallPtrSet<mlir::Block *, 16> blocks;
};

} // namespace memopt

#endif // MEMOPT_LIB_IR_LIFETIMESDETAIL_H
