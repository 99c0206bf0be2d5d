//===- Split.cpp - Stretches that can be solved one by one ----------------===//
//
// If op v is comparable with all others, every order runs the ancestors of v,
// then v, then its descendants. So what is executed before and after v, and the
// live bytes there, are the same in all orders; the peak is the largest of the
// peaks of the stretches; and each can be minimised alone. In-place pairs,
// workspace and ordering edges change nothing about that.
//
// v is comparable with all others iff, running the input order, v is the only
// ready op at its turn (all later ops descend from it), and the same backwards.
// Linear.
//
//===----------------------------------------------------------------------===//

#include "Split.h"

#include <algorithm>

using namespace memopt;

/// Runs the ops in (reverse) input order, and notes for which op it is the only
/// ready one at its turn.
static std::vector<bool> aloneAtTurn(const Problem &problem, bool backward) {
  const Lists &before = backward ? problem.successors : problem.predecessors;
  const Lists &after = backward ? problem.predecessors : problem.successors;
  std::vector<uint32_t> waitsFor(problem.numOps);
  uint32_t numReady = 0;
  for (OpId op = 0; op < problem.numOps; ++op) {
    waitsFor[op] = before.size(op);
    numReady += waitsFor[op] == 0;
  }
  std::vector<bool> alone(problem.numOps);
  for (OpId turn = 0; turn < problem.numOps; ++turn) {
    OpId op = backward ? problem.numOps - 1 - turn : turn;
    alone[op] = numReady == 1;
    --numReady;
    for (OpId next : after[op])
      numReady += --waitsFor[next] == 0;
  }
  return alone;
}

std::vector<Stretch> memopt::splitAtComparable(const Problem &problem) {
  std::vector<bool> forwards = aloneAtTurn(problem, false);
  std::vector<bool> backwards = aloneAtTurn(problem, true);
  std::vector<Stretch> stretches;
  OpId begin = 0;
  for (OpId op = 0; op < problem.numOps; ++op) {
    if (!forwards[op] || !backwards[op])
      continue;
    if (begin < op)
      stretches.push_back({begin, op});
    stretches.push_back({op, op + 1});
    begin = op + 1;
  }
  if (begin < problem.numOps)
    stretches.push_back({begin, problem.numOps});
  return stretches;
}

Problem memopt::extract(const Problem &whole, Stretch stretch, Bytes liveBefore,
                        Bytes liveAfter) {
  Problem part;
  part.numOps = stretch.end - stretch.begin;
  part.entry = liveBefore;
  part.exit = liveAfter;
  auto inside = [&](OpId op) {
    return op != kNoOp && op >= stretch.begin && op < stretch.end;
  };

  std::vector<NetId> nets;
  for (OpId op = stretch.begin; op < stretch.end; ++op) {
    part.born.push_back(whole.born[op]);
    part.kept.push_back(whole.kept[op]);
    part.transient.push_back(whole.transient[op]);
    for (OpId before : whole.predecessors[op])
      if (inside(before))
        part.predecessors.append(before - stretch.begin);
    part.predecessors.endList();
    nets.insert(nets.end(), whole.reads[op].begin(), whole.reads[op].end());
    nets.insert(nets.end(), whole.makes[op].begin(), whole.makes[op].end());
  }
  std::sort(nets.begin(), nets.end());
  nets.erase(std::unique(nets.begin(), nets.end()), nets.end());

  // The number of each net that can die inside, by its place in `nets`.
  constexpr NetId kNoNet = ~NetId(0);
  std::vector<NetId> netOf(nets.size(), kNoNet);
  for (size_t i = 0; i < nets.size(); ++i) {
    NetId net = nets[i];
    OpId producer = whole.producer[net];
    // Readers are in increasing order.
    if (whole.readers[net].back() >= stretch.end) {
      if (inside(producer))
        part.kept[producer - stretch.begin] += whole.netBytes[net];
      continue;
    }
    netOf[i] = part.numNets++;
    part.netBytes.push_back(whole.netBytes[net]);
    part.producer.push_back(inside(producer) ? producer - stretch.begin
                                             : kNoOp);
    for (OpId reader : whole.readers[net])
      if (inside(reader))
        part.readers.append(reader - stretch.begin);
    part.readers.endList();
  }
  for (OpId op = stretch.begin; op < stretch.end; ++op) {
    for (NetId net : whole.inPlace[op]) {
      size_t place = static_cast<size_t>(
          std::lower_bound(nets.begin(), nets.end(), net) - nets.begin());
      if (netOf[place] == kNoNet)
        continue;
      part.inPlace.append(netOf[place]);
      part.hasInPlace = true;
    }
    part.inPlace.endList();
  }
  completeLists(part);
  return part;
}
