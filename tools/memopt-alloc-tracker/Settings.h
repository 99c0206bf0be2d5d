//===- Settings.h - What the allocation tracker does ----------------------===//
//
// The settings of libmemopt_alloc_tracker.so, read once from the environment
// variable MEMOPT_ALLOC_TRACKER: `key=value` pairs, separated by commas. Plain
// C++, so that the library can be loaded beside any program.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_ALLOC_TRACKER_SETTINGS_H
#define MEMOPT_ALLOC_TRACKER_SETTINGS_H

#include <cstdint>
#include <string>
#include <vector>

namespace memopt::tracker {

struct Settings {
  /// `format=text|json`: of a report.
  bool json = false;
  /// `at-exit=on|off`: write a report when the process ends.
  bool atExit = true;
  /// `output=FILE`: where reports are added; `-` is standard output, and empty
  /// (the default) standard error.
  std::string output;
  /// `poison=on|off`: fill memory when it is allocated and when it is freed.
  bool poison = true;
  /// `fresh=HEX`, `freed=HEX`: the 16 bits that fill memory, again and again.
  /// The defaults are NaN as f16, bf16, f32 and f64, and far out of range as
  /// an index.
  uint16_t fresh = 0x7FF5;
  uint16_t freed = 0x7FFA;
  /// `quarantine-bytes=N`: freed blocks are kept until they add up to more, so
  /// that their addresses are not handed out again. 0 keeps none.
  uint64_t quarantineBytes = uint64_t(256) << 20;
  /// `error-exit-code=N`: the process ends with it if there are leaks or
  /// errors; 0 (the default) leaves the program's own.
  int errorExitCode = 0;
};

/// Reads `text`; what cannot be read keeps its default and adds a message.
Settings parseSettings(const std::string &text,
                       std::vector<std::string> &messages);

} // namespace memopt::tracker

#endif // MEMOPT_ALLOC_TRACKER_SETTINGS_H
