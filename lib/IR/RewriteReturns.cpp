//===- RewriteReturns.cpp - Results that callers may take for different ---===//
//
// One-shot bufferization in MLIR 22.1.8 does not tell the callers of a function
// that two of its results are one tensor, or views of one, not even always if
// it is one of their arguments; and then lets an op of the caller write over
// one of them while the other is still read. So a function that others call
// returns a copy of what another result may be. Linear in the ops, and in the
// results for each op that they may come from.
//
//===----------------------------------------------------------------------===//

#include "RewriteReturns.h"

#include "memopt/IR/Storage.h"

#include "mlir/Dialect/Bufferization/IR/BufferizableOpInterface.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/FunctionInterfaces.h"

using namespace mlir;

namespace memopt {

SmallVector<Value> tensorsViewedBy(OpResult view) {
  SmallVector<Value> viewed;
  auto op = dyn_cast<bufferization::BufferizableOpInterface>(view.getOwner());
  // Ops with regions write to what their results alias, or take no operand; to
  // ask them may not end where loops pass values around.
  if (!op || op->getNumRegions() != 0)
    return viewed;
  // What a callee does is not looked at.
  bool isCall = isa<CallOpInterface>(view.getOwner());
  bufferization::BufferizationOptions options;
  bufferization::AnalysisState state(options);
  for (OpOperand &operand : op->getOpOperands()) {
    if (!isa<TensorType>(operand.get().getType()))
      continue;
    if (isCall || (!op.bufferizesToMemoryWrite(operand, state) &&
                   llvm::any_of(op.getAliasingValues(operand, state),
                                [&](bufferization::AliasingValue alias) {
                                  return alias.value == view;
                                })))
      viewed.push_back(operand.get());
  }
  return viewed;
}

namespace {
/// Finds the tensors that a tensor may be another name of.
class TensorOrigins {
public:
  /// Adds the origins of `tensor` to `origins`. False if they are not known.
  bool collect(Value tensor, llvm::SmallPtrSetImpl<Value> &origins);

private:
  /// Adds to `sources` what flows into `input`, a result or an argument of a
  /// region of `op`. False if that is not known.
  bool addFlowing(Operation *op, Value input, SmallVectorImpl<Value> &sources);

  DenseMap<Operation *, RegionBranchInverseSuccessorMapping> flows;
};
} // namespace

bool TensorOrigins::addFlowing(Operation *op, Value input,
                               SmallVectorImpl<Value> &sources) {
  auto branch = dyn_cast<RegionBranchOpInterface>(op);
  if (!branch)
    return false;
  auto [flow, isNew] = flows.try_emplace(op);
  if (isNew)
    branch.getSuccessorInputOperandMapping(flow->second);
  auto it = flow->second.find(input);
  if (it == flow->second.end())
    return false;
  for (OpOperand *operand : it->second)
    sources.push_back(operand->get());
  return true;
}

bool TensorOrigins::collect(Value tensor,
                            llvm::SmallPtrSetImpl<Value> &origins) {
  SmallVector<Value> worklist = {tensor};
  llvm::SmallPtrSet<Value, 8> seen;
  while (!worklist.empty()) {
    Value value = worklist.pop_back_val();
    if (!seen.insert(value).second)
      continue;
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      Operation *parent = argument.getOwner()->getParentOp();
      if (!argument.getOwner()->isEntryBlock())
        return false;
      if (isa<FunctionOpInterface>(parent) ||
          !addFlowing(parent, argument, worklist))
        origins.insert(argument);
      continue;
    }
    auto result = cast<OpResult>(value);
    Operation *op = result.getOwner();
    if (op->getNumRegions() != 0) {
      if (!addFlowing(op, result, worklist))
        origins.insert(result);
      continue;
    }
    SmallVector<Value> viewed = tensorsViewedBy(result);
    llvm::append_range(worklist, viewed);
    if (viewed.empty() || isa<CallOpInterface>(op))
      origins.insert(result);
  }
  return true;
}

/// Makes copies of what `exit` returns under two names.
static bool returnOnce(Operation *exit) {
  TensorOrigins finder;
  llvm::SmallPtrSet<Value, 8> returned;
  bool changed = false, anyUnknown = false, isFirst = true;
  for (OpOperand &operand : exit->getOpOperands()) {
    auto type = dyn_cast<RankedTensorType>(operand.get().getType());
    if (!type)
      continue;
    llvm::SmallPtrSet<Value, 8> origins;
    bool isKnown = finder.collect(operand.get(), origins);
    bool mayBeOther =
        (!isFirst && (!isKnown || anyUnknown)) ||
        llvm::any_of(origins, [&](Value v) { return returned.contains(v); });
    isFirst = false;
    if (!mayBeOther) {
      anyUnknown |= !isKnown;
      returned.insert_range(origins);
      continue;
    }
    OpBuilder builder(exit);
    operand.set(bufferization::AllocTensorOp::create(
        builder, exit->getLoc(), type, ValueRange(), operand.get()));
    changed = true;
  }
  return changed;
}

bool returnTensorsOnce(Operation *root) {
  llvm::DenseSet<Operation *> called;
  SymbolTableCollection symbols;
  root->walk([&](CallOpInterface call) {
    if (Operation *callee = call.resolveCallableInTable(&symbols))
      called.insert(callee);
  });
  bool changed = false;
  root->walk([&](FunctionOpInterface function) {
    // Who calls a function by itself is not seen.
    if (function.isExternal() ||
        (function != root && !called.contains(function)))
      return;
    for (Block &block : function.getFunctionBody())
      if (Operation *exit = terminatorOf(block);
          exit && exit->hasTrait<OpTrait::ReturnLike>())
        changed |= returnOnce(exit);
  });
  return changed;
}

} // namespace memopt
