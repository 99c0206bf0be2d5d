//===- BufferizeLeast.cpp - The --bufferize-least pass --------------------===//
//
// Bufferizes copies of the module in each way, compares their peaks by the
// memory model, and then does it for real in the best one. Costs what
// bufferization costs, times the ways; scheduling runs once.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"
#include "memopt/Passes/Passes.h"

#include "MemoryCost.h"

#include "mlir/Conversion/BufferizationToMemRef/BufferizationToMemRef.h"
#include "mlir/Dialect/Bufferization/Transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/Support/raw_ostream.h"

namespace memopt {

#define GEN_PASS_DEF_BUFFERIZELEAST
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

namespace {

/// One way to bufferize.
struct Way {
  /// Which of the sources.
  unsigned source = 0;
  bool eliminate = false;
};

/// What a module has to be freed.
struct Contents {
  bool tensors = false;
  bool deallocs = false;
};

Contents contentsOf(ModuleOp module) {
  Contents contents;
  module.walk([&](Operation *op) {
    auto isTensor = [](Type type) { return isa<TensorType>(type); };
    contents.tensors |= llvm::any_of(op->getOperandTypes(), isTensor) ||
                        llvm::any_of(op->getResultTypes(), isTensor);
    if (auto function = dyn_cast<FunctionOpInterface>(op))
      contents.tensors |= llvm::any_of(function.getArgumentTypes(), isTensor) ||
                          llvm::any_of(function.getResultTypes(), isTensor);
    contents.deallocs |= isa<memref::DeallocOp>(op);
  });
  return contents;
}

struct BufferizeLeastPass
    : memopt::impl::BufferizeLeastBase<BufferizeLeastPass> {
  using BufferizeLeastBase::BufferizeLeastBase;

  void getDependentDialects(DialectRegistry &registry) const override {
    OpPassManager manager(ModuleOp::getOperationName());
    addSchedule(manager);
    addBufferization(manager, /*eliminateFirst=*/true, /*final=*/true);
    manager.getDependentDialects(registry);
  }

  void runOnOperation() override {
    ModuleOp module = getOperation();
    deallocate = mayDeallocate(module);
    share = !planArena || deallocate || contentsOf(module).deallocs;
    // What may be bufferized, the most promising first; the module in its own
    // order and with its own fills comes last. None of them is in the module
    // while others are at work there.
    SmallVector<ModuleOp> sources;
    LogicalResult prepared = addSources(module, sources);
    for (ModuleOp source : sources)
      source->remove();
    if (failed(prepared) || failed(bufferizeBest(module, sources)))
      signalPassFailure();
    for (ModuleOp source : sources)
      source->destroy();
  }

private:
  /// Adds to `module` what may be bufferized in place of it.
  LogicalResult addSources(ModuleOp module, SmallVector<ModuleOp> &sources) {
    sources.push_back(addTrial(module, module));
    if (failed(makeYieldsSafe(sources.back())))
      return failure();
    sources.insert(sources.begin(), addTrial(module, sources.back()));
    if (failed(splitFills(sources.front())))
      return failure();
    if (!schedule)
      return success();
    sources.insert(sources.begin(), addTrial(module, sources.front()));
    OpPassManager manager(ModuleOp::getOperationName());
    addSchedule(manager);
    return runPipeline(manager, sources.front());
  }

  /// Makes `module` what one of `sources` becomes; on failure leaves it alone.
  LogicalResult bufferizeBest(ModuleOp module, SmallVector<ModuleOp> &sources) {
    size_t numOwn = sources.size();
    Way way = chooseWay(module, sources);
    if (!quiet && way.source == numOwn)
      llvm::errs() << "memopt: each function is bufferized in the way in which "
                      "it takes the fewest bytes\n";
    else if (!quiet && schedule && way.source != 0)
      llvm::errs() << "memopt: the input order is kept: bufferized, it takes "
                      "fewer bytes\n";
    ModuleOp result = addTrial(module, sources[way.source]);
    GlobalNames globals = globalNamesOf(result);
    OpPassManager manager(ModuleOp::getOperationName());
    addBufferization(manager, way.eliminate, /*final=*/true);
    if (failed(runPipeline(manager, result)) ||
        failed(nameNewGlobals(result, globals))) {
      removeTrial(result);
      return failure();
    }
    adoptTrial(module, result);
    return success();
  }

  /// Run upstream's deallocation.
  bool deallocate = true;
  /// Run share-buffers. Without deallocs it leaves the fewest buffers, whatever
  /// the peak; an arena is lower with more of them, each needed for less time.
  bool share = true;

  /// Upstream's deallocation pipeline, with split-deallocs where it belongs.
  void addDeallocation(OpPassManager &manager) const {
    memref::ExpandReallocPassOptions reallocs;
    reallocs.emitDeallocs = false;
    bufferization::OwnershipBasedBufferDeallocationPassOptions ownership;
    ownership.privateFuncDynamicOwnership = dynamicOwnership;
    OpPassManager &before = manager.nest<func::FuncOp>();
    before.addPass(memref::createExpandReallocPass(reallocs));
    before.addPass(createCanonicalizerPass());
    before.addPass(
        bufferization::createOwnershipBasedBufferDeallocationPass(ownership));
    before.addPass(createCanonicalizerPass());
    manager.addPass(createSplitDeallocs());
    OpPassManager &after = manager.nest<func::FuncOp>();
    after.addPass(bufferization::createBufferDeallocationSimplificationPass());
    manager.addPass(bufferization::createLowerDeallocationsPass());
    manager.addNestedPass<func::FuncOp>(createCSEPass());
    manager.addNestedPass<func::FuncOp>(createCanonicalizerPass());
    manager.addPass(createConvertBufferizationToMemRefPass());
  }

  /// False if `module` needs no bufferization, and upstream's deallocation
  /// refuses it: because it frees its memrefs itself, or has ops whose effects
  /// are unknown.
  bool mayDeallocate(ModuleOp module) {
    Contents contents = contentsOf(module);
    if (contents.tensors)
      return true;
    if (contents.deallocs)
      return false;
    std::string reason;
    {
      ScopedDiagnosticHandler listen(
          module.getContext(), [&](Diagnostic &diagnostic) {
            if (reason.empty() &&
                diagnostic.getSeverity() == DiagnosticSeverity::Error)
              reason = diagnostic.str();
            return success();
          });
      ModuleOp trial = addTrial(module, module);
      OpPassManager manager(ModuleOp::getOperationName());
      addDeallocation(manager);
      LogicalResult done = runPipeline(manager, trial);
      removeTrial(trial);
      if (succeeded(done))
        return true;
    }
    emitWarning(module.getLoc()) << "memopt: no memref is freed, as upstream's "
                                    "deallocation does not take this module: "
                                 << reason;
    return false;
  }

  void addSchedule(OpPassManager &manager) const {
    MinPeakScheduleOptions options;
    options.maxSteps = maxSteps;
    options.timeLimitMs = timeLimitMs;
    options.maxMemory = maxMemory;
    options.dumpProblem = dumpProblem;
    options.assumePure.assign(assumePure.begin(), assumePure.end());
    options.dynamicSize = dynamicSize;
    options.reportFile = scheduleReport;
    options.top = top;
    options.minBytes = minBytes;
    options.quiet = quiet;
    manager.addPass(createMinPeakSchedule(options));
  }

  /// From tensors to shared buffers. Only the `final` run reports.
  void addBufferization(OpPassManager &manager, bool eliminateFirst,
                        bool final) const {
    if (eliminateFirst)
      manager.addPass(bufferization::createEmptyTensorEliminationPass());
    bufferization::OneShotBufferizePassOptions bufferize;
    bufferize.bufferizeFunctionBoundaries = true;
    bufferize.functionBoundaryTypeConversion =
        bufferization::LayoutMapOption::IdentityLayoutMap;
    bufferize.bufferAlignment = bufferAlignment;
    bufferize.allowReturnAllocsFromLoops = true;
    manager.addPass(bufferization::createOneShotBufferizePass(bufferize));
    manager.addPass(createCanonicalizerPass());
    manager.addPass(createCSEPass());

    if (deallocate)
      addDeallocation(manager);

    if (!share)
      return;
    ShareBuffersOptions sharing;
    sharing.inPlace = inPlace;
    sharing.moveDeallocs = moveDeallocs;
    sharing.classes = classes;
    sharing.dynamicSize = dynamicSize;
    sharing.assumeNoCapture.assign(assumeNoCapture.begin(),
                                   assumeNoCapture.end());
    sharing.quiet = true;
    if (final) {
      sharing.maxBytes = maxBytes;
      sharing.reportFile = reportFile;
      sharing.top = top;
      sharing.minBytes = minBytes;
      sharing.quiet = quiet;
    }
    manager.addPass(createShareBuffers(sharing));
  }

  /// The best way for all functions; or, if no single one is best for each of
  /// those that calls connect, one more of `sources`, in which each of them is
  /// what is best for it.
  Way chooseWay(ModuleOp module, SmallVector<ModuleOp> &sources) {
    Way best{0, eliminate};
    if (!compare)
      return best;
    CallComponents components(sources.front());
    std::optional<MemoryCost> least;
    std::vector<MemoryCost> leastOf;
    std::vector<Way> ways;
    for (auto [index, source] : llvm::enumerate(sources)) {
      for (bool eliminateFirst : {true, false}) {
        if (eliminateFirst && !eliminate)
          continue;
        Way way{static_cast<unsigned>(index), eliminateFirst};
        std::optional<std::vector<MemoryCost>> costs =
            tryWay(module, source, eliminateFirst, components);
        if (!costs)
          continue;
        MemoryCost sum = sumOf(*costs);
        if (!least) {
          leastOf = *costs;
          ways.assign(components.size(), way);
        }
        if (!least || sum < *least) {
          least = sum;
          best = way;
        }
        for (auto [cost, leastCost, chosen] :
             llvm::zip_equal(*costs, leastOf, ways)) {
          if (!(cost < leastCost))
            continue;
          leastCost = cost;
          chosen = way;
        }
      }
    }
    if (!least || !(sumOf(leastOf) < *least))
      return best;
    ModuleOp mixed = mix(module, sources, components, ways);
    if (!mixed)
      return best;
    std::optional<std::vector<MemoryCost>> costs =
        tryWay(module, mixed, /*eliminateFirst=*/false, components);
    if (!costs || !(sumOf(*costs) < *least)) {
      mixed->destroy();
      return best;
    }
    best = {static_cast<unsigned>(sources.size()), false};
    sources.push_back(mixed);
    return best;
  }

  static MemoryCost sumOf(ArrayRef<MemoryCost> costs) {
    MemoryCost sum;
    for (const MemoryCost &cost : costs)
      sum += cost;
    return sum;
  }

  /// A module in which each component is that of the source of its way, after
  /// the elimination if it is part of the way; nothing if it cannot be made.
  ModuleOp mix(ModuleOp module, ArrayRef<ModuleOp> sources,
               const CallComponents &components, ArrayRef<Way> ways) {
    ScopedDiagnosticHandler silence(module.getContext(),
                                    [](Diagnostic &) { return success(); });
    SmallVector<ModuleOp> parts(sources);
    for (auto [index, source] : llvm::enumerate(sources)) {
      bool isNeeded = llvm::any_of(ways, [index = index](Way way) {
        return way.source == index && way.eliminate;
      });
      if (!isNeeded) {
        parts.push_back(source);
        continue;
      }
      ModuleOp eliminated = addTrial(module, source);
      OpPassManager manager(ModuleOp::getOperationName());
      manager.addPass(bufferization::createEmptyTensorEliminationPass());
      bool done = succeeded(runPipeline(manager, eliminated));
      eliminated->remove();
      parts.push_back(done ? eliminated : source);
    }
    ModuleOp mixed = addMixedTrial(module, parts, [&](Operation *op) {
      std::optional<unsigned> component = components.of(op);
      if (!component)
        return 0u;
      Way way = ways[*component];
      return way.source +
             (way.eliminate ? static_cast<unsigned>(sources.size()) : 0);
    });
    if (mixed)
      mixed->remove();
    for (auto [source, eliminated] : llvm::zip_equal(
             sources, ArrayRef<ModuleOp>(parts).drop_front(sources.size())))
      if (eliminated != source)
        eliminated->destroy();
    return mixed;
  }

  /// What it takes to bufferize a copy of `source`; nothing if that fails.
  std::optional<std::vector<MemoryCost>>
  tryWay(ModuleOp module, ModuleOp source, bool eliminateFirst,
         const CallComponents &components) {
    // What goes wrong is said when it is done for real.
    ScopedDiagnosticHandler silence(module.getContext(),
                                    [](Diagnostic &) { return success(); });
    ModuleOp trial = addTrial(module, source);
    OpPassManager manager(ModuleOp::getOperationName());
    addBufferization(manager, eliminateFirst, /*final=*/false);
    ModelOptions reading;
    reading.assumeNoCapture.assign(assumeNoCapture.begin(),
                                   assumeNoCapture.end());
    if (dynamicSize >= 0)
      reading.dynamicSize = dynamicSize;
    std::optional<std::vector<MemoryCost>> costs;
    if (succeeded(runPipeline(manager, trial)))
      costs = memoryCostsOf(trial, components, reading);
    removeTrial(trial);
    return costs;
  }
};

} // namespace
