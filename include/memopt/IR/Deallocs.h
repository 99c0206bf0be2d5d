//===- Deallocs.h - Memrefs that are freed by themselves --------*- C++ -*-===//
//
// Upstream's deallocation frees what a block owns with one `bufferization.
// dealloc`. Where that op cannot tell two of its memrefs apart, addresses are
// compared at run time, and nothing that is compared can share or be freed
// early. Here calls are looked through, and what is no other memref of the op
// is found.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_DEALLOCS_H
#define MEMOPT_IR_DEALLOCS_H

#include "memopt/IR/Storage.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"

#include <vector>

namespace memopt {

/// A dealloc, and which of its memrefs may be freed by themselves.
struct DeallocSplit {
  mlir::bufferization::DeallocOp op;
  /// The numbers of memrefs that are in no storage that another memref of the
  /// op, or one that it retains, may be in. In increasing order.
  llvm::SmallVector<unsigned> alone;
};

/// The deallocs of a function that can be split, in text order, by what
/// `storage` knows. Linear in their operands.
std::vector<DeallocSplit> findDeallocSplits(const Storage &storage);

/// Leaves in `splits` only what a second analysis proves as well, which knows
/// nothing of Storage: it walks from each memref back to the ops that made it.
/// Of the functions of `calleesFirst`, in which each comes after those that it
/// calls, it knows whether they return what they made; of others nothing.
/// Linear in the operands and in the length of those ways.
void keepProvedSplits(std::vector<DeallocSplit> &splits,
                      llvm::ArrayRef<mlir::FunctionOpInterface> calleesFirst,
                      mlir::SymbolTableCollection &symbols);

} // namespace memopt

#endif // MEMOPT_IR_DEALLOCS_H
