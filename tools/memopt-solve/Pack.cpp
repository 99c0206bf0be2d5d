//===- Pack.cpp - memopt-solve pack ---------------------------------------===//
//
// `memopt-solve pack FILE.csv` reads a packing problem, finds offsets for its
// buffers, checks them, and prints what was found as one JSON object.
//
//===----------------------------------------------------------------------===//

#include "Command.h"

#include "memopt/Model/ByteSize.h"
#include "memopt/Model/Check.h"
#include "memopt/Model/PackingText.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Report/PackingPlot.h"
#include "memopt/Solver/Packers.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ToolOutputFile.h"

#include <chrono>
#include <limits>
#include <numeric>

using namespace memopt;
namespace cl = llvm::cl;

namespace {

enum class Packer : uint8_t { FirstFit, BestFit, BranchAndBound, Auto };

} // namespace

cl::SubCommand
    memopt::packCommand("pack",
                        "Find offsets for buffers in the smallest arena");

static cl::opt<std::string> inputFile(cl::Positional, cl::Required,
                                      cl::desc("FILE.csv (- reads standard "
                                               "input)"),
                                      cl::sub(packCommand),
                                      cl::cat(solveCategory));

static cl::opt<Packer> packerName(
    "packer", cl::desc("The method:"), cl::init(Packer::Auto),
    cl::values(clEnumValN(Packer::FirstFit, "first-fit",
                          "the best of first fit in several orders"),
               clEnumValN(Packer::BestFit, "best-fit",
                          "the best of best fit in several orders"),
               clEnumValN(Packer::BranchAndBound, "branch-and-bound",
                          "exact search"),
               clEnumValN(Packer::Auto, "auto",
                          "bounds and heuristics, then search (default)")),
    cl::sub(packCommand), cl::cat(solveCategory));

static cl::opt<ByteSize>
    capacity("capacity",
             cl::desc("Only say whether the buffers fit in this many bytes, "
                      "with a unit (k, M, G, Ki, Mi, Gi) or without (default: "
                      "find the least height)"),
             cl::value_desc("bytes"), cl::sub(packCommand),
             cl::cat(solveCategory));

static cl::opt<uint64_t>
    alignment("alignment",
              cl::desc("Offsets are multiples of N bytes, besides what the "
                       "file asks for (default 1)"),
              cl::value_desc("N"), cl::init(1), cl::sub(packCommand),
              cl::cat(solveCategory));

static cl::opt<uint64_t> maxSteps("max-steps",
                                  cl::desc("Stop the search after N steps"),
                                  cl::value_desc("N"),
                                  cl::init(PackOptions().maxSteps),
                                  cl::sub(packCommand), cl::cat(solveCategory));

static cl::opt<uint64_t>
    timeLimitMs("time-limit-ms",
                cl::desc("Stop the search after N milliseconds (default 0: no "
                         "limit); results then depend on the machine's speed"),
                cl::value_desc("N"), cl::init(0), cl::sub(packCommand),
                cl::cat(solveCategory));

static cl::opt<ByteSize> maxMemory(
    "max-memory",
    cl::desc("Bytes for what the search remembers, with a unit or without "
             "(default 1Gi); when it is full the search forgets and repeats "
             "work"),
    cl::value_desc("bytes"), cl::init(ByteSize(PackOptions().maxMemoBytes)),
    cl::sub(packCommand), cl::cat(solveCategory));

static cl::opt<std::string>
    outputFile("output",
               cl::desc("Write the rows of the input with the offsets found "
                        "to FILE"),
               cl::value_desc("FILE.csv"), cl::sub(packCommand),
               cl::cat(solveCategory));

static cl::opt<std::string>
    plotFile("plot", cl::desc("Draw lifetimes against offsets to FILE"),
             cl::value_desc("FILE.svg"), cl::sub(packCommand),
             cl::cat(solveCategory));

static PackOutcome runPacker(const PackingProblem &problem) {
  PackOptions options;
  options.maxSteps = maxSteps;
  options.timeLimitMs = timeLimitMs;
  options.maxMemoBytes = maxMemory.bytes;
  switch (packerName.getValue()) {
  case Packer::FirstFit:
    return packFirstFit(problem, options);
  case Packer::BestFit:
    return packBestFit(problem, options);
  case Packer::BranchAndBound:
    return packBranchAndBound(problem, options);
  case Packer::Auto:
    return packAuto(problem, options);
  }
  return {};
}

