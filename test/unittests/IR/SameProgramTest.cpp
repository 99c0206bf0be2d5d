//===- SameProgramTest.cpp - A rewrite that went wrong is found -----------===//
//
// Programs that are rewritten right, and then made wrong one operand, one
// attribute, one op at a time: each of these must be found.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/SameProgram.h"
#include "memopt/IR/Rewrite.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tensor/Transforms/BufferizableOpInterfaceImpl.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace memopt;

namespace {

/// A switch, a switch without cases, loops that yield what is not theirs, and
/// blocks.
constexpr const char *kYields = R"(
func.func @f(%x: tensor<4xf32>, %y: tensor<4xf32>, %f: f32, %g: f32, %i: index,
             %j: index, %p: i1, %q: i1) -> (tensor<4xf32>, tensor<4xf32>, f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %s = tensor.extract_slice %x[0] [4] [1] : tensor<4xf32> to tensor<4xf32>
  %t = tensor.extract_slice %y[0] [4] [1] : tensor<4xf32> to tensor<4xf32>
  %u:2 = scf.index_switch %i -> tensor<4xf32>, tensor<4xf32>
  case 2 {
    %v = tensor.insert %f into %x[%j] : tensor<4xf32>
    scf.yield %v, %y : tensor<4xf32>, tensor<4xf32>
  }
  case 5 {
    %v = tensor.insert %g into %y[%j] : tensor<4xf32>
    %w = scf.index_switch %j -> tensor<4xf32>
    default {
      %z = tensor.insert %f into %v[%i] : tensor<4xf32>
      scf.yield %z : tensor<4xf32>
    }
    scf.yield %w, %v : tensor<4xf32>, tensor<4xf32>
  }
  default {
    scf.yield %y, %x : tensor<4xf32>, tensor<4xf32>
  }
  %l:3 = scf.for %k = %c0 to %i step %c1
      iter_args(%a = %u#0, %b = %u#1, %c = %x)
      -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
    %v = tensor.insert %f into %c[%k] : tensor<4xf32>
    scf.yield %s, %u#1, %v : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
  }
  %m:2 = scf.while (%a = %l#0, %b = %p)
      : (tensor<4xf32>, i1) -> (tensor<4xf32>, tensor<4xf32>) {
    scf.condition(%b) %a, %t : tensor<4xf32>, tensor<4xf32>
  } do {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>):
    %v = tensor.insert %g into %b[%c1] : tensor<4xf32>
    %less = arith.cmpi slt, %i, %j : index
    scf.yield %v, %less : tensor<4xf32>, i1
  }
  cf.cond_br %q, ^bb1(%m#0 : tensor<4xf32>), ^bb2(%m#1 : tensor<4xf32>)
^bb1(%d: tensor<4xf32>):
  cf.br ^bb2(%d : tensor<4xf32>)
^bb2(%e: tensor<4xf32>):
  %r = tensor.extract %l#1[%c0] : tensor<4xf32>
  return %e, %l#2, %r : tensor<4xf32>, tensor<4xf32>, f32
})";

/// A fill for three, and a fill for nobody else.
constexpr const char *kFills = R"(
func.func @f(%x: tensor<4x4xf32>, %y: tensor<4x4xf32>, %f: f32, %g: f32)
    -> (tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>) {
  %e = tensor.empty() : tensor<4x4xf32>
  %a = linalg.fill ins(%f : f32) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
  %h = linalg.fill ins(%g : f32) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
  %p = linalg.matmul ins(%x, %y : tensor<4x4xf32>, tensor<4x4xf32>) outs(%a : tensor<4x4xf32>) -> tensor<4x4xf32>
  %q = linalg.matmul ins(%p, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%a : tensor<4x4xf32>) -> tensor<4x4xf32>
  %r = linalg.matmul ins(%q, %h : tensor<4x4xf32>, tensor<4x4xf32>) outs(%a : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %p, %q, %r : tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>
})";

std::string textOf(Operation *op) {
  std::string text;
  llvm::raw_string_ostream(text) << *op;
  return text;
}

class SameProgram : public testing::Test {
protected:
  SameProgram() {
    DialectRegistry registry;
    tensor::registerBufferizableOpInterfaceExternalModels(registry);
    context.appendDialectRegistry(registry);
    context.loadDialect<
        arith::ArithDialect, bufferization::BufferizationDialect,
        cf::ControlFlowDialect, func::FuncDialect, linalg::LinalgDialect,
        scf::SCFDialect, tensor::TensorDialect>();
  }

