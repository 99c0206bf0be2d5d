//===- Deallocs.cpp - Memrefs that are freed by themselves ----------------===//
//
// A memref of a dealloc is by itself if all storage that it may be in is made
// by ops of the function, and no other memref of the dealloc may be in that.
// Two results of one op may be one, but for those of a call whose callee is
// seen to return each of them once. If any other memref may be anything, so may
// each of them, and the dealloc stays as it is.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Deallocs.h"

using namespace mlir;

namespace memopt {

/// What stands for the storage of `root` if the function makes it, or null: its
/// value, or the first result of an op of which two results may be one.
static Value makerOf(RootId id, const Storage &storage) {
  const Root &root = storage.root(id);
  if (root.kind != RootKind::Local)
    return Value();
  auto result = cast<OpResult>(root.value);
  Operation *op = result.getOwner();
  bool mayBeOne = op->getNumRegions() != 0;
  if (auto call = dyn_cast<CallOpInterface>(op)) {
    const FunctionSummary *summary = storage.summaryOf(call);
    unsigned number = result.getResultNumber();
    mayBeOne = !summary || number >= summary->results.size() ||
               summary->results[number].kept;
  }
  return mayBeOne ? op->getResult(0) : result;
}

/// True if something else than `root` may be the same storage.
static bool mayBeAnything(const Root &root) {
  return root.mixed || root.kind == RootKind::External ||
         root.kind == RootKind::Carried;
}

static DeallocSplit splitOf(bufferization::DeallocOp op,
                            const Storage &storage) {
  DeallocSplit split{op, {}};
  DenseMap<Value, unsigned> numMemRefsOf;
  auto count = [&](Value memref) {
    ArrayRef<RootId> ids = storage.rootsOf(memref);
    llvm::SmallDenseSet<Value, 4> makers;
    for (RootId id : ids) {
      if (mayBeAnything(storage.root(id)))
        return false;
      if (Value maker = makerOf(id, storage))
        makers.insert(maker);
    }
    for (Value maker : makers)
      ++numMemRefsOf[maker];
    return !ids.empty();
  };
  if (!llvm::all_of(op.getMemrefs(), count) ||
      !llvm::all_of(op.getRetained(), count))
    return split;
  for (auto [number, memref] : llvm::enumerate(op.getMemrefs()))
    if (llvm::all_of(storage.rootsOf(memref), [&](RootId id) {
          Value maker = makerOf(id, storage);
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
