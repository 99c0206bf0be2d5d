//===- Storage.cpp - Which values live in which storage -------------------===//
//
// The transfer functions of the alias fixpoint, and the facts about roots that
// follow from it. Interfaces first (views, destinations, region and CFG
// branches, calls, allocation effects); a few ops by name where no interface
// says it. Roots are numbered in the order of the walk, so the result does not
// depend on addresses.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Storage.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/CastInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/LoopLikeInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;

namespace memopt {

bool isNestedFunctionOrModule(Operation *op) {
  return isa<FunctionOpInterface>(op) || op->hasTrait<OpTrait::SymbolTable>();
}

bool isConstantData(Operation *op, const ModelOptions &options) {
  if (op->hasTrait<OpTrait::ConstantLike>())
    return true;
  // A foreign dialect's constant in generic form: no operands, and an elements
  // attribute that is the whole result.
  if (!options.isAssumedPure(op) || op->getNumOperands() != 0 ||
      op->getNumResults() != 1 || op->getNumRegions() != 0)
    return false;
  return llvm::any_of(op->getAttrs(), [&](NamedAttribute attribute) {
    auto elements = dyn_cast<ElementsAttr>(attribute.getValue());
    return elements && elements.getType() == op->getResult(0).getType();
  });
}

Storage::Storage(FunctionOpInterface function, const ModelOptions &options,
                 const Summaries *summaries, SymbolTableCollection &symbols)
    : function(function), options(options), summaries(summaries),
      symbols(symbols), typeSizes(function, options.dynamicSize),
      analysisState(bufferizationOptions) {
  if (function.isExternal())
    return;
  for (BlockArgument argument : function.getArguments())
    if (Sizes::isStorageType(argument.getType()))
      makeRoot(argument, RootKind::Argument);
  function.getFunctionBody().walk([&](tensor::EmptyOp empty) {
    if (onlyUsedAsDestination(empty.getResult()))
      floatingEmpties.insert(empty);
  });
  solve();
  markEscapesAndFrees();
}

ArrayRef<RootId> Storage::rootsOf(Value value) const {
  auto it = valueRoots.find(value);
  return it == valueRoots.end() ? ArrayRef<RootId>() : it->second;
}

std::optional<RootId> Storage::ownRoot(Value value) const {
  auto it = ownRoots.find(value);
  if (it == ownRoots.end())
    return std::nullopt;
  return it->second;
}

bool Storage::isFloating(Operation *op) const {
  return floatingEmpties.contains(op) || isConstantData(op, options);
}

bool Storage::isMadeInside(RootId id, Operation *op) const {
  Value value = roots[id].value;
  return value && op->isAncestor(value.getParentRegion()->getParentOp());
}

const FunctionSummary *Storage::summaryOf(CallOpInterface call) const {
  if (!summaries)
    return nullptr;
  Operation *callee = call.resolveCallableInTable(&symbols);
  if (!callee)
    return nullptr;
  auto it = summaries->find(callee);
  return it == summaries->end() ? nullptr : &it->second;
}

//===----------------------------------------------------------------------===//
// Roots
//===----------------------------------------------------------------------===//

RootId Storage::makeRoot(Value value, RootKind kind) {
  auto [it, inserted] = ownRoots.try_emplace(value, numRoots());
  if (!inserted)
    return it->second;
  RootId id = it->second;
  roots.push_back({kind, value, typeSizes.sizeOf(value.getType())});
  add(value, id);
  return id;
}

RootId Storage::externalRoot() {
  if (!external) {
    external = numRoots();
    roots.push_back({RootKind::External, Value(), {0, {}}, /*escapes=*/true});
  }
  return *external;
}

bool Storage::add(Value value, ArrayRef<RootId> ids) {
  if (ids.empty())
    return false;
  // `ids` may point into the map that the insertion below moves.
  SmallVector<RootId, 4> added(ids);
  SmallVector<RootId, 1> &set = valueRoots[value];
  bool changed = false;
  for (RootId id : added) {
    auto *it = llvm::lower_bound(set, id);
    if (it != set.end() && *it == id)
      continue;
    set.insert(it, id);
    changed = true;
  }
  return changed;
}

//===----------------------------------------------------------------------===//
// The fixpoint
//===----------------------------------------------------------------------===//

void Storage::solve() {
  bool changed = true;
  while (changed) {
    changed = false;
    function.getFunctionBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
      if (isNestedFunctionOrModule(op))
        return WalkResult::skip();
      changed |= visit(op);
      return WalkResult::advance();
    });
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
      if (operands.isOperandProduced(argument.getArgNumber()))
        changed |= add(argument, externalRoot());
      else
        changed |= add(argument, rootsOf(operands[argument.getArgNumber()]));
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
    bool ownStorage =
        it == sources.end() || (loops && isa<TensorType>(input.getType()));
    if (!ownStorage) {
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

SmallVector<Value> Storage::viewedValues(OpResult result) const {
  Operation *op = result.getOwner();
  if (auto view = dyn_cast<ViewLikeOpInterface>(op))
    if (view.getViewDest() == result)
      return {view.getViewSource()};
  if (auto select = dyn_cast<SelectLikeOpInterface>(op))
    return {select.getTrueValue(), select.getFalseValue()};
  if (isa<tensor::CollapseShapeOp, tensor::ExpandShapeOp,
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

bool Storage::visitResult(OpResult result) {
  Operation *op = result.getOwner();
  if (floatingEmpties.contains(op))
    return false;
  if (ownRoots.contains(result))
    return false;
  if (isConstantData(op, options) || isa<memref::GetGlobalOp>(op)) {
    makeRoot(result, RootKind::Static);
    return true;
  }
  if (auto call = dyn_cast<CallOpInterface>(op))
    return visitCallResult(call, result);

  bool changed = false;
  SmallVector<Value> viewed = viewedValues(result);
  for (Value source : viewed)
    changed |= add(result, SmallVector<RootId>(rootsOf(source)));
  if (!viewed.empty())
    return changed;

  // A memref without an allocation effect points to storage from elsewhere.
  if (isa<BaseMemRefType>(result.getType())) {
    auto effects = dyn_cast<MemoryEffectOpInterface>(op);
    if (!effects || !effects.getEffectOnValue<MemoryEffects::Allocate>(result))
      return add(result, externalRoot());
  }
  makeRoot(result, RootKind::Local);
  return true;
}

bool Storage::visitCallResult(CallOpInterface call, OpResult result) {
  const FunctionSummary *summary = summaryOf(call);
  unsigned number = result.getResultNumber();
  bool changed = false;
  bool local = true;
  if (summary && number < summary->resultIsLocal.size()) {
    local = summary->resultIsLocal[number];
    for (unsigned argument : summary->resultArguments[number])
      changed |=
          add(result,
              SmallVector<RootId>(rootsOf(call.getArgOperands()[argument])));
  } else if (isa<BaseMemRefType>(result.getType())) {
    // An unknown callee may return new storage or anything that it reaches.
    changed |= add(result, externalRoot());
  }
  if (local && !ownRoots.contains(result)) {
    makeRoot(result, RootKind::Local);
    changed = true;
  }
  return changed;
}

//===----------------------------------------------------------------------===//
// Destinations
//===----------------------------------------------------------------------===//

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
  if (!own ||
      (taken.kind != RootKind::Local && taken.kind != RootKind::Carried))
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

SmallVector<RootId> Storage::touchedRoots(Operation *op) const {
  SmallVector<RootId> touched;
  for (Value operand : op->getOperands())
    llvm::append_range(touched, rootsOf(operand));
  for (Region &region : op->getRegions())
    region.walk([&](Operation *nested) {
      for (Value operand : nested->getOperands())
        for (RootId id : rootsOf(operand))
          if (!isMadeInside(id, op))
            touched.push_back(id);
    });
  llvm::sort(touched);
  touched.erase(llvm::unique(touched), touched.end());
  return touched;
}

//===----------------------------------------------------------------------===//
// Escapes
//===----------------------------------------------------------------------===//

/// True when `op` may keep the pointer behind `operand`, or hand it to code
/// that this analysis does not follow.
static bool mayCapture(OpOperand &operand, const ModelOptions &options) {
  Operation *op = operand.getOwner();
  if (options.isAssumedPure(op))
    return false;
  if (isa<BranchOpInterface, RegionBranchOpInterface,
          RegionBranchTerminatorOpInterface>(op) ||
      op->hasTrait<OpTrait::ReturnLike>())
    return false;
  if (isa<memref::DimOp, memref::RankOp>(op))
    return false;
  // Results that alias the operand are followed; a result of another kind (an
  // index that is really an address, a foreign pointer) is not.
  auto effects = dyn_cast<MemoryEffectOpInterface>(op);
  if (!effects)
    return !op->hasTrait<OpTrait::HasRecursiveMemoryEffects>();
  SmallVector<MemoryEffects::EffectInstance> onOperand;
  effects.getEffectsOnValue(operand.get(), onOperand);
  if (!onOperand.empty())
    return false;
  if (effects.hasNoEffect())
    return llvm::any_of(
               op->getResultTypes(),
               [](Type type) { return !Sizes::isStorageType(type); }) &&
           !isa<memref::ExtractStridedMetadataOp>(op);
  // The op has effects, but none on this operand: it is data, such as a memref
  // that is stored into another one.
  return true;
}

void Storage::markEscapesAndFrees() {
  auto forRootsOf = [&](Value value, auto &&action) {
    for (RootId id : rootsOf(value))
      action(roots[id]);
  };
  auto escape = [](Root &root) { root.escapes = true; };
  auto mix = [](Root &root) { root.mixed = true; };
  function.getFunctionBody().walk([&](Operation *op) {
    for (OpOperand &operand : op->getOpOperands())
      if (isa<BaseMemRefType>(operand.get().getType()) &&
          mayCapture(operand, options))
        forRootsOf(operand.get(), escape);
    // A callee may keep a pointer to what it returns.
    if (isa<CallOpInterface>(op))
      for (Value result : op->getResults())
        if (isa<BaseMemRefType>(result.getType()))
          forRootsOf(result, escape);
    if (isa<bufferization::ToTensorOp, bufferization::ToBufferOp>(op))
      forRootsOf(op->getResult(0), mix);
    auto effects = dyn_cast<MemoryEffectOpInterface>(op);
    if (!effects)
      return;
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
  });
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
    function.getFunctionBody().walk([&](Operation *op) {
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
        return;
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
    });
  }
}

} // namespace memopt
