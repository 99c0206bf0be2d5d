//===- Schedule.h - An order of the ops and its live bytes ------*- C++ -*-===//
//
// Evaluates an order of a Graph's ops: the live bytes before, during and after
// each step, and the peak. Linear in the size of the graph.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_SCHEDULE_H
#define MEMOPT_MODEL_SCHEDULE_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace memopt {

/// Live bytes around one step (see Graph.h for the definitions).
struct StepBytes {
  Bytes before = 0;
  Bytes during = 0;
  Bytes after = 0;
};

/// The live bytes of an order.
struct LiveProfile {
  /// One entry for each position of the order.
  std::vector<StepBytes> steps;
  /// The bytes live when the block is entered.
  Bytes atEntry = 0;
  /// The largest `during`, or `atEntry` if that is larger or there is no step.
  Bytes peak = 0;
  /// The first position that reaches the peak; 0 if entry alone does.
  size_t peakStep = 0;
  /// The sum of the sizes of all buffers plus the largest workspace: the peak
  /// if nothing were ever freed nor overwritten.
  Bytes noFree = 0;
};

/// The input order: 0, 1, ..., n-1.
std::vector<OpId> inputOrder(const Graph &graph);

/// What is open between `peak` and `lowerBound`, in percent of the peak; above
/// 0 unless the two are equal.
double gapPercent(Bytes peak, Bytes lowerBound);

/// Evaluates `order`, a permutation of the ops that respects the graph
/// (checkSchedule tells; evaluating another one gives meaningless numbers).
LiveProfile computeLiveProfile(const Graph &graph, llvm::ArrayRef<OpId> order);

/// The buffers that are live during the step at `position` of `order`, in
/// increasing order. An input taken over in place is not listed; the output
/// that takes it over is.
std::vector<BufferId>
liveDuringStep(const Graph &graph, llvm::ArrayRef<OpId> order, size_t position);

} // namespace memopt

#endif // MEMOPT_MODEL_SCHEDULE_H
