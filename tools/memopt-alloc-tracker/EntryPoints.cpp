//===- EntryPoints.cpp - What a lowered program calls ---------------------===//
//
// The functions that finalize-memref-to-llvm{use-generic-functions=1} calls in
// place of malloc, aligned_alloc and free, and those by which a program can
// measure a part of itself. Load the library into mlir-runner with
// --shared-libs, or link it with the compiled program. See
// docs/alloc-tracker.md.
//
//===----------------------------------------------------------------------===//

#include "Settings.h"
#include "Tracker.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace memopt::tracker;

static Settings readEnvironment() {
  const char *text = std::getenv("MEMOPT_ALLOC_TRACKER");
  std::vector<std::string> messages;
  Settings settings = parseSettings(text ? text : "", messages);
  for (const std::string &message : messages)
    std::fprintf(stderr, "%s\n", message.c_str());
  return settings;
}

static const Settings &settings() {
  static const auto *theSettings = new Settings(readEnvironment());
  return *theSettings;
}

static Tracker &tracker() {
  // Never destroyed: the program may free after static destructors ran.
  static auto *theTracker = new Tracker(settings());
  return *theTracker;
}

/// Adds a report to the output.
static void report(const Counts &counts) {
  const std::string line = settings().json ? counts.json() : counts.text();
  const std::string &output = settings().output;
  if (output.empty() || output == "-") {
    std::FILE *stream = output.empty() ? stderr : stdout;
    std::fputs(line.c_str(), stream);
    std::fflush(stream);
    return;
  }
  std::FILE *file = std::fopen(output.c_str(), "a");
  if (!file || std::fputs(line.c_str(), file) < 0)
    std::fprintf(stderr, "memopt-alloc-tracker: cannot write %s\n",
                 output.c_str());
  if (file)
    std::fclose(file);
}

__attribute__((destructor)) static void atExit() {
  Counts counts = tracker().counts();
  if (settings().atExit)
    report(counts);
  if (settings().errorExitCode && !counts.clean()) {
    std::fflush(nullptr);
    std::_Exit(settings().errorExitCode);
  }
}

extern "C" {

// The names that the lowering calls, and those that a program may call.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
void *_mlir_memref_to_llvm_alloc(uint64_t size) {
  return tracker().allocate(/*alignment=*/1, size);
}

void *_mlir_memref_to_llvm_aligned_alloc(uint64_t alignment, uint64_t size) {
  return tracker().allocate(alignment, size);
}

void _mlir_memref_to_llvm_free(void *pointer) { tracker().release(pointer); }

/// Starts measuring anew: what is alive does not count.
void memopt_tracker_start() { tracker().startMeasurement(); }
/// Ends measuring; leaks and errors are still counted.
void memopt_tracker_stop() { tracker().stopMeasurement(); }
/// Writes a report now.
void memopt_tracker_report() { report(tracker().counts()); }
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

} // extern "C"
