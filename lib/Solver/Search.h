//===- Search.h - Is there an order within a budget? ------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_SEARCH_H
#define MEMOPT_LIB_SOLVER_SEARCH_H

#include "Memo.h"
#include "State.h"
#include "Valley.h"
#include "WorkMeter.h"

namespace memopt {

/// The answer of a search for an order within a budget.
enum class Answer : uint8_t { Yes, No, Unknown };

/// A depth-first search in one direction. See Search.cpp.
class Search {
public:
  Search(const Problem &problem, bool backward, const ScheduleOptions &options,
         WorkMeter &meter);

  /// Whether an order exists whose peak is at most `budget`; Unknown after
  /// about `maxSteps` or when the meter is exhausted.
  Answer decide(Bytes budget, uint64_t maxSteps);
  /// The order found by the last decide() that said Yes.
  std::vector<OpId> order() const { return state.order(); }
  /// After a No: no order has a peak below this, which is above the budget.
  Bytes nextBudget() const { return leastPruned; }

private:
  /// What orders the children of a state: all from the state, none from its
  /// history.
  struct Rank {
    Bytes first = 0;
    Bytes second = 0;
    OpId tie = 0;
    bool operator<(const Rank &other) const;
  };

  /// A state on the current path, after its safe moves.
  struct Frame {
    /// Length of the trail before the move that led here.
    size_t trailBefore;
    /// Length of the trail at this state.
    size_t trailHere;
    Bytes live;
    /// The last child tried.
    Rank lastChild;
    OpId lastOp;
    /// Every order within the budget that passes here can go on through the
    /// states above on the path: no other child is needed.
    bool committed;
  };

  bool enter(size_t trailBefore);
  void makeSafeMoves();
  bool commitValley(size_t &trailBefore);
  void undoTo(size_t length);
  OpId nextChild(Frame &frame);
  Rank rankOf(OpId op) const;
  void charge();

  const Problem &problem;
  const ScheduleOptions &options;
  WorkMeter &meter;
  State state;
  ValleyCut valley;
  Memo memo;
  std::vector<Frame> frames;
  std::vector<OpId> chosen;
  Bytes budget = 0;
  Bytes leastPruned = 0;
  uint64_t scanned = 0;
  uint64_t charged = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_SEARCH_H
