//===- ProgramPlan.cpp - All functions of a module, callees first ---------===//
//
// A topological sort of the call graph (Kahn 1962) that also finds what lies on
// cycles: what cannot be peeled off from either end. Linear in the calls.
//
//===----------------------------------------------------------------------===//

#include "ProgramPlan.h"

using namespace mlir;

namespace memopt {

namespace {
/// The calls among a set of functions, by index.
struct CallGraph {
  std::vector<SmallVector<size_t>> callees, callers;

  CallGraph(ArrayRef<ProgramPlan::Entry> entries,
            SymbolTableCollection &symbols)
      : callees(entries.size()), callers(entries.size()) {
    DenseMap<Operation *, size_t> indexOf;
    for (auto [index, entry] : llvm::enumerate(entries)) {
      FunctionOpInterface function = entry.function;
      indexOf[function] = index;
    }
    for (auto [index, entry] : llvm::enumerate(entries)) {
      FunctionOpInterface function = entry.function;
      function->walk([&, caller = index](CallOpInterface call) {
        auto it = indexOf.find(call.resolveCallableInTable(&symbols));
        if (it == indexOf.end())
          return;
        callees[caller].push_back(it->second);
        callers[it->second].push_back(caller);
      });
    }
  }
};
} // namespace

/// Repeatedly takes a function whose `required` are all taken, and returns them
/// in that order. Functions that `taken` marks already count as taken.
static std::vector<size_t> peel(ArrayRef<SmallVector<size_t>> required,
                                ArrayRef<SmallVector<size_t>> dependents,
                                std::vector<bool> &taken) {
  std::vector<size_t> missing(required.size(), 0), order;
  for (auto [index, list] : llvm::enumerate(required))
    for (size_t other : list)
      missing[index] += !taken[other];
  for (size_t index = 0; index < required.size(); ++index)
    if (!taken[index] && missing[index] == 0)
      order.push_back(index);
  for (size_t next = 0; next < order.size(); ++next) {
    taken[order[next]] = true;
    for (size_t dependent : dependents[order[next]])
      if (!taken[dependent] && --missing[dependent] == 0)
        order.push_back(dependent);
  }
  return order;
}

/// All functions, callees first; those on a cycle of calls come before what
/// calls them, in module order, and are marked in `recursive`.
static std::vector<size_t> calleesFirst(const CallGraph &graph,
                                        std::vector<bool> &recursive) {
  size_t size = graph.callees.size();
  std::vector<bool> taken(size, false);
  std::vector<size_t> order = peel(graph.callees, graph.callers, taken);
  if (order.size() == size)
    return order;
  // What is left reaches a cycle. Peeling from the callers' side leaves the
  // cycles and what lies between two of them.
  std::vector<bool> above = taken;
  peel(graph.callers, graph.callees, above);
  for (size_t index = 0; index < size; ++index) {
    if (!taken[index] && !above[index]) {
      order.push_back(index);
      taken[index] = true;
      recursive[index] = true;
    }
  }
  llvm::append_range(order, peel(graph.callees, graph.callers, taken));
  return order;
}

std::unique_ptr<ProgramPlan> planProgram(Operation *root,
                                         const ModelOptions &options,
                                         const ScheduleOptions *scheduling) {
  auto program = std::make_unique<ProgramPlan>();
  program->options = options;
  bool wholeProgram = !isa<FunctionOpInterface>(root);
  root->walk([&](FunctionOpInterface function) {
    program->entries.push_back({function, nullptr});
  });

  // A pass on one function must not look at the others: threads may be at work
  // on them.
  size_t size = program->entries.size();
  program->recursive.assign(size, !wholeProgram);
  if (wholeProgram)
    program->calleesFirst = calleesFirst(
        CallGraph(program->entries, program->symbols), program->recursive);
  else
    for (size_t index = 0; index < size; ++index)
      program->calleesFirst.push_back(index);

  for (size_t index : program->calleesFirst) {
    ProgramPlan::Entry &entry = program->entries[index];
    if (entry.function.isExternal())
      continue;
    entry.plan =
        FunctionPlan::compute(entry.function, program->options,
                              wholeProgram ? &program->summaries : nullptr,
                              program->symbols, scheduling);
    if (!entry.plan)
      return nullptr;
    if (wholeProgram)
      program->summaries[entry.function] = entry.plan->summarize();
  }
  return program;
}

} // namespace memopt
