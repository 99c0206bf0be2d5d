//===- CheckArenas.cpp - Whether an arena may be applied ------------------===//
//
// Looks at the IR anew: at each use of each alias, at the blocks between, at
// sizes and alignments. Simple rather than fast: quadratic where buffers are
// used in many blocks, otherwise O(n log n) in the ops.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Arena.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/RegionGraphTraits.h"
#include "llvm/ADT/DepthFirstIterator.h"

using namespace mlir;

namespace memopt {

namespace {

/// Checks one model.
class ArenaChecker {
public:
  ArenaChecker(const ArenaModel &model, const Storage &storage,
               const Lifetimes &lifetimes, ArrayRef<ArenaPlan> plans)
      : model(model), storage(storage), lifetimes(lifetimes), plans(plans) {}

  std::optional<std::string> run();

private:
  /// A buffer and when it has its place.
  struct Place {
    unsigned arena = 0;
    uint32_t slot = 0;
    Operation *alloc = nullptr;
    SmallVector<TimeRange, 1> active;
    /// Blocks of the allocation's region, other than its own, that use it.
    SmallVector<Block *, 1> otherBlocks;
  };
  using Fault = std::optional<std::string>;

  Fault collect();
  Fault checkArena(unsigned index);
  Fault checkSlot(const Arena &arena, const ArenaPlan &plan, Bytes alignment,
                  uint32_t slot);
  Fault checkSurroundings(const Arena &arena, Operation *op);
  Fault checkUses();
  Fault checkBlocks(const Place &place);
  Fault checkOverlaps(unsigned index);

  static bool covers(ArrayRef<TimeRange> active, StepRange steps) {
    return llvm::any_of(active, [&](TimeRange range) {
      return range.begin <= Time(steps.begin) && Time(steps.end) <= range.end;
    });
  }
  std::string at(Operation *op) const {
    return "'" + op->getName().getStringRef().str() + "' at step " +
           std::to_string(lifetimes.stepsOf(op).begin);
  }

  bool isReachable(Block *block);

