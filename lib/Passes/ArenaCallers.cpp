//===- ArenaCallers.cpp - Which functions may get an arena ----------------===//
//
// An arena that a function allocates is its own. One that is an argument needs
// all callers in the program to be known, and one that is a global, besides,
// that the function never runs twice at a time. Linear in the symbol uses.
//
//===----------------------------------------------------------------------===//

#include "ArenaCallers.h"

#include "memopt/IR/Lifetimes.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace memopt {

/// True if something between `op` and its function may run it several times at
/// once.
static bool mayRunAtOnce(Operation *op, Operation *function) {
  for (Operation *around = op->getParentOp(); around && around != function;
       around = around->getParentOp())
    if (regionOrderOf(around) != RegionOrder::Sequential)
      return true;
  return false;
}

/// All uses of symbols under `root`, in nested symbol tables too; nothing if
/// there may be some that cannot be seen.
static std::optional<std::vector<SymbolTable::SymbolUse>>
symbolUsesIn(Operation *root) {
  std::vector<SymbolTable::SymbolUse> all;
  WalkResult walk = root->walk([&](Operation *op) {
    if (!op->hasTrait<OpTrait::SymbolTable>())
      return WalkResult::advance();
    for (Region &region : op->getRegions()) {
      std::optional<SymbolTable::UseRange> uses =
          SymbolTable::getSymbolUses(&region);
      if (!uses)
        return WalkResult::interrupt();
      all.insert(all.end(), uses->begin(), uses->end());
    }
    return WalkResult::advance();
  });
  if (walk.wasInterrupted())
    return std::nullopt;
  return all;
}

std::vector<StringRef> whyNoArena(Operation *root, ProgramPlan &program,
                                  ArenaMode mode) {
  size_t size = program.entries.size();
  std::vector<StringRef> why(size);
  if (mode == ArenaMode::Allocate)
    return why;
  DenseMap<Operation *, size_t> indexOf;
  for (auto [index, entry] : llvm::enumerate(program.entries)) {
    Operation *function = entry.function;
    indexOf[function] = index;
    if (!isa<func::FuncOp>(function))
      why[index] = "is not of the func dialect, and cannot get a new argument "
                   "or a global";
    else if (program.recursive[index])
      why[index] = "is recursive, so that its arena may be in use when it is "
                   "called";
  }

  std::vector<SmallVector<size_t>> callees(size);
  // Whoever calls by a pointer may do so from several places at once, or while
  // the function runs; kernels and the like run many times at once.
  std::vector<bool> atOnce(size, false);
  for (auto [index, entry] : llvm::enumerate(program.entries))
    atOnce[index] = !isa<func::FuncOp>(entry.function);
  std::optional<std::vector<SymbolTable::SymbolUse>> uses = symbolUsesIn(root);
  if (!uses) {
    for (StringRef &reason : why)
      if (reason.empty())
        reason = "may be used by an op that is not known";
    return why;
  }
  for (SymbolTable::SymbolUse use : *uses) {
    Operation *user = use.getUser();
    auto callee = indexOf.find(
        program.symbols.lookupNearestSymbolFrom(user, use.getSymbolRef()));
    if (callee == indexOf.end())
      continue;
    auto caller =
        isa<func::CallOp>(user)
            ? indexOf.find(user->getParentOfType<FunctionOpInterface>())
            : indexOf.end();
    if (caller == indexOf.end()) {
      if (why[callee->second].empty())
        why[callee->second] = "is used by more than direct calls";
      atOnce[callee->second] = true;
      continue;
    }
    callees[caller->second].push_back(callee->second);
    if (mayRunAtOnce(user, program.entries[caller->second].function))
      atOnce[callee->second] = true;
  }
  if (mode == ArenaMode::Argument)
    return why;
  // From the callers down, also around cycles of calls.
  std::vector<size_t> worklist;
  for (size_t index = 0; index < size; ++index)
    if (atOnce[index])
      worklist.push_back(index);
  while (!worklist.empty()) {
    size_t caller = worklist.back();
    worklist.pop_back();
    for (size_t callee : callees[caller]) {
      if (atOnce[callee])
        continue;
      atOnce[callee] = true;
      worklist.push_back(callee);
    }
  }
  for (size_t index = 0; index < size; ++index)
    if (atOnce[index] && why[index].empty())
      why[index] = "may run several times at once";
  return why;
}

} // namespace memopt
