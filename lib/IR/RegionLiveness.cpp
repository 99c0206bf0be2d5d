//===- RegionLiveness.cpp - What is live at the edges of blocks -----------===//
//
// A region of one block is answered at once. For a CFG, two dataflow problems
// over bit vectors of roots: what may have been made when a block is left
// (forwards), and what may still be used (backwards). A root is live where both
// hold. A few rounds over the blocks unless loops nest deeply. Roots that one
// block alone mentions, outside of any cycle, are left out of the vectors, so
// that a long CFG costs little as long as not much crosses its edges.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/RegionLiveness.h"

#include "mlir/IR/RegionGraphTraits.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/SCCIterator.h"

using namespace mlir;

namespace memopt {

llvm::DenseSet<Block *> blocksOnCycles(Region &region) {
  llvm::DenseSet<Block *> blocks;
  for (auto component = llvm::scc_begin(&region); !component.isAtEnd();
       ++component)
    if (component.hasCycle())
      blocks.insert(component->begin(), component->end());
  return blocks;
}

/// What one block does with the roots of its region, each list in increasing
/// order and without repetition.
struct BlockMentions {
  /// Made by the block's arguments; made at all; touched; touched by the
  /// terminator.
  SmallVector<RootId> handed, made, used, readAtEnd;
};

static void sortUnique(SmallVector<RootId> &ids) {
  llvm::sort(ids);
  ids.erase(llvm::unique(ids), ids.end());
}

/// The roots that can be live at an edge of the CFG: mentioned in two blocks,
/// or in one that can reach itself, or lingering. In increasing order.
static SmallVector<RootId> findCrossingRoots(Region &region,
                                             ArrayRef<Block *> blocks,
                                             ArrayRef<BlockMentions> mentions,
                                             const Storage &storage) {
  llvm::DenseSet<Block *> onCycle = blocksOnCycles(region);
  DenseMap<RootId, Block *> mentionedIn;
  SmallVector<RootId> crossing;
  for (auto [block, of] : llvm::zip_equal(blocks, mentions))
    for (ArrayRef<RootId> list : {ArrayRef(of.made), ArrayRef(of.used)})
      for (RootId id : list) {
        Block *first = mentionedIn.try_emplace(id, block).first->second;
        if (first != block || onCycle.contains(block) ||
            storage.root(id).lingers)
          crossing.push_back(id);
      }
  sortUnique(crossing);
  return crossing;
}

/// What the ops of the blocks leave behind, and which blocks come after that.
/// `order` is a reverse post-order.
void RegionLiveness::findLeft(ArrayRef<Block *> order, const Storage &storage) {
  llvm::MapVector<Block *, Bytes> leavers;
  for (Block *block : order)
    for (Operation &op : *block)
      if (Bytes bytes = storage.bytesLeftBy(&op)) {
        Bytes &sum = leavers[block];
        sum = addSaturating(sum, bytes);
      }
  if (leavers.empty())
    return;
  DenseMap<Block *, llvm::BitVector> after;
  for (Block *block : order)
    after[block].resize(leavers.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (Block *block : order) {
      llvm::BitVector bits = after[block];
      for (Block *predecessor : block->getPredecessors()) {
        auto it = after.find(predecessor);
        if (it == after.end())
          continue;
        bits |= it->second;
        auto *leaver = leavers.find(predecessor);
        if (leaver != leavers.end())
          bits.set(leaver - leavers.begin());
      }
      changed |= bits != after[block];
      after[block] = std::move(bits);
    }
  }
  for (Block *block : order) {
    Bytes sum = 0;
    for (unsigned index : after[block].set_bits()) {
      const auto &[leaver, bytes] = *(leavers.begin() + index);
      if (leaver != block)
        sum = addSaturating(sum, bytes);
    }
    left[block] = sum;
  }
}

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
    SmallVector<RootId> &live = out[&block];
    if (Operation *terminator = terminatorOf(block))
      live =
          llvm::filter_to_vector(storage.touchedRoots(terminator), isOfRegion);
    auto addLingering = [&](ArrayRef<RootId> ids) {
      llvm::copy_if(ids, std::back_inserter(live),
                    [&](RootId id) { return storage.root(id).lingers; });
    };
    addLingering(in[&block]);
    for (Operation &op : block)
      addLingering(ownRoots(op.getResults()));
    sortUnique(live);
    return;
  }

  llvm::ReversePostOrderTraversal<Block *> traversal(&region.front());
  SmallVector<Block *> order(traversal.begin(), traversal.end());
  SmallVector<BlockMentions> mentions;
  for (Block *block : order) {
    BlockMentions &of = mentions.emplace_back();
    of.handed = ownRoots(block->getArguments());
    of.made = of.handed;
    for (Operation &op : *block) {
      llvm::append_range(of.used, llvm::make_filter_range(
                                      storage.touchedRoots(&op), isOfRegion));
      llvm::append_range(of.made, ownRoots(op.getResults()));
    }
    if (Operation *terminator = terminatorOf(*block))
      of.readAtEnd =
          llvm::filter_to_vector(storage.touchedRoots(terminator), isOfRegion);
    for (SmallVector<RootId> *list : {&of.handed, &of.made, &of.used})
      sortUnique(*list);
  }

  findLeft(order, storage);

  // The roots that matter, by dense index in increasing order.
  SmallVector<RootId> ids = findCrossingRoots(region, order, mentions, storage);
  // What lingers is needed wherever it may exist.
  llvm::BitVector lingering(ids.size());
  for (auto [index, id] : llvm::enumerate(ids))
    if (storage.root(id).lingers)
      lingering.set(index);
  struct BlockSets {
    llvm::BitVector made, used, exists, needed;
  };
  DenseMap<Block *, BlockSets> sets;
  auto setAll = [&](llvm::BitVector &bits, ArrayRef<RootId> roots) {
    bits.resize(ids.size());
    for (RootId id : roots)
      if (const auto *place = llvm::lower_bound(ids, id);
          place != ids.end() && *place == id)
        bits.set(place - ids.begin());
  };
  for (auto [block, of] : llvm::zip_equal(order, mentions)) {
    BlockSets &bits = sets[block];
    setAll(bits.made, of.made);
    setAll(bits.used, of.used);
    setAll(bits.exists, {});
    setAll(bits.needed, {});
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
      bits |= sets[block].used;
      bits.reset(sets[block].made);
      changed |= bits != sets[block].needed;
      sets[block].needed = std::move(bits);
    }
  }
  auto rootsIn = [&](const llvm::BitVector &bits, ArrayRef<RootId> others) {
    SmallVector<RootId> roots(others);
    for (unsigned index : bits.set_bits())
      roots.push_back(ids[index]);
    sortUnique(roots);
    return roots;
  };
  for (auto [block, of] : llvm::zip_equal(order, mentions)) {
    llvm::BitVector before = lingering;
    before.reset(sets[block].made);
    before |= sets[block].needed;
    before &= arriving(block);
    in[block] = rootsIn(before, of.handed);
    llvm::BitVector after = wanted(block);
    after |= lingering;
    after &= sets[block].exists;
    out[block] = rootsIn(after, of.readAtEnd);
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
