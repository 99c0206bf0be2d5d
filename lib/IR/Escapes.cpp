//===- Escapes.cpp - Who else may reach the storage -----------------------===//
//
// Marks the roots that code which does not name them may reach (a pointer was
// kept), that are freed explicitly, and that are used both as tensors and as
// memrefs. Everything that is not known to keep no pointer may keep one. A few
// passes over the ops.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Storage.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace memopt {

namespace {
/// Answers, for the operands of one op, whether the op may keep a pointer.
class Captures {
public:
  /// `instances` are the effects of `op`, if it tells.
  Captures(Operation *op, ArrayRef<MemoryEffects::EffectInstance> instances)
      : op(op), hasEffects(!instances.empty()) {
    for (const MemoryEffects::EffectInstance &instance : instances)
      if (Value value = instance.getValue())
        affected.insert(value);
  }

  /// True if the op has an effect on `value`.
  bool affects(Value value) const { return affected.contains(value); }
  bool hasAnyEffect() const { return hasEffects; }
  /// True if `operand`, of a terminator, goes on as a value that the alias sets
  /// follow: as the function's result, or as a block argument or a result of
  /// the op around it.
  bool isFollowedOut(OpOperand &operand);

private:
  Operation *op;
  bool hasEffects;
  llvm::SmallDenseSet<Value, 4> affected;
  /// Where the terminator of a region passes its operands, once asked for.
  std::optional<RegionBranchSuccessorMapping> targets;
};
} // namespace

bool Captures::isFollowedOut(OpOperand &operand) {
  if (isa<BranchOpInterface>(op))
    return true;
  Operation *parent = op->getParentOp();
  if (isa<FunctionOpInterface>(parent))
    return op->hasTrait<OpTrait::ReturnLike>();
  auto branch = dyn_cast<RegionBranchOpInterface>(parent);
  if (!branch)
    return false;
  if (!targets)
    branch.getSuccessorOperandInputMapping(targets.emplace());
  auto it = targets->find(&operand);
  return it != targets->end() && llvm::all_of(it->second, [](Value input) {
           return Sizes::isStorageType(input.getType());
         });
}

/// True if the op of `operand` may keep a pointer to it.
static bool mayCapture(OpOperand &operand, Captures &captures,
                       const Storage &storage) {
  Operation *op = operand.getOwner();
  if (storage.modelOptions().isAssumedPure(op) ||
      isa<memref::DimOp, memref::RankOp>(op))
    return false;
  // A pointer may hide in a result, of whatever type.
  if (storage.modelOptions().isAssumedNoCapture(op) &&
      op->getNumResults() == 0 && op->getNumRegions() == 0 &&
      !op->hasTrait<OpTrait::IsTerminator>())
    return false;
  if (op->hasTrait<OpTrait::IsTerminator>())
    return !captures.isFollowedOut(operand);
  if (auto call = dyn_cast<CallOpInterface>(op))
    if (const FunctionSummary *summary = storage.summaryOf(call)) {
      OperandRange arguments = call.getArgOperands();
      unsigned number =
          operand.getOperandNumber() - arguments.getBeginOperandIndex();
      if (operand.getOperandNumber() >= arguments.getBeginOperandIndex() &&
          number <
              std::min<size_t>(arguments.size(), summary->keptArguments.size()))
        return summary->keptArguments[number];
    }
  // What an op hands to its regions is followed into them.
  if (isa<RegionBranchOpInterface>(op))
    return false;
  if (!isa<MemoryEffectOpInterface>(op))
    return !op->hasTrait<OpTrait::HasRecursiveMemoryEffects>();
  if (captures.affects(operand.get()))
    return false;
  // An op that has effects, but none on this operand, takes it as data, such as
  // a memref that is stored into another one. One without effects may pass it
  // on as a result: followed if that is a view of it, lost if it is an index
  // that is really an address, or anything else.
  if (captures.hasAnyEffect())
    return true;
  return llvm::any_of(op->getResults(), [&](OpResult result) {
    if (!Sizes::isStorageType(result.getType()))
      return !isa<memref::ExtractStridedMetadataOp>(op);
    return storage.viewedValues(result).empty();
  });
}

/// True if the pointer that the op of `operand` may have captured may be kept.
/// False where it is for a free, now or not at all, or in a callee, and where
/// it is only compared.
static bool mayKeep(OpOperand &operand, const Storage &storage) {
  if (isa<bufferization::DeallocOp>(operand.getOwner()))
    return false;
  if (isa<memref::ExtractAlignedPointerAsIndexOp>(operand.getOwner()))
    return !llvm::all_of(operand.getOwner()->getUsers(), [](Operation *user) {
      return isa<arith::CmpIOp>(user);
    });
  auto call = dyn_cast<CallOpInterface>(operand.getOwner());
  const FunctionSummary *summary = call ? storage.summaryOf(call) : nullptr;
  if (!summary)
    return true;
  unsigned first = call.getArgOperands().getBeginOperandIndex();
  unsigned number = operand.getOperandNumber() - first;
  return operand.getOperandNumber() < first ||
         number >= summary->lingeringArguments.size() ||
         summary->lingeringArguments[number];
}

