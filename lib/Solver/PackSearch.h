//===- PackSearch.h - Depth first from the bottom up ------------*- C++ -*-===//
//
// Does a task fit in a capacity? Depth-first search over partial packings, from
// the bottom up, without recursion.
//
// A node takes a section and its floor, and asks which item lies exactly there.
// Each item whose least offset is the floor is a branch, and "no item" is the
// last one. The section must be open: no section of such an item may have a
// lower floor, so that placing the item wastes nothing. The lowest section
// always is; so is any plateau between higher ones. The branches exclude each
// other and miss nothing: if there is a packing at all there is one in which no
// item can sink. If in that one nothing lies on the floor of the section, then
// its lowest item lies on the floor of another section, or on an item that is
// not in this section, and the lowest such offset is the section's next floor.
//
// A state is its unplaced items and their floors. One that failed is remembered
// and never entered again, by any run with any order. A failure is explained by
// sections (PackFloors.h); a branch that touched none of them did not cause it,
// and its siblings would fail the same way, so the search goes back to one that
// did. Where no unplaced item joins two parts of the time line, one is
// completed before the other is begun, and states are those of a part.
//
// Source of the explanations and jumps: conflict-directed backjumping (Prosser
// 1993). Memory: an entry for each failed state, and O(n) for each level.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKSEARCH_H
#define MEMOPT_LIB_SOLVER_PACKSEARCH_H

#include "PackFloors.h"
#include "WorkMeter.h"

#include "memopt/Solver/Packers.h"

namespace memopt {

/// In what order the search looks at things. Which is good differs from problem
/// to problem.
struct PackStrategy {
  /// Which open section is next.
  enum class Section : uint8_t {
    /// That with the fewest branches, of these the lowest.
    FewestLowest,
    /// That with the fewest branches, of these the one with the least slack.
    FewestLeastSlack,
    /// That with the fewest branches, of these the last.
    FewestLast,
    /// That with the fewest branches, of these the one with most to place.
    FewestFullest,
    /// The lowest, of these the one with the fewest branches.
    Lowest,
    /// That with the least slack, of these the one with the fewest branches.
    LeastSlack,
  };
  /// Which item is tried first.
  enum class Item : uint8_t { Largest, Longest, LargestArea, Shortest };

  Section section;
  Item item;
  /// Try items first that begin or end where the floor does.
  bool fitEdges = false;
  /// Try items first whose ends are level with what is beside them.
  bool fitTops = false;
};

enum class PackAnswer : uint8_t { Fits, DoesNotFit, Unknown };

class PackSearch {
public:
  /// The capacity is in bytes.
  PackSearch(const PackTask &task, Bytes capacity, const PackOptions &options,
             WorkMeter &meter);

  /// Runs for at most `maxSteps` steps, from the start, knowing what earlier
  /// runs have learned. Chance moves the items in their order by up to
  /// `percent`. Not to be called again after an answer.
  PackAnswer run(const PackStrategy &strategy, unsigned percent, uint64_t seed,
                 uint64_t maxSteps);

  uint64_t steps() const { return numSteps; }
  /// If it fits: the offsets of the items, in units.
  const std::vector<Bytes> &offsets() const { return state.offsets(); }

private:
  /// A node of the search.
  struct Node {
    uint32_t section;
    /// Its branches, in `candidates`.
    uint32_t begin;
    uint32_t next;
    uint32_t end;
    /// The branch that was tried last; kNone for "no item".
    uint32_t tried;
    bool noItemLeft;
    /// What of the state belongs to it.
    SectionRange component;
    PackKey key;
    size_t mark;
  };
  enum class Branch : uint8_t { Good, Failed, NoneLeft };

  void rank(const PackStrategy &strategy, unsigned percent, uint64_t seed);
  bool isOpen(uint32_t section) const;
  uint32_t choose(const PackStrategy &strategy, SectionRange range) const;
  void sortCandidates(const PackStrategy &strategy, const Node &node);
  bool enter(const PackStrategy &strategy);
  Branch tryNext();
  bool placeNothing(const Node &node);
  void explainNext(const Node &node, Bytes next);
  Bytes nextFloor(uint32_t section, Bytes limit) const;
  bool isTouched(const Node &node) const;
  bool climb(bool failed);

  const PackTask &task;
  const PackOptions &options;
  WorkMeter &meter;
  PackFloors state;
  PackNoGoods noGoods;
  /// Why the state at hand cannot be completed.
  PackReasons failure;
  std::vector<Node> nodes;
  std::vector<uint32_t> candidates;
  /// Of each node: why the branches tried so far failed.
  std::vector<PackReasons> causes;
  /// Of each item: its place in the order.
  std::vector<uint32_t> ranks;
  uint64_t numSteps = 0;
  bool isStarted = false;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKSEARCH_H