  OwningOpRef<ModuleOp> load(const char *text) {
    OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(text, &context);
    EXPECT_TRUE(module);
    return module;
  }

  /// True if `wrong` is found to be another program than `right`.
  static bool isFound(Operation *right, Operation *wrong) {
    return checkSameProgram(right, wrong).has_value();
  }

  void expectAllFound(const char *text,
                      FailureOr<bool> (*rewrite)(Operation *));

  MLIRContext context;
};

/// The values that an op may have in place of `operand`.
std::vector<Value> valuesFor(OpOperand &operand, Operation *root,
                             const DominanceInfo &dominance) {
  std::vector<Value> values;
  auto add = [&](Value value) {
    if (value != operand.get() && value.getType() == operand.get().getType() &&
        dominance.properlyDominates(value, operand.getOwner()))
      values.push_back(value);
  };
  root->walk([&](Operation *op) {
    llvm::for_each(op->getResults(), add);
    for (Region &region : op->getRegions())
      for (Block &block : region)
        llvm::for_each(block.getArguments(), add);
  });
  return values;
}

/// True if `left` and `right` are two names of one value: they are made alike
/// of one value, or a loop carries the one and never changes it.
bool areAlike(Value left, Value right) {
  auto isCarried = [](Value carried, Value init) {
    auto argument = dyn_cast<BlockArgument>(carried);
    auto loop = argument
                    ? dyn_cast<scf::ForOp>(argument.getOwner()->getParentOp())
                    : scf::ForOp();
    if (!loop || argument == loop.getInductionVar())
      return false;
    unsigned number = argument.getArgNumber() - 1;
    return loop.getYieldedValues()[number] == carried &&
           loop.getInitArgs()[number] == init;
  };
  auto isCopy = [](Value copy, Value source) {
    Operation *op = copy.getDefiningOp();
    return isa_and_nonnull<linalg::CopyOp, bufferization::AllocTensorOp>(op) &&
           op->getOperand(0) == source;
  };
  for (auto [name, value] : {std::pair(left, right), std::pair(right, left)})
    if (isCarried(name, value) || isCopy(name, value))
      return true;
  Operation *op = left.getDefiningOp(), *other = right.getDefiningOp();
  if (!op || !other || op->getName() != other->getName())
    return false;
  return isa<tensor::EmptyOp>(op) ||
         (isa<linalg::FillOp>(op) && op->getOperand(0) == other->getOperand(0));
}

/// True if it makes no difference to the program what `operand` is: a copy
/// writes over it.
bool isWrittenOver(OpOperand &operand) {
  auto copy = dyn_cast<linalg::CopyOp>(operand.getOwner());
  return copy && copy.isDpsInit(&operand);
}

/// Rewrites the program of `text`, and makes the result wrong in each operand.
void SameProgram::expectAllFound(const char *text,
                                 FailureOr<bool> (*rewrite)(Operation *)) {
  OwningOpRef<ModuleOp> before = load(text), after = load(text);
  FailureOr<bool> changed = rewrite(*after);
  ASSERT_TRUE(succeeded(changed) && *changed);
  ASSERT_FALSE(isFound(*before, *after));

  std::vector<OpOperand *> operands;
  after->walk<WalkOrder::PreOrder>([&](Operation *op) {
    for (OpOperand &operand : op->getOpOperands())
      operands.push_back(&operand);
    // What is in them is known by their names.
    return isa<linalg::FillOp, linalg::CopyOp>(op) ? WalkResult::skip()
                                                   : WalkResult::advance();
  });
  DominanceInfo dominance(*after);
  unsigned wrong = 0;
  for (OpOperand *operand : operands) {
    Value right = operand->get();
    for (Value value : valuesFor(*operand, *after, dominance)) {
      bool isWrong = !isWrittenOver(*operand) && !areAlike(right, value);
      operand->set(value);
      EXPECT_EQ(isFound(*before, *after), isWrong)
          << "operand " << operand->getOperandNumber() << " of "
          << textOf(operand->getOwner());
      operand->set(right);
      wrong += isWrong;
    }
  }
  EXPECT_GT(wrong, 50u);
}

TEST_F(SameProgram, OperandsOfYields) {
  expectAllFound(kYields, makeYieldsSafe);
}

TEST_F(SameProgram, OperandsOfFills) { expectAllFound(kFills, splitFills); }

/// What else may be wrong with an op.
TEST_F(SameProgram, OtherThanOperands) {
  OwningOpRef<ModuleOp> before = load(kYields);
  auto expectFound = [&](llvm::function_ref<void(Operation *)> spoil) {
    OwningOpRef<ModuleOp> after = load(kYields);
    ASSERT_TRUE(succeeded(makeYieldsSafe(*after)));
    std::string right = textOf(*after);
    spoil(*after);
    EXPECT_NE(textOf(*after), right);
    EXPECT_TRUE(isFound(*before, *after)) << textOf(*after);
  };
  auto each = [&](auto &&kind, auto &&spoil) {
    using Op = std::decay_t<decltype(kind)>;
    OwningOpRef<ModuleOp> after = load(kYields);
    ASSERT_TRUE(succeeded(makeYieldsSafe(*after)));
    unsigned size = 0;
    after->walk([&](Op) { ++size; });
    EXPECT_GT(size, 0u);
    for (unsigned index = 0; index < size; ++index)
      expectFound([&](Operation *root) {
        unsigned at = 0;
        root->walk([&](Op op) {
          if (at++ == index)
            spoil(op);
        });
      });
  };
  each(arith::ConstantOp(), [](arith::ConstantOp op) {
    op.setValueAttr(IntegerAttr::get(
        op.getType(), cast<IntegerAttr>(op.getValue()).getInt() + 1));
  });
  each(arith::CmpIOp(),
       [](arith::CmpIOp op) { op.setPredicate(arith::CmpIPredicate::ne); });
  each(tensor::ExtractSliceOp(),
       [](tensor::ExtractSliceOp op) { op.setStaticOffsets({1}); });
  each(tensor::InsertOp(), [](tensor::InsertOp op) {
    op.replaceAllUsesWith(op.getDest());
    op.erase();
  });
  each(tensor::InsertOp(),
       [](tensor::InsertOp op) { OpBuilder(op).clone(*op); });
  each(scf::IfOp(), [](scf::IfOp op) {
    Region then;
    then.takeBody(op.getThenRegion());
    op.getThenRegion().takeBody(op.getElseRegion());
    op.getElseRegion().takeBody(then);
  });
  each(cf::CondBranchOp(),
       [](cf::CondBranchOp op) { op->setSuccessor(op.getFalseDest(), 0); });
}

/// In a block that nothing reaches, values may depend on themselves.
TEST_F(SameProgram, ThatIsNotReached) {
  OwningOpRef<ModuleOp> module = load(R"(
func.func @f(%i: index, %x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
^bb1:
  %p = arith.cmpi eq, %q, %p : i1
  %q = arith.cmpi eq, %p, %q : i1
  %s = scf.index_switch %i -> tensor<4xf32>
  case 1 { scf.yield %x : tensor<4xf32> }
  default { scf.yield %y : tensor<4xf32> }
  %t = arith.select %p, %x, %s : tensor<4xf32>
  cf.br ^bb1
})");
  FailureOr<bool> changed = makeYieldsSafe(*module);
  EXPECT_TRUE(succeeded(changed) && *changed);
}

/// A rewrite that is found to be wrong does not take place.
TEST_F(SameProgram, ReportsAndLeavesAsItWas) {
  OwningOpRef<ModuleOp> module = load(kFills);
  std::string text = textOf(*module), message;
  ScopedDiagnosticHandler listen(&context, [&](Diagnostic &diagnostic) {
    message += diagnostic.str();
    return success();
  });
  FailureOr<bool> changed =
      rewriteChecked(*module, "fills", [](Operation *root) {
        root->walk([](linalg::FillOp fill) {
          auto function = fill->getParentOfType<func::FuncOp>();
          fill->setOperand(0, function.getArgument(3));
        });
        return true;
      });
  EXPECT_TRUE(failed(changed));
  EXPECT_EQ(textOf(*module), text);
  EXPECT_EQ(message, "memopt rewrote fills in a way that its checker rejects, "
                     "so nothing was changed; please report this: operand 2 of "
                     "'linalg.matmul' is another value");
}

} // namespace
