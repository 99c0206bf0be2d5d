//===- PackAttempt.cpp - Does a part fit in a capacity? -------------------===//
//
// A portfolio of strategies with restarts. Which strategy is good differs from
// problem to problem, and a good one is often good at once: each gets a short
// run, then each a run twice as long, and so on. From the second round on,
// chance moves the items a little in their orders, by a fixed seed for each
// round. All runs share the states that failed, so that none of the work that
// proves something is lost.
//
// Sources: restarts are those of Gomes, Selman and Kautz, "Boosting
// Combinatorial Search Through Randomization", 1998; rotating orders, those of
// Moffitt, "MiniMalloc", 2023.
//
//===----------------------------------------------------------------------===//

#include "PackAttempt.h"

#include <algorithm>
#include <iterator>

using namespace memopt;

using SectionRule = PackStrategy::Section;
using ItemRule = PackStrategy::Item;

static constexpr PackStrategy kStrategies[] = {
    {SectionRule::Lowest, ItemRule::LargestArea, true, false},
    {SectionRule::FewestFullest, ItemRule::Largest, true, true},
    {SectionRule::FewestLeastSlack, ItemRule::Shortest, true, true},
    {SectionRule::FewestLeastSlack, ItemRule::Longest, true, false},
    {SectionRule::Lowest, ItemRule::Longest, true, true},
    {SectionRule::LeastSlack, ItemRule::LargestArea, true, false},
    {SectionRule::FewestLast, ItemRule::Longest, false, false},
    {SectionRule::FewestLowest, ItemRule::Longest, false, false},
};

PackAnswer PackAttempt::run(uint64_t maxSteps) {
  constexpr uint64_t kFirstRun = 1000;
  constexpr uint32_t kMostRounds = 40;
  constexpr unsigned kChancePercent = 20;
  uint64_t last = search.steps() + maxSteps;
  PackAnswer answer = PackAnswer::Unknown;
  while (answer == PackAnswer::Unknown && search.steps() < last) {
    uint64_t left = last - search.steps();
    if (!options.useRestarts)
      return search.run(kStrategies[0], 0, 0, left);
    uint64_t before = search.steps();
    answer =
        search.run(kStrategies[nextStrategy], round == 0 ? 0 : kChancePercent,
                   round, std::min(left, kFirstRun << round));
    // Nothing was done: the meter is exhausted.
    if (search.steps() == before)
      break;
    if (++nextStrategy == std::size(kStrategies)) {
      nextStrategy = 0;
      round = std::min(round + 1, kMostRounds);
    }
  }
  return answer;
}
