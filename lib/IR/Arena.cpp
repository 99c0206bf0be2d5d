//===- Arena.cpp - The allocations of a function as packing problems ------===//
//
// One pass over the lifetimes and one over the calls. Lifetimes say already at
// which steps a buffer is needed; since the ops of a function run one region at
// a time, buffers without a common step never need their bytes at the same
// time, whatever blocks they are made in. That does not hold where several
// iterations run at once: there each iteration has an arena of its own, which
// is a slice of the one outside, if their number is known.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Arena.h"

#include "ArenaNeeds.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Interfaces/LoopLikeInterface.h"

using namespace mlir;

namespace memopt {

/// Sizes of one function add up to no more than this.
constexpr Bytes kMostBytes = Bytes(1) << 60;

std::string spaceName(Attribute memorySpace) {
  if (!memorySpace)
    return "default";
  if (auto number = dyn_cast<IntegerAttr>(memorySpace))
    return std::to_string(number.getInt());
  std::string name;
  llvm::raw_string_ostream(name) << memorySpace;
  return name;
}

Bytes alignmentOf(const Arena &arena) {
  Bytes alignment = 1;
  for (const PackingBuffer &buffer : arena.problem.buffers)
    alignment = std::max(alignment, buffer.alignment);
  return alignment;
}

bool reserveSlices(ArenaModel &model, unsigned arena, Bytes height) {
  const Arena &inner = model.arenas[arena];
  Bytes alignment = alignmentOf(inner);
  Bytes slice = static_cast<Bytes>(llvm::alignTo(height, alignment));
  Bytes all = 0;
  if (llvm::MulOverflow(slice, inner.numWorkers, all) || all > kMostBytes)
    return false;
  Arena &parent = model.arenas[inner.parent];
  parent.askedAlignment = std::max(parent.askedAlignment, inner.askedAlignment);
  PackingBuffer &buffer = parent.problem.buffers[inner.parentSlot];
  buffer.size = all;
  buffer.alignment = alignment;
  return true;
}

/// What the parallel loop `op` goes through, if that is static and its
/// iterations share the memory of the function.
static std::optional<SmallVector<StaticRange, 0>> rangesOf(Operation *op) {
  auto loop = dyn_cast<LoopLikeOpInterface>(op);
  if (!loop || regionOrderOf(op) != RegionOrder::Parallel)
    return std::nullopt;
  // Mapped to the processors of a device, sooner or later.
  if (op->hasAttr("mapping"))
    return std::nullopt;
  auto lower = loop.getLoopLowerBounds(), upper = loop.getLoopUpperBounds(),
       steps = loop.getLoopSteps();
  if (!loop.getLoopInductionVars() || !lower || !upper || !steps)
    return std::nullopt;
  SmallVector<StaticRange, 0> ranges;
  for (auto [from, to, by] : llvm::zip_equal(*lower, *upper, *steps)) {
    std::optional<int64_t> begin = getConstantIntValue(from),
                           end = getConstantIntValue(to),
                           step = getConstantIntValue(by);
    int64_t extent = 0;
    if (!begin || !end || !step || *step <= 0 ||
        llvm::SubOverflow(*end, *begin, extent))
      return std::nullopt;
    extent = std::max<int64_t>(extent, 0);
    ranges.push_back(
        {*begin, *step, extent / *step + (extent % *step == 0 ? 0 : 1)});
  }
  return ranges;
}

/// How many iterations that makes; nothing if it is too large a number.
static std::optional<int64_t> countOf(ArrayRef<StaticRange> ranges) {
  int64_t count = 1;
  for (const StaticRange &range : ranges)
    if (llvm::MulOverflow(count, range.trips, count))
      return std::nullopt;
  return count;
}

namespace {

/// Fills an ArenaModel.
class ArenaBuilder {
public:
  ArenaBuilder(const Storage &storage, const Lifetimes &lifetimes,
               const ArenaModelOptions &options)
      : storage(storage), lifetimes(lifetimes), options(options),
        sizes(storage), demands(demandsOf(storage, lifetimes)) {}

