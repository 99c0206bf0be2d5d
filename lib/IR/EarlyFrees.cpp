//===- EarlyFrees.cpp - Deallocs that can stand earlier -------------------===//
//
// Lifetimes of the results of calls say where their content is needed last. The
// check goes over the blocks once more, and looks at the storage of each
// operand.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/EarlyFrees.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace memopt {

namespace {
/// Finds the ops behind which runs of deallocs stand.
class DeallocRuns {
public:
  /// The last op before `dealloc` that is no dealloc; null if there is none.
  /// Each dealloc is passed once, whatever is asked.
  Operation *opBefore(Operation *dealloc) {
    SmallVector<Operation *> run;
    Operation *op = dealloc;
    auto known = before.end();
    while (op && isa<memref::DeallocOp>(op) && known == before.end()) {
      known = before.find(op);
      run.push_back(op);
      op = op->getPrevNode();
    }
    Operation *found = known != before.end() ? known->second : op;
    for (Operation *passed : run)
      before[passed] = found;
    return found;
  }

private:
  DenseMap<Operation *, Operation *> before;
};
} // namespace

std::vector<EarlyFree> findEarlyFrees(const Lifetimes &callResults) {
  std::vector<EarlyFree> frees;
  DeallocRuns runs;
  for (const Lifetime &lifetime : callResults.all()) {
    if (lifetime.end != LifetimeEnd::LastUse || !lifetime.inOneBlock ||
        !lifetime.ownDealloc || !lifetime.isFreedInItsSpace())
      continue;
    Operation *last = lifetime.lastUse ? lifetime.lastUse : lifetime.alloc;
    if (runs.opBefore(lifetime.ownDealloc) != last)
      frees.push_back({lifetime.ownDealloc, lifetime.value(), last});
  }
  return frees;
}

std::optional<std::string> checkEarlyFrees(ArrayRef<EarlyFree> frees,
                                           const Storage &storage) {
  llvm::SetVector<Block *> blocks;
  DenseMap<RootId, const EarlyFree *> freeOf;
  for (const EarlyFree &free : frees) {
    std::optional<RootId> root = storage.ownRoot(free.memref);
    if (!root ||
        storage.rootsOf(free.dealloc->getOperand(0)) != ArrayRef<RootId>(*root))
      return "a dealloc may free something else than the result of a call";
    if (free.after->getBlock() != free.dealloc->getBlock() ||
        !free.after->isBeforeInBlock(free.dealloc))
      return "a dealloc would move down, or to another block";
    freeOf[*root] = &free;
    blocks.insert(free.dealloc->getBlock());
  }
  for (Block *block : blocks) {
    for (Operation &op : *block) {
      WalkResult walk = op.walk([&](Operation *nested) {
        // A view is a use where it is used.
        if (isPureView(nested) && !nested->use_empty())
          return WalkResult::advance();
        for (Value operand : nested->getOperands())
          for (RootId root : storage.rootsOf(operand)) {
            const EarlyFree *free = freeOf.lookup(root);
            if (free && free->dealloc != nested &&
                free->dealloc->getBlock() == block &&
                free->after->isBeforeInBlock(&op))
              return WalkResult::interrupt();
          }
        return WalkResult::advance();
      });
      if (walk.wasInterrupted())
        return "'" + op.getName().getStringRef().str() +
               "' uses what would be freed before it";
    }
  }
  return std::nullopt;
}

} // namespace memopt
