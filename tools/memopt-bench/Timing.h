//===- Timing.h - Time and memory of a piece of work ------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_TIMING_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_TIMING_H

#include "llvm/ADT/STLFunctionalExtras.h"

#include <cstdint>

namespace memopt::bench {

/// How long to measure.
struct TimingOptions {
  /// Work is repeated until it took this many seconds of CPU time in all, so
  /// that microseconds can be told; work that takes longer runs once. 0: runs
  /// once.
  double minSeconds = 0.02;
  /// The median of this many such measurements is taken.
  unsigned repetitions = 1;
};

/// Seconds for running a piece of work once.
struct Times {
  double cpuSeconds = 0;
  double wallSeconds = 0;
};

/// Gets the timer ready, before any child is forked.
void initializeTiming(const char *programName, const TimingOptions &options);

/// Times `work`, with Google Benchmark's runner.
Times measureTimes(llvm::function_ref<void()> work);

/// Bytes of memory that this process has in use now, and at most so far
/// (resident set size: program and libraries included).
uint64_t residentBytes();
uint64_t peakResidentBytes();

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_TIMING_H
