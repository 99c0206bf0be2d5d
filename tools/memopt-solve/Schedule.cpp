//===- Schedule.cpp - memopt-solve schedule -------------------------------===//
//
// `memopt-solve schedule GRAPH.json` reads a scheduling problem, finds an order
// of its nodes with a low peak, checks it, and prints it as one JSON object.
//
//===----------------------------------------------------------------------===//

#include "Command.h"

#include "memopt/Model/ByteSize.h"
#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Model/Text.h"
#include "memopt/Solver/Schedulers.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/ToolOutputFile.h"

#include <chrono>

using namespace memopt;
namespace cl = llvm::cl;

namespace {

enum class Scheduler : uint8_t { Input, Greedy, BranchAndBound, Auto };

} // namespace

cl::SubCommand memopt::scheduleCommand(
    "schedule", "Find an order of a graph's nodes with the least peak memory");

static cl::opt<std::string> inputFile(cl::Positional, cl::Required,
                                      cl::desc("GRAPH.json (- reads standard "
                                               "input)"),
                                      cl::sub(scheduleCommand),
                                      cl::cat(solveCategory));

static cl::opt<Scheduler> schedulerName(
    "scheduler", cl::desc("The method:"), cl::init(Scheduler::Auto),
    cl::values(clEnumValN(Scheduler::Input, "input", "the order as it is"),
               clEnumValN(Scheduler::Greedy, "greedy",
                          "the best of several greedy orders"),
               clEnumValN(Scheduler::BranchAndBound, "branch-and-bound",
                          "exact search from the best greedy order"),
               clEnumValN(Scheduler::Auto, "auto",
                          "bounds and heuristics, then search (default)")),
    cl::sub(scheduleCommand), cl::cat(solveCategory));

static cl::opt<uint64_t>
    maxSteps("max-steps", cl::desc("Stop the search after N steps"),
             cl::value_desc("N"), cl::init(ScheduleOptions().maxSteps),
             cl::sub(scheduleCommand), cl::cat(solveCategory));

static cl::opt<uint64_t>
    timeLimitMs("time-limit-ms",
                cl::desc("Stop the search after N milliseconds (default 0: no "
                         "limit); results then depend on the machine's speed"),
                cl::value_desc("N"), cl::init(0), cl::sub(scheduleCommand),
                cl::cat(solveCategory));

static cl::opt<ByteSize> maxMemory(
    "max-memory",
    cl::desc("Bytes for the search's memory of states that failed, with a "
             "unit (k, M, G, Ki, Mi, Gi) or without (default 1Gi); when it is "
             "full the search forgets and repeats work"),
    cl::value_desc("bytes"), cl::init(ByteSize(ScheduleOptions().maxMemoBytes)),
    cl::sub(scheduleCommand), cl::cat(solveCategory));

static cl::opt<bool>
    countInputs("count-inputs",
                cl::desc("Count the graph inputs, from entry to their last "
                         "reader"),
                cl::sub(scheduleCommand), cl::cat(solveCategory));

static cl::opt<std::string> outputFile("output",
                                       cl::desc("Write to FILE instead of "
                                                "standard output"),
                                       cl::value_desc("FILE"), cl::init("-"),
                                       cl::sub(scheduleCommand),
                                       cl::cat(solveCategory));

static ScheduleOutcome runScheduler(const Graph &graph) {
  ScheduleOptions options;
  options.maxSteps = maxSteps;
  options.timeLimitMs = timeLimitMs;
  options.maxMemoBytes = maxMemory.bytes;
  switch (schedulerName.getValue()) {
  case Scheduler::Input:
    return scheduleInputOrder(graph, options);
  case Scheduler::Greedy:
    return scheduleGreedy(graph, options);
  case Scheduler::BranchAndBound:
    return scheduleBranchAndBound(graph, options);
  case Scheduler::Auto:
    return scheduleAuto(graph, options);
  }
  return {};
}

static void print(const Graph &graph, const ScheduleOutcome &outcome,
                  double seconds, llvm::raw_ostream &os) {
  llvm::json::OStream json(os);
  json.object([&] {
    json.attribute("name", graph.name);
    json.attribute("ops", graph.numOps());
    json.attribute("inputPeak", outcome.inputPeak);
    json.attribute("peak", outcome.peak);
    json.attribute("lowerBound", outcome.lowerBound);
    json.attribute("status", toString(outcome.status));
    json.attribute("gap", outcome.peak - outcome.lowerBound);
    json.attribute("gapPercent", gapPercent(outcome.peak, outcome.lowerBound));
    json.attribute("steps", outcome.steps);
    json.attribute("seconds", seconds);
    json.attributeArray("order", [&] {
      for (OpId op : outcome.order)
        json.value(graph.ops[op].externalId);
    });
  });
  os << '\n';
}

int memopt::runSchedule() {
  auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(inputFile);
  if (std::error_code code = buffer.getError())
    return fail(inputFile, code.message());
  ReadOptions readOptions;
  readOptions.countInputs = countInputs;
  llvm::Expected<Graph> graph = readGraph((*buffer)->getBuffer(), readOptions);
  if (!graph)
    return fail(inputFile, llvm::toString(graph.takeError()));
  buffer->reset();

  auto start = std::chrono::steady_clock::now();
  ScheduleOutcome outcome = runScheduler(*graph);
  std::chrono::duration<double> elapsed =
      std::chrono::steady_clock::now() - start;

  if (std::optional<Violation> violation =
          checkSchedule(*graph, outcome.order, outcome.peak))
    return fail(inputFile, "the result is wrong, please report a bug: " +
                               violation->message);

  std::error_code code;
  llvm::ToolOutputFile output(outputFile, code, llvm::sys::fs::OF_Text);
  if (code)
    return fail(outputFile, code.message());
  print(*graph, outcome, elapsed.count(), output.os());
  output.keep();
  return 0;
}