/// What is known of `result` of a call, or null.
static const ResultSummary *resultSummaryOf(OpResult result,
                                            const Storage &storage) {
  auto call = dyn_cast<CallOpInterface>(result.getOwner());
  const FunctionSummary *summary = call ? storage.summaryOf(call) : nullptr;
  unsigned number = result.getResultNumber();
  return summary && number < summary->results.size() ? &summary->results[number]
                                                     : nullptr;
}

/// True if a callee may keep a pointer to storage that it made and returns as
/// `result`.
static bool calleeMayKeep(OpResult result, const Storage &storage) {
  if (!isa<CallOpInterface>(result.getOwner()) ||
      storage.modelOptions().isAssumedPure(result.getOwner()))
    return false;
  const ResultSummary *summary = resultSummaryOf(result, storage);
  return !summary || summary->lingers;
}

void Storage::markRoots() {
  auto forRootsOf = [&](Value value, auto &&action) {
    for (RootId id : rootsOf(value))
      action(roots[id]);
  };
  auto mix = [](Root &root) { root.mixed = true; };
  SmallVector<RootId> addressTaken;
  for (Operation *op : opsInFlowOrder) {
    SmallVector<MemoryEffects::EffectInstance> instances;
    if (auto effects = dyn_cast<MemoryEffectOpInterface>(op))
      effects.getEffects(instances);
    Captures captures(op, instances);
    auto escape = [op](Root &root) {
      root.escapes = true;
      if (!root.keeper)
        root.keeper = op;
    };
    for (OpOperand &operand : op->getOpOperands()) {
      if (!isa<BaseMemRefType>(operand.get().getType()) ||
          !mayCapture(operand, captures, *this))
        continue;
      forRootsOf(operand.get(), escape);
      if (!mayKeep(operand, *this))
        continue;
      if (isa<memref::ExtractAlignedPointerAsIndexOp>(op))
        llvm::append_range(addressTaken, rootsOf(operand.get()));
      else
        forRootsOf(operand.get(), [](Root &root) { root.kept = true; });
    }
    for (OpResult result : op->getResults())
      if (std::optional<RootId> own = ownRoot(result))
        if (isa<BaseMemRefType>(result.getType()) &&
            calleeMayKeep(result, *this))
          roots[*own].kept = true;
    // A callee may keep a pointer to what it returns, or return it twice; and
    // two memrefs that come out of regions may be one.
    SmallVector<Value> ownMemRefs = llvm::filter_to_vector(
        llvm::map_range(op->getResults(),
                        [](OpResult r) -> Value { return r; }),
        [&](Value result) {
          return isa<BaseMemRefType>(result.getType()) && ownRoot(result);
        });
    for (Value result : ownMemRefs) {
      const ResultSummary *summary =
          resultSummaryOf(cast<OpResult>(result), *this);
      if (isa<CallOpInterface>(op)
              ? !summary || summary->kept
              : op->getNumRegions() != 0 && ownMemRefs.size() > 1)
        forRootsOf(result, escape);
    }
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
  // Deallocation keeps addresses to tell owners apart, of what it then frees;
  // an integer is no way to use or free storage that ops free by its name.
  for (RootId id : addressTaken)
    roots[id].kept |= !roots[id].freed;
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
  struct Marks {
    bool escapes = false;
    bool mixed = false;
    Operation *keeper = nullptr;
  };
  auto marksOf = [&](const auto &values) {
    Marks marks;
    for (Value value : values)
      for (RootId id : rootsOf(value)) {
        if (roots[id].escapes && !marks.escapes)
          marks.keeper = roots[id].keeper;
        marks.escapes |= roots[id].escapes;
        marks.mixed |= roots[id].mixed;
      }
    return marks;
  };
  auto spread = [&](Marks marks, Value to) {
    std::optional<RootId> own = ownRoot(to);
    if (!own)
      return;
    Root &root = roots[*own];
    changed |= (marks.escapes && !root.escapes) || (marks.mixed && !root.mixed);
    if (marks.escapes && !root.escapes)
      root.keeper = marks.keeper;
    root.escapes |= marks.escapes;
    root.mixed |= marks.mixed;
  };
  while (changed) {
    changed = false;
    for (Operation *op : opsInFlowOrder) {
      // Bufferization may put a result where any tensor operand is; a branch
      // may hand any of its operands on.
      Marks marks = marksOf(op->getOperands());
      for (Value result : op->getResults())
        if (isa<TensorType>(result.getType()))
          spread(marks, result);
      if (isa<BranchOpInterface>(op))
        for (Block *successor : op->getSuccessors())
          for (BlockArgument argument : successor->getArguments())
            spread(marks, argument);
      auto branch = dyn_cast<RegionBranchOpInterface>(op);
      if (!branch)
        continue;
      RegionBranchInverseSuccessorMapping sources;
      branch.getSuccessorInputOperandMapping(sources);
      auto spreadInto = [&](Value input) {
        SmallVector<Value> flowing;
        for (OpOperand *source : sources.lookup(input))
          flowing.push_back(source->get());
        spread(marksOf(flowing), input);
      };
      for (Region &region : op->getRegions())
        if (!region.empty())
          llvm::for_each(region.front().getArguments(), spreadInto);
      llvm::for_each(op->getResults(), spreadInto);
    }
  }
}

} // namespace memopt
