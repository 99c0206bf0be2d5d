//===- MemoryCost.cpp - What a bufferized module takes --------------------===//

#include "MemoryCost.h"

#include "ProgramPlan.h"

using namespace mlir;

namespace memopt {

void MemoryCost::operator+=(const MemoryCost &other) {
  unknown += other.unknown;
  peaks = addSaturating(peaks, other.peaks);
  allocations += other.allocations;
}

static MemoryCost costOf(const FunctionPlan &plan) {
  MemoryCost cost;
  const Storage &storage = plan.getStorage();
  for (RootId id = 0; id < storage.numRoots(); ++id) {
    const Root &root = storage.root(id);
    cost.unknown += root.isOfUnknownSize();
    cost.allocations += root.kind == RootKind::Local;
  }
  cost.peaks = plan.getPeaks().after;
  return cost;
}

std::optional<std::vector<MemoryCost>>
memoryCostsOf(ModuleOp module, const CallComponents &components,
              const ModelOptions &reading) {
  std::unique_ptr<ProgramPlan> plan =
      planProgram(module, reading, /*scheduling=*/nullptr);
  if (!plan)
    return std::nullopt;
  std::vector<MemoryCost> costs(components.size());
  for (const ProgramPlan::Entry &entry : plan->entries) {
    Operation *top = module.getBody()->findAncestorOpInBlock(*entry.function);
    std::optional<unsigned> component = top ? components.of(top) : std::nullopt;
    if (entry.plan && component)
      costs[*component] += costOf(*entry.plan);
  }
  return costs;
}

} // namespace memopt
