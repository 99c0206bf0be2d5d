//===- Timing.cpp - Time and memory of a piece of work --------------------===//

#include "Timing.h"

#include "llvm/ADT/STLExtras.h"

#include "benchmark/benchmark.h"

#include <fstream>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

using namespace memopt;
using namespace memopt::bench;

namespace {

/// Keeps the figures of Google Benchmark's runs instead of printing them.
class CollectTimes : public benchmark::BenchmarkReporter {
public:
  bool ReportContext(const Context &) override { return true; }

  void ReportRuns(const std::vector<Run> &report) override {
    for (const Run &run : report) {
      if (run.run_type != Run::RT_Iteration)
        continue;
      auto iterations = static_cast<double>(run.iterations);
      cpu.push_back(run.cpu_accumulated_time / iterations);
      wall.push_back(run.real_accumulated_time / iterations);
    }
  }

  std::vector<double> cpu, wall;
};

} // namespace

static double median(std::vector<double> values) {
  if (values.empty())
    return 0;
  llvm::sort(values);
  return values[values.size() / 2];
}

/// The work under the timer; Google Benchmark hands its functions nothing but
/// its own state.
static llvm::function_ref<void()> timedWork;

static void runTimedWork(benchmark::State &state) {
  for ([[maybe_unused]] auto iteration : state)
    timedWork();
}

BENCHMARK(runTimedWork);

void memopt::bench::initializeTiming(const char *programName,
                                     const TimingOptions &options) {
  std::string words[] = {
      programName, "--benchmark_min_time=" + std::to_string(options.minSeconds),
      "--benchmark_repetitions=" + std::to_string(options.repetitions)};
  char *argv[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  int argc = 3;
  benchmark::Initialize(&argc, argv);
  // Looks at the machine once, and not again in each child.
  benchmark::CPUInfo::Get();
}

Times memopt::bench::measureTimes(llvm::function_ref<void()> work) {
  timedWork = work;
  CollectTimes times;
  // The name is given, lest the environment filters it out.
  benchmark::RunSpecifiedBenchmarks(&times, "runTimedWork");
  return {median(times.cpu), median(times.wall)};
}

uint64_t memopt::bench::residentBytes() {
  std::ifstream statm("/proc/self/statm");
  uint64_t pages = 0, residentPages = 0;
  statm >> pages >> residentPages;
  return residentPages * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
}

uint64_t memopt::bench::peakResidentBytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<uint64_t>(usage.ru_maxrss) * 1024;
}
