//===- HeldStorage.cpp - What memrefs hold that are handed round ----------===//
//
// A memref that a loop or a branch hands on is a pointer to one of several
// pieces of storage, and says little about them: its type may be that of a view
// of something larger, or have no size at all. So what it holds besides the
// storage that it is known to alias is as large as the largest of the rest that
// flows into it. For the regions of ops that is a least fixpoint over the
// memrefs that Aliases.cpp gave storage of their own, one round for each loop
// that a size travels around; for the blocks of a CFG, the alias fixpoint once
// more.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/RegionLiveness.h"

using namespace mlir;

namespace memopt {

/// The size of one of `ids`, whichever it is: that of the largest, unknown if
/// one is unknown. What costs nothing here has no bytes.
StorageSize Storage::largestOf(ArrayRef<RootId> ids) const {
  StorageSize largest{0, {}};
  for (RootId id : ids) {
    const Root &root = roots[id];
    if (root.isOfUnknownSize())
      return root.size;
    if (root.isCounted() && root.size.bytes > largest.bytes)
      largest = root.size;
  }
  return largest;
}

/// Gives the storage of memrefs that regions hand on the size of what flows
/// into them from inside: what comes from outside they alias.
void Storage::sizeHandedMemRefs() {
  if (handedMemRefs.empty())
    return;
  llvm::DenseMap<Operation *, RegionBranchInverseSuccessorMapping> flows;
  auto operandsInto = [&](Value memref) {
    auto argument = dyn_cast<BlockArgument>(memref);
    Operation *op =
        argument ? argument.getOwner()->getParentOp() : memref.getDefiningOp();
    auto [flow, isNew] = flows.try_emplace(op);
    if (isNew)
      cast<RegionBranchOpInterface>(op).getSuccessorInputOperandMapping(
          flow->second);
    return ArrayRef<OpOperand *>(flow->second[memref]);
  };
  for (Value memref : handedMemRefs)
    roots[ownRoots[memref]].size = {0, {}};
  for (bool changed = true; changed;) {
    changed = false;
    for (Value memref : handedMemRefs) {
      ArrayRef<RootId> aliased = rootsOf(memref);
      StorageSize &size = roots[ownRoots[memref]].size;
      for (OpOperand *operand : operandsInto(memref)) {
        ArrayRef<RootId> ids = rootsOf(operand->get());
        SmallVector<RootId> others;
        std::set_difference(ids.begin(), ids.end(), aliased.begin(),
                            aliased.end(), std::back_inserter(others));
        StorageSize flowing = largestOf(others);
        if (!size.bytes || (flowing.bytes && *flowing.bytes <= *size.bytes))
          continue;
        size = flowing;
        changed = true;
      }
    }
  }
}

/// The fixpoint once more, for what is there at a time and not for what may be
/// the same: with roots for the block arguments that hold older instances.
void Storage::findHeldRoots() {
  llvm::DenseMap<Region *, llvm::DenseSet<Block *>> onCycles;
  auto isMadeAnew = [&](RootId id, Region *region) {
    if (roots[id].kind != RootKind::Local || !isMadeIn(id, region))
      return false;
    auto [entry, isNew] = onCycles.try_emplace(region);
    if (isNew)
      entry->second = blocksOnCycles(*region);
    return entry->second.contains(roots[id].value.getParentBlock());
  };
  for (Operation *op : opsInFlowOrder) {
    if (!isa<BranchOpInterface>(op))
      continue;
    for (Block *successor : op->getSuccessors())
      for (BlockArgument argument : successor->getArguments())
        if (isa<BaseMemRefType>(argument.getType()) &&
            llvm::any_of(rootsOf(argument), [&](RootId id) {
              return isMadeAnew(id, successor->getParent());
            }))
          olderInstances.insert(argument);
  }
  if (olderInstances.empty())
    return;
  SmallVector<StorageSize> sizes;
  for (BlockArgument argument : olderInstances)
    sizes.push_back(
        largestOf(llvm::filter_to_vector(rootsOf(argument), [&](RootId id) {
          return isMadeIn(id, argument.getParentRegion());
        })));
  std::swap(valueRoots, heldRoots);
  for (auto [argument, size] : llvm::zip_equal(olderInstances, sizes))
    roots[makeRoot(argument, RootKind::Carried)].size = size;
  for (auto [value, id] : ownRoots)
    add(value, id);
  findAliases();
  std::swap(valueRoots, heldRoots);
}

} // namespace memopt
