//===- CheckFreesTest.cpp - Frees that went wrong are found ---------------===//
//
// Deallocs that are to be split where they must not be, and deallocs that are
// to move where they must not stand: the checks take out, or find, just these.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Deallocs.h"
#include "memopt/IR/EarlyFrees.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace memopt;

namespace {

/// @f is looked at. What the others return: something new, what they were
/// given, one of both, something new by way of themselves.
constexpr const char *kModule = R"(
func.func private @fresh() -> memref<4xf32> {
  %m = memref.alloc() : memref<4xf32>
  return %m : memref<4xf32>
}
func.func private @given(%a: memref<4xf32>) -> memref<4xf32> {
  return %a : memref<4xf32>
}
func.func private @either(%a: memref<4xf32>, %c: i1) -> memref<4xf32> {
  %m = memref.alloc() : memref<4xf32>
  %r = arith.select %c, %a, %m : memref<4xf32>
  return %r : memref<4xf32>
}
func.func private @recurs(%c: i1) -> memref<4xf32> {
  %r = func.call @recurs(%c) : (i1) -> memref<4xf32>
  return %r : memref<4xf32>
}
func.func @f(%c: i1, %g: memref<4xf32>, %n: index, %t: memref<1xmemref<4xf32>>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %x = call @fresh() : () -> memref<4xf32>
  %y = call @fresh() : () -> memref<4xf32>
  %w = memref.subview %x[1] [2] [1] : memref<4xf32> to memref<2xf32, strided<[1], offset: 1>>
  %v = memref.load %x[%c0] : memref<4xf32>
  scf.for %i = %c0 to %n step %c1 {
    memref.store %v, %w[%c0] : memref<2xf32, strided<[1], offset: 1>>
  }
  %z = memref.load %y[%c0] : memref<4xf32>
  BODY
  memref.dealloc %x : memref<4xf32>
  memref.dealloc %y : memref<4xf32>
  return
})";

class CheckFrees : public testing::Test {
protected:
  void load(StringRef body) {
    context.loadDialect<arith::ArithDialect,
                        bufferization::BufferizationDialect, func::FuncDialect,
                        memref::MemRefDialect, scf::SCFDialect>();
    std::string text = kModule;
    text.replace(text.find("BODY"), 4, body.str());
    module = parseSourceString<ModuleOp>(text, &context);
    ASSERT_TRUE(module);
    symbols.emplace();
    function = module->lookupSymbol<func::FuncOp>("f");
  }

  /// What is left of a split of everything that the one dealloc frees.
  SmallVector<unsigned> proved(StringRef body, bool followCalls = true) {
    load(body);
    std::vector<DeallocSplit> splits;
    function->walk([&](bufferization::DeallocOp op) {
      splits.push_back({op, {}});
      for (unsigned number = 0; number < op.getMemrefs().size(); ++number)
        splits.back().alone.push_back(number);
    });
    EXPECT_EQ(splits.size(), 1u);
    SmallVector<FunctionOpInterface> callees;
    if (followCalls)
      module->walk(
          [&](FunctionOpInterface callee) { callees.push_back(callee); });
    keepProvedSplits(splits, callees, *symbols);
    return splits.empty() ? SmallVector<unsigned>() : splits.front().alone;
  }

  /// What the check says of moving the dealloc of the first or the second call
  /// behind the first op of that name.
  std::optional<std::string> moved(StringRef body, unsigned call,
                                   StringRef after) {
    load(body);
    // Where callees are not looked at, storage from elsewhere may come back.
    Summaries summaries;
    module->walk([&](func::FuncOp callee) {
      FunctionSummary summary;
      summary.results.resize(callee.getNumResults());
      for (ResultSummary &result : summary.results)
        result.mayBeLocal = true;
      summary.keptArguments.assign(callee.getNumArguments(), false);
      summary.lingeringArguments = summary.freedArguments =
          summary.keptArguments;
      summaries[callee] = summary;
    });
    Storage storage(function, options, &summaries, *symbols);
    SmallVector<func::CallOp> calls;
    SmallVector<Operation *> deallocs;
    Operation *place = nullptr;
    function->walk<WalkOrder::PreOrder>([&](Operation *op) {
      if (auto found = dyn_cast<func::CallOp>(op))
        calls.push_back(found);
      if (isa<memref::DeallocOp>(op))
        deallocs.push_back(op);
      if (!place && op->getName().getStringRef() == after)
        place = op;
    });
    EXPECT_TRUE(place);
    std::vector<EarlyFree> frees = {
        {deallocs[call], calls[call]->getResult(0), place}};
    return checkEarlyFrees(frees, storage);
  }

  MLIRContext context;
  OwningOpRef<ModuleOp> module;
  func::FuncOp function;
  ModelOptions options;
  /// It remembers the modules that it has seen, by their addresses.
  std::optional<SymbolTableCollection> symbols;
};

using Numbers = SmallVector<unsigned>;

