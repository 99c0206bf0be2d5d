//===- ArenaFacts.cpp - The facts and remarks of a function's arenas ------===//
//
// What alignment costs is found by packing the same buffers without it, and
// only where the arena is above the largest sum of live bytes: otherwise it
// costs nothing.
//
//===----------------------------------------------------------------------===//

#include "FunctionArena.h"

#include "GatherFacts.h"

#include "mlir/IR/AsmState.h"
#include "mlir/IR/Remarks.h"

using namespace mlir;

namespace memopt {

static StringRef modeName(ArenaMode mode) {
  switch (mode) {
  case ArenaMode::Allocate:
    return "allocate";
  case ArenaMode::Argument:
    return "argument";
  case ArenaMode::Global:
    return "global";
  }
  llvm_unreachable("unknown mode");
}

/// By how much `outcome` is above a packing without alignment.
static Bytes alignmentWasteOf(const PackingProblem &problem,
                              const PackOutcome &outcome,
                              const PackOptions &options) {
  PackingProblem loose = problem;
  bool aligned = false;
  for (PackingBuffer &buffer : loose.buffers) {
    aligned |= buffer.size % buffer.alignment != 0;
    buffer.alignment = 1;
  }
  if (!aligned)
    return 0;
  PackOptions same = options;
  same.maxSteps = std::max<uint64_t>(outcome.steps, 1);
  return std::max<Bytes>(outcome.height - packAuto(loose, same).height, 0);
}

ArenaFacts FunctionArena::gatherFacts() const {
  ArenaFacts facts;
  facts.mode = modeName(options.rewrite.mode).str();
  FunctionOpInterface function = storage.getFunction();
  AsmState names(function, OpPrintingFlags().assumeVerified());
  auto nameOf = [&](Value value) {
    std::string name;
    llvm::raw_string_ostream os(name);
    value.printAsOperand(os, names);
    return name;
  };
  auto typeOf = [](Value value) {
    std::string name;
    llvm::raw_string_ostream(name) << value.getType();
    return name;
  };
  for (auto [arena, outcome] : llvm::zip_equal(model.arenas, outcomes)) {
    ArenaFact fact;
    fact.memorySpace = spaceName(arena.memorySpace);
    if (arena.loop)
      fact.loop = describeOp(arena.loop);
    fact.workers = arena.numWorkers;
    fact.height = outcome.height;
    fact.lowerBound = outcome.lowerBound;
    fact.status = toString(outcome.status).str();
    fact.steps = outcome.steps;
    fact.alignment = alignmentOf(arena);
    fact.alignmentWaste =
        alignmentWasteOf(arena.problem, outcome, options.packing);
    fact.inPlace = arena.problem.together.size();
    fact.problem = arena.problem;
    for (auto [index, slot] : llvm::enumerate(arena.slots)) {
      const PackingBuffer &buffer = arena.problem.buffers[index];
      ArenaBufferFact part;
      if (slot.lifetime) {
        part.value = nameOf(slot.lifetime->value());
        part.type = typeOf(slot.lifetime->value());
      } else {
        part.value = slot.op->getName().getStringRef().str();
        part.type = "memref<" + std::to_string(buffer.size) + "xi8>";
      }
      part.location = describeLocation(slot.op->getLoc());
      part.offset = outcome.offsets[index];
      part.size = buffer.size;
      part.alignment = buffer.alignment;
      for (const TimeRange &range : activeRanges(buffer))
        part.live.push_back({range.begin, range.end});
      fact.bufferBytes = addSaturating(fact.bufferBytes, buffer.size);
      fact.buffers.push_back(std::move(part));
    }
    facts.arenas.push_back(std::move(fact));
  }
  for (const Refusal &refusal : model.refusals) {
    Value value = refusal.alloc->getResult(0);
    facts.leftOut.push_back(
        {nameOf(value), typeOf(value),
         describeLocation(refusal.alloc->getLoc()),
         describeOp(refusal.culprit) + " " + refusal.reason.str()});
  }
  return facts;
}

void FunctionArena::emitRemarks() const {
  FunctionOpInterface function = storage.getFunction();
  auto named = [&](StringRef name) {
    return remark::RemarkOpts::name(name).category("memopt").function(
        function.getName());
  };
  size_t buffers = 0;
  for (const Arena &arena : model.arenas)
    buffers += arena.slots.size();
  if (!model.arenas.empty()) {
    remark::detail::InFlightRemark remark =
        remark::passed(function.getLoc(), named("PlanArena"));
    remark << remark::add("{0} buffers placed, {1} left out", buffers,
                          model.refusals.size());
    for (auto [arena, outcome] : llvm::zip_equal(model.arenas, outcomes)) {
      if (arena.loop)
        continue;
      remark << remark::metric("MemorySpace", spaceName(arena.memorySpace))
             << remark::metric("ArenaBytes", outcome.height)
             << remark::metric("LowerBoundBytes", outcome.lowerBound)
             << remark::metric("Status", toString(outcome.status).str());
    }
  }
  for (const Refusal &refusal : model.refusals)
    remark::missed(refusal.alloc->getLoc(), named("PlanArena"))
        << remark::add("the allocation is not in the arena")
        << remark::reason("'{0}' {1}",
                          refusal.culprit->getName().getStringRef().str(),
                          refusal.reason.str());
}

} // namespace memopt
