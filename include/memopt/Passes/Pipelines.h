//===- Pipelines.h - From tensors to few bytes ------------------*- C++ -*-===//

#ifndef MEMOPT_PASSES_PIPELINES_H
#define MEMOPT_PASSES_PIPELINES_H

#include "memopt/Model/ByteSize.h"
#include "memopt/Solver/Options.h"
#include "memopt/Solver/Packers.h"

#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassOptions.h"

namespace memopt {

/// The options of `--memopt`: those of its passes.
struct MemOptPipelineOptions
    : mlir::PassPipelineOptions<MemOptPipelineOptions> {
  Option<bool> schedule{
      *this, "schedule",
      llvm::cl::desc("Reorder ops for the least peak memory first"),
      llvm::cl::init(true)};
  Option<bool> eliminate{
      *this, "eliminate-empty-tensors",
      llvm::cl::desc("Let ops write straight into the slices that their "
                     "results are inserted into"),
      llvm::cl::init(true)};
  Option<bool> compare{
      *this, "compare",
      llvm::cl::desc("Also try without the two, and keep what takes the fewest "
                     "bytes"),
      llvm::cl::init(true)};
  Option<uint64_t> maxSteps{
      *this, "max-steps",
      llvm::cl::desc("Search steps of min-peak-schedule for each block"),
      llvm::cl::init(ScheduleOptions().maxSteps)};
  Option<uint64_t> timeLimitMs{
      *this, "time-limit-ms",
      llvm::cl::desc("Wall-clock limit of min-peak-schedule for each block in "
                     "milliseconds, 0 for none"),
      llvm::cl::init(0)};
  Option<ByteSize> maxMemory{
      *this, "max-memory", llvm::cl::desc("As of min-peak-schedule"),
      llvm::cl::init(ByteSize(ScheduleOptions().maxMemoBytes))};
  Option<std::string> dumpProblem{*this, "dump-problem",
                                  llvm::cl::desc("As of min-peak-schedule"),
                                  llvm::cl::init("")};
  ListOption<std::string> assumePure{
      *this, "assume-pure",
      llvm::cl::desc("Dialects whose ops min-peak-schedule takes to have no "
                     "side effects")};
  Option<int64_t> dynamicSize{
      *this, "dynamic-size",
      llvm::cl::desc("Elements to assume for each dynamic dimension; negative "
                     "for unknown"),
      llvm::cl::init(-1)};
  Option<uint64_t> bufferAlignment{
      *this, "buffer-alignment",
      llvm::cl::desc("Alignment of the allocations in bytes; 0 for none beyond "
                     "the element's"),
      llvm::cl::init(64)};
  Option<bool> dynamicOwnership{
      *this, "private-function-dynamic-ownership",
      llvm::cl::desc("Let private functions return who owns their results"),
      llvm::cl::init(false)};
  Option<bool> inPlace{*this, "in-place",
                       llvm::cl::desc("As of share-buffers, and of plan-arena"),
                       llvm::cl::init(true)};
  Option<bool> moveDeallocs{*this, "move-deallocs",
                            llvm::cl::desc("As of share-buffers"),
                            llvm::cl::init(true)};
  Option<std::string> classes{*this, "classes",
                              llvm::cl::desc("As of share-buffers"),
                              llvm::cl::init("type")};
  Option<ByteSize> maxBytes{*this, "max-bytes",
                            llvm::cl::desc("As of share-buffers"),
                            llvm::cl::init(ByteSize())};
  ListOption<std::string> assumeNoCapture{
      *this, "assume-nocapture",
      llvm::cl::desc("As of share-buffers, and of plan-arena")};
  Option<std::string> scheduleReport{
      *this, "schedule-report",
      llvm::cl::desc("File for the JSON report of min-peak-schedule"),
      llvm::cl::init("")};
  Option<std::string> report{
      *this, "report",
      llvm::cl::desc("File for the JSON report of share-buffers"),
      llvm::cl::init("")};
  Option<bool> planArena{
      *this, "plan-arena",
      llvm::cl::desc("Put the buffers into one arena at the end"),
      llvm::cl::init(false)};
  Option<std::string> arenaMode{*this, "arena-mode",
                                llvm::cl::desc("As mode of plan-arena"),
                                llvm::cl::init("allocate")};
  Option<int64_t> arenaAlignment{*this, "arena-alignment",
                                 llvm::cl::desc("As alignment of plan-arena"),
                                 llvm::cl::init(1)};
  ListOption<std::string> arenaMemorySpaces{
      *this, "arena-memory-spaces",
      llvm::cl::desc("As memory-spaces of plan-arena")};
  Option<ByteSize> arenaMaxBytes{*this, "arena-max-bytes",
                                 llvm::cl::desc("As max-bytes of plan-arena"),
                                 llvm::cl::init(ByteSize())};
  Option<bool> arenaIncludeAllocas{
      *this, "arena-include-allocas",
      llvm::cl::desc("As include-allocas of plan-arena"),
      llvm::cl::init(false)};
  Option<int64_t> arenaMaxWorkers{
      *this, "arena-max-workers",
      llvm::cl::desc("As max-workers of plan-arena"), llvm::cl::init(64)};
  Option<bool> arenaCheckArguments{
      *this, "arena-check-arguments",
      llvm::cl::desc("As check-arguments of plan-arena"), llvm::cl::init(true)};
  Option<uint64_t> arenaMaxSteps{*this, "arena-max-steps",
                                 llvm::cl::desc("As max-steps of plan-arena"),
                                 llvm::cl::init(PackOptions().maxSteps)};
  Option<uint64_t> arenaTimeLimitMs{
      *this, "arena-time-limit-ms",
      llvm::cl::desc("As time-limit-ms of plan-arena"), llvm::cl::init(0)};
  Option<ByteSize> arenaMaxMemory{
      *this, "arena-max-memory", llvm::cl::desc("As max-memory of plan-arena"),
      llvm::cl::init(ByteSize(PackOptions().maxMemoBytes))};
  Option<std::string> arenaPlot{*this, "arena-plot",
                                llvm::cl::desc("As plot of plan-arena"),
                                llvm::cl::init("")};
  Option<unsigned> arenaMap{*this, "arena-map",
                            llvm::cl::desc("As map of plan-arena"),
                            llvm::cl::init(0)};
  Option<bool> arenaPoisonDead{*this, "arena-poison-dead",
                               llvm::cl::desc("As poison-dead of plan-arena"),
                               llvm::cl::init(false)};
  Option<std::string> arenaReport{
      *this, "arena-report",
      llvm::cl::desc("File for the JSON report of plan-arena"),
      llvm::cl::init("")};
  Option<bool> quiet{*this, "quiet",
                     llvm::cl::desc("Do not print the comparisons"),
                     llvm::cl::init(false)};
  Option<unsigned> top{
      *this, "top",
      llvm::cl::desc("The most buffers to list for each function in the JSON "
                     "reports"),
      llvm::cl::init(20)};
  Option<int64_t> minBytes{
      *this, "min-bytes",
      llvm::cl::desc("Leave buffers below this many bytes out of these lists"),
      llvm::cl::init(1024)};
};

/// Takes a module of functions on tensors to one on memrefs whose allocations
/// are few, early freed and shared: elementwise ops to linalg, then
/// bufferize-least, and plan-arena if asked for.
void buildMemOptPipeline(mlir::OpPassManager &manager,
                         const MemOptPipelineOptions &options);

/// Registers it as `memopt`.
void registerMemOptPipelines();

} // namespace memopt

#endif // MEMOPT_PASSES_PIPELINES_H
