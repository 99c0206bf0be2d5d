//===- Sharing.h - Which allocations can be one ------------------*- C++-*-===//
//
// A sharing problem: buffers with the steps at which their content is needed,
// in scopes that nest as the blocks of a function do. A plan puts buffers of
// one kind whose content is never needed at the same step into groups; a group
// becomes one allocation.
//
// Steps number the ops of a function in the order of the text, an op before
// those inside it. Ranges of steps are half-open.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_SHARING_H
#define MEMOPT_MODEL_SHARING_H

#include "memopt/Model/Graph.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace memopt {

using Step = uint32_t;
constexpr Step kNoStep = std::numeric_limits<Step>::max();

/// The steps from `begin` up to but not including `end`.
struct StepRange {
  Step begin = 0;
  Step end = 0;

  bool overlaps(const StepRange &other) const {
    return begin < other.end && other.begin < end;
  }
  bool contains(const StepRange &other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool operator==(const StepRange &other) const {
    return begin == other.begin && end == other.end;
  }
};

constexpr unsigned kNoScope = std::numeric_limits<unsigned>::max();

/// A block. Scopes come after the scope around them.
struct SharingScope {
  /// The scope around this one; kNoScope for the outermost.
  unsigned parent = kNoScope;
  /// The steps of the op that the scope is part of: where its buffers would
  /// live if they were allocated in the parent.
  StepRange within;
  /// Storage of this scope may be allocated in the parent instead: the op runs
  /// it in order, one at a time.
  bool leavable = false;
  /// Which of the op's regions this is, if the op runs at most one of them;
  /// otherwise nothing.
  std::optional<unsigned> alternative;
};

/// An allocation that may share.
struct SharingBuffer {
  unsigned scope = 0;
  /// Only buffers of one kind share.
  unsigned kind = 0;
  /// Nothing if it is not known.
  std::optional<Bytes> bytes;
  /// The steps at which the content is needed.
  StepRange live;
  /// The steps at which the storage is allocated, `live` among them.
  StepRange held;
  /// The storage is freed. If not, it is taken to be held to the end, and only
  /// the number of buffers counts.
  bool freed = true;
  /// The storage costs no heap: only the number of buffers counts.
  bool stack = false;
  /// The outermost scope that the allocation may move to.
  unsigned outermost = 0;
};

/// The op at the steps `at` reads `input` for the last time and writes `output`
/// for the first time, element by element: the two may be one although both are
/// live at those steps.
struct InPlaceLink {
  unsigned input = 0;
  unsigned output = 0;
  StepRange at;
};

/// Storage that takes no part, and what others need while a step runs.
struct Background {
  StepRange range;
  /// Nothing if it is not known.
  std::optional<Bytes> bytes;
  /// The storage may end before `range` does.
  bool endUnknown = false;
};

/// A sharing problem.
struct SharingProblem {
  std::vector<SharingScope> scopes;
  std::vector<SharingBuffer> buffers;
  std::vector<InPlaceLink> links;
  std::vector<Background> background;
  Step numSteps = 0;
};

/// Buffers that become one allocation.
struct SharingGroup {
  /// Where it is allocated.
  unsigned scope = 0;
  /// By increasing begin of their lifetimes.
  std::vector<unsigned> members;
  /// While it is allocated.
  StepRange held;
};

/// A partition of the buffers, by the first member's lifetime.
struct SharingPlan {
  std::vector<SharingGroup> groups;
};

/// The scope, `scope` itself or one around it, that is a direct part of
/// `ancestor`'s steps: what `range` of `scope` is when seen from `ancestor`.
/// Nothing if `ancestor` is not around `scope`, or a scope in between may not
/// be left.
std::optional<StepRange> rangeSeenFrom(const SharingProblem &problem,
                                       unsigned scope, StepRange range,
                                       unsigned ancestor);

/// The plan in which nothing is shared.
SharingPlan unshared(const SharingProblem &problem);

/// How storage counts that the program does not free.
enum class Unfreed {
  /// It is held as long as the program runs.
  ToTheEnd,
  /// Not at all: a collector may free it at any time once it is dead.
  Ignored,
};

/// The most bytes of heap, of those that are known, that are held at a step.
Bytes peakOf(const SharingProblem &problem, const SharingPlan &plan,
             Unfreed unfreed = Unfreed::ToTheEnd);

} // namespace memopt

#endif // MEMOPT_MODEL_SHARING_H
