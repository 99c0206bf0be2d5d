//===- Methods.cpp - The schedulers that are compared ---------------------===//

#include "Methods.h"

#include "Child.h"
#include "peers/Peers.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

using namespace memopt;
using namespace memopt::bench;

/// A scheduler that only makes an order.
static Method plain(llvm::StringRef name,
                    std::vector<OpId> (*schedule)(const Graph &)) {
  return {name, [schedule](const Graph &graph, const Settings &) {
            MethodResult result;
            result.order = schedule(graph);
            return result;
          }};
}

static MethodResult runTheano(const Graph &graph, const Settings &settings) {
  BacktrackingResult found = scheduleTheano(graph, settings.peerSteps);
  MethodResult result;
  result.order = std::move(found.order);
  result.steps = found.steps;
  result.limitReached = found.capReached;
  return result;
}

static MethodResult runMemopt(const Graph &graph, const Settings &settings) {
  ScheduleOptions options;
  options.maxSteps = settings.maxSteps;
  ScheduleOutcome outcome = scheduleAuto(graph, options);
  MethodResult result;
  result.order = std::move(outcome.order);
  result.steps = outcome.steps;
  result.limitReached = outcome.status == Status::LimitReached;
  result.status = outcome.status;
  result.lowerBound = outcome.lowerBound;
  return result;
}

llvm::ArrayRef<Method> memopt::bench::allMethods() {
  static const std::vector<Method> methods = {
      plain("input", inputOrder),
      plain("xla-list", scheduleXlaList),
      plain("xla-dfs", scheduleXlaDfs),
      plain("inductor-lpmf", scheduleInductorLeastPeak),
      plain("inductor-bfs", scheduleInductorBfs),
      plain("inductor-dfs", scheduleInductorDfs),
      {"theano", runTheano},
      {"memopt", runMemopt},
  };
  return methods;
}

const Method &memopt::bench::memoptMethod() { return allMethods().back(); }

static llvm::Expected<Figures> measureHere(const GraphSource &source,
                                           const Method &method,
                                           const Settings &settings) {
  Figures figures;
  figures.startResident = residentBytes();
  llvm::Expected<Graph> graph = source.make();
  if (!graph)
    return graph.takeError();
  MethodResult result;
  figures.times = measureTimes([&] { result = method.run(*graph, settings); });
  figures.peakResident = peakResidentBytes();
  figures.ops = graph->numOps();
  figures.steps = result.steps;
  figures.limitReached = result.limitReached;
  figures.status = result.status;
  figures.lowerBound = result.lowerBound;
  if (result.order.empty() && result.limitReached)
    return figures;
  figures.hasOrder = true;
  figures.peak = computeLiveProfile(*graph, result.order).peak;
  if (std::optional<Violation> violation =
          checkSchedule(*graph, result.order, figures.peak))
    return llvm::createStringError(
        "the order of " + method.name +
        " is wrong, please report a bug: " + violation->message);
  return figures;
}

llvm::Expected<Figures> memopt::bench::measure(const GraphSource &source,
                                               const Method &method,
                                               const Settings &settings) {
  llvm::Expected<Figures> figures = runInChild<Figures>(
      method.name, [&] { return measureHere(source, method, settings); });
  if (!figures)
    return llvm::createStringError(source.origin + ": " +
                                   llvm::toString(figures.takeError()));
  return figures;
}
