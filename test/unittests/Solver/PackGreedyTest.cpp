//===- PackGreedyTest.cpp - First fit, best fit and their bounds ----------===//

#include "PackingBruteForce.h"
#include "PackingFamilies.h"

#include "LongForm.h"
#include "memopt/Model/Check.h"
#include "memopt/Solver/Packers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

/// Checks what every packer promises.
void expectValid(const PackingProblem &problem, const PackOutcome &outcome) {
  if (outcome.offsets.empty() && !problem.buffers.empty()) {
    EXPECT_EQ(outcome.height, 0);
    return;
  }
  std::optional<Violation> violation =
      checkPacking(problem, outcome.offsets, outcome.height);
  EXPECT_FALSE(violation) << violation->message;
  EXPECT_LE(outcome.lowerBound, outcome.height);
}

TEST(PackGreedy, SmallProblems) {
  uint64_t count = inForm(3000, 100000), reached = 0, solvable = 0;
  Progress progress(count);
  for (uint64_t seed = 0; seed < count; ++seed, progress.step()) {
    SCOPED_TRACE(seed);
    PackingProblem problem = smallPacking(seed, 10);
    ASSERT_FALSE(checkPackingProblem(problem));
    PackOutcome outcome = packFirstFit(problem, {});
    expectValid(problem, outcome);
    std::optional<Bytes> least = leastHeight(problem);
    if (!least) {
      EXPECT_TRUE(outcome.offsets.empty());
      continue;
    }
    ++solvable;
    EXPECT_LE(outcome.lowerBound, *least);
    if (outcome.offsets.empty())
      continue;
    EXPECT_LE(*least, outcome.height);
    reached += outcome.height == *least;
  }
  std::printf("[          ] %llu of %llu reach the least height\n",
              static_cast<unsigned long long>(reached),
              static_cast<unsigned long long>(solvable));
  EXPECT_GT(reached, solvable / 2);
}

} // namespace
