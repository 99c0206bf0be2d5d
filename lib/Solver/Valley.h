//===- Valley.h - The least live bytes between two states -------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_VALLEY_H
#define MEMOPT_LIB_SOLVER_VALLEY_H

#include "MaxFlow.h"
#include "State.h"

namespace memopt {

/// Finds the state with the least live bytes between an earlier state of a
/// search and its present one. Keeps scratch space between calls.
class ValleyCut {
public:
  explicit ValleyCut(const Problem &problem)
      : problem(problem), nodeOf(problem.numOps), opSeen(problem.numOps),
        netSeen(problem.numNets) {}

  /// Looks at all states between the one after the first `from` executed ops of
  /// `state`, which had `liveAtFrom` live bytes, and `state` itself. Returns
  /// the least live bytes of one, and how it differs from the first: `chosen`
  /// holds those of the ops executed since that it contains, in the order
  /// executed.
  Bytes find(const State &state, size_t from, Bytes liveAtFrom,
             std::vector<OpId> &chosen);
  /// Edges looked at since the object was made.
  uint64_t work() const { return flow.work() + walked; }

private:
  bool inRange(OpId op) const { return op != kNoOp && opSeen[op] == round; }
  void addNet(const State &state, NetId net);
  void addForwards(const State &state, NetId net);
  void addBackwards(const State &state, NetId net);
  void addArc(MaxFlow::Node from, MaxFlow::Node to, Bytes capacity) {
    arcs.push_back({from, to, capacity});
    if (from == MaxFlow::kSource)
      fromSource += capacity;
  }

  struct Arc {
    MaxFlow::Node from, to;
    Bytes capacity;
  };

  const Problem &problem;
  MaxFlow flow;
  std::vector<MaxFlow::Node> nodeOf;
  std::vector<uint32_t> opSeen, netSeen;
  std::vector<Arc> arcs;
  Bytes fromSource = 0;
  MaxFlow::Node numNodes = 0;
  uint32_t round = 0;
  uint64_t walked = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_VALLEY_H
