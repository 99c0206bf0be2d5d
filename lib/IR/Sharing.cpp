//===- Sharing.cpp - The allocations of a function as a problem -----------===//
//
// One pass over the lifetimes for the buffers and their kinds, one over the ops
// for what else takes memory. Linear, but for the equality of dynamic sizes:
// each size is compared with a bounded number of others.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Sharing.h"

#include "SharingKinds.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;

namespace memopt {

namespace {

/// Fills a SharingModel.
class SharingBuilder {
public:
  SharingBuilder(const Storage &storage, const Lifetimes &lifetimes,
                 const SharingModelOptions &options)
      : storage(storage), lifetimes(lifetimes),
        callResults(storage, Followed::CallResults), options(options),
        kinds(storage, options.byBytes) {
    model.moveDeallocs = options.moveDeallocs;
    model.problem.numSteps = lifetimes.numSteps();
  }

  SharingModel run() {
    for (Step step = 0; step < lifetimes.numSteps(); ++step)
      if (isa<LLVM::StackRestoreOp>(lifetimes.opAt(step)))
        stackRestore = lifetimes.opAt(step);
    for (const Lifetime &lifetime : lifetimes.all())
      if (std::optional<Refusal> refusal = refuse(lifetime))
        addRefused(lifetime, *refusal);
      else
        model.lifetimes.push_back(&lifetime);
    addScopes();
    for (const Lifetime *lifetime : model.lifetimes)
      addBuffer(*lifetime);
    if (options.inPlace)
      addLinks();
    if (options.moveDeallocs)
      model.earlyFrees = findEarlyFrees(callResults);
    addOtherMemory();
    return std::move(model);
  }

private:
  std::optional<Refusal> refuse(const Lifetime &lifetime) const;
  void addRefused(const Lifetime &lifetime, const Refusal &refusal);
  Operation *outermostRepeating(Operation *op) const;
  bool runsOnce(Operation *op) const { return !outermostRepeating(op); }
  void addBackground(Operation *op, std::optional<Bytes> bytes,
                     bool endUnknown);
  void addScopes();
  void addBuffer(const Lifetime &lifetime);
  unsigned outermostFor(const Lifetime &lifetime) const;
  void addLinks();
  void addOtherMemory();
  /// The bytes of a root; nothing if unknown, or if the sum of all would not
  /// fit.
  std::optional<Bytes> bytesOf(RootId root);

