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
  /// The memo takes at most `maxMemoBytes`. Keeps a reference to `problem`.
  Search(const Problem &problem, bool backward, const ScheduleOptions &options,
         WorkMeter &meter, uint64_t maxMemoBytes);

  /// Whether an order exists whose peak is at most `budget`; Unknown after
  /// about `maxSteps` or when the meter is exhausted. Asked again for the same
  /// budget after Unknown, it goes on where it stopped.
  Answer decide(Bytes budget, uint64_t maxSteps);
  /// The order found by the last decide() that said Yes.
  std::vector<OpId> order() const { return state.order(); }
  /// After a No: no order has a peak below this, which is above the budget.
  Bytes nextBudget() const { return next; }

private:
  /// What orders the children of a state: all from the state, none from its
  /// history.
  struct Child {
    Bytes delta;
    Bytes during;
    /// The op, counted from the end of the block in a search backwards.
    OpId tie;
    bool operator<(const Child &other) const;
  };

  /// A state on the current path, after its safe moves.
  struct Frame {
    /// Length of the trail before the move that led here.
    size_t trailBefore;
    /// Length of the trail at this state.
    size_t trailHere;
    Bytes live;
    /// Where its children begin among those of all frames, and the next to try.
    size_t firstChild;
    size_t nextChild;
    /// Whether there may be children after the last one listed.
    bool hasMore;
    /// Every order within the budget that passes here can go on through the
    /// states above on the path: no other child is needed.
    bool committed;
  };

  Answer start(Bytes newBudget);
  bool enter(size_t trailBefore);
  void makeSafeMoves();
  bool commitValley(size_t &trailBefore);
  void undoTo(size_t length);
  void backOut(size_t trailBefore);
  void listChildren(Frame &frame);
  OpId nextChild(Frame &frame);
  OpId opOf(const Child &child) const {
    return state.isBackward() ? problem.numOps - 1 - child.tie : child.tie;
  }
  void charge();

  const Problem &problem;
  const ScheduleOptions &options;
  WorkMeter &meter;
  State state;
  ValleyCut valley;
  Memo memo;
  std::vector<Frame> frames;
  /// The listed children of all frames, one after the other.
  std::vector<Child> children;
  std::vector<OpId> chosen;
  Bytes budget = 0;
  Bytes leastPruned = 0;
  Bytes next = 0;
  /// Whether frames hold a search that was stopped.
  bool suspended = false;
  /// Whether all that the memo holds failed under this budget, in this search.
  bool isMemoFresh = true;
  uint64_t scanned = 0;
  uint64_t charged = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_SEARCH_H
