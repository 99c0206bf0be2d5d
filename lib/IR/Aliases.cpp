//===- Aliases.cpp - The alias fixpoint of Storage ------------------------===//
//
// The transfer functions: which roots flow into the results of an op and into
// the arguments of blocks and regions. Interfaces first (views, destinations,
// region and CFG branches, calls, allocation effects); a few ops by name where
// no interface says it; and what nothing is known of may be anything that the
// op was given. Roots are numbered in the order of the walk, so the result does
// not depend on addresses. Two passes over the ops unless aliases travel around
// loops.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/RegionLiveness.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Interfaces/CastInterfaces.h"
#include "mlir/Interfaces/LoopLikeInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;

namespace memopt {

void Storage::findAliases() {
  bool changed = true;
  while (changed) {
    changed = false;
    for (Operation *op : opsInFlowOrder)
      changed |= visit(op);
  }
}

bool Storage::visit(Operation *op) {
  bool changed = false;
  if (auto branch = dyn_cast<BranchOpInterface>(op))
    changed |= visitBranch(branch);
  if (op->getNumRegions() != 0)
    changed |= visitRegionFlow(op);
  // Region flow has already decided about the results it feeds.
  if (isa<RegionBranchOpInterface>(op) && !isa<scf::ForallOp>(op))
    return changed;
  for (OpResult result : op->getResults())
    if (Sizes::isStorageType(result.getType()))
      changed |= visitResult(result);
  return changed;
}

bool Storage::visitBranch(BranchOpInterface branch) {
  bool changed = false;
  for (auto [index, successor] : llvm::enumerate(branch->getSuccessors())) {
    SuccessorOperands operands = branch.getSuccessorOperands(index);
    for (BlockArgument argument : successor->getArguments()) {
      if (!Sizes::isStorageType(argument.getType()))
        continue;
      // A tensor is handed over; a memref is the same pointer as before.
      if (isa<TensorType>(argument.getType())) {
        if (!ownRoots.contains(argument)) {
          makeRoot(argument, RootKind::Carried);
          changed = true;
        }
        continue;
      }
      if (operands.isOperandProduced(argument.getArgNumber())) {
        changed |= add(argument, externalRoot());
        continue;
      }
      ArrayRef<RootId> ids = rootsOf(operands[argument.getArgNumber()]);
      if (olderInstances.contains(argument))
        changed |= add(argument, madeElsewhere(ids, successor->getParent()));
      else
        changed |= add(argument, ids);
    }
  }
  return changed;
}

/// Follows values into, between and out of the regions of `op`.
///
/// Loops hand storage round. A tensor that a loop carries has storage of its
/// own for each side (the block argument's inside, the result's outside), since
/// the loop writes it; a memref is a plain alias of what flows in, and gets
/// such storage only if the region passes on what was made inside it.
bool Storage::visitRegionFlow(Operation *op) {
  bool changed = false;
  if (auto forall = dyn_cast<scf::ForallOp>(op)) {
    for (BlockArgument argument : forall.getRegionOutArgs())
      changed |= add(argument, makeRoot(forall.getTiedOpResult(
                                            forall.getTiedOpOperand(argument)),
                                        RootKind::Local));
    return changed;
  }

  auto branch = dyn_cast<RegionBranchOpInterface>(op);
  RegionBranchInverseSuccessorMapping sources;
  if (branch)
    branch.getSuccessorInputOperandMapping(sources);
  bool loops = branch && branch.hasLoop();

  auto flowInto = [&](Value input, RootKind kind) {
    if (!Sizes::isStorageType(input.getType()))
      return;
    auto it = sources.find(input);
    bool isTensor = isa<TensorType>(input.getType());
    bool ownStorage = isTensor && (it == sources.end() || loops);
    if (it == sources.end() && !isTensor) {
      // A pointer from nowhere may point anywhere.
      changed |= add(input, externalRoot());
    } else if (!ownStorage) {
      for (OpOperand *operand : it->second) {
        for (RootId id : SmallVector<RootId>(rootsOf(operand->get()))) {
          if (isMadeInside(id, op) && operand->getOwner() != op)
            ownStorage = true;
          else
            changed |= add(input, id);
        }
      }
    }
    if (ownStorage && !ownRoots.contains(input)) {
      makeRoot(input, kind);
      if (isa<BaseMemRefType>(input.getType()))
        handedMemRefs.insert(input);
      changed = true;
    }
  };
  for (Region &region : op->getRegions())
    if (!region.empty())
      for (BlockArgument argument : region.front().getArguments())
        flowInto(argument, RootKind::Carried);
  if (branch)
    for (OpResult result : op->getResults())
      flowInto(result, RootKind::Local);
  return changed;
}

/// Whether `realloc` needs new storage, as the old one has too few elements, if
/// that is known before the program runs.
static std::optional<bool> moves(memref::ReallocOp realloc) {
  MemRefType from = realloc.getSource().getType(), to = realloc.getType();
  if (!from.hasStaticShape() || !to.hasStaticShape())
    return std::nullopt;
  return to.getNumElements() > from.getNumElements();
}

SmallVector<Value> Storage::viewedValues(OpResult result) const {
  Operation *op = result.getOwner();
  if (auto view = dyn_cast<ViewLikeOpInterface>(op))
    if (view.getViewDest() == result)
      return {view.getViewSource()};
  if (auto select = dyn_cast<SelectLikeOpInterface>(op))
    return {select.getTrueValue(), select.getFalseValue()};
  if (isa<memref::DistinctObjectsOp>(op))
    return {op->getOperand(result.getResultNumber())};
  if (isa<memref::TransposeOp, tensor::CollapseShapeOp, tensor::ExpandShapeOp,
          tensor::ExtractSliceOp, tensor::CastOp, tensor::ReshapeOp,
          tosa::ReshapeOp, tosa::IdentityOp, bufferization::ToTensorOp,
          bufferization::ToBufferOp>(op))
    return {op->getOperand(0)};

  SmallVector<Value> storageOperands =
      llvm::filter_to_vector(op->getOperands(), [](Value value) {
        return Sizes::isStorageType(value.getType());
      });
  if (isa<CastOpInterface>(op) && storageOperands.size() == 1 &&
      op->getNumResults() == 1)
    return storageOperands;

  // A tuple is the storage of its members, and a member that of its tuple.
  if (options.isAssumedPure(op) && op->getNumRegions() == 0) {
    if (auto tuple = dyn_cast<TupleType>(result.getType()))
      if (llvm::equal(tuple.getTypes(), op->getOperandTypes()))
        return storageOperands;
    if (op->getNumOperands() == 1)
      if (auto tuple = dyn_cast<TupleType>(op->getOperand(0).getType()))
        if (llvm::is_contained(tuple.getTypes(), result.getType()))
          return storageOperands;
  }

  SmallVector<Value> aliased;
  if (isa<bufferization::BufferizableOpInterface>(op) &&
      isa<TensorType>(result.getType()) && op->getNumRegions() == 0)
    for (const auto &alias : analysisState.getAliasingOpOperands(result))
      if (analysisState.bufferizesToAliasOnly(*alias.opOperand))
        aliased.push_back(alias.opOperand->get());
  return aliased;
}

bool Storage::makeOwn(Value value, RootKind kind) {
  if (ownRoots.contains(value))
    return false;
  makeRoot(value, kind);
  return true;
}

bool Storage::visitResult(OpResult result) {
  Operation *op = result.getOwner();
  if (floatingEmpties.contains(op))
    return false;
  if (isConstantData(op, options) || isa<memref::GetGlobalOp>(op))
    return makeOwn(result, RootKind::Static);
  if (auto call = dyn_cast<CallOpInterface>(op))
    return visitCallResult(call, result);

  SmallVector<Value> viewed = viewedValues(result);
  bool changed = false;
  for (Value source : viewed)
    changed |= add(result, rootsOf(source));
  if (!viewed.empty())
    return changed;

  if (auto realloc = dyn_cast<memref::ReallocOp>(op)) {
    std::optional<bool> isNew = moves(realloc);
    if (!isNew.value_or(false))
      changed |= add(result, rootsOf(realloc.getSource()));
    if (!isNew.value_or(true))
      return changed;
  }
  bool isMemRef = isa<BaseMemRefType>(result.getType());
  auto effects = dyn_cast<MemoryEffectOpInterface>(op);
  if (effects && effects.getEffectOnValue<MemoryEffects::Allocate>(result))
    return makeOwn(result, RootKind::Local) || changed;
  changed |= addForeign(result, op->getOperands());
  if (isMemRef)
    changed |= add(result, externalRoot());
  else
    changed |= makeOwn(result, RootKind::Local);
  return changed;
}

/// Adds what a result of an op that is not understood may point to: a memref to
/// any storage that the op was given, a tensor to what it was given as a
/// memref.
bool Storage::addForeign(OpResult result, ValueRange operands) {
  bool changed = false;
  bool isMemRef = isa<BaseMemRefType>(result.getType());
  for (Value operand : operands)
    if (isMemRef || isa<BaseMemRefType>(operand.getType()))
      changed |= add(result, rootsOf(operand));
  return changed;
}

bool Storage::visitCallResult(CallOpInterface call, OpResult result) {
  const FunctionSummary *summary = summaryOf(call);
  bool isMemRef = isa<BaseMemRefType>(result.getType());
  unsigned number = result.getResultNumber();
  if (!summary || number >= summary->results.size()) {
    // An unknown callee may return new storage, or whatever it reaches.
    bool changed = addForeign(result, call.getArgOperands());
    if (isMemRef)
      changed |= add(result, externalRoot());
    return makeOwn(result, RootKind::Local) || changed;
  }
  const ResultSummary &summarized = summary->results[number];
  bool changed = false;
  for (unsigned argument : summarized.arguments)
    changed |= add(result, rootsOf(call.getArgOperands()[argument]));
  if (summarized.mayBeForeign)
    changed |= add(result, externalRoot());
  if (summarized.mayBeLocal && makeOwn(result, RootKind::Local)) {
    // Where the callee cannot say, the type may; the call is not complete then.
    if (summarized.localBytes)
      roots[ownRoots[result]].size = {summarized.localBytes, {}};
    changed = true;
  }
  return changed;
}

} // namespace memopt
