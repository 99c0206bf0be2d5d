//===- State.cpp - A set of executed ops, with make and undo --------------===//

#include "State.h"

#include "memopt/Model/Generate.h"

using namespace memopt;

std::vector<SetKey> memopt::makeOpKeys(uint32_t numOps) {
  Random random(0);
  std::vector<SetKey> keys(numOps);
  for (SetKey &key : keys) {
    key.low = random.next();
    key.high = random.next();
  }
  return keys;
}

State::State(const Problem &problem, bool backward)
    : problem(problem), backward(backward),
      before(backward ? problem.successors : problem.predecessors),
      after(backward ? problem.predecessors : problem.successors),
      liveBytes(backward ? problem.exit : problem.entry) {
  uint32_t numOps = problem.numOps;
  delta.resize(numOps);
  step.resize(numOps);
  waitsFor.resize(numOps);
  place.assign(numOps, 0);
  touched.assign(problem.numNets, 0);
  untouchedXor.assign(problem.numNets, 0);
  for (NetId net = 0; net < problem.numNets; ++net)
    for (OpId reader : problem.readers[net])
      untouchedXor[net] ^= reader;

  opKeys = makeOpKeys(numOps);
  executed.reserve(numOps);
  for (OpId op = 0; op < numOps; ++op) {
    delta[op] = backward ? -problem.born[op] : problem.born[op];
    step[op] = problem.transient[op] + (backward ? 0 : problem.born[op]);
    for (NetId net : problem.reads[op]) {
      Bytes bytes = problem.netBytes[net];
      if (backward) {
        delta[op] += bytes;
        step[op] += countsInStep(op, net) ? bytes : 0;
      } else if (problem.readers.size(net) == 1) {
        delta[op] -= bytes;
        step[op] -= countsInStep(op, net) ? bytes : 0;
      }
    }
    waitsFor[op] = before.size(op);
    if (waitsFor[op] == 0)
      insertReady(op);
  }
}

void State::insertReady(OpId op) {
  std::vector<OpId> &list = ready[delta[op] > 0];
  place[op] = static_cast<uint32_t>(list.size());
  list.push_back(op);
}

void State::removeReady(OpId op) {
  std::vector<OpId> &list = ready[delta[op] > 0];
  OpId last = list.back();
  list[place[op]] = last;
  place[last] = place[op];
  list.pop_back();
}

/// Moves a ready op whose delta has changed to the list it now belongs to.
void State::refile(OpId op, Bytes oldDelta) {
  if (!isReady(op) || (oldDelta > 0) == (delta[op] > 0))
    return;
  Bytes newDelta = delta[op];
  delta[op] = oldDelta;
  removeReady(op);
  delta[op] = newDelta;
  insertReady(op);
}

void State::cheapen(OpId reader, NetId net) {
  Bytes oldDelta = delta[reader];
  delta[reader] -= problem.netBytes[net];
  if (countsInStep(reader, net))
    step[reader] -= problem.netBytes[net];
  refile(reader, oldDelta);
  changedOps.push_back(reader);
}

void State::restore(OpId reader, NetId net) {
  Bytes oldDelta = delta[reader];
  delta[reader] += problem.netBytes[net];
  if (countsInStep(reader, net))
    step[reader] += problem.netBytes[net];
  refile(reader, oldDelta);
}

void State::make(OpId op) {
  changedOps.clear();
  removeReady(op);
  place[op] = kExecuted;
  executed.push_back(op);
  liveBytes += delta[op];
  setKey.low ^= opKeys[op].low;
  setKey.high ^= opKeys[op].high;
  for (NetId net : problem.reads[op]) {
    uint32_t count = ++touched[net];
    if (backward) {
      if (count == 1)
        for (OpId reader : problem.readers[net])
          if (reader != op)
            cheapen(reader, net);
    } else {
      untouchedXor[net] ^= op;
      if (count + 1 == problem.readers.size(net))
        cheapen(untouchedXor[net], net);
    }
  }
  for (OpId next : after[op])
    if (--waitsFor[next] == 0) {
      insertReady(next);
      changedOps.push_back(next);
    }
  workDone +=
      1 + (problem.reads.size(op) + after.size(op) + changedOps.size()) / 8;
}

void State::undo() {
  OpId op = executed.back();
  executed.pop_back();
  for (OpId next : after[op])
    if (waitsFor[next]++ == 0)
      removeReady(next);
  for (NetId net : problem.reads[op]) {
    uint32_t count = touched[net]--;
    if (backward) {
      if (count == 1)
        for (OpId reader : problem.readers[net])
          if (reader != op)
            restore(reader, net);
    } else {
      if (count + 1 == problem.readers.size(net))
        restore(untouchedXor[net], net);
      untouchedXor[net] ^= op;
    }
  }
  setKey.low ^= opKeys[op].low;
  setKey.high ^= opKeys[op].high;
  liveBytes -= delta[op];
  insertReady(op);
  workDone += 1 + (problem.reads.size(op) + after.size(op)) / 8;
}

std::vector<OpId> State::order() const {
  if (backward)
    return std::vector<OpId>(executed.rbegin(), executed.rend());
  return executed;
}
