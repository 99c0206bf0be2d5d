//===- WorkMeter.h - Counts search steps against the limits -----*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_WORKMETER_H
#define MEMOPT_LIB_SOLVER_WORKMETER_H

#include "memopt/Solver/Options.h"

#include <algorithm>
#include <chrono>

namespace memopt {

/// Counts steps, and says when the limit on them or on time is reached. The
/// clock is read only if the options ask for a time limit.
class WorkMeter {
public:
  explicit WorkMeter(const ScheduleOptions &options)
      : WorkMeter(options.maxSteps, options.timeLimitMs) {}
  /// A time limit of 0 is none.
  WorkMeter(uint64_t maxSteps, uint64_t timeLimitMs)
      : maxSteps(maxSteps), timed(timeLimitMs != 0),
        deadline(std::chrono::steady_clock::now() +
                 std::chrono::milliseconds(
                     std::min(timeLimitMs, uint64_t(1'000'000'000'000)))) {}

  void spend(uint64_t steps) {
    used += steps;
    if (!timed || used < nextLook)
      return;
    nextLook = used + kStepsBetweenLooks;
    timeIsUp |= std::chrono::steady_clock::now() >= deadline;
  }
  bool exhausted() const { return used >= maxSteps || timeIsUp; }
  uint64_t steps() const { return used; }
  /// Steps left before the limit.
  uint64_t left() const { return exhausted() ? 0 : maxSteps - used; }

private:
  static constexpr uint64_t kStepsBetweenLooks = 1024;

  uint64_t maxSteps;
  uint64_t used = 0;
  uint64_t nextLook = 0;
  bool timed;
  bool timeIsUp = false;
  std::chrono::steady_clock::time_point deadline;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_WORKMETER_H
