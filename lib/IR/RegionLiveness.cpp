//===- RegionLiveness.cpp - What is live at the edges of blocks -----------===//
//
// A region of one block is answered at once. For a CFG, two dataflow problems
// over bit vectors of the region's roots: what may have been made when a block
// is left (forwards), and what may still be used (backwards). A root is live
// where both hold. A few rounds over the blocks unless loops nest deeply.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/RegionLiveness.h"

#include "mlir/IR/RegionGraphTraits.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace mlir;

namespace memopt {

RegionLiveness::RegionLiveness(Region &region, const Storage &storage) {
  auto isOfRegion = [&](RootId id) {
    const Root &root = storage.root(id);
    Value value = root.value;
    return root.isCounted() && value.getParentRegion() == &region;
  };
  auto ownRoots = [&](auto values) {
    SmallVector<RootId> ids;
    for (Value value : values)
      if (std::optional<RootId> id = storage.ownRoot(value))
        if (isOfRegion(*id))
          ids.push_back(*id);
    return ids;
  };
  if (region.hasOneBlock()) {
    Block &block = region.front();
    in[&block] = ownRoots(block.getArguments());
    llvm::sort(in[&block]);
    if (Operation *terminator = terminatorOf(block))
      out[&block] =
          llvm::filter_to_vector(storage.touchedRoots(terminator), isOfRegion);
    return;
  }

  // The region's roots by dense index, in increasing order.
  SmallVector<RootId> ids;
  DenseMap<RootId, unsigned> indexOf;
  for (RootId id = 0; id < storage.numRoots(); ++id) {
    if (isOfRegion(id)) {
      indexOf[id] = ids.size();
      ids.push_back(id);
    }
  }
  struct BlockSets {
    llvm::BitVector handed, made, used, readAtEnd, exists, needed;
  };
  DenseMap<Block *, BlockSets> sets;
  auto setAll = [&](llvm::BitVector &bits, ArrayRef<RootId> roots) {
    for (RootId id : roots)
      if (isOfRegion(id))
        bits.set(indexOf[id]);
  };
  llvm::ReversePostOrderTraversal<Block *> order(&region.front());
  for (Block *block : order) {
    BlockSets &of = sets[block];
    for (llvm::BitVector *bits : {&of.handed, &of.made, &of.used, &of.readAtEnd,
                                  &of.exists, &of.needed})
      bits->resize(ids.size());
    setAll(of.handed, ownRoots(block->getArguments()));
    of.made = of.handed;
    for (Operation &op : *block) {
      setAll(of.used, storage.touchedRoots(&op));
      setAll(of.made, ownRoots(op.getResults()));
    }
    if (Operation *terminator = terminatorOf(*block))
      setAll(of.readAtEnd, storage.touchedRoots(terminator));
  }

  // Forwards: what may have been made by the time a block is left. Backwards:
  // what may still be used after it. Least fixpoints, in the orders that need
  // few rounds.
  auto arriving = [&](Block *block) {
    llvm::BitVector bits(ids.size());
    for (Block *predecessor : block->getPredecessors()) {
      auto it = sets.find(predecessor);
      if (it != sets.end())
        bits |= it->second.exists;
    }
    return bits;
  };
  auto wanted = [&](Block *block) {
    llvm::BitVector bits(ids.size());
    for (Block *successor : block->getSuccessors())
      bits |= sets[successor].needed;
    return bits;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (Block *block : order) {
      llvm::BitVector bits = arriving(block);
      bits |= sets[block].made;
      changed |= bits != sets[block].exists;
      sets[block].exists = std::move(bits);
    }
  }
  SmallVector<Block *> backwards(order.begin(), order.end());
  std::reverse(backwards.begin(), backwards.end());
  for (bool changed = true; changed;) {
    changed = false;
    for (Block *block : backwards) {
      llvm::BitVector bits = wanted(block);
      bits.reset(sets[block].made);
      bits |= sets[block].used;
      changed |= bits != sets[block].needed;
      sets[block].needed = std::move(bits);
    }
  }
  auto rootsIn = [&](const llvm::BitVector &bits) {
    SmallVector<RootId> roots;
    for (unsigned index : bits.set_bits())
      roots.push_back(ids[index]);
    return roots;
  };
  for (Block *block : order) {
    const BlockSets &of = sets[block];
    llvm::BitVector before = arriving(block);
    before &= of.needed;
    before |= of.handed;
    in[block] = rootsIn(before);
    llvm::BitVector after = wanted(block);
    after &= of.exists;
    after |= of.readAtEnd;
    out[block] = rootsIn(after);
  }
}

ArrayRef<RootId> RegionLiveness::liveIn(Block *block) const {
  auto it = in.find(block);
  return it == in.end() ? ArrayRef<RootId>() : ArrayRef<RootId>(it->second);
}

ArrayRef<RootId> RegionLiveness::liveOut(Block *block) const {
  auto it = out.find(block);
  return it == out.end() ? ArrayRef<RootId>() : ArrayRef<RootId>(it->second);
}

} // namespace memopt
