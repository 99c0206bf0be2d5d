//===- FunctionSharing.cpp - A function and how it will share -------------===//
//
// Lifetimes, model, solver, and two checks that share nothing with the solver:
// one of the plan against the problem, one of the plan against the IR.
//
//===----------------------------------------------------------------------===//

#include "FunctionSharing.h"

#include "memopt/IR/Rewrite.h"
#include "memopt/Model/Check.h"

#include "mlir/IR/Remarks.h"

using namespace mlir;

namespace memopt {

std::unique_ptr<FunctionSharing>
FunctionSharing::compute(const Storage &storage,
                         const SharingModelOptions &modelOptions,
                         const SharingOptions &options) {
  std::unique_ptr<FunctionSharing> sharing(new FunctionSharing(storage));
  SharingModel &model = sharing->model;
  SharingOutcome &outcome = sharing->outcome;
  model = buildSharingModel(storage, sharing->lifetimes, modelOptions);
  outcome = shareByColoring(model.problem, options);

  std::optional<std::string> fault;
  if (std::optional<Violation> violation =
          checkSharing(model.problem, outcome.plan, options.maxBytes))
    fault = violation->message;
  else
    fault = checkPlacements(model, storage, sharing->lifetimes, outcome.plan);
  if (!fault)
    fault = checkEarlyFrees(model.earlyFrees, storage);
  if (fault) {
    storage.getFunction()->emitError()
        << "memopt planned a sharing that its checker rejects, so nothing was "
           "changed; please report this: "
        << *fault;
    return nullptr;
  }
  return sharing;
}

bool FunctionSharing::apply() {
  // First, as the places are ops that sharing may erase.
  applyEarlyFrees(model.earlyFrees);
  bool shared = applySharing(model, lifetimes, outcome.plan);
  return shared || !model.earlyFrees.empty();
}

SharingFacts FunctionSharing::gatherFacts() const {
  SharingFacts facts;
  for (const Lifetime &lifetime : lifetimes.all()) {
    ++facts.allocationsBefore;
    facts.bytesBefore = addSaturating(
        facts.bytesBefore, storage.root(lifetime.root).size.bytes.value_or(0));
  }
  facts.allocations = facts.allocationsBefore;
  facts.bytes = facts.bytesBefore;
  for (const SharingGroup &group : outcome.plan.groups) {
    size_t saved = group.members.size() - 1;
    facts.allocations -= saved;
    std::optional<Bytes> bytes =
        model.problem.buffers[group.members.front()].bytes;
    // A sum that did not fit stays at its limit.
    if (facts.bytesBefore != std::numeric_limits<Bytes>::max())
      facts.bytes -= static_cast<Bytes>(saved) * bytes.value_or(0);
  }
  DenseMap<unsigned, const SharingGroup *> groupOf;
  for (const SharingGroup &group : outcome.plan.groups)
    for (unsigned member : group.members)
      groupOf[member] = &group;
  llvm::SmallDenseSet<unsigned> outputs;
  for (const InPlaceLink &link : model.problem.links)
    if (groupOf.lookup(link.input) == groupOf.lookup(link.output) &&
        outputs.insert(link.output).second)
      ++facts.inPlace;
  facts.leftAlone = model.refusals.size();
  return facts;
}

void FunctionSharing::emitRemarks() const {
  FunctionOpInterface function = storage.getFunction();
  auto named = [&](StringRef name) {
    return remark::RemarkOpts::name(name).category("memopt").function(
        function.getName());
  };
  for (const SharingGroup &group : outcome.plan.groups) {
    if (group.members.size() < 2)
      continue;
    std::optional<Bytes> bytes =
        model.problem.buffers[group.members.front()].bytes;
    for (unsigned member : llvm::drop_begin(group.members))
      remark::passed(model.lifetimes[member]->alloc->getLoc(),
                     named("ShareBuffers"))
          << remark::add("one of {0} buffers that share an allocation",
                         group.members.size())
          << remark::metric("Bytes", bytes ? std::to_string(*bytes)
                                           : std::string("unknown"))
          << remark::metric("Buffers", group.members.size());
  }
  for (const EarlyFree &free : model.earlyFrees)
    remark::passed(free.dealloc->getLoc(), named("FreeEarly")) << remark::add(
        "what '{0}' returns is freed after its last use, by "
        "'{1}'",
        free.memref.getDefiningOp()->getName().getStringRef().str(),
        free.after->getName().getStringRef().str());
  for (const Refusal &refusal : model.refusals)
    remark::missed(refusal.alloc->getLoc(), named("ShareBuffers"))
        << remark::add("the allocation is left alone")
        << remark::reason("'{0}' {1}",
                          refusal.culprit->getName().getStringRef().str(),
                          refusal.reason.str())
        << remark::suggest("a memref.dealloc in the block of the allocation "
                           "ends its lifetime in any case");
  if (outcome.keptApart != 0)
    remark::missed(function.getLoc(), named("KeptApart"))
        << remark::add("{0} allocations do not join an earlier one",
                       outcome.keptApart)
        << remark::reason("keeping the storage in between would raise the peak "
                          "of {0} bytes",
                          outcome.leastPeak)
        << remark::suggest("say max-bytes=N to allow up to N bytes");
}

} // namespace memopt
