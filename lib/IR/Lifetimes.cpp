//===- Lifetimes.cpp - When the content of an allocation is needed --------===//
//
// Numbers the ops, goes once over all operands for the uses of each allocation
// (Storage knows the aliases), and looks for what forbids to follow it. Ranges
// across blocks come from LifetimesAcrossBlocks.cpp.
//
// A use nested in an op counts as a use at every step of the op that holds it
// in the block of the allocation. So what a loop uses and does not make is live
// all over the loop, around its back edge, however often it runs.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Lifetimes.h"

#include "LifetimesDetail.h"

#include "memopt/IR/Effects.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace memopt {

RegionOrder regionOrderOf(Operation *op) {
  if (isa<scf::IfOp, scf::IndexSwitchOp, scf::ForOp, scf::WhileOp,
          scf::ExecuteRegionOp, affine::AffineIfOp, affine::AffineForOp,
          memref::AllocaScopeOp, vector::MaskOp>(op))
    return RegionOrder::Sequential;
  // A launch without a token waits for its kernel.
  if (isa<scf::ForallOp, scf::ParallelOp, scf::ReduceOp, scf::InParallelOp,
          affine::AffineParallelOp, gpu::LaunchOp, memref::GenericAtomicRMWOp,
          linalg::LinalgOp>(op) &&
      !handlesAsyncWork(op))
    return RegionOrder::Parallel;
  return RegionOrder::Unknown;
}

bool isPureView(Operation *op) {
  // As deallocation makes it, for the pointer that it frees.
  if (isa<memref::ExtractStridedMetadataOp>(op))
    return llvm::all_of(llvm::drop_begin(op->getResults()),
                        [](Value number) { return number.use_empty(); });
  return isa<ViewLikeOpInterface, memref::CastOp, memref::TransposeOp>(op) &&
         op->getNumResults() == 1 && op->getNumRegions() == 0 &&
         isa<BaseMemRefType>(op->getResult(0).getType()) &&
         !isa<memref::AssumeAlignmentOp>(op) && isMemoryEffectFree(op);
}

bool Lifetime::isFreedInItsSpace() const {
  auto spaceOf = [](Value value) {
    return cast<BaseMemRefType>(value.getType()).getMemorySpace();
  };
  return spaceOf(ownDealloc->getOperand(0)) == spaceOf(memref);
}

//===----------------------------------------------------------------------===//
// Steps
//===----------------------------------------------------------------------===//

void Lifetimes::number(Region &body) {
  body.walk<WalkOrder::PreOrder>([&](Operation *op) {
    stepOf[op] = numSteps();
    ops.push_back(op);
    // What a nested function names of this one is looked at as any use.
    return isNestedFunctionOrModule(op) &&
                   op->hasTrait<OpTrait::IsIsolatedFromAbove>()
               ? WalkResult::skip()
               : WalkResult::advance();
  });
  ends.resize(ops.size());
  for (Step step = 0; step < numSteps(); ++step)
    ends[step] = step + 1;
  // Backwards, so that an op has its end before its parent looks at it.
  for (Step step = numSteps(); step-- > 0;) {
    auto parent = stepOf.find(ops[step]->getParentOp());
    if (parent != stepOf.end())
      ends[parent->second] = std::max(ends[parent->second], ends[step]);
  }
}

StepRange Lifetimes::stepsOf(Operation *op) const {
  Step step = stepOf.lookup(op);
  return {step, ends[step]};
}

//===----------------------------------------------------------------------===//
// Uses
//===----------------------------------------------------------------------===//

void Lifetimes::stop(Lifetime &lifetime, Operation *op, StringRef reason) {
  if (lifetime.end != LifetimeEnd::LastUse)
    return;
  lifetime.end = LifetimeEnd::Dealloc;
  lifetime.stopper = op;
  lifetime.reason = reason;
}

void Lifetimes::giveUp(Lifetime &lifetime, Operation *op, StringRef reason) {
  if (lifetime.end == LifetimeEnd::Unknown)
    return;
  lifetime.end = LifetimeEnd::Unknown;
  lifetime.stopper = op;
  lifetime.reason = reason;
}

/// True if `op`, which frees `freed`, is a memref.dealloc.
static bool isDealloc(Operation *op) { return isa<memref::DeallocOp>(op); }

void Lifetimes::examineFree(Operation *op, Value freed) {
  ArrayRef<RootId> roots = storage.rootsOf(freed);
  for (RootId id : roots) {
    auto it = indexOfRoot.find(id);
    if (it == indexOfRoot.end())
      continue;
    Lifetime &lifetime = lifetimes[it->second];
    if (!isDealloc(op))
      giveUp(lifetime, op, "may free or move it");
    else if (roots.size() > 1)
      giveUp(lifetime, op, "frees it or another buffer");
    else if (isa<memref::AllocaOp>(lifetime.alloc))
      giveUp(lifetime, op, "frees it, though it is on the stack");
    else
      lifetime.deallocs.push_back(op);
  }
}

