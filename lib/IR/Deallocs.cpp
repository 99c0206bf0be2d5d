//===- Deallocs.cpp - Memrefs that are freed by themselves ----------------===//
//
// A memref of a dealloc is by itself if all storage that it may be in is made
// by ops of the function, and no other memref of the dealloc may be in storage
// that the same ops make: two results of one op may be one. If any other memref
// may be anything, so may each of them, and the dealloc stays as it is.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Deallocs.h"

using namespace mlir;

namespace memopt {

/// The op that makes `root`, if it is known to be storage of its own.
static Operation *makerOf(const Root &root) {
  return root.kind == RootKind::Local ? root.value.getDefiningOp() : nullptr;
}

/// True if something else than `root` may be the same storage.
static bool mayBeAnything(const Root &root) {
  return root.mixed || root.kind == RootKind::External ||
         root.kind == RootKind::Carried;
}

static DeallocSplit splitOf(bufferization::DeallocOp op,
                            const Storage &storage) {
  DeallocSplit split{op, {}};
  DenseMap<Operation *, unsigned> numMemRefsOf;
  auto count = [&](Value memref) {
    ArrayRef<RootId> ids = storage.rootsOf(memref);
    llvm::SmallDenseSet<Operation *, 4> makers;
    for (RootId id : ids) {
      if (mayBeAnything(storage.root(id)))
        return false;
      if (Operation *maker = makerOf(storage.root(id)))
        makers.insert(maker);
    }
    for (Operation *maker : makers)
      ++numMemRefsOf[maker];
    return !ids.empty();
  };
  if (!llvm::all_of(op.getMemrefs(), count) ||
      !llvm::all_of(op.getRetained(), count))
    return split;
  for (auto [number, memref] : llvm::enumerate(op.getMemrefs()))
    if (llvm::all_of(storage.rootsOf(memref), [&](RootId id) {
          Operation *maker = makerOf(storage.root(id));
          return maker && numMemRefsOf.lookup(maker) == 1;
        }))
      split.alone.push_back(static_cast<unsigned>(number));
  return split;
}

std::vector<DeallocSplit> findDeallocSplits(const Storage &storage) {
  std::vector<DeallocSplit> splits;
  FunctionOpInterface function = storage.getFunction();
  function.getFunctionBody().walk([&](bufferization::DeallocOp op) {
    if (op.getMemrefs().size() + op.getRetained().size() < 2)
      return;
    DeallocSplit split = splitOf(op, storage);
    if (!split.alone.empty())
      splits.push_back(std::move(split));
  });
  return splits;
}

} // namespace memopt
