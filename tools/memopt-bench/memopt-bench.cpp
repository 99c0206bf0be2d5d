//===- memopt-bench.cpp - memopt against other schedulers -----------------===//
//
// Schedules graphs with memopt and with the memory schedulers of other
// projects, and packs buffers, and tells what each needs: peak, time, memory.
// docs/benchmarks.md shows what comes out and how to read it.
//
//===----------------------------------------------------------------------===//

#include "Compare.h"
#include "Families.h"
#include "PackingCommand.h"
#include "Scaling.h"

#include "memopt/Solver/Options.h"
#include "memopt/Solver/Packers.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Regex.h"

using namespace memopt;
using namespace memopt::bench;
namespace cl = llvm::cl;

cl::OptionCategory memopt::bench::category("memopt-bench options");

static cl::list<std::string>
    paths(cl::Positional, cl::desc("[GRAPH.json | FILE.csv | FOLDER]..."),
          cl::cat(category));

static cl::opt<bool> randomWiringsMode(
    "random-wirings",
    cl::desc("Compare on random wirings WS(4, 0.75) instead of files"),
    cl::cat(category));

static cl::list<unsigned>
    nodes("nodes", cl::CommaSeparated, cl::value_desc("N,..."),
          cl::desc("Nodes of the random wirings (default 96,128)"),
          cl::cat(category));

static cl::opt<unsigned> seeds("seeds", cl::init(10), cl::value_desc("N"),
                               cl::desc("Random wirings of each size, with "
                                        "seeds from 0 (default 10)"),
                               cl::cat(category));

static cl::opt<bool>
    scalingMode("scaling",
                cl::desc("Measure how memopt's time and memory grow on "
                         "families of generated graphs"),
                cl::cat(category));

static cl::list<std::string> familyNames(
    "family", cl::CommaSeparated, cl::value_desc("NAME,..."),
    cl::desc("Families to measure (default all): chain, in-tree, out-tree, "
             "layered, training-sgd, training-adam, accumulation, wiring; of "
             "packing problems: dense, short, training, guillotine, pinwheel, "
             "full"),
    cl::cat(category));

static cl::list<unsigned> sizes("ops", cl::CommaSeparated,
                                cl::value_desc("N,..."),
                                cl::desc("Sizes to measure, in ops (default "
                                         "100,300,1000,...,100000)"),
                                cl::cat(category));

static cl::alias buffers("buffers", cl::CommaSeparated, cl::aliasopt(sizes),
                         cl::desc("The same for --packing, in buffers"),
                         cl::cat(category));

