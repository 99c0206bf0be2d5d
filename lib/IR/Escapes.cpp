//===- Escapes.cpp - Who else may reach the storage -----------------------===//
//
// Marks the roots that code which does not name them may reach (a pointer was
// kept), that are freed explicitly, and that are used both as tensors and as
// memrefs. Everything that is not known to keep no pointer may keep one. A few
// passes over the ops.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Storage.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace memopt {

/// True if `operand`, of a terminator, goes on as a value that the alias sets
/// follow: as the function's result, or as a block argument or a result of the
/// op around it.
static bool isFollowedOut(OpOperand &operand) {
  Operation *op = operand.getOwner();
  if (isa<BranchOpInterface>(op))
    return true;
  Operation *parent = op->getParentOp();
  if (isa<FunctionOpInterface>(parent))
    return op->hasTrait<OpTrait::ReturnLike>();
  auto branch = dyn_cast<RegionBranchOpInterface>(parent);
  if (!branch)
    return false;
  RegionBranchSuccessorMapping targets;
  branch.getSuccessorOperandInputMapping(targets);
  auto it = targets.find(&operand);
  return it != targets.end() && llvm::all_of(it->second, [](Value input) {
           return Sizes::isStorageType(input.getType());
         });
}

bool Storage::mayCapture(OpOperand &operand) const {
  Operation *op = operand.getOwner();
  if (options.isAssumedPure(op) || isa<memref::DimOp, memref::RankOp>(op))
    return false;
  if (op->hasTrait<OpTrait::IsTerminator>())
    return !isFollowedOut(operand);
  // What an op hands to its regions is followed into them.
  if (isa<RegionBranchOpInterface>(op))
    return false;
  auto effects = dyn_cast<MemoryEffectOpInterface>(op);
  if (!effects)
    return !op->hasTrait<OpTrait::HasRecursiveMemoryEffects>();
  SmallVector<MemoryEffects::EffectInstance> onOperand;
  effects.getEffectsOnValue(operand.get(), onOperand);
  if (!onOperand.empty())
    return false;
  // An op that has effects, but none on this operand, takes it as data, such as
  // a memref that is stored into another one. One without effects may pass it
  // on as a result: followed if that is a view of it, lost if it is an index
  // that is really an address, or anything else.
  if (!effects.hasNoEffect())
    return true;
  return llvm::any_of(op->getResults(), [&](OpResult result) {
    if (!Sizes::isStorageType(result.getType()))
      return !isa<memref::ExtractStridedMetadataOp>(op);
    return viewedValues(result).empty();
  });
}

void Storage::markRoots() {
  auto forRootsOf = [&](Value value, auto &&action) {
    for (RootId id : rootsOf(value))
      action(roots[id]);
  };
  auto escape = [](Root &root) { root.escapes = true; };
  auto mix = [](Root &root) { root.mixed = true; };
  for (Operation *op : opsInFlowOrder) {
    for (OpOperand &operand : op->getOpOperands())
      if (isa<BaseMemRefType>(operand.get().getType()) && mayCapture(operand))
        forRootsOf(operand.get(), escape);
    // A callee may keep a pointer to what it returns; and two memrefs that come
    // out of regions may be one.
    SmallVector<Value> ownMemRefs = llvm::filter_to_vector(
        llvm::map_range(op->getResults(),
                        [](OpResult r) -> Value { return r; }),
        [&](Value result) {
          return isa<BaseMemRefType>(result.getType()) && ownRoot(result);
        });
    if (isa<CallOpInterface>(op) ||
        (op->getNumRegions() != 0 && ownMemRefs.size() > 1))
      for (Value result : ownMemRefs)
        forRootsOf(result, escape);
    auto effects = dyn_cast<MemoryEffectOpInterface>(op);
    if (!effects)
      continue;
    SmallVector<MemoryEffects::EffectInstance> instances;
    effects.getEffects(instances);
    for (const MemoryEffects::EffectInstance &instance : instances) {
      Value value = instance.getValue();
      if (!value)
        continue;
      if (isa<MemoryEffects::Free>(instance.getEffect()))
        forRootsOf(value, [](Root &root) { root.freed = true; });
      if (isa<TensorType>(value.getType()) &&
          !isa<MemoryEffects::Allocate>(instance.getEffect()))
        forRootsOf(value, mix);
    }
  }
  // Storage that is a tensor here and a memref there.
  std::vector<bool> asTensor(roots.size()), asMemRef(roots.size());
  for (const auto &[value, ids] : valueRoots)
    for (RootId id : ids)
      (isa<BaseMemRefType>(value.getType()) ? asMemRef : asTensor)[id] = true;
  for (RootId id = 0; id < numRoots(); ++id)
    roots[id].mixed |= asTensor[id] && asMemRef[id];
  spreadMarks();
}

/// Storage that takes over from other storage is reachable wherever that is.
void Storage::spreadMarks() {
  bool changed = llvm::any_of(
      roots, [](const Root &root) { return root.escapes || root.mixed; });
  auto spread = [&](Value from, Root &to) {
    for (RootId id : rootsOf(from)) {
      const Root &source = roots[id];
      if ((source.escapes && !to.escapes) || (source.mixed && !to.mixed)) {
        to.escapes |= source.escapes;
        to.mixed |= source.mixed;
        changed = true;
      }
    }
  };
  while (changed) {
    changed = false;
    for (Operation *op : opsInFlowOrder) {
      // Bufferization may put a result where any tensor operand is.
      for (Value result : op->getResults())
        if (std::optional<RootId> own = ownRoot(result))
          if (isa<TensorType>(result.getType()))
            for (Value operand : op->getOperands())
              spread(operand, roots[*own]);
      if (isa<BranchOpInterface>(op))
        for (Block *successor : op->getSuccessors())
          for (BlockArgument argument : successor->getArguments())
            if (std::optional<RootId> own = ownRoot(argument))
              for (Value operand : op->getOperands())
                spread(operand, roots[*own]);
      auto branch = dyn_cast<RegionBranchOpInterface>(op);
      if (!branch)
        continue;
      RegionBranchInverseSuccessorMapping sources;
      branch.getSuccessorInputOperandMapping(sources);
      auto spreadInto = [&](Value input) {
        std::optional<RootId> own = ownRoot(input);
        if (!own)
          return;
        for (OpOperand *source : sources.lookup(input))
          spread(source->get(), roots[*own]);
      };
      for (Region &region : op->getRegions())
        if (!region.empty())
          llvm::for_each(region.front().getArguments(), spreadInto);
      llvm::for_each(op->getResults(), spreadInto);
    }
  }
}

} // namespace memopt