/// Without a packing the figures about it are null.
static void print(const PackingProblem &problem, const PackOutcome &outcome,
                  double seconds, llvm::raw_ostream &os) {
  bool found = outcome.status != Status::Infeasible &&
               outcome.offsets.size() == problem.buffers.size();
  llvm::json::OStream json(os);
  json.object([&] {
    json.attribute("name", problem.name);
    json.attribute("buffers", problem.numBuffers());
    if (problem.capacity)
      json.attribute("capacity", *problem.capacity);
    Bytes gap = outcome.height - outcome.lowerBound;
    auto ifFound = [&](llvm::json::Value value) {
      return found ? std::move(value) : llvm::json::Value(nullptr);
    };
    json.attribute("height", ifFound(outcome.height));
    json.attribute("lowerBound", outcome.lowerBound);
    json.attribute("status", toString(outcome.status));
    json.attribute("gap", ifFound(gap));
    json.attribute("gapPercent",
                   ifFound(gapPercent(outcome.height, outcome.lowerBound)));
    json.attribute("steps", outcome.steps);
    json.attribute("seconds", seconds);
    if (outcome.status == Status::Infeasible)
      json.attributeArray("conflict", [&] {
        for (uint32_t buffer : outcome.conflict)
          json.value(problem.buffers[buffer].id);
      });
  });
  os << '\n';
}

/// Calls `write` with a stream to `file`. The exit code.
static int writeTo(llvm::StringRef file,
                   llvm::function_ref<void(llvm::raw_ostream &)> write) {
  std::error_code code;
  llvm::ToolOutputFile output(file, code, llvm::sys::fs::OF_Text);
  if (code)
    return fail(file, code.message());
  write(output.os());
  output.keep();
  return 0;
}

/// Raises the alignments, and sets the capacity, as the options say. An error
/// message, or nothing.
static std::optional<std::string> applyOptions(PackingProblem &problem) {
  constexpr uint64_t kMost = std::numeric_limits<Bytes>::max();
  if (alignment < 1 || alignment > kMost)
    return "--alignment must be from 1 to 2^63 - 1";
  if (capacity.getNumOccurrences() != 0 && capacity.bytes > kMost)
    return "--capacity must be below 2^63";
  if (capacity.getNumOccurrences() != 0)
    problem.capacity = static_cast<Bytes>(capacity.bytes);
  if (alignment == 1)
    return std::nullopt;
  auto wanted = static_cast<Bytes>(alignment.getValue());
  for (PackingBuffer &buffer : problem.buffers) {
    Bytes factor = wanted / std::gcd(wanted, buffer.alignment);
    if (llvm::MulOverflow(buffer.alignment, factor, buffer.alignment))
      return "buffer '" + buffer.id +
             "' has no alignment below 2^63 in common with --alignment";
  }
  if (std::optional<Violation> violation = checkPackingProblem(problem))
    return "with --alignment=" + std::to_string(wanted) + ": " +
           violation->message;
  return std::nullopt;
}

int memopt::runPack() {
  auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(inputFile);
  if (std::error_code code = buffer.getError())
    return fail(inputFile, code.message());
  llvm::StringRef text = (*buffer)->getBuffer();
  llvm::Expected<PackingProblem> problem = readPacking(text);
  if (!problem)
    return fail(inputFile, llvm::toString(problem.takeError()));
  problem->name =
      inputFile == "-" ? "" : llvm::sys::path::stem(inputFile).str();
  if (std::optional<std::string> message = applyOptions(*problem))
    return fail(inputFile, *message);

  auto start = std::chrono::steady_clock::now();
  PackOutcome outcome = runPacker(*problem);
  std::chrono::duration<double> elapsed =
      std::chrono::steady_clock::now() - start;

  bool found = outcome.offsets.size() == problem->buffers.size() &&
               outcome.status != Status::Infeasible;
  if (found)
    if (std::optional<Violation> violation =
            checkPacking(*problem, outcome.offsets, outcome.height))
      return fail(inputFile, "the result is wrong, please report a bug: " +
                                 violation->message);
  int exitCode = 0;
  if (found && !outputFile.empty())
    exitCode |= writeTo(outputFile, [&](llvm::raw_ostream &os) {
      writePackedRows(text, outcome.offsets, os);
    });
  if (found && !plotFile.empty())
    exitCode |= writeTo(plotFile, [&](llvm::raw_ostream &os) {
      writePackingPlot(*problem, outcome.offsets, outcome.lowerBound, os);
    });
  if (exitCode == 0)
    print(*problem, outcome, elapsed.count(), llvm::outs());
  return exitCode;
}