  const Storage &storage;
  const Lifetimes &lifetimes;
  const Lifetimes callResults;
  const SharingModelOptions &options;
  SharingKinds kinds;
  SharingModel model;
  DenseMap<Block *, unsigned> scopeOf;
  /// An op that sets the stack pointer back, if there is one.
  Operation *stackRestore = nullptr;
  Bytes sum = 0;
};

} // namespace

std::optional<Bytes> SharingBuilder::bytesOf(RootId root) {
  std::optional<Bytes> bytes = storage.root(root).size.bytes;
  if (!bytes)
    return std::nullopt;
  constexpr Bytes limit = std::numeric_limits<Bytes>::max() / 8;
  if (addSaturating(sum, *bytes) > limit)
    return std::nullopt;
  sum += *bytes;
  return bytes;
}

std::optional<Refusal> SharingBuilder::refuse(const Lifetime &lifetime) const {
  Operation *alloc = lifetime.alloc;
  if (lifetime.end == LifetimeEnd::Unknown)
    return Refusal{alloc, lifetime.stopper, lifetime.reason};
  if (!lifetime.inOneBlock)
    return Refusal{alloc, alloc, "is used in several blocks"};
  if (!lifetime.deallocs.empty() && !lifetime.ownDealloc)
    return Refusal{alloc, lifetime.deallocs.front(),
                   "is one of several deallocs, or in another block"};
  if (!lifetime.firstUse)
    return Refusal{alloc, alloc, "is never used"};
  if (lifetime.ownDealloc && !lifetime.isFreedInItsSpace())
    return Refusal{alloc, lifetime.ownDealloc,
                   "frees it in another memory space"};
  if (stackRestore && isa<memref::AllocaOp>(alloc))
    return Refusal{alloc, stackRestore, "may free stack storage"};
  return std::nullopt;
}

/// The outermost op whose regions may run `op` again, or may run it before what
/// stands before it: a loop, or one with a control flow graph. Null if there is
/// none.
Operation *SharingBuilder::outermostRepeating(Operation *op) const {
  Operation *outermost = nullptr;
  Operation *function = storage.getFunction();
  for (; op != function; op = op->getParentOp()) {
    Operation *parent = op->getParentOp();
    bool once = parent == function ||
                isa<scf::IfOp, scf::IndexSwitchOp, scf::ExecuteRegionOp,
                    affine::AffineIfOp, memref::AllocaScopeOp>(parent);
    if (!once || !op->getParentRegion()->hasOneBlock())
      outermost = parent;
  }
  return outermost;
}

/// Adds storage that is held from `op` on, and if that is repeated also before
/// it, where there may be an earlier instance.
void SharingBuilder::addBackground(Operation *op, std::optional<Bytes> bytes,
                                   bool endUnknown) {
  std::vector<Background> &background = model.problem.background;
  Step begin = lifetimes.stepsOf(op).begin;
  if (Operation *repeating = outermostRepeating(op)) {
    Step from = repeating == storage.getFunction()
                    ? 0
                    : lifetimes.stepsOf(repeating).begin;
    background.push_back({{from, begin}, bytes, /*endUnknown=*/true});
  }
  background.push_back({{begin, lifetimes.numSteps()}, bytes, endUnknown});
}

void SharingBuilder::addRefused(const Lifetime &lifetime,
                                const Refusal &refusal) {
  model.refusals.push_back(refusal);
  bool heap = isa<memref::AllocOp>(lifetime.alloc);
  bool late =
      heap && options.moveDeallocs && lifetime.inOneBlock && lifetime.firstUse;
  // It must still come before all that may free it, used or not.
  for (Operation *dealloc : lifetime.deallocs)
    late = late && lifetimes.stepsOf(dealloc).begin >=
                       lifetimes.stepsOf(lifetime.firstUse).begin;
  if (late)
    model.lateAllocs.push_back(&lifetime);
  if (!heap)
    return;
  Operation *begin = late ? lifetime.firstUse : lifetime.alloc;
  bool returned = lifetime.inOneBlock && runsOnce(begin) && lifetime.stopper &&
                  lifetime.stopper->getParentOp() == storage.getFunction() &&
                  lifetime.stopper->hasTrait<OpTrait::IsTerminator>();
  bool endUnknown = !returned || !lifetime.deallocs.empty();
  addBackground(begin, bytesOf(lifetime.root), endUnknown);
}

/// The region of `op` that `block` is in, if `op` runs one of them at most.
static std::optional<unsigned> alternativeOf(Block *block, Operation *op) {
  if (isa<scf::IfOp, scf::IndexSwitchOp, affine::AffineIfOp>(op))
    return block->getParent()->getRegionNumber();
  return std::nullopt;
}

/// Makes scopes of the blocks that hold buffers, and of those around them.
void SharingBuilder::addScopes() {
  Operation *function = storage.getFunction();
  for (const Lifetime *lifetime : model.lifetimes) {
    Block *block = lifetime->alloc->getBlock();
    while (scopeOf.try_emplace(block, 0).second) {
      model.blocks.push_back(block);
      if (block->getParentOp() == function)
        break;
      block = block->getParentOp()->getBlock();
    }
  }
  // An outer block's first op comes before all that is inside the block.
  llvm::sort(model.blocks, [&](Block *a, Block *b) {
    return lifetimes.stepsOf(&a->front()).begin <
           lifetimes.stepsOf(&b->front()).begin;
  });
  for (auto [id, block] : llvm::enumerate(model.blocks))
    scopeOf[block] = static_cast<unsigned>(id);
  for (Block *block : model.blocks) {
    SharingScope scope;
    Operation *parent = block->getParentOp();
    if (parent == function) {
      scope.within = {0, lifetimes.numSteps()};
    } else {
      scope.parent = scopeOf.lookup(parent->getBlock());
      scope.within = lifetimes.stepsOf(parent);
      scope.leavable = regionOrderOf(parent) == RegionOrder::Sequential &&
                       block->getParent()->hasOneBlock();
      scope.alternative = alternativeOf(block, parent);
    }
    model.problem.scopes.push_back(scope);
  }
}

/// How far out the allocation may move: its sizes must be known there, stack
/// storage stays in its allocation scope, and what is never freed stays where
/// it is. A dynamic size may make sense only where the allocation is executed,
/// so it moves out of nothing that may not be.
unsigned SharingBuilder::outermostFor(const Lifetime &lifetime) const {
  Operation *alloc = lifetime.alloc;
  unsigned scope = scopeOf.lookup(alloc->getBlock());
  bool stack = isa<memref::AllocaOp>(alloc);
  if (!stack && !lifetime.ownDealloc)
    return scope;
  while (true) {
    const SharingScope &of = model.problem.scopes[scope];
    if (of.parent == kNoScope || !of.leavable)
      return scope;
    Operation *around = model.blocks[scope]->getParentOp();
    if (stack && around->hasTrait<OpTrait::AutomaticAllocationScope>())
      return scope;
    bool runsAlways = isa<scf::ExecuteRegionOp, memref::AllocaScopeOp>(around);
    bool sizesKnown = llvm::all_of(alloc->getOperands(), [&](Value size) {
      return runsAlways &&
             !around->isAncestor(size.getParentBlock()->getParentOp());
    });
    if (!sizesKnown)
      return scope;
    scope = of.parent;
  }
}

void SharingBuilder::addBuffer(const Lifetime &lifetime) {
  SharingBuffer buffer;
  buffer.scope = scopeOf.lookup(lifetime.alloc->getBlock());
  buffer.stack = isa<memref::AllocaOp>(lifetime.alloc);
  buffer.freed = lifetime.ownDealloc != nullptr;
  buffer.kind = kinds.of(lifetime);
  buffer.bytes = bytesOf(lifetime.root);
  buffer.live = lifetime.live.front();
  buffer.held = buffer.live;
  if (!options.moveDeallocs || buffer.stack) {
    buffer.held.begin = lifetimes.stepsOf(lifetime.alloc).begin;
    if (buffer.freed)
      buffer.held.end = lifetimes.stepsOf(lifetime.ownDealloc).begin;
  }
  buffer.outermost = outermostFor(lifetime);
  model.problem.buffers.push_back(buffer);
}

void SharingBuilder::addLinks() {
  DenseMap<RootId, unsigned> bufferOf;
  for (auto [id, lifetime] : llvm::enumerate(model.lifetimes))
    bufferOf[lifetime->root] = static_cast<unsigned>(id);
  std::vector<InPlaceLink> &links = model.problem.links;
  const std::vector<SharingBuffer> &buffers = model.problem.buffers;
  for (auto [output, lifetime] : llvm::enumerate(model.lifetimes)) {
    Operation *op = lifetime->firstUse;
    for (Value operand : op->getOperands()) {
      ArrayRef<RootId> roots = storage.rootsOf(operand);
      if (roots.size() != 1)
        continue;
      auto input = bufferOf.find(roots.front());
      if (input == bufferOf.end() || input->second == output)
        continue;
      const Lifetime &dying = *model.lifetimes[input->second];
      if (dying.end != LifetimeEnd::LastUse || dying.lastUse != op ||
          buffers[input->second].kind != buffers[output].kind ||
          buffers[input->second].live.end != lifetimes.stepsOf(op).end ||
          !mayWriteOver(op, dying, *lifetime, storage))
        continue;
      InPlaceLink link;
      link.input = input->second;
      link.output = static_cast<unsigned>(output);
      link.at = lifetimes.stepsOf(op);
      if (links.empty() || links.back().input != link.input ||
          links.back().output != link.output)
        links.push_back(link);
    }
  }
}

/// The bytes that `call` takes while it runs: those of its callee. What is only
/// declared, and gets and returns no memory, is not part of the program.
static std::optional<Bytes> bytesOfCall(CallOpInterface call,
                                        const Storage &storage) {
  const FunctionSummary *summary = storage.summaryOf(call);
  if (summary && summary->complete)
    return summary->peak.before;
  auto isMemory = [](Type type) { return Sizes::isStorageType(type); };
  if (storage.callsDeclaration(call) &&
      llvm::none_of(call->getOperandTypes(), isMemory) &&
      llvm::none_of(call->getResultTypes(), isMemory))
    return 0;
  return std::nullopt;
}

/// Adds what ops other than allocs take: while they run, and for as long as
/// their memrefs may be used.
void SharingBuilder::addOtherMemory() {
  DenseMap<RootId, Step> freedAt;
  for (const Lifetime &result : callResults.all())
    if (result.ownDealloc && result.end != LifetimeEnd::Unknown)
      freedAt[result.root] = lifetimes.stepsOf(result.ownDealloc).begin;
  for (const EarlyFree &free : model.earlyFrees)
    if (std::optional<RootId> root = storage.ownRoot(free.memref))
      freedAt[*root] = lifetimes.stepsOf(free.after).end;
  for (Step step = 0; step < lifetimes.numSteps(); ++step) {
    Operation *op = lifetimes.opAt(step);
    auto call = dyn_cast<CallOpInterface>(op);
    std::optional<Bytes> bytes =
        call ? bytesOfCall(call, storage) : std::nullopt;
    if ((call || !op->isRegistered()) && bytes != 0)
      model.problem.background.push_back(
          {lifetimes.stepsOf(op), bytes, /*endUnknown=*/false});
    // What a callee leaves behind is there to stay, until somebody frees it.
    if (Bytes left = call ? storage.bytesLeftBy(op) : 0)
      addBackground(op, left, /*endUnknown=*/true);
    if (isa<memref::AllocOp, memref::AllocaOp>(op))
      continue;
    for (Value result : op->getResults()) {
      std::optional<RootId> root = storage.ownRoot(result);
      if (!root || !storage.root(*root).isCounted() ||
          !isa<BaseMemRefType>(result.getType()))
        continue;
      // While it runs, the callee's peak holds what it returns.
      auto end = freedAt.find(*root);
      if (call && end != freedAt.end())
        model.problem.background.push_back(
            {{lifetimes.stepsOf(op).end, end->second},
             bytesOf(*root),
             /*endUnknown=*/false});
      else
        addBackground(op, std::nullopt, /*endUnknown=*/true);
    }
  }
}

SharingModel buildSharingModel(const Storage &storage,
                               const Lifetimes &lifetimes,
                               const SharingModelOptions &options) {
  return SharingBuilder(storage, lifetimes, options).run();
}

GroupEnds endsOf(const SharingModel &model, const Lifetimes &lifetimes,
                 const SharingGroup &group) {
  Block *block = model.blocks[group.scope];
  auto holderOf = [&](Step step) {
    return block->findAncestorOpInBlock(*lifetimes.opAt(step));
  };
  // By need and not by what is held: stack storage, and what is not moved, is
  // held for longer.
  Step begin = kNoStep, end = 0;
  Operation *dealloc = nullptr;
  for (unsigned member : group.members) {
    const SharingBuffer &buffer = model.problem.buffers[member];
    const Lifetime &lifetime = *model.lifetimes[member];
    begin = std::min(begin, buffer.live.begin);
    if (buffer.live.end <= end)
      continue;
    end = buffer.live.end;
    bool fixed = lifetime.end == LifetimeEnd::Dealloc &&
                 lifetime.alloc->getBlock() == block;
    dealloc = fixed ? lifetime.ownDealloc : nullptr;
  }
  return {holderOf(begin), holderOf(end - 1), dealloc};
}

std::optional<std::string> checkPlacements(const SharingModel &model,
                                           const Storage &storage,
                                           const Lifetimes &lifetimes,
                                           const SharingPlan &plan) {
  struct Bounds {
    Block *block = nullptr;
    GroupEnds ends;
  };
  DenseMap<RootId, Bounds> boundsOf;
  for (const SharingGroup &group : plan.groups) {
    Bounds bounds{model.blocks[group.scope], endsOf(model, lifetimes, group)};
    if (!bounds.ends.begin || !bounds.ends.end)
      return "a group has no place in its block";
    for (unsigned member : group.members)
      boundsOf[model.lifetimes[member]->root] = bounds;
    // The survivor is the first member.
    Operation *alloc = model.lifetimes[group.members.front()]->alloc;
    if (alloc->getBlock() == bounds.block)
      continue;
    for (Value size : alloc->getOperands()) {
      Operation *definition = size.getDefiningOp();
      bool known =
          definition && definition->getBlock() == bounds.block
              ? definition->isBeforeInBlock(bounds.ends.begin)
              : size.getParentRegion()->isAncestor(bounds.block->getParent());
      if (!known)
        return "a size is not known where the allocation would stand";
    }
  }
  for (Step step = 0; step < lifetimes.numSteps(); ++step) {
    Operation *op = lifetimes.opAt(step);
    // Views stand in for their users; applySharing moves them if need be.
    if (isa<memref::DeallocOp>(op) || (isPureView(op) && !op->use_empty()))
      continue;
    for (Value operand : op->getOperands()) {
      for (RootId root : storage.rootsOf(operand)) {
        auto it = boundsOf.find(root);
        if (it == boundsOf.end())
          continue;
        const Bounds &bounds = it->second;
        Operation *holder = bounds.block->findAncestorOpInBlock(*op);
        if (!holder || holder->isBeforeInBlock(bounds.ends.begin) ||
            bounds.ends.end->isBeforeInBlock(holder))
          return "'" + op->getName().getStringRef().str() +
                 "' uses a buffer while its group is not allocated";
      }
    }
  }
  return std::nullopt;
}

} // namespace memopt
