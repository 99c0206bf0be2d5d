//===- PostOrder.h - Depth-first orders -------------------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_POSTORDER_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_POSTORDER_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace memopt::bench {

/// The post-order that visits `roots` one after the other, and below each op
/// those in `before` of it from first to last. Does not recurse.
std::vector<OpId> postOrder(llvm::ArrayRef<OpId> roots,
                            llvm::ArrayRef<llvm::SmallVector<OpId, 4>> before);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PEERS_POSTORDER_H