void Lifetimes::examineUse(OpOperand &operand, unsigned index, Uses &uses) {
  Operation *op = operand.getOwner();
  Lifetime &lifetime = lifetimes[index];
  if (isa<TensorType>(operand.get().getType()))
    stop(lifetime, op, "uses it as a tensor");
  if (handlesAsyncWork(op))
    stop(lifetime, op, "may complete later than it is executed");
  if (op->getNumRegions() != 0 && regionOrderOf(op) == RegionOrder::Unknown)
    stop(lifetime, op, "runs its regions in an order that is not known");
  // Neither side of a clone may be written after it: other passes may make them
  // one buffer.
  if (isa<bufferization::CloneOp>(op))
    giveUp(lifetime, op, "may become one buffer with it");

  Block *home = lifetime.alloc->getBlock();
  Operation *holder = op;
  while (holder && holder->getParentRegion() != home->getParent()) {
    holder = holder->getParentOp();
    if (holder && holder->getParentRegion() &&
        regionOrderOf(holder) == RegionOrder::Unknown &&
        storage.getFunction() != holder)
      stop(lifetime, holder, "runs its regions in an order that is not known");
  }
  if (!holder)
    return giveUp(lifetime, op, "uses it outside of the region that makes it");
  if (holder->getBlock() != home)
    lifetime.inOneBlock = false;
  bool isUse = !isPureView(op) || op->use_empty();
  if (isUse && (uses.holders.empty() || uses.holders.back() != holder))
    uses.holders.push_back(holder);

  if (!op->hasTrait<OpTrait::IsTerminator>())
    return;
  if (isa<BranchOpInterface>(op)) {
    // Under the name of a block argument it may meet a younger instance of
    // itself, in this very block.
    uses.carrier = op;
    lifetime.inOneBlock = false;
    return;
  }
  Operation *parent = op->getParentOp();
  if (parent == storage.getFunction())
    giveUp(lifetime, op, "returns it");
  else if (storage.isMadeInside(lifetime.root, parent))
    giveUp(lifetime, op, "passes it out of the region that makes it");
}

void Lifetimes::collect(std::vector<Uses> &uses) {
  SmallVector<MemoryEffects::EffectInstance> effects;
  for (Operation *op : ops) {
    if (auto interface = dyn_cast<MemoryEffectOpInterface>(op)) {
      effects.clear();
      interface.getEffects(effects);
      for (const MemoryEffects::EffectInstance &effect : effects)
        if (effect.getValue() && isa<MemoryEffects::Free>(effect.getEffect()))
          examineFree(op, effect.getValue());
    }
    if (isDealloc(op))
      continue;
    for (OpOperand &operand : op->getOpOperands()) {
      for (RootId id : storage.rootsOf(operand.get())) {
        auto it = indexOfRoot.find(id);
        if (it != indexOfRoot.end())
          examineUse(operand, it->second, uses[it->second]);
      }
    }
  }
}

//===----------------------------------------------------------------------===//
// Lifetimes
//===----------------------------------------------------------------------===//

/// True for memory that several threads of a kernel may share.
static bool isWorkgroupMemory(const Lifetime &lifetime) {
  auto type = cast<BaseMemRefType>(lifetime.value().getType());
  Attribute space = type.getMemorySpace();
  if (!space)
    return false;
  if (auto gpuSpace = dyn_cast<gpu::AddressSpaceAttr>(space))
    return gpuSpace.getValue() == gpu::AddressSpace::Workgroup;
  // What NVVM and ROCDL call generic, global, shared and private memory.
  constexpr int64_t kGeneric = 0, kGlobal = 1, kShared = 3, kPrivate = 5;
  if (auto number = dyn_cast<IntegerAttr>(space)) {
    int64_t value = number.getInt();
    if (value == kShared)
      return true;
    if (value == kGeneric || value == kGlobal || value == kPrivate)
      return false;
  }
  // Other dialects have names of their own for it.
  return lifetime.alloc->getParentOfType<gpu::GPUFuncOp>() ||
         lifetime.alloc->getParentOfType<gpu::LaunchOp>();
}

