//===- StretchSolver.h - All methods on one stretch -------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_STRETCHSOLVER_H
#define MEMOPT_LIB_SOLVER_STRETCHSOLVER_H

#include "Portfolio.h"
#include "Reduce.h"
#include "Search.h"

#include <limits>
#include <memory>

namespace memopt {

/// What all stretches of a problem share.
struct PortfolioState {
  const ScheduleOptions &options;
  Effort effort;
  WorkMeter meter;
  /// The largest lower bound of all stretches, and of the ops between them.
  Bytes lower = 0;
  /// The peak of the input order, in units.
  Bytes inputPeak = 0;
};

/// One stretch: its best order, its bounds, and the methods that move them. A
/// search that stops at a limit goes on in the next round. See
/// StretchSolver.cpp.
class StretchSolver {
public:
  /// Starts from the input order. `shared` must outlive the object.
  StretchSolver(Problem problem, PortfolioState &shared);

  const std::vector<OpId> &order() const { return best; }
  /// The peak of order().
  Bytes upper() const { return upperBound; }
  /// Whether the answer for the whole may still depend on this stretch.
  bool matters() const {
    return upperBound > shared.lower && shared.inputPeak > shared.lower;
  }
  /// Does what is cheap; the next calls are rounds of the search, each with
  /// more steps than the one before. Returns false if there is nothing to do.
  bool work();
  /// Frees what is kept between rounds.
  void rest();

private:
  bool over() const { return !matters() || shared.meter.exhausted(); }
  bool offer(std::vector<OpId> order);
  void raiseLower(Bytes bound);
  void tryGreedy();
  void tryPeeling(unsigned maxTests, uint64_t maxSteps);
  void searchRound();
  void searchBelow(bool backward, uint64_t maxSteps);
  void tryBeam(uint64_t maxSteps);
  void tryWindows(std::vector<OpId> order, uint64_t maxSteps);
  void addPrecedences(uint64_t maxSteps);
  void raiseFromBelow(uint64_t maxSteps);
  bool imply(ReducedProblem &problem, Bytes budget, uint64_t maxSteps,
             bool &added);
  std::unique_ptr<Search> makeSearch(const Problem &of, bool backward) const;

  static constexpr uint64_t kFirstSteps = 20'000;

  PortfolioState &shared;
  Problem problem;
  std::vector<OpId> best;
  Bytes upperBound = 0;
  Bytes lowerBound = 0;
  /// For each op, the least bytes during its step over the orders tried.
  std::vector<Bytes> leastDuring;
  bool triedGreedy = false;
  /// The least budget that peeling is known not to refute.
  Bytes unpeelable = std::numeric_limits<Bytes>::max();
  unsigned beamWidth = 4;
  uint32_t widestWindow = 48;
  uint64_t roundSteps = kFirstSteps;

  /// The problem with the precedences that a budget below the best order
  /// implies, and the searches on it. None until the first round.
  std::unique_ptr<ReducedProblem> current;
  std::unique_ptr<Search> searches[2];
  /// The budget that all precedences are known for; 0 for none.
  Bytes impliedFor = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_STRETCHSOLVER_H
