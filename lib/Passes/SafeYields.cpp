//===- SafeYields.cpp - The --safe-yields pass ----------------------------===//
//
// Rewrites the yields that one-shot bufferization gets wrong. Linear in the
// function.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"
#include "memopt/Passes/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace memopt {

#define GEN_PASS_DEF_SAFEYIELDS
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

namespace {

struct SafeYieldsPass : memopt::impl::SafeYieldsBase<SafeYieldsPass> {
  using SafeYieldsBase::SafeYieldsBase;

  void runOnOperation() override {
    FailureOr<bool> changed = makeYieldsSafe(getOperation());
    if (failed(changed))
      return signalPassFailure();
    if (!changed.value_or(true))
      markAllAnalysesPreserved();
  }
};

} // namespace
