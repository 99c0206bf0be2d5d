//===- State.h - A set of executed ops, with make and undo ------*- C++ -*-===//
//
// What every constructive method works on: the ops executed so far, the ops
// that are ready, and for each op what its step would cost and change now.
// Executing and undoing an op costs O(degree).
//
// A state runs forwards from the empty set, or backwards from the full set. A
// backwards state "executes" the last op of the order first: an op is ready
// when all its successors are executed, a net becomes live with its first
// executed reader and dies with its producer. With S the set of ops executed so
// far in the state's direction, both directions have the same form
//
//   during(v | S) = live(S) + stepBytes(v | S),  live(S + v) = live(S) +
//   delta(v | S)
//
//             forwards                              backwards
//   delta     born(v) - nets that v reads last      nets that v reads first -
//   born(v) stepBytes born(v) + transient(v)                transient(v) + nets
//   that v reads
//             - nets v reads last and overwrites    first and does not
//             overwrite
//
// live is submodular over the sets closed under "ready" (downsets), and both
// delta(v | S) and stepBytes(v | S) can only fall when S grows, in-place pairs,
// workspace and ordering edges included. The rules of Search.cpp stand on this.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_STATE_H
#define MEMOPT_LIB_SOLVER_STATE_H

#include "Problem.h"

namespace memopt {

/// 128 bits that stand for a set of ops.
struct SetKey {
  uint64_t low = 0;
  uint64_t high = 0;
  bool operator==(const SetKey &other) const {
    return low == other.low && high == other.high;
  }
};

/// The key of each single op; the key of a set is the exclusive or of its ops'
/// (Zobrist hashing). The same in each run.
std::vector<SetKey> makeOpKeys(uint32_t numOps);

/// See the file comment.
class State {
public:
  State(const Problem &problem, bool backward);

  bool isBackward() const { return backward; }
  /// Executes `op`, which is ready.
  void make(OpId op);
  /// Undoes the last op executed.
  void undo();

  Bytes live() const { return liveBytes; }
  Bytes during(OpId op) const { return liveBytes + step[op]; }
  Bytes deltaOf(OpId op) const { return delta[op]; }
  /// The ops executed, first executed first.
  llvm::ArrayRef<OpId> trail() const { return executed; }
  bool isExecuted(OpId op) const { return place[op] == kExecuted; }
  bool isReady(OpId op) const { return waitsFor[op] == 0 && !isExecuted(op); }
  bool isComplete() const { return executed.size() == problem.numOps; }
  /// The trail in the order of the program.
  std::vector<OpId> order() const;
  SetKey key() const { return setKey; }
  /// The key of the state after executing `op`.
  SetKey keyAfter(OpId op) const {
    return {setKey.low ^ opKeys[op].low, setKey.high ^ opKeys[op].high};
  }

  /// The ready ops that do not add live bytes, and the others, each in an order
  /// that depends on the history.
  llvm::ArrayRef<OpId> readyFalling() const { return ready[0]; }
  llvm::ArrayRef<OpId> readyRising() const { return ready[1]; }

  /// The ops that became ready or cheaper in the last make(), with repeats.
  llvm::ArrayRef<OpId> changed() const { return changedOps; }
  /// Units of work done so far: ops and edges touched.
  uint64_t work() const { return workDone; }

private:
  static constexpr uint32_t kExecuted = ~uint32_t(0);

  /// Notes that `reader` is now the one that ends (forwards), or no longer the
  /// one that begins (backwards), the life of `net`.
  void cheapen(OpId reader, NetId net);
  void restore(OpId reader, NetId net);
  void insertReady(OpId op);
  void removeReady(OpId op);
  void refile(OpId op, Bytes oldDelta);
  bool countsInStep(OpId reader, NetId net) const {
    return problem.mayOverwrite(reader, net) != backward;
  }

  const Problem &problem;
  const bool backward;
  /// What an op waits for, and what waits for it, in this direction.
  const Lists &before, &after;
  Bytes liveBytes;
  std::vector<Bytes> delta, step;
  std::vector<uint32_t> waitsFor;
  /// Position in its ready list, or kExecuted.
  std::vector<uint32_t> place;
  /// Executed readers of each net, and (forwards) the exclusive or of the
  /// others.
  std::vector<uint32_t> touched, untouchedXor;
  std::vector<OpId> executed, changedOps, ready[2];
  std::vector<SetKey> opKeys;
  SetKey setKey;
  uint64_t workDone = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_STATE_H