  ArenaModel run(CalleeNeeds needs);

private:
  std::optional<Refusal> add(const Lifetime &lifetime);
  void addCall(CallOpInterface call, ArrayRef<ArenaNeed> needs);
  std::optional<Refusal> findLoops(Operation *op,
                                   SmallVectorImpl<Operation *> &loops) const;
  bool reserve(Bytes size, Bytes alignment);
  unsigned arenaFor(ArrayRef<Operation *> loops, Attribute space);
  unsigned addSlot(unsigned arena, ArenaSlot slot, PackingBuffer buffer);
  void addWriters(Arena &arena);
  bool isArenaAlready(const Arena &arena) const;
  void drop(unsigned index);

  const Storage &storage;
  const Lifetimes &lifetimes;
  const ArenaModelOptions &options;
  PlaceSizes sizes;
  DenseMap<RootId, UseDemands> demands;
  ArenaModel model;
  DenseMap<std::pair<Operation *, Attribute>, unsigned> arenaOf;
  Bytes sum = 0;
};

} // namespace

/// The parallel loops around `op`, outermost first; or why what is made there
/// cannot be part of an arena of the function.
std::optional<Refusal>
ArenaBuilder::findLoops(Operation *op,
                        SmallVectorImpl<Operation *> &loops) const {
  Operation *function = storage.getFunction();
  int64_t workers = 1;
  for (Operation *around = op->getParentOp(); around != function;
       around = around->getParentOp()) {
    if (around->hasTrait<OpTrait::IsIsolatedFromAbove>())
      return Refusal{op, around, "keeps values from outside out"};
    switch (regionOrderOf(around)) {
    case RegionOrder::Sequential:
      continue;
    case RegionOrder::Unknown:
      return Refusal{op, around,
                     "runs its regions in an order that is not known"};
    case RegionOrder::Parallel:
      break;
    }
    auto ranges = rangesOf(around);
    std::optional<int64_t> count = ranges ? countOf(*ranges) : std::nullopt;
    if (!count)
      return Refusal{op, around,
                     "runs several iterations at once, and how many is not "
                     "known"};
    if (*count == 0 || llvm::MulOverflow(workers, *count, workers) ||
        workers > options.maxWorkers)
      return Refusal{op, around,
                     "runs more iterations at once than max-workers, or none"};
    loops.insert(loops.begin(), around);
  }
  return std::nullopt;
}

/// Counts the bytes of a buffer, padding included; false if it is too much.
bool ArenaBuilder::reserve(Bytes size, Bytes alignment) {
  Bytes more = addSaturating(size, alignment);
  if (addSaturating(sum, more) > kMostBytes)
    return false;
  sum += more;
  return true;
}

unsigned ArenaBuilder::addSlot(unsigned arena, ArenaSlot slot,
                               PackingBuffer buffer) {
  Arena &to = model.arenas[arena];
  to.slots.push_back(slot);
  to.problem.buffers.push_back(std::move(buffer));
  return to.problem.numBuffers() - 1;
}

/// The arena of `space` in each iteration of the innermost of `loops`, or of
/// the function if there is none.
unsigned ArenaBuilder::arenaFor(ArrayRef<Operation *> loops, Attribute space) {
  Operation *loop = loops.empty() ? nullptr : loops.back();
  auto known = arenaOf.find({loop, space});
  if (known != arenaOf.end())
    return known->second;
  Arena arena;
  arena.memorySpace = space;
  arena.loop = loop;
  if (loop) {
    arena.ranges = rangesOf(loop).value_or(SmallVector<StaticRange, 0>());
    arena.numWorkers = countOf(arena.ranges).value_or(0);
    arena.parent = arenaFor(loops.drop_back(), space);
  }
  auto index = static_cast<unsigned>(model.arenas.size());
  arenaOf[{loop, space}] = index;
  if (loop) {
    StepRange steps = lifetimes.stepsOf(loop);
    PackingBuffer slices;
    slices.id = "slices" + std::to_string(index);
    slices.live = {steps.begin, steps.end};
    arena.parentSlot =
        addSlot(arena.parent, {loop, nullptr, index}, std::move(slices));
  }
  model.arenas.push_back(std::move(arena));
  return index;
}

/// The steps of a lifetime as times with gaps.
static void setTimes(PackingBuffer &buffer, ArrayRef<StepRange> ranges) {
  buffer.live = {ranges.front().begin, ranges.back().end};
  for (auto [before, after] :
       llvm::zip(ranges.drop_back(), ranges.drop_front()))
    if (before.end < after.begin)
      buffer.gaps.push_back({before.end, after.begin});
}

std::optional<Refusal> ArenaBuilder::add(const Lifetime &lifetime) {
  Operation *alloc = lifetime.alloc;
  if (lifetime.end == LifetimeEnd::Unknown)
    return Refusal{alloc, lifetime.stopper ? lifetime.stopper : alloc,
                   lifetime.stopper ? lifetime.reason : "cannot be followed"};
  if (lifetime.live.empty())
    return Refusal{alloc, alloc, "is in a block that is never reached"};
  const UseDemands &needs = demands[lifetime.root];
  if (needs.loner)
    return Refusal{alloc, needs.loner, needs.reason};
  if (!needs.alignment)
    return Refusal{alloc, alloc, "asks for an alignment that is no power of 2"};
  SmallVector<Operation *> loops;
  if (std::optional<Refusal> refusal = findLoops(alloc, loops))
    return refusal;
  PlaceSize size = sizes.of(lifetime);
  if (!size.bytes)
    return Refusal{alloc, alloc, size.whyNot};
  Bytes alignment = std::max(*needs.alignment, options.alignment);
  if (!reserve(*size.bytes, alignment))
    return Refusal{alloc, alloc,
                   "is too large: with it, sizes and alignments "
                   "add up to more than 2^60 bytes"};

  PackingBuffer buffer;
  buffer.id = "b" + std::to_string(lifetimes.stepsOf(alloc).begin);
  buffer.size = *size.bytes;
  buffer.alignment = alignment;
  setTimes(buffer, lifetime.live);
  auto type = cast<MemRefType>(lifetime.value().getType());
  unsigned arena = arenaFor(loops, type.getMemorySpace());
  addSlot(arena, {alloc, &lifetime, 0}, std::move(buffer));
  Bytes &asked = model.arenas[arena].askedAlignment;
  asked = std::max({asked, needs.askedAlignment, options.alignment});
  return std::nullopt;
}

/// Makes the arenas of a callee parts of the caller's. Where that cannot be,
/// the call will allocate them.
void ArenaBuilder::addCall(CallOpInterface call, ArrayRef<ArenaNeed> needs) {
  SmallVector<Operation *> loops;
  if (needs.empty() || findLoops(call, loops))
    return;
  StepRange steps = lifetimes.stepsOf(call);
  for (auto [index, need] : llvm::enumerate(needs)) {
    if (!reserve(need.size, need.alignment))
      continue;
    PackingBuffer buffer;
    buffer.id = "c" + std::to_string(steps.begin);
    if (needs.size() > 1)
      buffer.id += "_" + std::to_string(index);
    buffer.size = need.size;
    buffer.alignment = std::max(need.alignment, options.alignment);
    buffer.live = {steps.begin, steps.end};
    unsigned arena = arenaFor(loops, need.memorySpace);
    addSlot(arena, {call, nullptr, static_cast<unsigned>(index)},
            std::move(buffer));
    Bytes &asked = model.arenas[arena].askedAlignment;
    asked = std::max(asked, need.askedAlignment);
  }
}

/// True if elements are at the same places in a buffer of either type, given
/// the same shape and bytes.
static bool haveSamePlaces(Type a, Type b) {
  auto left = cast<MemRefType>(a), right = cast<MemRefType>(b);
  return left == right ||
         (left.hasStaticShape() && right.hasStaticShape() &&
          left.getLayout().isIdentity() && right.getLayout().isIdentity());
}

/// Puts together what may be written in place: for each buffer, the first
/// dying input of the op that begins it, if no other took that.
void ArenaBuilder::addWriters(Arena &arena) {
  DenseMap<RootId, uint32_t> bufferOf;
  for (auto [index, slot] : llvm::enumerate(arena.slots))
    if (slot.lifetime)
      bufferOf[slot.lifetime->root] = static_cast<uint32_t>(index);
  std::vector<bool> taken(arena.slots.size(), false);
  for (auto [output, slot] : llvm::enumerate(arena.slots)) {
    const Lifetime *lifetime = slot.lifetime;
    Operation *op = lifetime ? lifetime->firstUse : nullptr;
    if (!op || arena.problem.buffers[output].size == 0 ||
        lifetime->live.front().begin != lifetimes.stepsOf(op).begin)
      continue;
    for (Value operand : op->getOperands()) {
      ArrayRef<RootId> roots = storage.rootsOf(operand);
      auto input =
          roots.size() == 1 ? bufferOf.find(roots.front()) : bufferOf.end();
      if (input == bufferOf.end() || input->second == output ||
          taken[input->second])
        continue;
      const Lifetime &dying = *arena.slots[input->second].lifetime;
      if (dying.end != LifetimeEnd::LastUse || dying.lastUse != op ||
          dying.live.back().end != lifetimes.stepsOf(op).end ||
          arena.problem.buffers[input->second].size !=
              arena.problem.buffers[output].size ||
          !haveSamePlaces(dying.value().getType(),
                          lifetime->value().getType()) ||
          !mayWriteOver(op, dying, *lifetime, storage))
        continue;
      taken[input->second] = true;
      arena.problem.together.push_back(
          {input->second, static_cast<uint32_t>(output)});
      arena.writers.push_back(op);
      break;
    }
  }
}

/// True if the options ask to leave it as it is.
static bool isLeftOut(const Lifetime &lifetime,
                      const ArenaModelOptions &options) {
  // What a kernel has on its stack is no heap's business.
  if (isa<memref::AllocaOp>(lifetime.alloc) &&
      (!options.includeAllocas ||
       !isa<func::FuncOp>(
           lifetime.alloc->getParentOfType<FunctionOpInterface>())))
    return true;
  auto type = cast<MemRefType>(lifetime.value().getType());
  return !options.memorySpaces.empty() &&
         !llvm::is_contained(options.memorySpaces,
                             spaceName(type.getMemorySpace()));
}

/// True for one allocation of bytes at the entry.
bool ArenaBuilder::isArenaAlready(const Arena &arena) const {
  if (arena.loop || arena.slots.size() != 1)
    return false;
  Operation *op = arena.slots.front().op;
  if (!isa<memref::AllocOp>(op) ||
      op->getBlock() != &storage.getFunction().getFunctionBody().front())
    return false;
  auto type = cast<MemRefType>(op->getResult(0).getType());
  return type.getRank() == 1 && type.hasStaticShape() &&
         type.getElementType().isInteger(8) && type.getLayout().isIdentity();
}

/// Removes an arena that holds no other.
void ArenaBuilder::drop(unsigned index) {
  model.arenas.erase(model.arenas.begin() + index);
  for (Arena &arena : model.arenas) {
    arena.parent -= arena.parent > index;
    for (ArenaSlot &slot : arena.slots)
      if (!slot.lifetime && !isa<CallOpInterface>(slot.op))
        slot.inner -= slot.inner > index;
  }
}

ArenaModel ArenaBuilder::run(CalleeNeeds needs) {
  for (const Lifetime &lifetime : lifetimes.all()) {
    if (isLeftOut(lifetime, options))
      continue;
    if (std::optional<Refusal> refusal = add(lifetime))
      model.refusals.push_back(*refusal);
  }
  for (Step step = 0; step < lifetimes.numSteps(); ++step)
    if (auto call = dyn_cast<CallOpInterface>(lifetimes.opAt(step)))
      addCall(call, needs(call));
  if (options.keepSingleBytes)
    for (auto index = static_cast<unsigned>(model.arenas.size()); index-- > 0;)
      if (isArenaAlready(model.arenas[index]))
        drop(index);
  if (options.inPlace)
    for (Arena &arena : model.arenas)
      addWriters(arena);
  return std::move(model);
}

ArenaModel buildArenaModel(const Storage &storage, const Lifetimes &lifetimes,
                           const ArenaModelOptions &options,
                           CalleeNeeds needs) {
  return ArenaBuilder(storage, lifetimes, options).run(needs);
}

ArenaModel refuseAll(const Lifetimes &lifetimes,
                     const ArenaModelOptions &options, Operation *culprit,
                     StringRef reason) {
  ArenaModel model;
  for (const Lifetime &lifetime : lifetimes.all())
    if (!isLeftOut(lifetime, options))
      model.refusals.push_back({lifetime.alloc, culprit, reason});
  return model;
}

} // namespace memopt
