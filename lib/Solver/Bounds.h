//===- Bounds.h - Lower bounds on the peak ----------------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_BOUNDS_H
#define MEMOPT_LIB_SOLVER_BOUNDS_H

#include "MaxFlow.h"
#include "Problem.h"
#include "WorkMeter.h"

namespace memopt {

/// The least that the step of `op` can cost: its inputs, outputs and workspace.
Bytes stepBound(const Problem &problem, OpId op);

/// The largest of the step bounds, and what is live at the start and the end.
Bytes trivialBound(const Problem &problem);

/// The cut bound of single ops. Keeps scratch space between calls.
class CutBound {
public:
  /// How many edges count as one search step.
  static constexpr uint64_t kEdgesPerStep = 6;

  explicit CutBound(const Problem &problem);

  /// A condition on the sets of ops that may have been executed before an op.
  struct Condition {
    /// An op that must be among them, or kNoOp.
    OpId with = kNoOp;
    /// An op that must not be among them, or kNoOp.
    OpId without = kNoOp;
  };

  /// A lower bound on the live bytes during the step of `op`: the least over
  /// all sets of ops that may have been executed before it, under a condition.
  /// Stops early when the bound passes `enough` or after `maxWork` edges; the
  /// bound is then lower than the cut, yet valid.
  Bytes of(OpId op, Condition condition, Bytes enough, uint64_t maxWork);
  /// After an exact bound of an op without a condition, remembers its cut; then
  /// gives bounds of the same op under conditions on free ops, from that cut.
  void keep() { flow.keep(); }
  Bytes ofKept(Condition condition, Bytes enough, uint64_t maxWork) {
    auto nodeFor = [&](OpId op) {
      return op == kNoOp ? MaxFlow::kNone : nodeOf[op];
    };
    return fixed + flow.runForced(nodeFor(condition.with),
                                  nodeFor(condition.without), enough - fixed,
                                  maxWork);
  }
  /// Whether the last call went to the end, so that its bound is reached by a
  /// set that wouldExecute() describes.
  bool isExact() const { return flow.isMaximum(); }
  /// Whether `op` is in the largest set that reaches the last, exact bound.
  bool wouldExecute(OpId op) const {
    return side[op] == Side::Executed ||
           (side[op] == Side::Free && flow.onSourceSide(nodeOf[op]));
  }
  /// Whether neither the dependences nor the last condition say if `op` comes
  /// before the last op.
  bool isFree(OpId op) const { return side[op] == Side::Free; }
  /// Edges looked at since the object was made.
  uint64_t work() const { return flow.work() + walked; }

private:
  enum class Side : uint8_t { Free, Executed, Later };

  void mark(OpId from, const Lists &lists, Side side);
  Bytes addNet(NetId net, OpId op);

  const Problem &problem;
  MaxFlow flow;
  std::vector<Side> side;
  /// The ops that are not free, for resetting `side`.
  std::vector<OpId> marked;
  std::vector<OpId> freeOps;
  std::vector<MaxFlow::Node> nodeOf;
  MaxFlow::Node numNodes = 0;
  /// What the present op's step costs whatever the cut.
  Bytes fixed = 0;
  struct Arc {
    MaxFlow::Node from, to;
    Bytes capacity;
  };
  std::vector<Arc> arcs;
  uint64_t walked = 0;
};

/// Raises `bound` by cut bounds of the ops that may reach it: those whose step
/// under the known orders is highest. `leastDuring` has for each op the least
/// bytes during its step over some valid orders, which its cut bound cannot
/// pass. Stops when no op can raise the bound further or after about
/// `maxSteps`.
Bytes raiseByCuts(const Problem &problem, Bytes bound,
                  const std::vector<Bytes> &leastDuring, WorkMeter &meter,
                  uint64_t maxSteps);

/// Lowers each entry of `leastDuring` to the bytes during that op's step in
/// `order`, if they are less.
void noteSteps(const Problem &problem, llvm::ArrayRef<OpId> order,
               std::vector<Bytes> &leastDuring);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_BOUNDS_H
