//===- CheckArenasFixture.h - A function with a right plan ------*- C++ -*-===//

#ifndef MEMOPT_TEST_UNITTESTS_IR_CHECKARENASFIXTURE_H
#define MEMOPT_TEST_UNITTESTS_IR_CHECKARENASFIXTURE_H

#include "memopt/IR/Arena.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"

namespace memopt {

/// The first function of a module, with its model and a right plan: every
/// buffer on its own, or all in place of one another. Each test makes something
/// of it wrong.
class CheckArenas : public testing::Test {
protected:
  void load(const char *text, bool inPlace = false) {
    context.loadDialect<mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect,
                        mlir::func::FuncDialect, mlir::linalg::LinalgDialect,
                        mlir::memref::MemRefDialect, mlir::scf::SCFDialect,
                        mlir::vector::VectorDialect>();
    module = mlir::parseSourceString<mlir::ModuleOp>(text, &context);
    ASSERT_TRUE(module);
    auto function = *module->getOps<mlir::func::FuncOp>().begin();
    storage.emplace(function, options, /*summaries=*/nullptr, symbols);
    lifetimes.emplace(*storage);
    ArenaModelOptions how;
    how.inPlace = inPlace;
    model = buildArenaModel(*storage, *lifetimes, how, needs());
    ASSERT_FALSE(model.arenas.empty());
    plans.resize(model.arenas.size());
    // The arena of an iteration comes after the one around it.
    for (auto index = static_cast<unsigned>(plans.size()); index-- > 0;) {
      plans[index] = planFor(model.arenas[index], inPlace);
      if (model.arenas[index].loop) {
        ASSERT_TRUE(reserveSlices(model, index, plans[index].height));
      }
    }
    ASSERT_EQ(check(), std::nullopt);
  }
  Arena &arena(size_t index = 0) { return model.arenas[index]; }
  PackingBuffer &buffer(size_t index) { return arena().problem.buffers[index]; }
  std::optional<std::string> check() {
    return checkArenas(model, *storage, *lifetimes, needs(), plans);
  }
  /// That the check finds just this.
  void expectFault(llvm::StringRef message) {
    std::optional<std::string> fault = check();
    ASSERT_TRUE(fault);
    EXPECT_NE(fault->find(message.str()), std::string::npos) << *fault;
  }

  /// The index of the slot of the function's arena that stands for an `Op`.
  template <typename Op> size_t slotOf() {
    for (size_t slot = 0; slot < arena().slots.size(); ++slot)
      if (mlir::isa<Op>(arena().slots[slot].op))
        return slot;
    ADD_FAILURE() << "no such slot";
    return 0;
  }
  /// The first step of the first `Op`.
  template <typename Op> Time stepOf() {
    for (Step step = 0; step < lifetimes->numSteps(); ++step)
      if (mlir::isa<Op>(lifetimes->opAt(step)))
        return step;
    ADD_FAILURE() << "no such op";
    return 0;
  }

  /// Moves a slot, not the first, to a place of its own at the end of the
  /// arena, `shift` bytes off the alignment of 64 that the arena then has.
  void moveToEnd(size_t slot, Bytes shift) {
    ArenaPlan &plan = plans.front();
    plan.offsets[slot] =
        static_cast<Bytes>(llvm::alignTo(plan.height, 64)) + shift;
    plan.height = plan.offsets[slot] + buffer(slot).size;
    buffer(slot).alignment = 1;
    buffer(0).alignment = arena().askedAlignment = 64;
  }

  /// What every call wants.
  std::vector<ArenaNeed> wanted;

  mlir::MLIRContext context;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  ModelOptions options;
  mlir::SymbolTableCollection symbols;
  std::optional<Storage> storage;
  std::optional<Lifetimes> lifetimes;
  ArenaModel model;
  std::vector<ArenaPlan> plans;

private:
  static ArenaPlan planFor(const Arena &arena, bool inPlace) {
    ArenaPlan plan;
    for (const PackingBuffer &buffer : arena.problem.buffers) {
      plan.offsets.push_back(inPlace ? 0
                                     : static_cast<Bytes>(llvm::alignTo(
                                           plan.height, buffer.alignment)));
      plan.height = plan.offsets.back() + buffer.size;
    }
    return plan;
  }
  CalleeNeeds needs() { return answer; }
  std::function<llvm::ArrayRef<ArenaNeed>(mlir::CallOpInterface)> answer =
      [this](mlir::CallOpInterface) { return llvm::ArrayRef(wanted); };
};

} // namespace memopt

#endif // MEMOPT_TEST_UNITTESTS_IR_CHECKARENASFIXTURE_H
