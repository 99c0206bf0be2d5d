//===- PackAttempt.h - Does a part fit in a capacity? ------------*- C++-*-===//

#ifndef MEMOPT_LIB_SOLVER_PACKATTEMPT_H
#define MEMOPT_LIB_SOLVER_PACKATTEMPT_H

#include "PackSearch.h"

namespace memopt {

/// Tries to pack a task within a capacity, a little at a time. What it has
/// learned stays.
class PackAttempt {
public:
  /// `capacity` is in bytes.
  PackAttempt(const PackTask &task, Bytes capacity, const PackOptions &options,
              WorkMeter &meter)
      : options(options), search(task, capacity, options, meter) {}

  /// Goes on for about `maxSteps` steps.
  PackAnswer run(uint64_t maxSteps);

  /// If it fits: by item, in units.
  const std::vector<Bytes> &offsets() const { return search.offsets(); }

private:
  const PackOptions &options;
  PackSearch search;
  uint32_t nextStrategy = 0;
  uint32_t round = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKATTEMPT_H
