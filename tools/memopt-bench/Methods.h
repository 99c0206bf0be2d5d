//===- Methods.h - The schedulers that are compared -------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_METHODS_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_METHODS_H

#include "GraphSource.h"
#include "Timing.h"

#include "memopt/Solver/Outcome.h"

#include <functional>
#include <vector>

namespace memopt::bench {

/// The limits of a run.
struct Settings {
  /// Search steps of memopt on a graph.
  uint64_t maxSteps = 0;
  /// Ops that a peer's search executes on a graph.
  uint64_t peerSteps = 0;
};

/// What a scheduler hands over.
struct MethodResult {
  /// An order; empty if the search was stopped before it had one.
  std::vector<OpId> order;
  /// Search steps, 0 for a scheduler that does not search.
  uint64_t steps = 0;
  /// The scheduler stopped at its limit.
  bool limitReached = false;
  /// What memopt proves; no other scheduler proves anything.
  Status status = Status::Feasible;
  Bytes lowerBound = 0;
};

/// A scheduler under test.
struct Method {
  /// As JSON and the options know it.
  llvm::StringRef name;
  std::function<MethodResult(const Graph &, const Settings &)> run;
};

/// All schedulers: the input order first, memopt last.
llvm::ArrayRef<Method> allMethods();
/// memopt's own among them.
const Method &memoptMethod();

/// The figures of one scheduler on one graph.
struct Figures {
  /// The scheduler died; nothing else is known.
  bool failed = false;
  uint32_t ops = 0;
  /// Whether there is an order, and its peak.
  bool hasOrder = false;
  Bytes peak = 0;
  uint64_t steps = 0;
  bool limitReached = false;
  Status status = Status::Feasible;
  Bytes lowerBound = 0;
  Times times;
  /// Bytes in use before the graph was read, and at most until the scheduler
  /// was done.
  uint64_t startResident = 0;
  uint64_t peakResident = 0;
};

/// Makes the graph and runs the scheduler on it, both in a child; checks the
/// order; and says how it went. An error names the graph.
llvm::Expected<Figures> measure(const GraphSource &source, const Method &method,
                                const Settings &settings);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_METHODS_H
