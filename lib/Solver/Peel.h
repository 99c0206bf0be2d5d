//===- Peel.h - Refuting a budget op by op ----------------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_PEEL_H
#define MEMOPT_LIB_SOLVER_PEEL_H

#include "MaxFlow.h"
#include "Search.h"
#include "State.h"

#include <algorithm>

namespace memopt {

/// Shows that a state of a search cannot be completed within a budget. Keeps
/// scratch space between calls. See Peel.cpp.
class Peeling {
public:
  /// How many edges count as one search step.
  static constexpr uint64_t kEdgesPerStep = 6;

  explicit Peeling(const Problem &problem)
      : problem(problem), place(problem.numOps), nodeOf(problem.numOps),
        netSeen(problem.numNets) {}

  /// No if `state` cannot be completed within `budget`; Unknown if that is not
  /// shown within about `maxWork` edges. Makes moves on `state` and undoes them
  /// all.
  Answer refute(State &state, Bytes budget, uint64_t maxWork);
  /// Edges looked at since the object was made.
  uint64_t work() const { return flow.work() + walked; }

private:
  /// Where an op is: not removed yet, removed since the last valley, or before.
  enum class Place : uint8_t { Later, Between, Base };

  void remove(State &state, OpId op);
  bool removeFitting(State &state, Bytes budget, uint64_t stopAt);
  void deepenBase(const State &state, uint64_t stopAt);
  Bytes leastDuring(const State &state, OpId op, Bytes budget, uint64_t stopAt);
  uint64_t left(uint64_t stopAt) const {
    return stopAt - std::min(stopAt, work());
  }
  Bytes buildCut(const State &state, OpId op);
  Bytes addNet(const State &state, NetId net, OpId op);
  Bytes addForwards(NetId net, OpId op);
  Bytes addBackwards(NetId net, OpId op);
  bool isFree(OpId op) const {
    return op != kNoOp && place[op] == Place::Between && nodeOf[op] != 0;
  }
  bool isGone(OpId op) const {
    return op != kNoOp && place[op] != Place::Later && !isFree(op);
  }
  void addArc(MaxFlow::Node from, MaxFlow::Node to, Bytes capacity) {
    arcs.push_back({from, to, capacity});
  }

  struct Arc {
    MaxFlow::Node from, to;
    Bytes capacity;
  };

  const Problem &problem;
  MaxFlow flow;
  std::vector<Place> place;
  /// The ops removed since the last valley, in the order removed.
  std::vector<OpId> between;
  /// The node of each op between that the cut may move, else 0.
  std::vector<MaxFlow::Node> nodeOf;
  std::vector<uint32_t> netSeen;
  uint32_t round = 0;
  MaxFlow::Node numNodes = 0;
  std::vector<Arc> arcs;
  std::vector<OpId> forced;
  std::vector<std::pair<Bytes, OpId>> candidates;
  uint64_t walked = 0;
};

/// No if `problem` is shown to have no order within `budget`, from either end,
/// with about `maxSteps` for each; else Unknown.
Answer peel(const Problem &problem, Bytes budget, WorkMeter &meter,
            uint64_t maxSteps);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PEEL_H
