//===- LingeringStorage.cpp - Storage that outlives what names it ---------===//
//
// Where a pointer is kept (in memory, as an integer, by code that is not
// known), somebody may use and free the storage when no value stands for it any
// more: in another block, after the loop or the branch that made it, in the
// caller. So it lives on, unless an op that is always executed frees it. What a
// region leaves behind is then its op's, what a function leaves behind its
// callers'; each op is counted once, however often a loop runs it.
//
// Linear in the ops; dominance is asked for only where kept storage is freed in
// another block than the one that makes it.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Storage.h"

#include "mlir/IR/Dominance.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace memopt {

bool regionsFollowEachOther(Operation *op) {
  auto branch = dyn_cast<RegionBranchOpInterface>(op);
  if (!branch)
    return op->getNumRegions() > 1;
  return llvm::any_of(op->getRegions(), [&](Region &region) {
    SmallVector<RegionSuccessor> successors;
    branch.getSuccessorRegions(region, successors);
    return llvm::any_of(successors, [&](RegionSuccessor &successor) {
      Region *next = successor.getSuccessor();
      return next && next != &region;
    });
  });
}

/// The values whose storage `op` frees when it is executed.
static SmallVector<Value> freedValues(Operation *op, const Storage &storage) {
  SmallVector<Value> values;
  if (auto call = dyn_cast<CallOpInterface>(op)) {
    if (const FunctionSummary *summary = storage.summaryOf(call))
      for (auto [argument, isFreed] :
           llvm::zip(call.getArgOperands(), summary->freedArguments))
        if (isFreed)
          values.push_back(argument);
    return values;
  }
  // A result may be what was not freed, as that of a realloc.
  auto effects = dyn_cast<MemoryEffectOpInterface>(op);
  if (!effects || op->getNumRegions() != 0 || op->getNumResults() != 0)
    return values;
  SmallVector<MemoryEffects::EffectInstance> instances;
  effects.getEffects(instances);
  for (const MemoryEffects::EffectInstance &instance : instances)
    if (isa<MemoryEffects::Free>(instance.getEffect()) && instance.getValue())
      values.push_back(instance.getValue());
  return values;
}

/// Finds the storage that is freed, under a name that means nothing else, by an
/// op of its own region that is executed whenever the storage is made.
void Storage::findSurelyFreed() {
  std::optional<PostDominanceInfo> postDominance;
  for (Operation *op : opsInFlowOrder) {
    for (Value value : freedValues(op, *this)) {
      ArrayRef<RootId> ids = rootsOf(value);
      if (ids.size() != 1 || !roots[ids.front()].value)
        continue;
      Block *home = roots[ids.front()].value.getParentBlock();
      if (home->getParent() != op->getBlock()->getParent())
        continue;
      if (home != op->getBlock()) {
        if (!postDominance)
          postDominance.emplace(function);
        if (!postDominance->properlyPostDominates(op->getBlock(), home))
          continue;
      }
      surelyFreed.insert(ids.front());
    }
  }
}

/// Notes that the storage of `id` is kept, and whether it then lingers.
void Storage::linger(RootId id) {
  Root &root = roots[id];
  root.kept = true;
  root.lingers = root.isCounted() && !isSurelyFreed(id);
}

/// The terminator through which `region` is left, or null if there are several.
static Operation *onlyExit(Region &region) {
  Operation *exit = nullptr;
  for (Block &block : region) {
    Operation *terminator = terminatorOf(block);
    if (!terminator || terminator->getNumSuccessors() != 0)
      continue;
    if (exit)
      return nullptr;
    exit = terminator;
  }
  return exit;
}

/// Lets the results of the op around `region` take over what lingers and is
/// handed to them, and nothing else in its place. The bytes of that.
Bytes Storage::handOver(Region &region) {
  Operation *op = region.getParentOp(), *exit = onlyExit(region);
  auto branch = dyn_cast<RegionBranchOpInterface>(op);
  if (!exit || (!branch && op != function))
    return 0;
  RegionBranchSuccessorMapping targets;
  if (branch)
    branch.getSuccessorOperandInputMapping(targets);
  Bytes bytes = 0;
  llvm::SmallDenseSet<RootId> handed;
  for (OpOperand &operand : exit->getOpOperands()) {
    ArrayRef<RootId> ids = rootsOf(operand.get());
    if (ids.size() != 1 || !roots[ids.front()].lingers ||
        roots[ids.front()].value.getParentRegion() != &region)
      continue;
    bool isHanded = op == function && exit->hasTrait<OpTrait::ReturnLike>();
    if (auto it = targets.find(&operand); it != targets.end())
      for (Value input : it->second) {
        std::optional<RootId> own = ownRoot(input);
        if (input.getDefiningOp() != op || !own)
          continue;
        linger(*own);
        isHanded = true;
      }
    if (isHanded && handed.insert(ids.front()).second)
      bytes = addSaturating(bytes, roots[ids.front()].size.bytes.value_or(0));
  }
  return bytes;
}

/// Adds up what the regions of `op` leave behind: of all if they run one after
/// the other, of the one that leaves most if one of them is chosen.
void Storage::leaveRegions(Operation *op) {
  bool addUp = regionsFollowEachOther(op);
  Bytes all = 0;
  for (Region &region : op->getRegions()) {
    Bytes left = bytesLeftIn(&region);
    if (left == 0)
      continue;
    left -= handOver(region);
    all = addUp ? addSaturating(all, left) : std::max(all, left);
  }
  if (all > 0)
    leftBy[op] = all;
}

void Storage::findLingering() {
  auto isKept = [](const Root &root) { return root.kept; };
  auto leaves = [&](Operation *op) {
    auto call = dyn_cast<CallOpInterface>(op);
    const FunctionSummary *summary = call ? summaryOf(call) : nullptr;
    return summary ? summary->leftBytes : 0;
  };
  auto leavesAny = [&](Operation *op) { return leaves(op) != 0; };
  if (llvm::none_of(roots, isKept) && llvm::none_of(opsInFlowOrder, leavesAny))
    return;
  findSurelyFreed();
  for (RootId id = 0; id < numRoots(); ++id)
    if (roots[id].kept)
      linger(id);
  auto leaveIn = [&](Region *region, Bytes bytes) {
    leftIn[region] = addSaturating(leftIn[region], bytes);
  };
  auto leaveValue = [&](Value value) {
    if (std::optional<RootId> id = ownRoot(value); id && roots[*id].lingers)
      leaveIn(value.getParentRegion(), roots[*id].size.bytes.value_or(0));
  };
  // Backwards, so that an op comes after those inside it, which say what its
  // results take over.
  for (Operation *op : llvm::reverse(opsInFlowOrder)) {
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (BlockArgument argument : block.getArguments())
          leaveValue(argument);
    leaveRegions(op);
    if (Bytes bytes = leaves(op))
      leftBy[op] = bytes;
    if (Bytes bytes = bytesLeftBy(op))
      leaveIn(op->getParentRegion(), bytes);
    for (Value result : op->getResults())
      leaveValue(result);
  }
  leaveRegions(function);
}

} // namespace memopt
