//===- InPlace.cpp - Destinations, and results that take them over --------===//
//
// Where the result of a destination-passing op, or of a loop, may be written
// over storage that dies in that step; and which empty tensors stand for no
// storage, since they are destinations only. Follows what upstream's one-shot
// bufferization does, by its own interface, and errs towards new storage.
// Linear in the operands of the op and of the ops nested in it.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Storage.h"

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/LoopLikeInterface.h"

using namespace mlir;

namespace memopt {

/// True when `operand` is the initial value of something that the op's result
/// replaces, so that the op needs no storage behind it if its content does not
/// matter.
static bool isDestination(OpOperand &operand) {
  Operation *op = operand.getOwner();
  if (auto destination = dyn_cast<DestinationStyleOpInterface>(op))
    return destination.isDpsInit(&operand) &&
           isa<TensorType>(operand.get().getType());
  if (auto loop = dyn_cast<LoopLikeOpInterface>(op))
    return llvm::any_of(loop.getInitsMutable(),
                        [&](OpOperand &init) { return &init == &operand; });
  return false;
}

bool Storage::onlyUsedAsDestination(Value value) const {
  SmallVector<Value> worklist = {value};
  while (!worklist.empty()) {
    for (OpOperand &use : worklist.pop_back_val().getUses()) {
      Operation *user = use.getOwner();
      if (isDestination(use) || isa<tensor::DimOp>(user))
        continue;
      if (!isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp,
               tensor::ExtractSliceOp>(user))
        return false;
      worklist.push_back(user->getResult(0));
    }
  }
  return true;
}

/// The operand whose place `result` takes in the end: the init of a
/// destination-passing op or of a loop. Null if there is none.
static OpOperand *tiedInit(OpResult result) {
  Operation *op = result.getOwner();
  if (auto destination = dyn_cast<DestinationStyleOpInterface>(op))
    return destination.getTiedOpOperand(result);
  auto loop = dyn_cast<LoopLikeOpInterface>(op);
  if (!loop)
    return nullptr;
  MutableArrayRef<OpOperand> inits = loop.getInitsMutable();
  unsigned number = result.getResultNumber();
  if (inits.size() != op->getNumResults() ||
      inits[number].get().getType() != result.getType())
    return nullptr;
  return &inits[number];
}

OpOperand *Storage::sharedEmptyUse(OpOperand &operand) const {
  auto source = dyn_cast<OpResult>(operand.get());
  while (source && isa<DestinationStyleOpInterface>(source.getOwner())) {
    OpOperand *init = tiedInit(source);
    if (!init)
      return nullptr;
    Operation *definition = init->get().getDefiningOp();
    if (definition && floatingEmpties.contains(definition))
      return init;
    // Further up as long as each op surely works in place: on a value that
    // nobody else uses.
    if (takeOverCandidate(source) != init || !init->get().hasOneUse())
      return nullptr;
    source = dyn_cast<OpResult>(init->get());
  }
  return nullptr;
}

bool Storage::mayTakeOver(OpResult result, OpOperand &init, RootId id) const {
  std::optional<RootId> own = ownRoot(result);
  const Root &taken = roots[id];
  if (!own || !taken.isCounted())
    return false;
  const Root &ownStorage = roots[*own];
  if (taken.mixed || !taken.size.bytes || !ownStorage.size.bytes ||
      *taken.size.bytes != *ownStorage.size.bytes)
    return false;

  // Writing over the storage must not disturb a read of it by this op, unless
  // that read is of the same element at the same time.
  Operation *op = result.getOwner();
  auto bufferizable = dyn_cast<bufferization::BufferizableOpInterface>(op);
  for (OpOperand &operand : op->getOpOperands()) {
    if (&operand == &init || !llvm::is_contained(rootsOf(operand.get()), id))
      continue;
    if (isa<LoopLikeOpInterface>(op) || !bufferizable ||
        !bufferizable.bufferizesToElementwiseAccess(analysisState,
                                                    {&init, &operand}))
      return false;
  }
  for (Region &region : op->getRegions()) {
    WalkResult walk = region.walk([&](Operation *nested) {
      for (Value operand : nested->getOperands())
        if (llvm::is_contained(rootsOf(operand), id))
          return WalkResult::interrupt();
      return WalkResult::advance();
    });
    if (walk.wasInterrupted())
      return false;
  }
  return true;
}

OpOperand *Storage::takeOverCandidate(OpResult result) const {
  OpOperand *init =
      isa<TensorType>(result.getType()) ? tiedInit(result) : nullptr;
  if (!init)
    return nullptr;
  ArrayRef<RootId> initRoots = rootsOf(init->get());
  if (initRoots.size() == 1 && mayTakeOver(result, *init, initRoots.front()))
    return init;

  // Several ops may have one empty tensor as destination. Bufferization then
  // lets an op write over an elementwise input that is there already.
  Operation *empty = init->get().getDefiningOp();
  if (!empty || !floatingEmpties.contains(empty))
    return nullptr;
  for (OpOperand &operand : result.getOwner()->getOpOperands()) {
    OpOperand *use = sharedEmptyUse(operand);
    if (!use || use->get() != init->get())
      continue;
    ArrayRef<RootId> inputRoots = rootsOf(operand.get());
    if (inputRoots.size() == 1 &&
        mayTakeOver(result, *init, inputRoots.front()))
      return &operand;
  }
  return nullptr;
}

} // namespace memopt
