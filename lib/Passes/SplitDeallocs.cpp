//===- SplitDeallocs.cpp - The --split-deallocs pass ----------------------===//
//
// Model, find, prove, rewrite. Linear in the function.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Deallocs.h"
#include "memopt/IR/Rewrite.h"
#include "memopt/Passes/Passes.h"

#include "PassSetup.h"
#include "ProgramPlan.h"

namespace memopt {

#define GEN_PASS_DEF_SPLITDEALLOCS
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

namespace {

struct SplitDeallocsPass : memopt::impl::SplitDeallocsBase<SplitDeallocsPass> {
  using SplitDeallocsBase::SplitDeallocsBase;

  bool canScheduleOn(RegisteredOperationName name) const override {
    return runsOnFunctionsIn(name);
  }

  void runOnOperation() override {
    std::unique_ptr<ProgramPlan> program =
        planProgram(getOperation(), ModelOptions(), /*scheduling=*/nullptr);
    if (!program)
      return signalPassFailure();
    std::vector<DeallocSplit> splits;
    for (ProgramPlan::Entry &entry : program->entries)
      if (entry.plan)
        llvm::append_range(splits, findDeallocSplits(entry.plan->getStorage()));
    // A pass on one function must not look at others.
    SmallVector<FunctionOpInterface> callees;
    if (!isa<FunctionOpInterface>(getOperation()))
      for (size_t index : program->calleesFirst)
        callees.push_back(program->entries[index].function);
    keepProvedSplits(splits, callees, program->symbols);
    applyDeallocSplits(splits);
    if (splits.empty())
      markAllAnalysesPreserved();
  }
};

} // namespace
