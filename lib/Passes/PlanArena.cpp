//===- PlanArena.cpp - The --plan-arena pass ------------------------------===//
//
// Model, solve, check, rewrite, report. All functions are planned and checked
// before the first edit, callees first, so that a failure leaves the IR as it
// was.
//
//===----------------------------------------------------------------------===//

#include "memopt/Passes/Passes.h"

#include "ArenaCallers.h"
#include "FunctionArena.h"
#include "GatherFacts.h"
#include "PassSetup.h"
#include "ProgramPlan.h"

#include "memopt/Report/PackingPlot.h"

#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

#include <set>

namespace memopt {

#define GEN_PASS_DEF_PLANARENA
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

/// `file`, with what tells an arena from the others before its extension.
static std::string plotName(StringRef file, const Twine &which) {
  std::string name;
  for (char character : which.str())
    name += llvm::isAlnum(character) ? character : '_';
  StringRef extension = llvm::sys::path::extension(file);
  return (file.drop_back(extension.size()) + "-" + name + extension).str();
}

/// The arenas of a function.
using NamedArenas = std::pair<StringRef, const ArenaFacts *>;

/// The file for the drawing of each arena, in order.
static std::vector<std::string> plotNames(ArrayRef<NamedArenas> functions,
                                          StringRef file) {
  std::vector<std::string> names;
  for (auto [function, facts] : functions)
    for (const ArenaFact &arena : facts->arenas)
      names.push_back(plotName(file, function + "-" + arena.memorySpace + "-" +
                                         Twine(names.size())));
  if (names.size() == 1)
    names.front() = file.str();
  return names;
}

/// Draws each arena to a file of its own.
static llvm::Error drawArenas(const std::vector<FunctionFacts> &facts,
                              StringRef file) {
  std::vector<NamedArenas> functions;
  for (const FunctionFacts &function : facts)
    if (function.arena)
      functions.push_back({function.name, &*function.arena});
  std::vector<std::string> names = plotNames(functions, file);
  auto name = names.begin();
  for (auto [function, arenas] : functions)
    for (const ArenaFact &arena : arenas->arenas)
      if (llvm::Error error = writeTo(*name++, [&](llvm::raw_ostream &os) {
            writePackingPlot(arena.problem, arena.offsets(), arena.lowerBound,
                             os);
          }))
        return error;
  return llvm::Error::success();
}

namespace {

struct PlanArenaPass : memopt::impl::PlanArenaBase<PlanArenaPass> {
  using PlanArenaBase::PlanArenaBase;

  bool canScheduleOn(RegisteredOperationName name) const override {
    return runsOnFunctionsIn(name);
  }

  void runOnOperation() override {
    ArenaOptions options;
    if (failed(readOptions(options)) ||
        failed(
            checkOutputs(getOperation(), "plan-arena", {reportFile, plotFile})))
      return signalPassFailure();
    ModelOptions reading = readingOptions();
    std::unique_ptr<ProgramPlan> before =
        planProgram(getOperation(), reading, /*scheduling=*/nullptr);
    if (!before || failed(place(*before, options)))
      return signalPassFailure();
    before.reset();
    report();
  }

private:
  LogicalResult fail(const Twine &message) {
    return getOperation()->emitError() << "plan-arena: " << message;
  }

  ModelOptions readingOptions() const {
    ModelOptions reading;
    reading.assumeNoCapture.assign(assumeNoCapture.begin(),
                                   assumeNoCapture.end());
    return reading;
  }

  LogicalResult readOptions(ArenaOptions &options) {
    if (mode == "allocate")
      options.rewrite.mode = ArenaMode::Allocate;
    else if (mode == "argument")
      options.rewrite.mode = ArenaMode::Argument;
    else if (mode == "global")
      options.rewrite.mode = ArenaMode::Global;
    else
      return fail("mode must be 'allocate', 'argument' or 'global', not '" +
                  mode + "'");
    if (mode != "allocate" && isa<FunctionOpInterface>(getOperation()))
      return fail("mode=" + mode +
                  " changes more than one function; run the pass on a module");
    constexpr int64_t kMostAlignment = int64_t(1) << 30;
    if (alignment < 1 || alignment > kMostAlignment ||
        !llvm::isPowerOf2_64(alignment))
      return fail("alignment must be a power of 2 up to 2^30, not " +
                  Twine(alignment));
    if (maxWorkers < 0)
      return fail("max-workers must not be negative");
    constexpr uint64_t kMostBytes = uint64_t(1) << 62;
    if (maxBytes.bytes > kMostBytes)
      return fail("max-bytes must not be above 2^62");
    if (maxBytes.bytes != 0)
      options.maxBytes = static_cast<Bytes>(maxBytes.bytes);
    options.model.includeAllocas = includeAllocas;
    options.model.inPlace = inPlace;
    options.model.alignment = alignment;
    options.model.maxWorkers = maxWorkers;
    options.model.keepSingleBytes = options.rewrite.mode == ArenaMode::Allocate;
    options.model.memorySpaces.assign(memorySpaces.begin(), memorySpaces.end());
    options.packing.maxSteps = maxSteps;
    options.packing.timeLimitMs = timeLimitMs;
    options.packing.maxMemoBytes = maxMemory.bytes;
    options.rewrite.checkArguments = checkArguments;
    options.rewrite.poison = poisonDead;
    return success();
  }

  bool reports() const {
    return !quiet || !reportFile.empty() || !plotFile.empty();
  }

