//===- CheckArenaUses.cpp - Whether buffers have a place when used --------===//
//
// Looks at the IR anew: at each use of each alias, and at the blocks between
// them. Simple rather than fast: quadratic where buffers are used in many
// blocks, otherwise linear in the ops and their operands.
//
//===----------------------------------------------------------------------===//

#include "CheckArenas.h"

#include "memopt/IR/Effects.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/RegionGraphTraits.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "llvm/ADT/DepthFirstIterator.h"

using namespace mlir;

namespace memopt {

namespace {

/// Checks the places of one function.
class UseChecker {
public:
  UseChecker(const ArenaPlaces &places, const Storage &storage,
             const Lifetimes &lifetimes)
      : places(places), storage(storage), lifetimes(lifetimes) {}

  ArenaFault run();

private:
  /// What the uses of a place tell.
  struct Seen {
    /// Blocks of the allocation's region, other than its own, that use it.
    SmallVector<Block *, 1> otherBlocks;
    /// Something may reach it unseen until it is freed.
    bool unseen = false;
    SmallVector<Operation *, 1> deallocs;
  };

  ArenaFault checkFrees(Operation *op);
  ArenaFault checkUse(Operation *op, Value operand, RootId root);
  ArenaFault checkPassing(Operation *op, RootId root, const ArenaPlace &place);
  ArenaFault checkUnseen(RootId root, const ArenaPlace &place);
  ArenaFault checkBlocks(RootId root, const ArenaPlace &place);

  Bytes neededAlignment(Operation *op, Value operand, RootId root);
  Bytes elementAlignment(Type element);
  bool isReachable(Block *block);
  std::string at(Operation *op) const { return nameOf(op, lifetimes); }

