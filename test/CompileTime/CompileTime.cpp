//===- CompileTime.cpp - What the passes take -----------------------------===//
//
// Times the phases of --min-peak-schedule on one file, one by one and each
// several times over a fresh clone of the module, and upstream's one-shot
// bufferization on the same module for comparison. With --buffers, times the
// passes on allocations, on what bufferization makes of the file. The least of
// the times is printed, in milliseconds of CPU time, as one JSON object.
// docs/compile-time.md shows the results.
//
//===----------------------------------------------------------------------===//

#include "GatherFacts.h"
#include "ProgramPlan.h"

#include "memopt/Model/ByteSize.h"
#include "memopt/Model/Check.h"
#include "memopt/Passes/Passes.h"
#include "memopt/Report/Report.h"
#include "memopt/Solver/Schedulers.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/JSON.h"

#include <ctime>

using namespace mlir;
using namespace memopt;
namespace cl = llvm::cl;

static cl::opt<std::string> inputFile(cl::Positional, cl::Required,
                                      cl::desc("FILE.mlir"));
static cl::opt<unsigned> repeat("repeat", cl::init(5),
                                cl::desc("Runs of each phase, of which the "
                                         "fastest counts (default 5)"));
static cl::opt<uint64_t> maxSteps("max-steps",
                                  cl::init(ScheduleOptions().maxSteps),
                                  cl::desc("Search steps for each block"));
static cl::opt<bool> onBuffers("buffers",
                               cl::desc("Time the passes on allocations"));
static cl::list<std::string> assumePure("assume-pure", cl::CommaSeparated,
                                        cl::desc("As in --min-peak-schedule"));

/// The least CPU time of `repeat` runs of `body`, in milliseconds. `prepare`
/// makes what a run needs, and is not counted. Stops early if it all takes
/// long, as runs with an open search do.
template <typename Prepare, typename Body>
static double measure(Prepare prepare, Body body) {
  constexpr double kEnough = 4'000;
  auto now = [] {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  };
  double least = std::numeric_limits<double>::max();
  double begin = now();
  for (unsigned run = 0; run < repeat && now() - begin < kEnough; ++run) {
    auto input = prepare();
    double start = now();
    body(input);
    least = std::min(least, now() - start);
  }
  return least;
}

namespace {
/// A clone of the module, and what was planned on it.
struct Planned {
  OwningOpRef<ModuleOp> module;
  std::unique_ptr<ProgramPlan> program;
};

class Stopwatch {
public:
  explicit Stopwatch(ModuleOp module) : module(module) {
    model.assumePure.assign(assumePure.begin(), assumePure.end());
    scheduling.maxSteps = maxSteps;
  }

  int run();
  int runOnBuffers();

private:
  Planned clone() { return {module.clone(), nullptr}; }
  void plan(Planned &planned, const ScheduleOptions *options) const {
    planned.program = planProgram(*planned.module, model, options);
  }
  Planned planAll() {
    Planned planned = clone();
    plan(planned, &scheduling);
    return planned;
  }
  template <typename Visitor>
  static void forEachBlock(const Planned &planned, Visitor visit) {
    for (const ProgramPlan::Entry &entry : planned.program->entries)
      if (entry.plan)
        for (const BlockPlan &block : entry.plan->getBlocks())
          if (block.mayReorder && !block.model.graph.buffers.empty())
            visit(block);
  }
  std::optional<double> measurePipeline(llvm::StringRef pipeline);
  static constexpr llvm::StringLiteral kBufferize =
      "one-shot-bufferize{bufferize-function-boundaries=true "
      "function-boundary-type-conversion=identity-layout-map}";

  ModuleOp module;
  ModelOptions model;
  ScheduleOptions scheduling;
};
} // namespace

/// The time of `pipeline`, or nothing if it fails on the module.
std::optional<double> Stopwatch::measurePipeline(llvm::StringRef pipeline) {
  bool failedOnce = false;
  double least = measure([&] { return clone(); },
                         [&](Planned &planned) {
                           PassManager manager(module->getContext());
                           manager.enableVerifier(false);
                           failedOnce |=
                               failed(parsePassPipeline(pipeline, manager)) ||
                               failed(manager.run(*planned.module));
                         });
  if (failedOnce)
    return std::nullopt;
  return least;
}

