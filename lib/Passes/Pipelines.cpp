//===- Pipelines.cpp - From tensors to few bytes --------------------------===//

#include "memopt/Passes/Pipelines.h"

#include "memopt/Passes/Passes.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/Passes.h"
#include "mlir/Pass/PassRegistry.h"

using namespace mlir;

namespace memopt {

void buildMemOptPipeline(OpPassManager &manager,
                         const MemOptPipelineOptions &options) {
  manager.addNestedPass<func::FuncOp>(createConvertElementwiseToLinalgPass());
  BufferizeLeastOptions bufferize;
  bufferize.schedule = options.schedule;
  bufferize.eliminate = options.eliminate;
  bufferize.compare = options.compare;
  bufferize.maxSteps = options.maxSteps;
  bufferize.timeLimitMs = options.timeLimitMs;
  bufferize.maxMemory = options.maxMemory;
  bufferize.dumpProblem = options.dumpProblem;
  bufferize.assumePure.assign(options.assumePure.begin(),
                              options.assumePure.end());
  bufferize.dynamicSize = options.dynamicSize;
  bufferize.bufferAlignment = options.bufferAlignment;
  bufferize.dynamicOwnership = options.dynamicOwnership;
  bufferize.inPlace = options.inPlace;
  bufferize.moveDeallocs = options.moveDeallocs;
  bufferize.classes = options.classes;
  bufferize.maxBytes = options.maxBytes;
  bufferize.assumeNoCapture.assign(options.assumeNoCapture.begin(),
                                   options.assumeNoCapture.end());
  bufferize.planArena = options.planArena;
  bufferize.scheduleReport = options.scheduleReport;
  bufferize.reportFile = options.report;
  bufferize.quiet = options.quiet;
  bufferize.top = options.top;
  bufferize.minBytes = options.minBytes;
  manager.addPass(createBufferizeLeast(bufferize));
  if (!options.planArena)
    return;
  PlanArenaOptions arena;
  arena.mode = options.arenaMode;
  arena.alignment = options.arenaAlignment;
  arena.memorySpaces.assign(options.arenaMemorySpaces.begin(),
                            options.arenaMemorySpaces.end());
  arena.maxBytes = options.arenaMaxBytes;
  arena.inPlace = options.inPlace;
  arena.includeAllocas = options.arenaIncludeAllocas;
  arena.maxWorkers = options.arenaMaxWorkers;
  arena.checkArguments = options.arenaCheckArguments;
  arena.maxSteps = options.arenaMaxSteps;
  arena.timeLimitMs = options.arenaTimeLimitMs;
  arena.maxMemory = options.arenaMaxMemory;
  arena.reportFile = options.arenaReport;
  arena.plotFile = options.arenaPlot;
  arena.mapRows = options.arenaMap;
  arena.poisonDead = options.arenaPoisonDead;
  arena.assumeNoCapture.assign(options.assumeNoCapture.begin(),
                               options.assumeNoCapture.end());
  arena.quiet = options.quiet;
  arena.top = options.top;
  arena.minBytes = options.minBytes;
  manager.addPass(createPlanArena(arena));
}

void registerMemOptPipelines() {
  PassPipelineRegistration<MemOptPipelineOptions>(
      "memopt",
      "Tensor functions to memrefs with the least memory: schedule, bufferize, "
      "free early, share buffers",
      buildMemOptPipeline);
}

} // namespace memopt
