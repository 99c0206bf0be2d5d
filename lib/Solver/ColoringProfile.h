//===- ColoringProfile.h - Held bytes, step by step -------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_COLORINGPROFILE_H
#define MEMOPT_LIB_SOLVER_COLORINGPROFILE_H

#include "memopt/Model/Sharing.h"

#include <vector>

namespace memopt {

/// The bytes held at each step, under changes of ranges: a segment tree, O(log
/// steps) for each change and question.
class BytesProfile {
public:
  explicit BytesProfile(Step numSteps);
  void add(StepRange range, Bytes bytes);
  /// The most bytes at a step of `range`; 0 if it is empty.
  Bytes maximum(StepRange range) const;

private:
  struct Node {
    Bytes most = 0;
    /// Held all over the node, and in `most`, but not in the children's.
    Bytes all = 0;
  };
  void add(size_t node, StepRange nodeRange, StepRange range, Bytes bytes);
  Bytes maximum(size_t node, StepRange nodeRange, StepRange range) const;

  Step numSteps;
  std::vector<Node> nodes;
};

/// Where sizes or ends are not known, and which storage begins or ends when:
/// enough to tell that a step holds no more than another one whatever the
/// sizes are.
class UnknownParts {
public:
  explicit UnknownParts(Step numSteps)
      : unknown(numSteps + 1, 0), unknownEnd(numSteps + 1, 0) {}
  /// Adds storage. Call finish() when all is added.
  void add(StepRange range, bool sizeKnown, bool endKnown);
  void finish();

  /// Something of unknown size or end is held in `range`.
  bool anyIn(StepRange range) const;
  /// At every step of `gap` what is held is part of what is held at the step
  /// before it, or of what is held at the step after it.
  bool isCovered(StepRange gap) const;

private:
  static bool any(const std::vector<unsigned> &sums, StepRange range) {
    return range.begin < range.end && sums[range.end] != sums[range.begin];
  }
  std::vector<unsigned> unknown, unknownEnd;
  std::vector<Step> begins, ends;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_COLORINGPROFILE_H