TEST_F(CheckFrees, WhatCalleesMakeIsApart) {
  const char *body = R"(
  %a = memref.alloc() : memref<4xf32>
  bufferization.dealloc (%a, %x, %y : memref<4xf32>, memref<4xf32>, memref<4xf32>) if (%c, %c, %c)
  )";
  EXPECT_EQ(proved(body), Numbers({0, 1, 2}));
  EXPECT_EQ(proved(body, /*followCalls=*/false), Numbers());
}

TEST_F(CheckFrees, WhatIsRetainedStays) {
  EXPECT_EQ(proved(R"(
  %o = bufferization.dealloc (%x, %y : memref<4xf32>, memref<4xf32>) if (%c, %c) retain (%w : memref<2xf32, strided<[1], offset: 1>>)
  )"),
            Numbers({1}));
  EXPECT_EQ(proved(R"(
  %o = bufferization.dealloc (%x : memref<4xf32>) if (%c) retain (%g : memref<4xf32>)
  )"),
            Numbers({0}));
}

TEST_F(CheckFrees, WhatMayBeTheSameStays) {
  EXPECT_EQ(proved(R"(
  %a = memref.alloc() : memref<4xf32>
  %s = arith.select %c, %x, %a : memref<4xf32>
  bufferization.dealloc (%s, %y, %x : memref<4xf32>, memref<4xf32>, memref<4xf32>) if (%c, %c, %c)
  )"),
            Numbers({1}));
  EXPECT_EQ(proved(R"(
  %s = scf.if %c -> memref<4xf32> {
    scf.yield %x : memref<4xf32>
  } else {
    %a = memref.alloc() : memref<4xf32>
    scf.yield %a : memref<4xf32>
  }
  bufferization.dealloc (%s, %y, %x : memref<4xf32>, memref<4xf32>, memref<4xf32>) if (%c, %c, %c)
  )"),
            Numbers({1}));
  // Twice the same, and what belongs to the caller.
  EXPECT_EQ(proved(R"(
  bufferization.dealloc (%x, %x, %g, %y : memref<4xf32>, memref<4xf32>, memref<4xf32>, memref<4xf32>) if (%c, %c, %c, %c)
  )"),
            Numbers({3}));
}

TEST_F(CheckFrees, WhatIsUnknownKeepsAllTogether) {
  for (
      const char *unknown :
      {"%u = call @given(%x) : (memref<4xf32>) -> memref<4xf32>",
       "%u = call @either(%x, %c) : (memref<4xf32>, i1) -> memref<4xf32>",
       "%u = call @recurs(%c) : (i1) -> memref<4xf32>",
       "%u = memref.load %t[%c0] : memref<1xmemref<4xf32>>",
       R"(%u = scf.for %i = %c0 to %n step %c1 iter_args(%k = %x) -> memref<4xf32> {
             %a = memref.alloc() : memref<4xf32>
             %s = arith.select %c, %a, %k : memref<4xf32>
             scf.yield %s : memref<4xf32>
           })"})
    EXPECT_EQ(proved(std::string(unknown) + R"(
  bufferization.dealloc (%y, %u : memref<4xf32>, memref<4xf32>) if (%c, %c)
  )"),
              Numbers())
        << unknown;
}

TEST_F(CheckFrees, PlacesAfterTheLastUse) {
  EXPECT_EQ(moved("", 0, "scf.for"), std::nullopt);
  EXPECT_EQ(moved("%u = arith.addf %v, %z : f32", 1, "arith.addf"),
            std::nullopt);
}

TEST_F(CheckFrees, PlacesBeforeAUse) {
  // The loop uses a view of it; a later branch uses it under its own name.
  EXPECT_EQ(moved("", 0, "memref.load").value_or(""),
            "'scf.for' uses what would be freed before it");
  EXPECT_EQ(moved(R"(scf.if %c { memref.store %z, %x[%c1] : memref<4xf32> })",
                  0, "scf.for")
                .value_or(""),
            "'scf.if' uses what would be freed before it");
  // Here the second dealloc is one too many.
  EXPECT_EQ(
      moved("memref.dealloc %x : memref<4xf32>", 0, "scf.for").value_or(""),
      "'memref.dealloc' uses what would be freed before it");
  EXPECT_EQ(moved("", 1, "scf.for").value_or(""),
            "'memref.load' uses what would be freed before it");
}

TEST_F(CheckFrees, PlacesThatAreNone) {
  // In another block, further down, and with the memrefs confused.
  EXPECT_EQ(moved("", 0, "memref.store").value_or(""),
            "a dealloc would move down, or to another block");
  EXPECT_EQ(moved("", 0, "func.return").value_or(""),
            "a dealloc would move down, or to another block");
  EXPECT_EQ(
      moved("memref.dealloc %y : memref<4xf32>", 0, "scf.for").value_or(""),
      "a dealloc may free something else than the result of a call");
}

} // namespace
