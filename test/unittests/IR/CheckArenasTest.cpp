//===- CheckArenasTest.cpp - Every wrong plan is rejected -----------------===//
//
// A right plan, made wrong in each way that the checker has to see.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Arena.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace memopt;

namespace {

constexpr const char *kStraight = R"(
func.func @f(%m: memref<16xf32>) {
  %a = memref.alloc() {alignment = 64 : i64} : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  linalg.exp ins(%a : memref<16xf32>) outs(%b : memref<16xf32>)
  memref.copy %b, %m : memref<16xf32> to memref<16xf32>
  return
})";

constexpr const char *kBlocks = R"(
func.func @f(%m: memref<16xf32>, %p: i1) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  cf.cond_br %p, ^bb1, ^bb2
^bb1:
  cf.br ^bb2
^bb2:
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  return
})";

/// A function with its model and a right plan: every buffer on its own.
class CheckArenas : public testing::Test {
protected:
  void load(const char *text, bool inPlace) {
    context.loadDialect<arith::ArithDialect, cf::ControlFlowDialect,
                        func::FuncDialect, linalg::LinalgDialect,
                        memref::MemRefDialect, scf::SCFDialect>();
    module = parseSourceString<ModuleOp>(text, &context);
    ASSERT_TRUE(module);
    auto function = *module->getOps<func::FuncOp>().begin();
    storage.emplace(function, options, /*summaries=*/nullptr, symbols);
    lifetimes.emplace(*storage);
    ArenaModelOptions how;
    how.inPlace = inPlace;
    model = buildArenaModel(
        *storage, *lifetimes, how,
        [](CallOpInterface) -> ArrayRef<ArenaNeed> { return {}; });
    ASSERT_EQ(model.arenas.size(), 1u);
    ArenaPlan plan;
    for (const PackingBuffer &buffer : arena().problem.buffers) {
      plan.offsets.push_back(inPlace ? 0 : plan.height);
      plan.height = plan.offsets.back() + buffer.size;
    }
    plans = {plan};
    ASSERT_EQ(check(), std::nullopt);
  }
  Arena &arena() { return model.arenas.front(); }
  PackingBuffer &buffer(size_t index) { return arena().problem.buffers[index]; }
  std::optional<std::string> check() {
    return checkArenas(model, *storage, *lifetimes, plans);
  }

  MLIRContext context;
  OwningOpRef<ModuleOp> module;
  ModelOptions options;
  SymbolTableCollection symbols;
  std::optional<Storage> storage;
  std::optional<Lifetimes> lifetimes;
  ArenaModel model;
  std::vector<ArenaPlan> plans;
};

TEST_F(CheckArenas, EndsBeforeTheLastUse) {
  load(kStraight, /*inPlace=*/false);
  --buffer(0).live.end;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, BeginsAfterTheFirstUse) {
  load(kStraight, /*inPlace=*/false);
  ++buffer(0).live.begin;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, Overlaps) {
  load(kStraight, /*inPlace=*/false);
  plans[0].offsets[1] = 0;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsBeyondTheArena) {
  load(kStraight, /*inPlace=*/false);
  --plans[0].height;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsTooSmall) {
  load(kStraight, /*inPlace=*/false);
  buffer(1).size = 60;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsNotAligned) {
  load(kStraight, /*inPlace=*/false);
  buffer(0).alignment = 4;
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, HasTwoPlaces) {
  load(kStraight, /*inPlace=*/false);
  arena().slots[1] = arena().slots[0];
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, LacksAnOffset) {
  load(kStraight, /*inPlace=*/false);
  plans[0].offsets.pop_back();
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsInPlaceWithoutAWriter) {
  load(kStraight, /*inPlace=*/true);
  arena().problem.together.clear();
  arena().writers.clear();
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, IsInPlaceWhereNothingIsWrittenOver) {
  load(kStraight, /*inPlace=*/true);
  arena().writers[0] = arena().slots[0].lifetime->firstUse;
  arena().problem.together[0] = {1, 0};
  EXPECT_NE(check(), std::nullopt);
}

TEST_F(CheckArenas, LosesItsPlaceBetweenBlocks) {
  load(kBlocks, /*inPlace=*/false);
  // The step of the branch in ^bb1.
  Time branch = 0;
  for (Step step = 0; step < lifetimes->numSteps(); ++step)
    if (isa<cf::BranchOp>(lifetimes->opAt(step)))
      branch = step;
  ASSERT_GT(branch, 0);
  buffer(0).gaps.push_back({branch, branch + 1});
  EXPECT_NE(check(), std::nullopt);
}

} // namespace