  /// Plans all functions, and then changes them.
  LogicalResult place(ProgramPlan &program, const ArenaOptions &options) {
    namesAdded.clear();
    bool byArgument = options.rewrite.mode == ArenaMode::Argument;
    DenseMap<Operation *, std::vector<ArenaNeed>> needsOf;
    auto needs = [&](CallOpInterface call) -> ArrayRef<ArenaNeed> {
      if (needsOf.empty())
        return {};
      auto it = needsOf.find(call.resolveCallableInTable(&program.symbols));
      return it == needsOf.end() ? ArrayRef<ArenaNeed>()
                                 : ArrayRef<ArenaNeed>(it->second);
    };
    std::vector<StringRef> why =
        whyNoArena(getOperation(), program, options.rewrite.mode);
    std::vector<std::unique_ptr<FunctionArena>> arenas(program.entries.size());
    for (size_t index : program.calleesFirst) {
      ProgramPlan::Entry &entry = program.entries[index];
      if (!entry.plan)
        continue;
      arenas[index] = FunctionArena::compute(entry.plan->getStorage(), options,
                                             needs, why[index]);
      if (!arenas[index])
        return failure();
      std::vector<ArenaNeed> wanted = arenas[index]->getNeeds();
      if (!byArgument || wanted.empty())
        continue;
      if (failed(checkNames(entry.function, wanted)))
        return failure();
      needsOf[entry.function] = std::move(wanted);
    }

    for (auto [arena, entry] : llvm::zip_equal(arenas, program.entries)) {
      if (!arena)
        continue;
      arena->emitRemarks();
      if (reports())
        factsOf[entry.function] = arena->gatherFacts();
    }
    if (failed(checkPlots(program)))
      return failure();
    bool changed = false;
    for (auto [arena, entry] : llvm::zip_equal(arenas, program.entries)) {
      if (!arena)
        continue;
      changed |= arena->apply(needs);
      auto wanted = needsOf.find(entry.function);
      if (wanted != needsOf.end() && entry.function.isPublic())
        for (const ArenaNeed &need : llvm::reverse(wanted->second))
          addArenaSizeFunction(entry.function, need);
    }
    if (!changed)
      markAllAnalysesPreserved();
    return success();
  }

  /// Whether each drawing could be written.
  LogicalResult checkPlots(const ProgramPlan &program) {
    if (plotFile.empty())
      return success();
    std::vector<NamedArenas> functions;
    for (const ProgramPlan::Entry &entry : program.entries) {
      auto it = factsOf.find(entry.function);
      if (it != factsOf.end())
        functions.push_back(
            {FunctionOpInterface(entry.function).getName(), &it->second});
    }
    return checkOutputs(getOperation(), "plan-arena",
                        plotNames(functions, plotFile));
  }

  /// The functions that say the sizes must have names of their own.
  LogicalResult checkNames(FunctionOpInterface function,
                           ArrayRef<ArenaNeed> needs) {
    if (!function.isPublic())
      return success();
    Operation *table = function->getParentWithTrait<OpTrait::SymbolTable>();
    for (const ArenaNeed &need : needs) {
      std::string name = arenaSizeName(function.getName(), need.memorySpace);
      if (!namesAdded.insert({table, name}).second)
        return function->emitError()
               << "plan-arena: two memory spaces of @" << function.getName()
               << " want the name @" << name << "; give them others";
      if (SymbolTable::lookupSymbolIn(table, name))
        return function->emitError()
               << "plan-arena: @" << name << " is to return the size of the "
               << "arena of @" << function.getName()
               << ", but there is such a symbol already; rename it";
    }
    return success();
  }

  void report() {
    if (!reports()) {
      factsOf.clear();
      return;
    }
    ModelOptions reading = readingOptions();
    std::unique_ptr<ProgramPlan> after =
        planProgram(getOperation(), reading, /*scheduling=*/nullptr);
    if (!after)
      return signalPassFailure();
    std::vector<FunctionFacts> facts;
    for (const ProgramPlan::Entry &entry : after->entries) {
      auto it = factsOf.find(entry.function);
      if (it == factsOf.end())
        continue;
      facts.push_back(memopt::gatherFacts(*entry.plan, /*scheduled=*/false));
      facts.back().arena = std::move(it->second);
    }
    factsOf.clear();
    ReportOptions options;
    options.top = top;
    options.minBytes = minBytes;
    if (failed(deliver(getOperation(), "plan-arena", std::move(facts), *sink,
                       makeWriter(options))))
      signalPassFailure();
  }

  /// Writes the summary, the JSON report and the drawings.
  Sink::Writer makeWriter(const ReportOptions &options) const {
    unsigned rows = mapRows;
    Sink::Writer summary = comparisonWriter(
        [rows](const FunctionFacts &facts, llvm::raw_ostream &os) {
          writeArenaText(facts, rows, os);
        },
        quiet, reportFile, options);
    std::string plot = plotFile;
    return [=](const std::vector<FunctionFacts> &facts) -> llvm::Error {
      if (llvm::Error error = summary(facts))
        return error;
      return plot.empty() ? llvm::Error::success() : drawArenas(facts, plot);
    };
  }

  DenseMap<Operation *, ArenaFacts> factsOf;
  /// The symbols to be added, by symbol table; only ever asked for one.
  std::set<std::pair<Operation *, std::string>> namesAdded;
  std::shared_ptr<Sink> sink = std::make_shared<Sink>();
};

} // namespace
