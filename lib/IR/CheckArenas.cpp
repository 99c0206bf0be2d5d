//===- CheckArenas.cpp - Whether an arena may be applied ------------------===//
//
// Takes each plan as it stands: each buffer, callee's arena and slice of a
// parallel loop has room, size and alignment, is where nothing runs twice at a
// time, and has its bytes to itself whenever it is needed. When that is, the
// uses in the IR say (CheckArenaUses.cpp). O(n log n) in the slots.
//
//===----------------------------------------------------------------------===//

#include "CheckArenas.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/BuiltinTypes.h"

#include <map>
#include <set>

using namespace mlir;

namespace memopt {

std::string nameOf(Operation *op, const Lifetimes &lifetimes) {
  return "'" + op->getName().getStringRef().str() + "' at step " +
         std::to_string(lifetimes.stepsOf(op).begin);
}

namespace {

/// Checks one model.
class ArenaChecker {
public:
  ArenaChecker(const ArenaModel &model, const Storage &storage,
               const Lifetimes &lifetimes, CalleeNeeds needs,
               ArrayRef<ArenaPlan> plans)
      : model(model), storage(storage), lifetimes(lifetimes), needs(needs),
        plans(plans) {}

  ArenaFault run();

private:
  using Ranges = SmallVector<TimeRange, 1>;

  ArenaFault checkArena(unsigned index);
  ArenaFault checkIteration(unsigned index);
  ArenaFault checkSlot(unsigned index, uint32_t slot);
  ArenaFault checkAllocation(unsigned index, uint32_t slot);
  ArenaFault checkCall(unsigned index, uint32_t slot);
  ArenaFault checkSurroundings(const Arena &arena, Operation *op);
  ArenaFault checkPairs(unsigned index, std::vector<Ranges> &active);
  ArenaFault checkOverlaps(unsigned index, ArrayRef<Ranges> active);

  /// What the address of a slot is a multiple of.
  Bytes alignmentAt(unsigned index, uint32_t slot) const {
    return static_cast<Bytes>(llvm::MinAlign(
        static_cast<uint64_t>(plans[index].offsets[slot]),
        static_cast<uint64_t>(alignmentOf(model.arenas[index]))));
  }
  std::string at(Operation *op) const { return nameOf(op, lifetimes); }