int Stopwatch::run() {
  auto nothing = [] { return 0; };
  double build = measure([&] { return clone(); },
                         [&](Planned &planned) { plan(planned, nullptr); });
  Planned planned = planAll();
  if (!planned.program)
    return 1;
  // A part of the building: which values live in which storage.
  double storage = measure(nothing, [&](int) {
    for (const ProgramPlan::Entry &entry : planned.program->entries)
      if (entry.plan)
        (void)Storage(entry.function, model, &planned.program->summaries,
                      planned.program->symbols);
  });
  uint64_t steps = 0;
  size_t largestBlock = 0;
  bool allProved = true;
  forEachBlock(planned, [&](const BlockPlan &block) {
    steps += block.steps;
    largestBlock = std::max(largestBlock, block.model.ops.size());
    allProved &= block.status == Status::Optimal;
  });
  double search = measure(nothing, [&](int) {
    forEachBlock(planned, [&](const BlockPlan &block) {
      scheduleAuto(block.model.graph, scheduling);
    });
  });
  double check = measure(nothing, [&](int) {
    forEachBlock(planned, [&](const BlockPlan &block) {
      (void)checkSchedule(block.model.graph, block.order, block.peaks.after);
    });
  });
  double rewrite =
      measure([&] { return planAll(); },
              [&](Planned &planned) {
                for (ProgramPlan::Entry &entry : planned.program->entries)
                  if (entry.plan)
                    entry.plan->apply();
              });
  double report = measure(nothing, [&](int) {
    std::vector<FunctionFacts> facts;
    for (const ProgramPlan::Entry &entry : planned.program->entries)
      if (entry.plan)
        facts.push_back(gatherFacts(*entry.plan, /*scheduled=*/true));
    std::string text;
    llvm::raw_string_ostream os(text);
    for (const FunctionFacts &function : facts)
      writeScheduleText(function, os);
    writeJson(facts, ReportOptions(), os);
  });
  std::optional<double> bufferize = measurePipeline(kBufferize);

  llvm::json::OStream json(llvm::outs());
  json.object([&] {
    json.attribute("file", inputFile);
    json.attribute("opsInLargestBlock", largestBlock);
    json.attribute("proved", allProved);
    json.attribute("steps", steps);
    json.attribute("buildMs", build);
    json.attribute("storageMs", storage);
    json.attribute("searchMs", search);
    json.attribute("checkMs", check);
    json.attribute("rewriteMs", rewrite);
    json.attribute("reportMs", report);
    json.attribute("withoutSearchMs", build + check + rewrite + report);
    json.attribute("oneShotBufferizeMs", bufferize);
  });
  llvm::outs() << '\n';
  return 0;
}

/// Times what runs on memrefs. The input may have tensors or not.
int Stopwatch::runOnBuffers() {
  std::optional<double> bufferize = measurePipeline(kBufferize);
  PassManager manager(module->getContext());
  if (failed(parsePassPipeline((kBufferize + ",canonicalize,cse,"
                                             "buffer-deallocation-pipeline,"
                                             "convert-bufferization-to-memref")
                                   .str(),
                               manager)) ||
      failed(manager.run(module)))
    return 1;
  size_t allocations = 0;
  module.walk([&](memref::AllocOp) { ++allocations; });
  std::optional<double> share = measurePipeline("share-buffers{quiet=true}");
  std::optional<double> arena = measurePipeline("plan-arena{quiet=true}");

  llvm::json::OStream json(llvm::outs());
  json.object([&] {
    json.attribute("file", inputFile);
    json.attribute("allocations", allocations);
    json.attribute("oneShotBufferizeMs", bufferize);
    json.attribute("shareBuffersMs", share);
    json.attribute("planArenaMs", arena);
  });
  llvm::outs() << '\n';
  return 0;
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ParseCommandLineOptions(argc, argv,
                              "Times the phases of --min-peak-schedule, or "
                              "the passes on allocations\n");
  registerAllPasses();
  registerMemOptPasses();
  DialectRegistry registry;
  registerAllDialects(registry);
  registerAllExtensions(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  context.allowUnregisteredDialects();
  OwningOpRef<ModuleOp> module =
      parseSourceFile<ModuleOp>(inputFile, ParserConfig(&context));
  if (!module)
    return 1;
  Stopwatch stopwatch(*module);
  return onBuffers ? stopwatch.runOnBuffers() : stopwatch.run();
}
