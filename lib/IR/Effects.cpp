//===- Effects.cpp - Which ops may move past which ------------------------===//
//
// Reads MemoryEffectOpInterface and ConditionallySpeculatable, and adds what
// they do not say: ops that complete later, loops that need not end, and tensor
// ops on storage that memref ops reach too. Silence means unknown.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Effects.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/LoopLikeInterface.h"
#include "mlir/Interfaces/ParallelCombiningOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace memopt {

unsigned AccessClasses::classOf(RootId id) const {
  const Root &root = storage.root(id);
  bool own = root.isCounted() && !root.escapes && !root.mixed;
  // A carried memref is whatever its loop was given or made before.
  if (own && root.kind == RootKind::Carried &&
      isa<BaseMemRefType>(root.value.getType()))
    own = false;
  return own ? id + 1 : shared;
}

/// True for types whose values are plain data: waiting for one of another type
/// (a token, a handle) may be what makes a side effect complete.
static bool isPlainData(Type type) {
  if (auto shaped = dyn_cast<ShapedType>(type))
    return isPlainData(shaped.getElementType());
  if (auto complex = dyn_cast<ComplexType>(type))
    return isPlainData(complex.getElementType());
  return isa<IntegerType, FloatType, IndexType, FunctionType, TupleType,
             NoneType, UnrankedMemRefType>(type);
}

/// Ops that start or await work which runs beside the program.
bool handlesAsyncWork(Operation *op) {
  if (isa<memref::DmaStartOp, memref::DmaWaitOp, affine::AffineDmaStartOp,
          affine::AffineDmaWaitOp>(op))
    return true;
  auto isHandle = [](Type type) { return !isPlainData(type); };
  return llvm::any_of(op->getOperandTypes(), isHandle) ||
         llvm::any_of(op->getResultTypes(), isHandle);
}

/// True for ops that may run forever, or leave by another way than to the next
/// op, by themselves.
static bool mayNotEnd(Operation *op) {
  bool boundedLoop = isa<scf::ForOp, scf::ForallOp, scf::ParallelOp,
                         affine::AffineForOp, affine::AffineParallelOp>(op);
  if (isa<LoopLikeOpInterface>(op) && !boundedLoop)
    return true;
  auto branch = dyn_cast<RegionBranchOpInterface>(op);
  if (branch && !boundedLoop && branch.hasLoop())
    return true;
  // An exit that is neither a return nor a yield ends the program.
  if (op->hasTrait<OpTrait::IsTerminator>() && op->getNumSuccessors() == 0 &&
      op->getNumRegions() == 0 && !op->hasTrait<OpTrait::ReturnLike>() &&
      !isa<RegionBranchTerminatorOpInterface>(op))
    return true;
  // A CFG inside a region may hold a loop.
  return llvm::any_of(op->getRegions(), [](Region &region) {
    return !region.empty() && !region.hasOneBlock();
  });
}

namespace {
/// Gathers the effects of one op of a block over all ops nested in it.
class EffectCollector {
public:
  EffectCollector(Operation *top, const Storage &storage)
      : top(top), storage(storage), classes(storage) {}

  OpEffects run() {
    visit(top);
    finish(effects.reads);
    finish(effects.writes);
    return std::move(effects);
  }

private:
  void barrier(Operation *op, StringRef reason) {
    effects.mayNotReturn = true;
    effects.speculatable = false;
    if (effects.barrier)
      return;
    effects.barrier = true;
    effects.barrierReason = reason;
    effects.barrierOp = op;
  }

  void visit(Operation *op);
  void visitNested(Operation *op) {
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (Operation &nested : block)
          visit(&nested);
  }
  void visitDeclaredEffects(Operation *op, MemoryEffectOpInterface interface);
  void visitMixedTensors(Operation *op);

  /// Notes an access to the roots of `value` that outlive the top op.
  void access(Value value, bool write) {
    for (RootId id : storage.rootsOf(value))
      if (!storage.isMadeInside(id, top))
        (write ? effects.writes : effects.reads).push_back(classes.classOf(id));
  }

  static void finish(SmallVector<unsigned, 4> &list) {
    llvm::sort(list);
    list.erase(llvm::unique(list), list.end());
  }