  const ArenaModel &model;
  const Storage &storage;
  const Lifetimes &lifetimes;
  CalleeNeeds needs;
  ArrayRef<ArenaPlan> plans;
  ArenaPlaces places;
  /// The calls that have a slot, with the number of the callee's arena. Only
  /// ever asked for one.
  std::set<std::pair<Operation *, unsigned>> calls;
};

} // namespace

/// Between the arena's loop, or the function, and `op` nothing runs twice at a
/// time.
ArenaFault ArenaChecker::checkSurroundings(const Arena &arena, Operation *op) {
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

/// The type and the size of an allocation; when it is needed is checked at its
/// uses.
ArenaFault ArenaChecker::checkAllocation(unsigned index, uint32_t slot) {
  const Arena &arena = model.arenas[index];
  Operation *op = arena.slots[slot].op;
  std::optional<RootId> root = storage.ownRoot(op->getResult(0));
  const Lifetime *lifetime = arena.slots[slot].lifetime;
  if (!root || !lifetime || lifetime->alloc != op)
    return at(op) + " is no storage of its own";
  auto type = cast<MemRefType>(op->getResult(0).getType());
  if (type.getMemorySpace() != arena.memorySpace)
    return at(op) + " is in an arena of another memory space";
  StorageSize size = storage.sizes().sizeOf(type);
  if (size.bytes && *size.bytes > arena.problem.buffers[slot].size)
    return at(op) + " has too little room";
  ArenaPlace place{op, alignmentAt(index, slot),
                   activeRanges(arena.problem.buffers[slot])};
  if (place.active.empty())
    return at(op) + " never has its place";
  auto asked = op->getAttrOfType<IntegerAttr>("alignment");
  if (asked && asked.getInt() > 1 &&
      (place.alignment % asked.getInt() != 0 || arena.askedAlignment <= 1))
    return at(op) + " is not aligned as it asks for";
  if (!places.insert({*root, std::move(place)}).second)
    return at(op) + " has two places";
  return std::nullopt;
}

ArenaFault ArenaChecker::checkCall(unsigned index, uint32_t slot) {
  const Arena &arena = model.arenas[index];
  auto call = cast<CallOpInterface>(arena.slots[slot].op);
  unsigned number = arena.slots[slot].inner;
  ArrayRef<ArenaNeed> wanted = needs(call);
  if (number >= wanted.size() ||
      wanted[number].memorySpace != arena.memorySpace)
    return at(call) + " wants no such arena";
  if (!calls.insert({call, number}).second)
    return at(call) + " has two places";
  if (arena.problem.buffers[slot].size < wanted[number].size)
    return at(call) + " has too little room";
  if (alignmentAt(index, slot) % wanted[number].alignment != 0 ||
      (wanted[number].askedAlignment > 1 && arena.askedAlignment <= 1))
    return at(call) + " is not aligned as its callee needs it";
  return std::nullopt;
}

ArenaFault ArenaChecker::checkSlot(unsigned index, uint32_t slot) {
  const Arena &arena = model.arenas[index];
  Operation *op = arena.slots[slot].op;
  const PackingBuffer &buffer = arena.problem.buffers[slot];
  Bytes offset = plans[index].offsets[slot];
  if (buffer.alignment <= 0 || !llvm::isPowerOf2_64(buffer.alignment))
    return at(op) + " has an alignment that is no power of 2";
  if (offset < 0 || buffer.size < 0 || offset % buffer.alignment != 0 ||
      (buffer.size != 0 && offset + buffer.size > plans[index].height))
    return at(op) + " has a place that does not fit";
  if (ArenaFault fault = checkSurroundings(arena, op))
    return fault;
  if (isa<memref::AllocOp, memref::AllocaOp>(op))
    return checkAllocation(index, slot);
  if (!covers(activeRanges(buffer), lifetimes.stepsOf(op)))
    return at(op) + " has no place while it runs";
  if (isa<CallOpInterface>(op))
    return checkCall(index, slot);
  unsigned inner = arena.slots[slot].inner;
  if (inner >= model.arenas.size() || model.arenas[inner].loop != op ||
      model.arenas[inner].parent != index ||
      model.arenas[inner].parentSlot != slot)
    return at(op) + " has slices that are no arena's";
  return std::nullopt;
}

/// The slices of all iterations fit in the arena around the loop.
ArenaFault ArenaChecker::checkIteration(unsigned index) {
  const Arena &arena = model.arenas[index];
  if (arena.parent >= index)
    return "an arena comes before the one that holds it";
  const Arena &parent = model.arenas[arena.parent];
  if (arena.parentSlot >= parent.slots.size() ||
      parent.slots[arena.parentSlot].op != arena.loop ||
      parent.memorySpace != arena.memorySpace)
    return at(arena.loop) + " has no room for its iterations";
  int64_t count = 1;
  for (const StaticRange &range : arena.ranges)
    if (range.trips < 0 || llvm::MulOverflow(count, range.trips, count))
      return at(arena.loop) + " has a number of iterations that is not known";
  Bytes alignment = alignmentOf(arena);
  auto slice =
      static_cast<Bytes>(llvm::alignTo(plans[index].height, alignment));
  if (count <= 0 || arena.numWorkers != count ||
      parent.problem.buffers[arena.parentSlot].size / count < slice)
    return at(arena.loop) + " has too little room for its iterations";
  if (alignmentAt(arena.parent, arena.parentSlot) % alignment != 0 ||
      (arena.askedAlignment > 1 && parent.askedAlignment <= 1))
    return at(arena.loop) + " is not aligned as its iterations need it";
  return std::nullopt;
}

/// What is written in place has one place, and the two need it together while
/// the op runs, and only then. From there on `active` says so of the output
/// only.
ArenaFault ArenaChecker::checkPairs(unsigned index,
                                    std::vector<Ranges> &active) {
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
    TimeRange &last = active[pair.first].back();
    if (plan.offsets[pair.first] != plan.offsets[pair.second] ||
        arena.problem.buffers[pair.first].size !=
            arena.problem.buffers[pair.second].size ||
        last.begin > Time(steps.begin) || last.end != Time(steps.end) ||
        active[pair.second].front().begin != Time(steps.begin) ||
        !mayWriteOver(op, *input, *output, storage))
      return at(op) + " may not write over its input";
    last.end = steps.begin;
  }
  return std::nullopt;
}

/// Sweeps over time, with what is needed then in the order of the offsets.
ArenaFault ArenaChecker::checkOverlaps(unsigned index,
                                       ArrayRef<Ranges> active) {
  const Arena &arena = model.arenas[index];
  const ArenaPlan &plan = plans[index];
  struct Event {
    Time time;
    bool begins;
    uint32_t slot;
  };
  std::vector<Event> events;
  for (uint32_t slot = 0; slot < arena.slots.size(); ++slot) {
    if (arena.problem.buffers[slot].size == 0)
      continue;
    for (TimeRange range : active[slot]) {
      if (range.empty())
        continue;
      events.push_back({range.begin, true, slot});
      events.push_back({range.end, false, slot});
    }
  }
  // What ends at a time is over before anything begins.
  llvm::stable_sort(events, [](const Event &a, const Event &b) {
    return std::pair(a.time, a.begins) < std::pair(b.time, b.begins);
  });
  std::map<Bytes, uint32_t> now;
  for (const Event &event : events) {
    Bytes offset = plan.offsets[event.slot];
    if (!event.begins) {
      now.erase(offset);
      continue;
    }
    auto endOf = [&](uint32_t slot) {
      return plan.offsets[slot] + arena.problem.buffers[slot].size;
    };
    auto after = now.lower_bound(offset);
    std::optional<uint32_t> other;
    if (after != now.end() && after->first < endOf(event.slot))
      other = after->second;
    else if (after != now.begin() && endOf(std::prev(after)->second) > offset)
      other = std::prev(after)->second;
    if (other)
      return at(arena.slots[*other].op) + " and " +
             at(arena.slots[event.slot].op) +
             " overlap though they are needed together";
    now.emplace_hint(after, offset, event.slot);
  }
  return std::nullopt;
}

ArenaFault ArenaChecker::checkArena(unsigned index) {
  const Arena &arena = model.arenas[index];
  if (arena.slots.size() != arena.problem.buffers.size() ||
      arena.slots.size() != plans[index].offsets.size())
    return "an arena has not one offset for each buffer";
  std::vector<Ranges> active;
  for (uint32_t slot = 0; slot < arena.slots.size(); ++slot) {
    if (ArenaFault fault = checkSlot(index, slot))
      return fault;
    active.push_back(activeRanges(arena.problem.buffers[slot]));
  }
  if (!arena.loop && alignmentOf(arena) > kMallocAlignment &&
      arena.askedAlignment <= 1)
    return "an arena needs an alignment that it does not ask for";
  if (arena.loop)
    if (ArenaFault fault = checkIteration(index))
      return fault;
  if (ArenaFault fault = checkPairs(index, active))
    return fault;
  return checkOverlaps(index, active);
}

ArenaFault ArenaChecker::run() {
  if (plans.size() != model.arenas.size())
    return "there is not one plan for each arena";
  for (unsigned index = 0; index < model.arenas.size(); ++index)
    if (ArenaFault fault = checkArena(index))
      return fault;
  return checkArenaUses(places, storage, lifetimes);
}

std::optional<std::string> checkArenas(const ArenaModel &model,
                                       const Storage &storage,
                                       const Lifetimes &lifetimes,
                                       CalleeNeeds needs,
                                       ArrayRef<ArenaPlan> plans) {
  return ArenaChecker(model, storage, lifetimes, needs, plans).run();
}

} // namespace memopt
