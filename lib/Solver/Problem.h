//===- Problem.h - A scheduling problem, made ready for solving -*- C++ -*-===//
//
// A Graph reduced to what decides the peak, in flat arrays. Sizes are divided
// by their greatest common divisor; buffers without bytes become plain
// dependences; dead values count as workspace of their producer; buffers that
// are live to the end count as bytes that their producer adds for good. What is
// left are the nets: buffers with bytes that die after a last reader.
//
// A stretch of a problem between two sets of executed ops is again a problem
// (see Split.h), so everything in this folder works on Problems.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PROBLEM_H
#define MEMOPT_LIB_SOLVER_PROBLEM_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

#include <vector>

namespace memopt {

using NetId = uint32_t;

/// Lists of numbers for each of a range of keys, in one array.
class Lists {
public:
  llvm::ArrayRef<uint32_t> operator[](uint32_t key) const {
    return llvm::ArrayRef<uint32_t>(items.data() + begins[key],
                                    begins[key + 1] - begins[key]);
  }
  uint32_t size(uint32_t key) const {
    return static_cast<uint32_t>(begins[key + 1] - begins[key]);
  }
  void append(uint32_t item) { items.push_back(item); }
  /// Ends the list of the next key.
  void endList() { begins.push_back(items.size()); }
  /// The lists of the opposite relation; items must be below `numKeys`. The
  /// new lists are in increasing order.
  Lists inverted(uint32_t numKeys) const;

private:
  std::vector<size_t> begins = {0};
  std::vector<uint32_t> items;
};

/// See the file comment.
struct Problem {
  uint32_t numOps = 0;
  uint32_t numNets = 0;
  /// For each op, the distinct ops that must come before it, increasing; and
  /// the inverse.
  Lists predecessors, successors;
  /// For each op, the nets it reads, increasing; and the inverse.
  Lists reads, readers;
  /// For each op, the nets it makes, increasing.
  Lists makes;
  /// The op that makes each net, or kNoOp if it is live at entry.
  std::vector<OpId> producer;
  /// The size of each net; never 0.
  std::vector<Bytes> netBytes;
  /// For each op, bytes that it makes and that stay after its step: its nets
  /// and what it adds for good.
  std::vector<Bytes> born;
  /// The part of `born` that stays to the end.
  std::vector<Bytes> kept;
  /// For each op, further bytes during its step.
  std::vector<Bytes> transient;
  /// For each op, the nets it may overwrite if they die in its step,
  /// increasing.
  Lists inPlace;
  bool hasInPlace = false;
  /// Live bytes before the first op.
  Bytes entry = 0;
  /// Live bytes after the last op.
  Bytes exit = 0;

  /// Whether `op` may overwrite `net`.
  bool mayOverwrite(OpId op, NetId net) const {
    return hasInPlace && llvm::binary_search(inPlace[op], net);
  }
};

/// A problem and the size of its unit in bytes.
struct ScaledProblem {
  Problem problem;
  Bytes unit = 1;
};

/// Reduces `graph`; without `useUnits` the unit stays one byte.
ScaledProblem makeProblem(const Graph &graph, bool useUnits);

/// Fills the lists that follow from others: `reads` from `readers`, `makes`
/// from `producer`, `successors` from `predecessors`.
void completeLists(Problem &problem);

/// Computes, for each op, the live bytes during and after its step in `order`.
void profileOf(const Problem &problem, llvm::ArrayRef<OpId> order,
               std::vector<Bytes> &during, std::vector<Bytes> &after);

/// The peak of `order` in units: the largest live sum during a step, and at
/// least what is live before and after all steps.
Bytes peakOf(const Problem &problem, llvm::ArrayRef<OpId> order);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PROBLEM_H
