//===- KeptArguments.cpp - Which arguments outlive a call -----------------===//
//
// The rule of trust of Lifetimes, seen from inside of a callee: an argument is
// not kept if every use of every alias of it is by an op whose effects are
// known, that cannot keep the pointer, and that is done when it returns.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/KeptArguments.h"

#include "memopt/IR/Effects.h"
#include "memopt/IR/Lifetimes.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"

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

SmallVector<bool> findKeptArguments(const Storage &storage) {
  FunctionOpInterface function = storage.getFunction();
  SmallVector<bool> kept(function.getNumArguments(), false);
  DenseMap<RootId, unsigned> argumentOf;
  for (auto [number, argument] : llvm::enumerate(function.getArguments())) {
    std::optional<RootId> root = storage.ownRoot(argument);
    if (!root)
      continue;
    argumentOf[*root] = number;
    kept[number] = storage.root(*root).escapes || storage.root(*root).freed ||
                   storage.root(*root).mixed;
  }
  function.getFunctionBody().walk([&](Operation *op) {
    std::optional<bool> lingers;
    for (Value operand : op->getOperands()) {
      for (RootId id : storage.rootsOf(operand)) {
        auto it = argumentOf.find(id);
        if (it == argumentOf.end() || kept[it->second])
          continue;
        if (!lingers)
          lingers = mayLinger(op, function);
        kept[it->second] = *lingers;
      }
    }
  });
  return kept;
}

} // namespace memopt
