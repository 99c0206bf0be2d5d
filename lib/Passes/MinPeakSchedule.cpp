//===- MinPeakSchedule.cpp - The --min-peak-schedule pass -----------------===//
//
// Model, solve, check, rewrite, report. All functions are planned and checked
// before the first op moves, so that a failure leaves the IR as it was.
//
//===----------------------------------------------------------------------===//

#include "memopt/Passes/Passes.h"

#include "GatherFacts.h"
#include "PassSetup.h"
#include "ProgramPlan.h"
#include "Remarks.h"

#include "memopt/Model/Text.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace memopt {

#define GEN_PASS_DEF_MINPEAKSCHEDULE
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

/// A file name for the problem of block `number` of function `name`.
static std::string problemFileName(StringRef name, size_t number) {
  std::string file;
  for (char character : name)
    file.push_back(llvm::isAlnum(character) || character == '_' ? character
                                                                : '-');
  return file + "." + std::to_string(number) + ".json";
}

/// Writes the problem of each block with buffers to `folder`.
static llvm::Error dumpProblems(const ProgramPlan &program, StringRef folder) {
  if (std::error_code code = llvm::sys::fs::create_directories(folder))
    return llvm::createStringError(code, "cannot make the folder '%s'",
                                   folder.str().c_str());
  for (const ProgramPlan::Entry &entry : program.entries) {
    if (!entry.plan)
      continue;
    FunctionOpInterface function = entry.function;
    size_t number = 0;
    for (const BlockPlan &block : entry.plan->getBlocks()) {
      std::string file = problemFileName(function.getName(), number++);
      const Graph &graph = block.model.graph;
      if (graph.buffers.empty())
        continue;
      llvm::SmallString<128> path(folder);
      llvm::sys::path::append(path, file);
      if (llvm::Error error = writeTo(
              path, [&](llvm::raw_ostream &os) { writeGraph(graph, os); }))
        return error;
    }
  }
  return llvm::Error::success();
}

static void printSchedule(const FunctionFacts &facts, llvm::raw_ostream &os) {
  if (facts.schedule && !facts.schedule->blocks.empty())
    writeScheduleText(facts, os);
}

namespace {

struct MinPeakSchedulePass
    : memopt::impl::MinPeakScheduleBase<MinPeakSchedulePass> {
  using MinPeakScheduleBase::MinPeakScheduleBase;

  bool canScheduleOn(RegisteredOperationName name) const override {
    return runsOnFunctionsIn(name);
  }

  void runOnOperation() override {
    if (failed(checkOutputs(getOperation(), "min-peak-schedule", {reportFile})))
      return signalPassFailure();
    ModelOptions model;
    model.assumePure.assign(assumePure.begin(), assumePure.end());
    if (dynamicSize >= 0)
      model.dynamicSize = dynamicSize;
    ScheduleOptions scheduling;
    scheduling.maxSteps = maxSteps;
    scheduling.timeLimitMs = timeLimitMs;
    scheduling.maxMemoBytes = maxMemory.bytes;

    std::unique_ptr<ProgramPlan> program =
        planProgram(getOperation(), model, &scheduling);
    if (!program)
      return signalPassFailure();
    if (!dumpProblem.empty())
      if (llvm::Error error = dumpProblems(*program, dumpProblem))
        return fail(std::move(error));

    bool changed = false;
    for (ProgramPlan::Entry &entry : program->entries)
      if (entry.plan)
        changed |= entry.plan->apply();
    if (!changed)
      markAllAnalysesPreserved();
    report(*program);
  }

private:
  void fail(llvm::Error error) {
    getOperation()->emitError()
        << "min-peak-schedule: " << llvm::toString(std::move(error));
    signalPassFailure();
  }

  void report(const ProgramPlan &program) {
    std::vector<FunctionFacts> facts;
    for (const ProgramPlan::Entry &entry : program.entries) {
      if (!entry.plan)
        continue;
      facts.push_back(gatherFacts(*entry.plan, /*scheduled=*/true));
      emitScheduleRemarks(*entry.plan, facts.back());
    }
    ReportOptions options;
    options.top = top;
    options.minBytes = minBytes;
    if (failed(deliver(
            getOperation(), "min-peak-schedule", std::move(facts), *sink,
            comparisonWriter(printSchedule, quiet, reportFile, options))))
      signalPassFailure();
  }

  std::shared_ptr<Sink> sink = std::make_shared<Sink>();
};

} // namespace