  Operation *top;
  const Storage &storage;
  AccessClasses classes;
  OpEffects effects;
};
} // namespace

void EffectCollector::visit(Operation *op) {
  const ModelOptions &options = storage.modelOptions();
  // Free of side effects or not, an op reads its operands.
  visitMixedTensors(op);
  if (options.isAssumedPure(op))
    return visitNested(op);

  if (auto call = dyn_cast<CallOpInterface>(op)) {
    const FunctionSummary *summary = storage.summaryOf(call);
    if (summary && summary->effectFree) {
      effects.speculatable = false;
      return;
    }
  }

  if (!op->isRegistered())
    return barrier(op, "is of a dialect that is not registered, so its "
                       "effects are unknown");
  // A failing assertion ends the program; it is not the state that its declared
  // effect stands for.
  if (isa<cf::AssertOp>(op)) {
    effects.mayNotReturn = true;
    effects.speculatable = false;
    effects.writes.push_back(AccessClasses::shared);
    return;
  }

  bool recursive = op->hasTrait<OpTrait::HasRecursiveMemoryEffects>();
  auto interface = dyn_cast<MemoryEffectOpInterface>(op);
  bool isExit = op->hasTrait<OpTrait::IsTerminator>();
  bool isPlainExit = isExit && op->getNumRegions() == 0;
  if (!interface && !recursive && !isPlainExit)
    return barrier(op, isa<CallOpInterface>(op)
                           ? "calls a function whose effects are unknown"
                           : "does not declare its effects");

  if (interface)
    visitDeclaredEffects(op, interface);
  if (mayNotEnd(op))
    effects.mayNotReturn = true;
  // Ops that are as speculatable as what is in them are asked op by op below,
  // so that ops which the user vouches for do not count against them.
  auto conditional = dyn_cast<ConditionallySpeculatable>(op);
  bool askInside = conditional && conditional.getSpeculatability() ==
                                      Speculation::RecursivelySpeculatable;
  if (!isExit && !askInside && !isSpeculatable(op))
    effects.speculatable = false;
  if (isa<InParallelOpInterface>(op)) {
    // The ops that insert what parallel iterations made stand for the result of
    // the op around them; only what they read counts.
    for (Region &region : op->getRegions())
      region.walk([&](Operation *nested) { visitMixedTensors(nested); });
  } else {
    visitNested(op);
  }
  if (effects.hasEffect() &&
      (handlesAsyncWork(op) || isa<gpu::AsyncOpInterface>(op)))
    barrier(op, "may complete later than it is executed");
}

void EffectCollector::visitDeclaredEffects(Operation *op,
                                           MemoryEffectOpInterface interface) {
  SmallVector<MemoryEffects::EffectInstance> instances;
  interface.getEffects(instances);
  for (const MemoryEffects::EffectInstance &instance : instances) {
    bool allocates = isa<MemoryEffects::Allocate>(instance.getEffect());
    if (allocates) {
      // Stack storage ends with its scope, which unknown ops may delimit; they
      // are barriers for it as for everything else. Making storage has no other
      // order.
      continue;
    }
    bool write = !isa<MemoryEffects::Read>(instance.getEffect());
    Value value = instance.getValue();
    if (!value || !Sizes::isStorageType(value.getType())) {
      // Some state that is not one of our roots: as good as a barrier.
      barrier(op, "has an effect on state that is not a buffer");
      continue;
    }
    if (storage.rootsOf(value).empty()) {
      barrier(op, "has an effect on storage that cannot be followed");
      continue;
    }
    access(value, write);
  }
}

void EffectCollector::visitMixedTensors(Operation *op) {
  auto isMixed = [&](Value value) {
    return isa<TensorType>(value.getType()) &&
           llvm::any_of(storage.rootsOf(value),
                        [&](RootId id) { return storage.root(id).mixed; });
  };
  // Whether a tensor op writes such storage is decided at bufferization, so it
  // counts as a write.
  for (Value operand : op->getOperands())
    if (isMixed(operand))
      access(operand, /*write=*/true);
  for (Value result : op->getResults())
    if (isMixed(result))
      access(result, /*write=*/true);
}

OpEffects computeEffects(Operation *op, const Storage &storage) {
  return EffectCollector(op, storage).run();
}

} // namespace memopt
