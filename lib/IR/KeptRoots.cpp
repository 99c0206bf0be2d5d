//===- KeptRoots.cpp - Which storage is reachable after a call ------------===//
//
// The rule of trust of Lifetimes, seen from inside of a callee: an argument, or
// what the callee returns, is not kept if every use of every alias of it is by
// an op whose effects are known, that cannot keep the pointer, and that is done
// when it returns.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/KeptRoots.h"

#include "memopt/IR/Effects.h"
#include "memopt/IR/Lifetimes.h"

#include "mlir/Dialect/Async/IR/Async.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;

namespace memopt {

/// True if work on what `op` uses may go on when the function returns, or if
/// its operand may become one buffer with another.
static bool mayLinger(Operation *op, Operation *function) {
  if (handlesAsyncWork(op) || isa<bufferization::CloneOp>(op))
    return true;
  for (; op && op != function; op = op->getParentOp())
    if (op->getNumRegions() != 0 && regionOrderOf(op) == RegionOrder::Unknown)
      return true;
  return false;
}

/// True for storage that stands for what is made inside of an op with regions.
static bool isHandedOut(const Root &root) {
  Operation *op = root.value ? root.value.getDefiningOp() : nullptr;
  return root.kind == RootKind::Carried || (op && op->getNumRegions() != 0);
}

std::vector<bool> findKeptRoots(const Storage &storage) {
  std::vector<bool> kept;
  for (RootId id = 0; id < storage.numRoots(); ++id) {
    const Root &root = storage.root(id);
    kept.push_back(root.escapes || root.freed || root.mixed ||
                   isHandedOut(root));
  }
  FunctionOpInterface function = storage.getFunction();
  // A coroutine goes on after it has returned.
  WalkResult walk =
      function.getFunctionBody().walk([](Operation *op) -> WalkResult {
        return isa<async::CoroBeginOp, LLVM::CoroBeginOp>(op)
                   ? WalkResult::interrupt()
                   : WalkResult::advance();
      });
  if (walk.wasInterrupted())
    return std::vector<bool>(storage.numRoots(), true);
  function.getFunctionBody().walk([&](Operation *op) {
    std::optional<bool> lingers;
    for (Value operand : op->getOperands()) {
      for (RootId id : storage.rootsOf(operand)) {
        if (kept[id])
          continue;
        if (!lingers)
          lingers = mayLinger(op, function);
        kept[id] = *lingers;
      }
    }
  });
  return kept;
}

} // namespace memopt