static cl::opt<unsigned> maxOps("max-ops", cl::init(100'000),
                                cl::value_desc("N"),
                                cl::desc("Measure no family at more than N ops "
                                         "(default 100000)"),
                                cl::cat(category));

static cl::alias maxBuffers("max-buffers", cl::aliasopt(maxOps),
                            cl::desc("The same for --packing, in buffers"),
                            cl::cat(category));

static cl::opt<std::string>
    filter("filter", cl::init("."), cl::value_desc("REGEX"),
           cl::desc("Take only graphs whose name matches"), cl::cat(category));

static cl::list<std::string>
    schedulerNames("schedulers", cl::CommaSeparated, cl::value_desc("NAME,..."),
                   cl::desc("Other schedulers to run besides the input order "
                            "(default all): xla-list, xla-dfs, inductor-lpmf, "
                            "inductor-bfs, inductor-dfs, theano; or none"),
                   cl::cat(category));

static cl::opt<uint64_t>
    maxSteps("max-steps", cl::init(ScheduleOptions().maxSteps),
             cl::value_desc("N"),
             cl::desc("Search steps of memopt on a graph (default as in "
                      "memopt-solve)"),
             cl::cat(category));

static cl::opt<uint64_t>
    peerSteps("peer-steps", cl::init(1'000'000), cl::value_desc("N"),
              cl::desc("Ops that Theano's search executes on a graph (default "
                       "1000000)"),
              cl::cat(category));

static cl::opt<unsigned> repeat("repeat", cl::init(1), cl::value_desc("N"),
                                cl::desc("Take the median time of N "
                                         "measurements (default 1)"),
                                cl::cat(category));

static cl::opt<bool> jsonOutput("json", cl::desc("Print JSON"),
                                cl::cat(category));

static cl::opt<bool> markdown("markdown", cl::desc("Print Markdown"),
                              cl::cat(category));

static cl::opt<bool>
    noTimes("no-times",
            cl::desc("Leave out times and memory: what is left is the same on "
                     "every run"),
            cl::cat(category));

static cl::opt<std::string>
    writeFolder("write-graphs", cl::value_desc("FOLDER"),
                cl::desc("Write the graphs to FOLDER instead of measuring"),
                cl::cat(category));

static int fail(const llvm::Twine &message) {
  llvm::errs() << "memopt-bench: error: " << message << '\n';
  return 1;
}

//===----------------------------------------------------------------------===//
// What the options choose
//===----------------------------------------------------------------------===//

static Settings makeSettings() {
  Settings settings;
  settings.maxSteps = maxSteps;
  settings.peerSteps = peerSteps;
  return settings;
}

static TimingOptions makeTimingOptions() {
  TimingOptions options;
  options.repetitions = repeat;
  // Nobody sees the times, so everything runs once.
  if (noTimes)
    options.minSeconds = 0;
  return options;
}

static OutputOptions makeOutputOptions() {
  OutputOptions options;
  options.style = markdown ? TableStyle::Markdown : TableStyle::Text;
  options.times = !noTimes;
  return options;
}

/// The input order, the others that were asked for, and memopt.
static llvm::Expected<std::vector<Method>> chooseMethods() {
  llvm::ArrayRef<Method> all = allMethods();
  if (schedulerNames.empty())
    return all.vec();
  std::vector<Method> chosen = {all.front()};
  for (const std::string &name : schedulerNames) {
    if (name == "none")
      continue;
    const auto *it = llvm::find_if(
        all, [&](const Method &method) { return method.name == name; });
    if (it == all.end())
      return llvm::createStringError("there is no scheduler '" + name + "'");
    if (it != all.begin() && it + 1 != all.end())
      chosen.push_back(*it);
  }
  chosen.push_back(memoptMethod());
  return chosen;
}

static llvm::Expected<std::vector<Family>> chooseFamilies() {
  if (familyNames.empty())
    return allFamilies().vec();
  std::vector<Family> chosen;
  for (const std::string &name : familyNames) {
    const auto *it = llvm::find_if(allFamilies(), [&](const Family &family) {
      return family.name == name;
    });
    if (it == allFamilies().end())
      return llvm::createStringError("there is no family '" + name + "'");
    chosen.push_back(*it);
  }
  return chosen;
}

static std::vector<unsigned> chooseSizes() {
  std::vector<unsigned> chosen(sizes.begin(), sizes.end());
  if (chosen.empty())
    chosen = {100, 300, 1000, 3000, 10'000, 30'000, 100'000};
  llvm::erase_if(chosen, [](unsigned size) { return size > maxOps; });
  return chosen;
}

static llvm::Expected<std::vector<GraphSource>> chooseGraphs() {
  std::vector<GraphSource> sources;
  if (scalingMode) {
    llvm::Expected<std::vector<Family>> families = chooseFamilies();
    if (!families)
      return families.takeError();
    for (const Family &family : *families)
      for (unsigned size : chooseSizes())
        sources.push_back(fromFamily(family, size));
  } else if (randomWiringsMode) {
    std::vector<unsigned> counts(nodes.begin(), nodes.end());
    if (counts.empty())
      counts = {96, 128};
    sources = randomWirings(counts, seeds);
  } else {
    llvm::Expected<std::vector<GraphSource>> files = graphsFromFiles(paths);
    if (!files)
      return files.takeError();
    sources = std::move(*files);
  }
  llvm::Regex regex(filter);
  llvm::erase_if(sources, [&](const GraphSource &source) {
    return !regex.match(source.name);
  });
  if (sources.empty())
    return llvm::createStringError("no graph is left to measure");
  return sources;
}

/// What is wrong with the options, if anything.
static std::string checkOptions() {
  int modes = (paths.empty() ? 0 : 1) + (randomWiringsMode ? 1 : 0) +
              (scalingMode ? 1 : 0);
  if (isPackingMode() && (randomWiringsMode || !writeFolder.empty()))
    return "--random-wirings and --write-graphs are not for --packing";
  if (modes != 1)
    return "name files or folders, or --random-wirings, or --scaling (and one "
           "of them only); see --help";
  if (jsonOutput && markdown)
    return "--json and --markdown exclude each other";
  if (repeat == 0)
    return "--repeat must be at least 1";
  for (unsigned size : sizes)
    if (size < 2)
      return "--ops must be at least 2";
  if (scalingMode && filter.getNumOccurrences() != 0)
    return "--filter is not for --scaling; use --family and --ops";
  std::string message;
  if (!llvm::Regex(filter).isValid(message))
    return "--filter: " + message;
  return checkPackingOptions();
}

//===----------------------------------------------------------------------===//
// Runs
//===----------------------------------------------------------------------===//

template <typename Measured> static int print(const Measured &measured) {
  OutputOptions options = makeOutputOptions();
  if (jsonOutput) {
    llvm::json::OStream json(llvm::outs(), /*IndentSize=*/1);
    json.object([&] {
      json.attribute("version", 1);
      json.attribute("maxSteps", static_cast<int64_t>(maxSteps));
      json.attribute("peerSteps", static_cast<int64_t>(peerSteps));
      writeJson(measured, options, json);
    });
    llvm::outs() << '\n';
  } else {
    printTables(measured, options, llvm::outs());
  }
  int code = 0;
  for (const std::string &failure : measured.failures)
    code = fail(failure);
  return code;
}

static int runScaling() {
  llvm::Expected<std::vector<Family>> families = chooseFamilies();
  if (!families)
    return fail(llvm::toString(families.takeError()));
  return print(measureScaling(*families, chooseSizes(), makeSettings()));
}

static int runPacking() {
  PackingRequest request;
  request.paths = paths;
  request.isScaling = scalingMode;
  request.familyNames = familyNames;
  request.sizes = chooseSizes();
  request.filter = filter;
  request.settings = makeSettings();
  auto measured = measurePacking(request);
  if (!measured)
    return fail(llvm::toString(measured.takeError()));
  return std::visit([](const auto &figures) { return print(figures); },
                    *measured);
}

static int runComparison(llvm::ArrayRef<GraphSource> sources) {
  llvm::Expected<std::vector<Method>> methods = chooseMethods();
  if (!methods)
    return fail(llvm::toString(methods.takeError()));
  llvm::Expected<Comparison> comparison =
      compare(sources, *methods, makeSettings());
  if (!comparison)
    return fail(llvm::toString(comparison.takeError()));
  return print(*comparison);
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(
      argc, argv,
      "Compares memopt with the memory schedulers of other projects\n");
  if (std::string message = checkOptions(); !message.empty())
    return fail(message);
  initializeTiming(argv[0], makeTimingOptions());
  if (isPackingMode())
    return runPacking();
  if (scalingMode && writeFolder.empty())
    return runScaling();
  llvm::Expected<std::vector<GraphSource>> sources = chooseGraphs();
  if (!sources)
    return fail(llvm::toString(sources.takeError()));
  if (writeFolder.empty())
    return runComparison(*sources);
  if (llvm::Error error = writeGraphs(*sources, writeFolder))
    return fail(llvm::toString(std::move(error)));
  return 0;
}
