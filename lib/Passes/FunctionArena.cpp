//===- FunctionArena.cpp - A function and its arenas ----------------------===//
//
// Lifetimes, model, packer, and two checks that share nothing with the packer:
// one of the offsets against the problem, one of them against the IR.
//
//===----------------------------------------------------------------------===//

#include "FunctionArena.h"

#include "GatherFacts.h"

#include "memopt/Model/Check.h"

#include "mlir/IR/Diagnostics.h"

using namespace mlir;

namespace memopt {

std::unique_ptr<FunctionArena>
FunctionArena::compute(const Storage &storage, const ArenaOptions &options,
                       CalleeNeeds needs, StringRef whyNot) {
  std::unique_ptr<FunctionArena> arena(new FunctionArena(storage, options));
  FunctionOpInterface function = storage.getFunction();
  if (!whyNot.empty())
    arena->model = refuseAll(arena->lifetimes, options.model, function, whyNot);
  else
    arena->model =
        buildArenaModel(storage, arena->lifetimes, options.model, needs);
  if (!arena->solve(needs))
    return nullptr;
  if (std::optional<std::string> fault = checkArenas(
          arena->model, storage, arena->lifetimes, needs, arena->plans)) {
    function->emitError()
        << "plan-arena made a plan that its checker rejects, so nothing was "
           "changed; please report this: "
        << *fault;
    return nullptr;
  }
  return arena;
}

bool FunctionArena::solve(CalleeNeeds needs) {
  plans.resize(model.arenas.size());
  outcomes.resize(model.arenas.size());
  // What is inside comes after what is around it.
  for (auto index = static_cast<unsigned>(model.arenas.size()); index-- > 0;)
    if (!solve(index, needs))
      return false;
  return true;
}

Bytes FunctionArena::boundOf(unsigned index, CalleeNeeds needs) const {
  PackingProblem least = model.arenas[index].problem;
  for (auto [slot, buffer] :
       llvm::zip_equal(model.arenas[index].slots, least.buffers)) {
    if (auto call = dyn_cast<CallOpInterface>(slot.op))
      buffer.size = std::min(buffer.size, needs(call)[slot.inner].lowerBound);
    else if (!slot.lifetime)
      buffer.size =
          std::min(buffer.size, outcomes[slot.inner].lowerBound *
                                    model.arenas[slot.inner].numWorkers);
  }
  PackOptions quick = options.packing;
  quick.maxSteps = 0;
  return packAuto(least, quick).lowerBound;
}

bool FunctionArena::solve(unsigned index, CalleeNeeds needs) {
  const Arena &arena = model.arenas[index];
  FunctionOpInterface function = storage.getFunction();
  if (std::optional<Violation> violation = checkPackingProblem(arena.problem)) {
    function->emitError() << "plan-arena: the buffers of memory space "
                          << spaceName(arena.memorySpace)
                          << " cannot be placed: " << violation->message;
    return false;
  }
  // The least height first: if it is below the limit there is no more to ask.
  PackOutcome outcome = packAuto(arena.problem, options.packing);
  // What is inside may itself take more than it must.
  bool isExact = true;
  for (const ArenaSlot &slot : arena.slots) {
    if (auto call = dyn_cast<CallOpInterface>(slot.op)) {
      const ArenaNeed &need = needs(call)[slot.inner];
      isExact &= need.lowerBound == need.size;
    } else if (!slot.lifetime) {
      isExact &= outcomes[slot.inner].status == Status::Optimal;
    }
  }
  auto weaken = [&] {
    if (isExact)
      return;
    outcome.lowerBound = std::min(outcome.lowerBound, boundOf(index, needs));
    if (outcome.lowerBound < outcome.height)
      outcome.status = Status::LimitReached;
  };
  weaken();
  bool limited = options.maxBytes && !arena.loop;
  if (limited && outcome.height > *options.maxBytes &&
      outcome.lowerBound <= *options.maxBytes) {
    PackingProblem capped = arena.problem;
    capped.capacity = options.maxBytes;
    PackOutcome fitting = packAuto(capped, options.packing);
    if (!fitting.offsets.empty()) {
      outcome = std::move(fitting);
      weaken();
    } else if (fitting.status == Status::Infeasible && isExact) {
      outcome.lowerBound = std::max(outcome.lowerBound, *options.maxBytes + 1);
    }
  }
  if (limited && outcome.height > *options.maxBytes)
    return refuse(arena, outcome, *options.maxBytes);
  // Where a buffer of no bytes is does not matter, but it must be inside.
  for (auto [offset, buffer] :
       llvm::zip_equal(outcome.offsets, arena.problem.buffers))
    if (buffer.size == 0)
      offset = 0;
  if (std::optional<Violation> violation =
          checkPacking(arena.problem, outcome.offsets, outcome.height)) {
    function->emitError()
        << "plan-arena made a packing that its checker rejects, so nothing was "
           "changed; please report this: "
        << violation->message;
    return false;
  }
  plans[index] = {outcome.offsets, outcome.height};
  outcomes[index] = std::move(outcome);
  if (arena.loop && !reserveSlices(model, index, plans[index].height)) {
    function->emitError() << "plan-arena: the slices of the iterations of "
                          << describeOp(arena.loop)
                          << " take more than 2^60 bytes";
    return false;
  }
  return true;
}

/// The first time at which the most bytes are live.
static Time peakTimeOf(const PackingProblem &problem) {
  std::vector<std::pair<Time, Bytes>> events;
  for (const PackingBuffer &buffer : problem.buffers) {
    for (const TimeRange &range : activeRanges(buffer)) {
      events.push_back({range.begin, buffer.size});
      events.push_back({range.end, -buffer.size});
    }
  }
  llvm::sort(events);
  Bytes live = 0, most = 0;
  Time at = 0;
  for (size_t index = 0; index < events.size(); ++index) {
    live += events[index].second;
    bool last = index + 1 == events.size() ||
                events[index + 1].first != events[index].first;
    if (last && live > most) {
      most = live;
      at = events[index].first;
    }
  }
  return at;
}

/// Says that the arena does not fit, how sure that is, and what takes most.
bool FunctionArena::refuse(const Arena &arena, const PackOutcome &outcome,
                           Bytes limit) {
  FunctionOpInterface function = storage.getFunction();
  bool proved = outcome.lowerBound > limit;
  Time peak = peakTimeOf(arena.problem);
  InFlightDiagnostic error = function->emitError();
  error << "plan-arena: the arena of memory space "
        << spaceName(arena.memorySpace)
        << " does not fit in max-bytes=" << limit << ": ";
  if (proved)
    error << "it is proved that no arena below " << outcome.lowerBound
          << " bytes holds the buffers";
  else
    error << "the smallest that was found takes " << outcome.height
          << " bytes, and it is only proved that it takes at least "
          << outcome.lowerBound << " (max-steps allows more search)";
  Operation *op = lifetimes.opAt(static_cast<Step>(peak));
  error.attachNote(op->getLoc())
      << "most is needed during '" << op->getName() << "'";
  std::vector<uint32_t> alive;
  for (auto [index, buffer] : llvm::enumerate(arena.problem.buffers))
    if (llvm::any_of(activeRanges(buffer), [&](TimeRange range) {
          return range.begin <= peak && peak < range.end;
        }))
      alive.push_back(static_cast<uint32_t>(index));
  llvm::stable_sort(alive, [&](uint32_t a, uint32_t b) {
    return arena.problem.buffers[a].size > arena.problem.buffers[b].size;
  });
  constexpr size_t kMostNotes = 5;
  for (uint32_t index : ArrayRef(alive).take_front(kMostNotes)) {
    Operation *made = arena.slots[index].op;
    error.attachNote(made->getLoc())
        << "'" << made->getName() << "' takes "
        << arena.problem.buffers[index].size << " bytes then";
  }
  return false;
}

std::vector<ArenaNeed> FunctionArena::getNeeds() const {
  std::vector<ArenaNeed> needs;
  for (auto [arena, plan, outcome] :
       llvm::zip_equal(model.arenas, plans, outcomes))
    if (!arena.loop) {
      Bytes alignment = alignmentOf(arena);
      needs.push_back(
          {arena.memorySpace, plan.height, outcome.lowerBound, alignment,
           alignment > kMallocAlignment ? alignment : arena.askedAlignment});
    }
  return needs;
}

bool FunctionArena::apply(CalleeNeeds needs) {
  return applyArenas(storage.getFunction(), model, lifetimes, plans, needs,
                     options.rewrite);
}

} // namespace memopt
