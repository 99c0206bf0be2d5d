//===- Pipelines.cpp - From tensors to few bytes --------------------------===//
//
// After scheduling nothing runs that would merge or move tensor.empty, so that
// bufferization allocates where the scheduler assumed.
//
//===----------------------------------------------------------------------===//

#include "memopt/Passes/Pipelines.h"

#include "memopt/Passes/Passes.h"

#include "mlir/Conversion/BufferizationToMemRef/BufferizationToMemRef.h"
#include "mlir/Dialect/Bufferization/Pipelines/Passes.h"
#include "mlir/Dialect/Bufferization/Transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/Passes.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace memopt {

static void addBufferization(OpPassManager &manager,
                             const MemOptPipelineOptions &options) {
  manager.addPass(bufferization::createEmptyTensorEliminationPass());
  bufferization::OneShotBufferizePassOptions bufferize;
  bufferize.bufferizeFunctionBoundaries = true;
  bufferize.functionBoundaryTypeConversion =
      bufferization::LayoutMapOption::IdentityLayoutMap;
  bufferize.bufferAlignment = options.bufferAlignment;
  manager.addPass(bufferization::createOneShotBufferizePass(bufferize));
  manager.addPass(createCanonicalizerPass());
  manager.addPass(createCSEPass());
}

static void addDeallocation(OpPassManager &manager,
                            const MemOptPipelineOptions &options) {
  bufferization::BufferDeallocationPipelineOptions deallocation;
  deallocation.privateFunctionDynamicOwnership = options.dynamicOwnership;
  bufferization::buildBufferDeallocationPipeline(manager, deallocation);
  manager.addPass(createConvertBufferizationToMemRefPass());
}

void buildMemOptPipeline(OpPassManager &manager,
                         const MemOptPipelineOptions &options) {
  manager.addNestedPass<func::FuncOp>(
      createConvertElementwiseToLinalgPass());
  manager.addPass(createSplitFills());
  if (options.schedule) {
    MinPeakScheduleOptions schedule;
    schedule.maxSteps = options.maxSteps;
    schedule.timeLimitMs = options.timeLimitMs;
    schedule.assumePure.assign(options.assumePure.begin(),
                               options.assumePure.end());
    schedule.dynamicSize = options.dynamicSize;
    schedule.reportFile = options.scheduleReport;
    schedule.quiet = options.quiet;
    manager.addPass(createMinPeakSchedule(schedule));
  }
  addBufferization(manager, options);
  addDeallocation(manager, options);
  ShareBuffersOptions share;
  share.inPlace = options.inPlace;
  share.moveDeallocs = options.moveDeallocs;
  share.classes = options.classes;
  share.maxBytes = options.maxBytes;
  share.reportFile = options.report;
  share.quiet = options.quiet;
  share.dynamicSize = options.dynamicSize;
  manager.addPass(createShareBuffers(share));
}

void registerMemOptPipelines() {
  PassPipelineRegistration<MemOptPipelineOptions>(
      "memopt",
      "Tensor functions to memrefs with the least memory: schedule, bufferize, "
      "free early, share buffers",
      buildMemOptPipeline);
}

} // namespace memopt
