//===- BufferizeLeast.cpp - The --bufferize-least pass --------------------===//
//
// Bufferizes copies of the module in each way, compares their peaks by the
// memory model, and then does it for real in the best one. Costs what
// bufferization costs, times the ways; scheduling runs once.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"
#include "memopt/Passes/Passes.h"

#include "ProgramPlan.h"

#include "mlir/Conversion/BufferizationToMemRef/BufferizationToMemRef.h"
#include "mlir/Dialect/Bufferization/Pipelines/Passes.h"
#include "mlir/Dialect/Bufferization/Transforms/Passes.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/Support/raw_ostream.h"

#include <tuple>

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

/// What a way takes; less is better.
using Cost = std::tuple<size_t, Bytes, size_t>;

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
  LogicalResult bufferizeBest(ModuleOp module, ArrayRef<ModuleOp> sources) {
    Way way = chooseWay(module, sources);
    if (!quiet && schedule && way.source != 0)
      llvm::errs() << "memopt: the input order is kept: bufferized, it takes "
                      "fewer bytes\n";
    ModuleOp result = addTrial(module, sources[way.source]);
    OpPassManager manager(ModuleOp::getOperationName());
    addBufferization(manager, way.eliminate, /*final=*/true);
    if (failed(runPipeline(manager, result))) {
      removeTrial(result);
      return failure();
    }
    adoptTrial(module, result);
    return success();
  }

  /// Run upstream's deallocation.
  bool deallocate = true;

  void addDeallocation(OpPassManager &manager) const {
    bufferization::BufferDeallocationPipelineOptions deallocation;
    deallocation.privateFunctionDynamicOwnership = dynamicOwnership;
    bufferization::buildBufferDeallocationPipeline(manager, deallocation);
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
    module.emitWarning() << "memopt: no memref is freed, as upstream's "
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

    ShareBuffersOptions share;
    share.inPlace = inPlace;
    share.moveDeallocs = moveDeallocs;
    share.classes = classes;
    share.dynamicSize = dynamicSize;
    share.assumeNoCapture.assign(assumeNoCapture.begin(),
                                 assumeNoCapture.end());
    share.quiet = true;
    if (final) {
      share.maxBytes = maxBytes;
      share.reportFile = reportFile;
      share.top = top;
      share.minBytes = minBytes;
      share.quiet = quiet;
    }
    manager.addPass(createShareBuffers(share));
  }

  Way chooseWay(ModuleOp module, ArrayRef<ModuleOp> sources) {
    Way best{0, eliminate};
    if (!compare)
      return best;
    std::optional<Cost> least;
    for (auto [index, source] : llvm::enumerate(sources)) {
      for (bool eliminateFirst : {true, false}) {
        if (eliminateFirst && !eliminate)
          continue;
        std::optional<Cost> cost = tryWay(module, source, eliminateFirst);
        if (!cost || (least && *least <= *cost))
          continue;
        least = cost;
        best = {static_cast<unsigned>(index), eliminateFirst};
      }
    }
    return best;
  }

  /// What it takes to bufferize a copy of `source`; nothing if that fails.
  std::optional<Cost> tryWay(ModuleOp module, ModuleOp source,
                             bool eliminateFirst) {
    // What goes wrong is said when it is done for real.
    ScopedDiagnosticHandler silence(module.getContext(),
                                    [](Diagnostic &) { return success(); });
    ModuleOp trial = addTrial(module, source);
    OpPassManager manager(ModuleOp::getOperationName());
    addBufferization(manager, eliminateFirst, /*final=*/false);
    std::optional<Cost> cost;
    if (succeeded(runPipeline(manager, trial)))
      cost = costOf(trial);
    removeTrial(trial);
    return cost;
  }

  /// Buffers of unknown size, the sum of the functions' peaks, allocations.
  std::optional<Cost> costOf(ModuleOp module) {
    ModelOptions reading;
    reading.assumeNoCapture.assign(assumeNoCapture.begin(),
                                   assumeNoCapture.end());
    if (dynamicSize >= 0)
      reading.dynamicSize = dynamicSize;
    std::unique_ptr<ProgramPlan> plan =
        planProgram(module, reading, /*scheduling=*/nullptr);
    if (!plan)
      return std::nullopt;
    Cost cost(0, 0, 0);
    for (const ProgramPlan::Entry &entry : plan->entries) {
      if (!entry.plan)
        continue;
      const Storage &storage = entry.plan->getStorage();
      for (RootId id = 0; id < storage.numRoots(); ++id) {
        const Root &root = storage.root(id);
        std::get<0>(cost) += root.kind == RootKind::Local && !root.size.bytes;
        std::get<2>(cost) += root.kind == RootKind::Local;
      }
      std::get<1>(cost) =
          addSaturating(std::get<1>(cost), entry.plan->getPeaks().after);
    }
    return cost;
  }
};

} // namespace
