//===- Beam.cpp - Beam search for an order --------------------------------===//
//
// Level k holds sets of k executed ops. Each set of a level is extended by each
// ready op; of the extensions, the `width` best make the next level: least peak
// so far, then least live bytes. Equal sets are merged, keeping the better. A
// set with a safe move (Search.cpp) has that one extension only. Run backwards
// it finds the best known order of most hard graphs.
//
// A set is a bit per op and a link to the set it came from. Cost O(n * width *
// (n / 64 + ready ops * degree)).
//
//===----------------------------------------------------------------------===//

#include "Beam.h"

#include "State.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

#include <tuple>

using namespace memopt;

namespace {

/// One set of executed ops of the present level.
struct Member {
  std::vector<uint64_t> bits;
  std::vector<OpId> ready;
  SetKey key;
  Bytes peak;
  Bytes live;
  /// Its last op and how it was reached, as an index into the history.
  uint32_t history;
};

/// A possible member of the next level.
struct Extension {
  Bytes peak;
  Bytes live;
  uint32_t parent;
  OpId op;
  SetKey key;
};

class Beam {
public:
  Beam(const Problem &problem, bool backward, unsigned width, Bytes target,
       WorkMeter &meter, uint64_t maxSteps);

  std::vector<OpId> run();

private:
  void extend(uint32_t index);
  void selectBest();
  Member apply(const Extension &extension, bool isLastUse);
  bool has(const Member &member, OpId op) const {
    return (member.bits[op / 64] >> (op % 64)) & 1;
  }
  bool isReady(const Member &member, OpId op) const;
  void costOf(const Member &member, OpId op, Bytes &delta, Bytes &step);

  const Problem &problem;
  const bool backward;
  unsigned width;
  WorkMeter &meter;
  const uint64_t stopAt;
  const Lists &before, &after;
  std::vector<SetKey> opKeys;
  std::vector<Member> level;
  std::vector<Extension> extensions;
  /// For each member ever made, its last op and its parent's entry.
  std::vector<std::pair<OpId, uint32_t>> history;
  uint64_t looked = 0;
};

} // namespace

Beam::Beam(const Problem &problem, bool backward, unsigned width, Bytes target,
           WorkMeter &meter, uint64_t maxSteps)
    : problem(problem), backward(backward), width(width), meter(meter),
      stopAt(meter.steps() + std::min(maxSteps, meter.left())),
      before(backward ? problem.successors : problem.predecessors),
      after(backward ? problem.predecessors : problem.successors),
      opKeys(makeOpKeys(problem.numOps)) {
  Member root;
  root.bits.resize((problem.numOps + 63) / 64);
  root.live = backward ? problem.exit : problem.entry;
  root.peak = std::max(root.live, target);
  root.history = 0;
  history.push_back({kNoOp, 0});
  for (OpId op = 0; op < problem.numOps; ++op)
    if (before.size(op) == 0)
      root.ready.push_back(op);
  level.push_back(std::move(root));
}

/// What executing `op` would add to the live bytes, and what its step costs
/// over them (see State.h).
void Beam::costOf(const Member &member, OpId op, Bytes &delta, Bytes &step) {
  delta = backward ? -problem.born[op] : problem.born[op];
  step = problem.transient[op] + (backward ? 0 : problem.born[op]);
  for (NetId net : problem.reads[op]) {
    bool changes = true;
    for (OpId reader : problem.readers[net]) {
      ++looked;
      if (reader == op || has(member, reader) != backward)
        continue;
      changes = false;
      break;
    }
    if (!changes)
      continue;
    Bytes bytes = problem.netBytes[net];
    bool overwrites = problem.mayOverwrite(op, net);
    delta += backward ? bytes : -bytes;
    if (overwrites != backward)
      step += backward ? bytes : -bytes;
  }
}

void Beam::extend(uint32_t index) {
  const Member &member = level[index];
  size_t first = extensions.size();
  for (OpId op : member.ready) {
    Bytes delta, step;
    costOf(member, op, delta, step);
    Extension extension;
    extension.peak = std::max(member.peak, member.live + step);
    extension.live = member.live + delta;
    extension.parent = index;
    extension.op = op;
    extension.key = {member.key.low ^ opKeys[op].low,
                     member.key.high ^ opKeys[op].high};
    if (delta <= 0 && extension.peak == member.peak) {
      extensions.resize(first);
      extensions.push_back(extension);
      return;
    }
    extensions.push_back(extension);
  }
}

/// Keeps the best extensions, no two of them the same set.
void Beam::selectBest() {
  auto rank = [](const Extension &e) {
    return std::tie(e.peak, e.live, e.key.low, e.key.high, e.parent, e.op);
  };
  llvm::sort(extensions, [&](const Extension &a, const Extension &b) {
    return rank(a) < rank(b);
  });
  // Equal sets have equal live bytes; the better one comes first, but others
  // may lie in between.
  llvm::DenseSet<std::pair<uint64_t, uint64_t>> seen;
  size_t kept = 0;
  for (const Extension &extension : extensions) {
    if (kept == width)
      break;
    // The highest numbers are reserved by the set.
    if (seen.insert({extension.key.low >> 1, extension.key.high >> 1}).second)
      extensions[kept++] = extension;
  }
  extensions.resize(kept);
}

bool Beam::isReady(const Member &member, OpId op) const {
  return llvm::all_of(before[op],
                      [&](OpId other) { return has(member, other); });
}

/// Makes the member of an extension, out of its parent if nobody needs it
/// again.
Member Beam::apply(const Extension &extension, bool isLastUse) {
  Member &parent = level[extension.parent];
  Member member = isLastUse ? std::move(parent) : parent;
  OpId op = extension.op;
  member.bits[op / 64] |= uint64_t(1) << (op % 64);
  member.ready.erase(llvm::find(member.ready, op));
  for (OpId next : after[op]) {
    looked += before.size(next);
    if (isReady(member, next))
      member.ready.push_back(next);
  }
  member.key = extension.key;
  member.peak = extension.peak;
  member.live = extension.live;
  constexpr size_t kWordsPerLook = 16;
  looked += member.bits.size() / kWordsPerLook;
  history.push_back({op, member.history});
  member.history = static_cast<uint32_t>(history.size() - 1);
  return member;
}

std::vector<OpId> Beam::run() {
  for (OpId depth = 0; depth < problem.numOps; ++depth) {
    extensions.clear();
    for (uint32_t index = 0; index < level.size(); ++index)
      extend(index);
    selectBest();
    std::vector<uint32_t> uses(level.size());
    for (const Extension &extension : extensions)
      ++uses[extension.parent];
    std::vector<Member> next;
    next.reserve(extensions.size());
    for (const Extension &extension : extensions)
      next.push_back(apply(extension, --uses[extension.parent] == 0));
    level = std::move(next);
    constexpr uint64_t kLooksPerStep = 8;
    meter.spend(1 + (looked + extensions.size()) / kLooksPerStep);
    looked = 0;
    if (meter.steps() >= stopAt)
      width = 1;
  }
  std::vector<OpId> order;
  uint32_t entry = level.front().history;
  for (; history[entry].first != kNoOp; entry = history[entry].second)
    order.push_back(history[entry].first);
  if (!backward)
    std::reverse(order.begin(), order.end());
  return order;
}

std::vector<OpId> memopt::beamOrder(const Problem &problem, bool backward,
                                    unsigned width, Bytes target,
                                    WorkMeter &meter, uint64_t maxSteps) {
  return Beam(problem, backward, width, target, meter, maxSteps).run();
}