  const ArenaPlaces &places;
  const Storage &storage;
  const Lifetimes &lifetimes;
  DenseMap<RootId, Seen> seenOf;
  DenseMap<Type, Bytes> alignmentOf;
  /// Blocks that execution can come to, of the regions that were asked about.
  llvm::df_iterator_default_set<Block *> reachable;
};

} // namespace

bool UseChecker::isReachable(Block *block) {
  Block *entry = &block->getParent()->front();
  if (!reachable.contains(entry))
    for (Block *found : llvm::depth_first_ext(entry, reachable))
      (void)found;
  return reachable.contains(block);
}

//===----------------------------------------------------------------------===//
// Alignment
//===----------------------------------------------------------------------===//

/// The alignment that accesses to elements of this type have: that of a power
/// of 2 of bytes that holds one.
Bytes UseChecker::elementAlignment(Type element) {
  Bytes &alignment = alignmentOf[element];
  if (alignment != 0)
    return alignment;
  alignment = 1;
  if (!BaseMemRefType::isValidElementType(element))
    return alignment;
  Bytes bytes =
      storage.sizes().sizeOf(MemRefType::get({1}, element)).bytes.value_or(1);
  while (alignment < bytes)
    alignment *= 2;
  return alignment;
}

Bytes UseChecker::neededAlignment(Operation *op, Value operand, RootId root) {
  Bytes needed = 1;
  if (auto type = dyn_cast<BaseMemRefType>(operand.getType()))
    needed = elementAlignment(type.getElementType());
  if (auto asked = op->getAttrOfType<IntegerAttr>("alignment"))
    needed =
        std::max(needed, static_cast<Bytes>(asked.getValue().getZExtValue()));
  // What others do with a pointer, and how vectors are accessed, rests on what
  // allocators give.
  bool byVector =
      llvm::any_of(op->getOperandTypes(), llvm::IsaPred<VectorType>);
  byVector |= llvm::any_of(op->getResultTypes(), llvm::IsaPred<VectorType>);
  if (byVector || isa<CallOpInterface>(op) || storage.root(root).escapes)
    needed = std::max(needed, kMallocAlignment);
  return needed;
}

//===----------------------------------------------------------------------===//
// Uses
//===----------------------------------------------------------------------===//

/// Only a memref.dealloc of nothing else can go.
ArenaFault UseChecker::checkFrees(Operation *op) {
  auto interface = dyn_cast<MemoryEffectOpInterface>(op);
  if (!interface)
    return std::nullopt;
  SmallVector<MemoryEffects::EffectInstance> effects;
  interface.getEffects(effects);
  for (const MemoryEffects::EffectInstance &effect : effects) {
    if (!effect.getValue() || !isa<MemoryEffects::Free>(effect.getEffect()))
      continue;
    ArrayRef<RootId> roots = storage.rootsOf(effect.getValue());
    for (RootId root : roots) {
      if (!places.contains(root))
        continue;
      if (!isa<memref::DeallocOp>(op) || roots.size() != 1)
        return at(op) + " frees a part of an arena, or something else";
      seenOf[root].deallocs.push_back(op);
    }
  }
  return std::nullopt;
}

/// True if `block` can be entered again after it was left.
static bool mayComeBackTo(Block *block) {
  llvm::df_iterator_default_set<Block *> seen;
  for (Block *successor : block->getSuccessors())
    for (Block *reached : llvm::depth_first_ext(successor, seen))
      if (reached == block)
        return true;
  return false;
}

/// A buffer has one instance at a time: it does not leave the region, or get
/// around a loop to where it is made anew.
ArenaFault UseChecker::checkPassing(Operation *op, RootId root,
                                    const ArenaPlace &place) {
  if (!op->hasTrait<OpTrait::IsTerminator>())
    return std::nullopt;
  if (isa<BranchOpInterface>(op))
    return mayComeBackTo(place.alloc->getBlock())
               ? ArenaFault(at(op) + " passes a buffer on around a loop")
               : std::nullopt;
  Operation *parent = op->getParentOp();
  if (parent == storage.getFunction() || storage.isMadeInside(root, parent))
    return at(op) + " passes a buffer out of the region that makes it";
  return std::nullopt;
}

ArenaFault UseChecker::checkUse(Operation *op, Value operand, RootId root) {
  const auto *it = places.find(root);
  if (it == places.end())
    return std::nullopt;
  const ArenaPlace &place = it->second;
  if (place.alignment % neededAlignment(op, operand, root) != 0)
    return at(op) + " uses a buffer that is not aligned for it";
  Seen &seen = seenOf[root];
  Region *home = place.alloc->getParentRegion();
  Operation *holder = op;
  bool unseen =
      isa<TensorType>(operand.getType()) || handlesAsyncWork(op) ||
      (op->getNumRegions() != 0 && regionOrderOf(op) == RegionOrder::Unknown);
  while (holder && holder->getParentRegion() != home) {
    holder = holder->getParentOp();
    unseen |= holder && regionOrderOf(holder) == RegionOrder::Unknown;
  }
  if (!holder)
    return at(op) + " uses a buffer outside of the region that makes it";
  Block *block = holder->getBlock();
  if (!isReachable(block))
    return std::nullopt;
  seen.unseen |= unseen;
  if (ArenaFault fault = checkPassing(op, root, place))
    return fault;
  // Views are names: those who use them count.
  if (isPureView(op) && !op->use_empty())
    return std::nullopt;
  if (!covers(place.active, lifetimes.stepsOf(holder)))
    return at(op) + " uses a buffer while it has no place";
  if (block != place.alloc->getBlock() &&
      !llvm::is_contained(seen.otherBlocks, block))
    seen.otherBlocks.push_back(block);
  return std::nullopt;
}

/// What something may reach unseen has its place, without a gap, until the one
/// op that ends that.
ArenaFault UseChecker::checkUnseen(RootId root, const ArenaPlace &place) {
  const Seen &seen = seenOf[root];
  if (!seen.unseen && !storage.root(root).escapes && !storage.root(root).mixed)
    return std::nullopt;
  if (seen.deallocs.size() != 1 || !seen.otherBlocks.empty() ||
      seen.deallocs.front()->getBlock() != place.alloc->getBlock())
    return at(place.alloc) + " may be reached unseen, by nobody knows when";
  StepRange until = {static_cast<Step>(place.active.front().begin),
                     lifetimes.stepsOf(seen.deallocs.front()).begin};
  if (!covers(place.active, until))
    return at(place.alloc) + " loses its place before its dealloc";
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

/// From the block of the allocation to each other block that uses it, on every
/// way, it keeps its place: walks backwards from the uses.
ArenaFault UseChecker::checkBlocks(RootId root, const ArenaPlace &place) {
  Block *home = place.alloc->getBlock();
  const SmallVector<Block *, 1> &users = seenOf[root].otherBlocks;
  llvm::SmallDenseSet<Block *> seen;
  SmallVector<Block *> worklist(users.begin(), users.end());
  seen.insert(worklist.begin(), worklist.end());
  auto stepOf = [&](Operation &op) { return lifetimes.stepsOf(&op).begin; };
  while (!worklist.empty()) {
    Block *block = worklist.pop_back_val();
    // From the top of the block to its last use, which checkUse has seen.
    StepRange first = lifetimes.stepsOf(&block->front());
    if (!covers(place.active, first))
      return at(place.alloc) + " loses its place at the top of a block";
    Step last = first.begin;
    for (Operation &op : *block)
      if (covers(place.active, lifetimes.stepsOf(&op)))
        last = stepOf(op);
    if (!covers(place.active, {first.begin, last + 1}))
      return at(place.alloc) + " loses its place within a block";
    for (Block *before : block->getPredecessors()) {
      if (!isReachable(before))
        continue;
      Operation &end = before->back();
      Step from =
          before == home ? stepOf(*place.alloc) : stepOf(before->front());
      // In its own block it need not have its place before the first use.
      if (!covers(place.active, lifetimes.stepsOf(&end)))
        return at(place.alloc) + " loses its place at the end of a block";
      if (before == home) {
        for (TimeRange range : place.active)
          if (range.begin >= Time(from) && range.end <= Time(stepOf(end)))
            return at(place.alloc) + " loses its place before a branch";
        continue;
      }
      if (seen.insert(before).second)
        worklist.push_back(before);
    }
  }
  return std::nullopt;
}

ArenaFault UseChecker::run() {
  for (Step step = 0; step < lifetimes.numSteps(); ++step) {
    Operation *op = lifetimes.opAt(step);
    if (ArenaFault fault = checkFrees(op))
      return fault;
    if (isa<memref::DeallocOp>(op))
      continue;
    for (Value operand : op->getOperands())
      for (RootId root : storage.rootsOf(operand))
        if (ArenaFault fault = checkUse(op, operand, root))
          return fault;
  }
  for (const auto &[root, place] : places) {
    if (ArenaFault fault = checkUnseen(root, place))
      return fault;
    if (ArenaFault fault = checkBlocks(root, place))
      return fault;
  }
  return std::nullopt;
}

ArenaFault checkArenaUses(const ArenaPlaces &places, const Storage &storage,
                          const Lifetimes &lifetimes) {
  return UseChecker(places, storage, lifetimes).run();
}

} // namespace memopt
