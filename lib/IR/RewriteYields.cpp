//===- RewriteYields.cpp - Yields that bufferization gets right -----------===//
//
// The analysis of one-shot bufferization in MLIR 22.1.8 misses some aliases,
// and then lets an op write over storage that is still needed:
//
//   - of the results of an scf.index_switch and what its regions yield;
//   - of the result of a loop and a tensor from outside of the loop that its
//     body yields, if that tensor is a view that becomes a copy;
//   - of two results of a call (RewriteReturns.cpp).
//
// So a switch of tensors becomes a chain of scf.if, and a loop copies what it
// yields from outside into its own iter_arg, or yields the iter_arg if that has
// had the same value all along. Both compute the same. Linear in the ops.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "RewriteReturns.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Interfaces/CallInterfaces.h"

using namespace mlir;

namespace memopt {

static bool isTensor(Type type) { return isa<TensorType>(type); }

/// Puts the body of `block`, which yields as many values as `op` has results,
/// before `op`, and replaces `op`.
static void inlineInPlaceOf(Operation *op, Block &block) {
  Operation *yield = block.getTerminator();
  op->replaceAllUsesWith(yield->getOperands());
  yield->erase();
  op->getBlock()->getOperations().splice(Block::iterator(op),
                                         block.getOperations());
  op->erase();
}

static void replaceByIfs(scf::IndexSwitchOp op) {
  Location loc = op.getLoc();
  OpBuilder builder(op);
  if (op.getCases().empty())
    return inlineInPlaceOf(op, op.getDefaultBlock());
  scf::IfOp outermost, innermost;
  for (auto [value, region] :
       llvm::zip_equal(op.getCases(), op.getCaseRegions())) {
    Value constant = arith::ConstantIndexOp::create(builder, loc, value);
    Value isCase = arith::CmpIOp::create(builder, loc, arith::CmpIPredicate::eq,
                                         op.getArg(), constant);
    auto test =
        scf::IfOp::create(builder, loc, op.getResultTypes(), isCase,
                          /*addThenBlock=*/false, /*addElseBlock=*/false);
    test.getThenRegion().takeBody(region);
    if (innermost) {
      // What was built since stands in the else branch of the case before.
      scf::YieldOp::create(builder, loc, test.getResults());
    } else {
      outermost = test;
    }
    innermost = test;
    builder.createBlock(&test.getElseRegion());
  }
  innermost.getElseRegion().takeBody(op.getDefaultRegion());
  op->replaceAllUsesWith(outermost.getResults());
  op->erase();
}

/// True if `value` is defined outside of `loop`.
static bool isFromOutside(Value value, Operation *loop) {
  return !loop->isAncestor(value.getParentBlock()->getParentOp());
}

/// True if `value` is a view of another tensor, and becomes a copy of it if
/// that is written.
static bool isView(Value value) {
  auto result = dyn_cast<OpResult>(value);
  return result && (isa<CallOpInterface>(result.getOwner()) ||
                    !tensorsViewedBy(result).empty());
}

/// Makes `yielded`, an operand of a terminator in `loop`, storage of the loop's
/// own: `argument`, what it becomes in the next iteration, if there is one.
static bool yieldOwn(OpOperand &yielded, Operation *loop, Value argument) {
  Value value = yielded.get();
  auto type = dyn_cast<RankedTensorType>(value.getType());
  if (!type || !isFromOutside(value, loop) || !isView(value))
    return false;
  OpBuilder builder(yielded.getOwner());
  Location loc = yielded.getOwner()->getLoc();
  // The types of dynamic sizes say nothing about the sizes.
  if (argument && argument.getType() == type && type.hasStaticShape())
    yielded.set(
        linalg::CopyOp::create(builder, loc, value, argument)->getResult(0));
  else
    yielded.set(bufferization::AllocTensorOp::create(builder, loc, type,
                                                     ValueRange(), value));
  return true;
}

static bool yieldOwn(scf::ForOp loop) {
  bool changed = false;
  for (auto [yielded, argument, init] :
       llvm::zip_equal(loop.getBody()->getTerminator()->getOpOperands(),
                       loop.getRegionIterArgs(), loop.getInitArgs())) {
    if (yielded.get() == init && isTensor(init.getType())) {
      yielded.set(argument);
      changed = true;
    } else {
      changed |= yieldOwn(yielded, loop, argument);
    }
  }
  return changed;
}

static bool yieldOwn(scf::WhileOp loop) {
  bool changed = false;
  auto argumentAt = [](Block::BlockArgListType arguments, unsigned number) {
    return number < arguments.size() ? Value(arguments[number]) : Value();
  };
  for (auto [number, yielded] :
       llvm::enumerate(loop.getConditionOp().getArgsMutable()))
    changed |=
        yieldOwn(yielded, loop, argumentAt(loop.getBeforeArguments(), number));
  for (auto [number, yielded] :
       llvm::enumerate(loop.getYieldOp().getResultsMutable()))
    changed |=
        yieldOwn(yielded, loop, argumentAt(loop.getAfterArguments(), number));
  return changed;
}

static bool makeAllYieldsSafe(Operation *root) {
  bool changed = false;
  SmallVector<scf::IndexSwitchOp> switches;
  root->walk([&](Operation *op) {
    if (auto loop = dyn_cast<scf::ForOp>(op))
      changed |= yieldOwn(loop);
    else if (auto loop = dyn_cast<scf::WhileOp>(op))
      changed |= yieldOwn(loop);
    else if (auto choice = dyn_cast<scf::IndexSwitchOp>(op))
      if (llvm::any_of(choice.getResultTypes(), isTensor))
        switches.push_back(choice);
  });
  // The walk was from the inside out.
  llvm::for_each(switches, replaceByIfs);
  // Once there are no switches, whose results it does not follow.
  changed |= returnTensorsOnce(root);
  return changed || !switches.empty();
}

FailureOr<bool> makeYieldsSafe(Operation *root) {
  return rewriteChecked(root, "yields", makeAllYieldsSafe);
}

} // namespace memopt