void Lifetimes::finishOneBlock(Lifetime &lifetime, const Uses &uses) {
  StepRange range = {stepsOf(lifetime.alloc).begin,
                     stepsOf(lifetime.alloc).end};
  for (Operation *holder : uses.holders) {
    StepRange steps = stepsOf(holder);
    if (!lifetime.firstUse || steps.begin < range.begin) {
      lifetime.firstUse = holder;
      range.begin = steps.begin;
    }
    if (!lifetime.lastUse || steps.end > range.end) {
      lifetime.lastUse = holder;
      range.end = steps.end;
    }
  }
  if (lifetime.ownDealloc && lifetime.lastUse &&
      stepOf.lookup(lifetime.ownDealloc) < range.end)
    giveUp(lifetime, lifetime.lastUse, "uses it after its dealloc");
  if (lifetime.end == LifetimeEnd::Dealloc)
    range.end = stepOf.lookup(lifetime.ownDealloc);
  // The other threads have done their last use only after a barrier.
  if (lifetime.lastUse && isWorkgroupMemory(lifetime)) {
    Operation *barrier = lifetime.lastUse;
    while (barrier && !isa<gpu::BarrierOp>(barrier))
      barrier = barrier->getNextNode();
    if (barrier)
      range.end = std::max(range.end, stepsOf(barrier).end);
    else
      giveUp(lifetime, lifetime.lastUse,
             "uses it, in workgroup memory, with no barrier after it");
  }
  lifetime.live = {range};
}

void Lifetimes::follow(OpResult memref) {
  std::optional<RootId> root = storage.ownRoot(memref);
  if (!root)
    return;
  auto index = static_cast<unsigned>(lifetimes.size());
  indexOfRoot[*root] = index;
  indexOfAlloc[memref.getOwner()] = index;
  Lifetime lifetime;
  lifetime.alloc = memref.getOwner();
  lifetime.memref = memref;
  lifetime.root = *root;
  lifetimes.push_back(std::move(lifetime));
}

Lifetimes::Lifetimes(const Storage &storage, Followed followed)
    : storage(storage) {
  FunctionOpInterface function = storage.getFunction();
  if (function.isExternal())
    return;
  Region &body = function.getFunctionBody();
  number(body);
  for (Operation *op : ops) {
    bool isFollowed = followed == Followed::Allocations
                          ? isa<memref::AllocOp, memref::AllocaOp>(op)
                          : isa<CallOpInterface>(op);
    if (!isFollowed)
      continue;
    for (OpResult result : op->getResults())
      if (isa<BaseMemRefType>(result.getType()))
        follow(result);
  }
  std::vector<Uses> uses(lifetimes.size());
  collect(uses);

  OrderedBlocks orderedBlocks(function);
  llvm::MapVector<Region *, SmallVector<unsigned>> acrossBlocks;
  for (auto [index, lifetime] : llvm::enumerate(lifetimes)) {
    Block *home = lifetime.alloc->getBlock();
    const Root &root = storage.root(lifetime.root);
    if (!orderedBlocks.contains(home))
      giveUp(lifetime, lifetime.alloc,
             "is in a block that nothing reaches, or whose order of execution "
             "is not known");
    if (root.escapes)
      stop(lifetime, root.keeper ? root.keeper : lifetime.alloc,
           "may keep a pointer to it");
    if (root.mixed)
      stop(lifetime, lifetime.alloc, "is also used as a tensor");
    if (lifetime.deallocs.size() == 1 &&
        lifetime.deallocs.front()->getBlock() == home)
      lifetime.ownDealloc = lifetime.deallocs.front();
    if (lifetime.end == LifetimeEnd::Dealloc &&
        (!lifetime.ownDealloc || !lifetime.inOneBlock))
      lifetime.end = LifetimeEnd::Unknown;
    if (lifetime.inOneBlock)
      finishOneBlock(lifetime, uses[index]);
    else if (lifetime.end != LifetimeEnd::Unknown)
      acrossBlocks[home->getParent()].push_back(static_cast<unsigned>(index));
  }
  for (auto &[region, indices] : acrossBlocks)
    finishAcrossBlocks(*region, indices, uses);
  for (Lifetime &lifetime : lifetimes)
    if (lifetime.end == LifetimeEnd::Unknown)
      lifetime.live = {{stepsOf(lifetime.alloc).begin, numSteps()}};
}

const Lifetime *Lifetimes::of(Operation *alloc) const {
  auto it = indexOfAlloc.find(alloc);
  return it == indexOfAlloc.end() ? nullptr : &lifetimes[it->second];
}

bool Lifetimes::interfere(const Lifetime &a, const Lifetime &b) {
  const auto *left = a.live.begin(), *right = b.live.begin();
  while (left != a.live.end() && right != b.live.end()) {
    if (left->overlaps(*right))
      return true;
    if (left->end <= right->end)
      ++left;
    else
      ++right;
  }
  return false;
}

} // namespace memopt