  const ArenaModel &model;
  const Storage &storage;
  const Lifetimes &lifetimes;
  ArrayRef<ArenaPlan> plans;
  DenseMap<RootId, Place> places;
  /// Blocks that execution can come to, of the regions that were asked about.
  llvm::df_iterator_default_set<Block *> reachable;
};

} // namespace

bool ArenaChecker::isReachable(Block *block) {
  Block *entry = &block->getParent()->front();
  if (!reachable.contains(entry))
    for (Block *found : llvm::depth_first_ext(entry, reachable))
      (void)found;
  return reachable.contains(block);
}

ArenaChecker::Fault ArenaChecker::collect() {
  for (auto [index, arena] : llvm::enumerate(model.arenas)) {
    if (arena.slots.size() != arena.problem.buffers.size() ||
        arena.slots.size() != plans[index].offsets.size())
      return "an arena has not one offset for each buffer";
    for (auto [slot, of] : llvm::enumerate(arena.slots)) {
      auto alloc = dyn_cast<memref::AllocOp>(of.op);
      auto alloca = dyn_cast<memref::AllocaOp>(of.op);
      if (!alloc && !alloca)
        continue;
      std::optional<RootId> root = storage.ownRoot(of.op->getResult(0));
      if (!root)
        return at(of.op) + " is no storage of its own";
      Place place;
      place.arena = static_cast<unsigned>(index);
      place.slot = static_cast<uint32_t>(slot);
      place.alloc = of.op;
      place.active = activeRanges(arena.problem.buffers[slot]);
      if (!places.try_emplace(*root, std::move(place)).second)
        return at(of.op) + " has two places";
    }
  }
  return std::nullopt;
}

/// Between the arena's loop, or the function, and `op` nothing runs twice at a
/// time.
ArenaChecker::Fault ArenaChecker::checkSurroundings(const Arena &arena,
                                                    Operation *op) {
  Operation *end = arena.loop ? arena.loop : storage.getFunction();
  for (Operation *around = op->getParentOp(); around != end;
       around = around->getParentOp()) {
    if (!around)
      return at(op) + " is outside of its arena";
    if (regionOrderOf(around) != RegionOrder::Sequential ||
        around->hasTrait<OpTrait::IsIsolatedFromAbove>())
      return at(op) + " may run several times at once";
  }
  return std::nullopt;
}

ArenaChecker::Fault ArenaChecker::checkSlot(const Arena &arena,
                                            const ArenaPlan &plan,
                                            Bytes alignment, uint32_t slot) {
  Operation *op = arena.slots[slot].op;
  const PackingBuffer &buffer = arena.problem.buffers[slot];
  Bytes offset = plan.offsets[slot];
  if (offset < 0 || buffer.size < 0 || offset % buffer.alignment != 0 ||
      (buffer.size != 0 && offset + buffer.size > plan.height))
    return at(op) + " has a place that does not fit";
  if (auto fault = checkSurroundings(arena, op))
    return fault;
  if (!isa<memref::AllocOp, memref::AllocaOp>(op)) {
    StepRange steps = lifetimes.stepsOf(op);
    return covers(activeRanges(buffer), steps)
               ? std::nullopt
               : Fault(at(op) + " has no place while it runs");
  }
  auto type = cast<MemRefType>(op->getResult(0).getType());
  if (type.getMemorySpace() != arena.memorySpace)
    return at(op) + " is in an arena of another memory space";
  auto asked = op->getAttrOfType<IntegerAttr>("alignment");
  if (asked && asked.getInt() > 0 &&
      (offset % asked.getInt() != 0 || alignment % asked.getInt() != 0))
    return at(op) + " is not aligned as it asks for";
  StorageSize size = storage.sizes().sizeOf(type);
  if (size.bytes && *size.bytes > buffer.size)
    return at(op) + " has too little room";
  return std::nullopt;
}

/// Each use of each alias is while the buffer has its place.
ArenaChecker::Fault ArenaChecker::checkUses() {
  for (Step step = 0; step < lifetimes.numSteps(); ++step) {
    Operation *op = lifetimes.opAt(step);
    // Views are names: those who use them count.
    if (isPureView(op) && !op->use_empty())
      continue;
    for (Value operand : op->getOperands()) {
      ArrayRef<RootId> roots = storage.rootsOf(operand);
      for (RootId root : roots) {
        auto it = places.find(root);
        if (it == places.end())
          continue;
        Place &place = it->second;
        if (isa<memref::DeallocOp>(op)) {
          if (roots.size() != 1)
            return at(op) + " frees a part of an arena, or something else";
          continue;
        }
        Region *home = place.alloc->getParentRegion();
        Operation *holder = home->findAncestorOpInRegion(*op);
        if (!holder)
          return at(op) + " uses a buffer outside of the region that makes it";
        if (!isReachable(holder->getBlock()))
          continue;
        if (!covers(place.active, lifetimes.stepsOf(holder)))
          return at(op) + " uses a buffer while it has no place";
        Block *block = holder->getBlock();
        if (block != place.alloc->getBlock() && isReachable(block) &&
            !llvm::is_contained(place.otherBlocks, block))
          place.otherBlocks.push_back(block);
      }
    }
  }
  return std::nullopt;
}

/// From the block of the allocation to each other block that uses it, on every
/// way, it keeps its place: walks backwards from the uses.
ArenaChecker::Fault ArenaChecker::checkBlocks(const Place &place) {
  Block *home = place.alloc->getBlock();
  llvm::SmallDenseSet<Block *> seen;
  SmallVector<Block *> worklist(place.otherBlocks.begin(),
                                place.otherBlocks.end());
  seen.insert(worklist.begin(), worklist.end());
  auto stepOf = [&](Operation &op) { return lifetimes.stepsOf(&op).begin; };
  while (!worklist.empty()) {
    Block *block = worklist.pop_back_val();
    // From the top of the block to its last use, which checkUses has seen.
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

/// What overlaps at some step is written in place there, and nowhere else.
ArenaChecker::Fault ArenaChecker::checkOverlaps(unsigned index) {
  const Arena &arena = model.arenas[index];
  const ArenaPlan &plan = plans[index];
  if (arena.writers.size() != arena.problem.together.size())
    return "an arena has pairs that no op writes";
  std::vector<bool> isInput(arena.slots.size()), isOutput(arena.slots.size());
  for (auto [pair, op] :
       llvm::zip_equal(arena.problem.together, arena.writers)) {
    const Lifetime *input = arena.slots[pair.first].lifetime;
    const Lifetime *output = arena.slots[pair.second].lifetime;
    if (!input || !output || isInput[pair.first] || isOutput[pair.second])
      return at(op) + " writes over two buffers, or two write over one";
    isInput[pair.first] = isOutput[pair.second] = true;
    StepRange steps = lifetimes.stepsOf(op);
    if (plan.offsets[pair.first] != plan.offsets[pair.second] ||
        input->live.back().end != steps.end ||
        output->live.front().begin != steps.begin ||
        !mayWriteOver(op, *input, *output, storage))
      return at(op) + " may not write over its input";
  }
  // By offset, so that each is compared with those only that it overlaps.
  std::vector<uint32_t> order;
  for (uint32_t slot = 0; slot < arena.slots.size(); ++slot)
    if (arena.problem.buffers[slot].size != 0 && arena.slots[slot].lifetime)
      order.push_back(slot);
  llvm::stable_sort(order, [&](uint32_t a, uint32_t b) {
    return plan.offsets[a] < plan.offsets[b];
  });
  auto arePair = [&](uint32_t a, uint32_t b) {
    return llvm::any_of(arena.problem.together, [&](PackingPair pair) {
      return (pair.first == a && pair.second == b) ||
             (pair.first == b && pair.second == a);
    });
  };
  for (size_t at = 0; at < order.size(); ++at) {
    uint32_t slot = order[at];
    Bytes end = plan.offsets[slot] + arena.problem.buffers[slot].size;
    for (size_t next = at + 1;
         next < order.size() && plan.offsets[order[next]] < end; ++next)
      if (Lifetimes::interfere(*arena.slots[slot].lifetime,
                               *arena.slots[order[next]].lifetime) &&
          !arePair(slot, order[next]))
        return "two buffers overlap that are needed together";
  }
  return std::nullopt;
}

ArenaChecker::Fault ArenaChecker::checkArena(unsigned index) {
  const Arena &arena = model.arenas[index];
  Bytes alignment = alignmentOf(arena);
  for (uint32_t slot = 0; slot < arena.slots.size(); ++slot)
    if (auto fault = checkSlot(arena, plans[index], alignment, slot))
      return fault;
  if (arena.loop) {
    // The slices of all iterations fit.
    if (arena.parent >= index)
      return "an arena comes before the one that holds it";
    const Arena &parent = model.arenas[arena.parent];
    const PackingBuffer &slices = parent.problem.buffers[arena.parentSlot];
    auto slice = static_cast<Bytes>(
        llvm::alignTo(plans[index].height, static_cast<uint64_t>(alignment)));
    if (parent.slots[arena.parentSlot].op != arena.loop ||
        slices.alignment % alignment != 0 || arena.numWorkers <= 0 ||
        slices.size / arena.numWorkers < slice ||
        parent.memorySpace != arena.memorySpace)
      return at(arena.loop) + " has too little room for its iterations";
  }
  return checkOverlaps(index);
}

std::optional<std::string> ArenaChecker::run() {
  if (plans.size() != model.arenas.size())
    return "there is not one plan for each arena";
  if (auto fault = collect())
    return fault;
  for (unsigned index = 0; index < model.arenas.size(); ++index)
    if (auto fault = checkArena(index))
      return fault;
  if (auto fault = checkUses())
    return fault;
  // In the order of the arenas: the map has none.
  for (const Arena &arena : model.arenas)
    for (const ArenaSlot &slot : arena.slots)
      if (slot.lifetime)
        if (auto fault = checkBlocks(places[slot.lifetime->root]))
          return fault;
  return std::nullopt;
}

std::optional<std::string> checkArenas(const ArenaModel &model,
                                       const Storage &storage,
                                       const Lifetimes &lifetimes,
                                       ArrayRef<ArenaPlan> plans) {
  return ArenaChecker(model, storage, lifetimes, plans).run();
}

} // namespace memopt
