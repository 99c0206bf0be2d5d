//===- SplitFills.cpp - The --split-fills pass ----------------------------===//
//
// Finds the fills that several ops write over, and gives each of them its own.
// Linear in the function.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"
#include "memopt/Passes/Passes.h"

namespace memopt {

#define GEN_PASS_DEF_SPLITFILLS
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

namespace {

struct SplitFillsPass : memopt::impl::SplitFillsBase<SplitFillsPass> {
  using SplitFillsBase::SplitFillsBase;

  void runOnOperation() override {
    FailureOr<bool> changed = splitFills(getOperation());
    if (failed(changed))
      return signalPassFailure();
    if (!changed.value_or(true))
      markAllAnalysesPreserved();
  }
};

} // namespace
