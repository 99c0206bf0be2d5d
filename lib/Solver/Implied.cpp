//===- Implied.cpp - Precedences and readers that others imply ------------===//
//
// An edge p -> v is implied if another predecessor of v descends from p. A
// reader r of a net is implied if another reader descends from it: the net
// never dies in r's step, so r neither frees nor overwrites it, and dropping it
// from the readers changes no live sum in any order. (Backwards the same: r is
// never the first reader.) Its precedences stay. In training graphs most values
// that the backward pass reads have one reader left.
//
// Used before everything else, since the rules that follow ask for single
// predecessors and single readers (Fusion.cpp, Trees.cpp), and all others gain
// from short lists.
//
// Which of 256 ops reach which others is one sweep over the edges with a row of
// 256 bits for each op; the ops with a choice to make are taken 256 at a time.
// Cost O(e * n / 256) short vector operations, capped. Stopping early is sound.
//
//===----------------------------------------------------------------------===//

#include "Implied.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <array>

using namespace memopt;

namespace {

constexpr unsigned kWords = 4;
constexpr unsigned kBits = 64 * kWords;
constexpr uint32_t kNoBit = ~uint32_t(0);
using Row = std::array<uint64_t, kWords>;

class ImpliedFinder {
public:
  explicit ImpliedFinder(Problem &problem)
      : problem(problem), bitOf(problem.numOps, kNoBit) {}

  void run(WorkMeter &meter, uint64_t maxSteps);

private:
  void findSources();
  OpId lastTarget(llvm::ArrayRef<OpId> block) const;
  void sweep(llvm::ArrayRef<OpId> block);
  void rebuild();
  /// Adds what reaches `op`, but for `op` itself.
  void addAncestors(Row &row, OpId op) const {
    if (op < firstRow)
      return;
    const Row &other = rows[op - firstRow];
    for (unsigned i = 0; i < kWords; ++i)
      row[i] |= other[i];
  }
  bool contains(const Row &row, uint32_t bit) const {
    return (row[bit / 64] >> (bit % 64)) & 1;
  }

  Problem &problem;
  std::vector<OpId> sources;
  /// The bit of each op of the present block, or kNoBit.
  std::vector<uint32_t> bitOf;
  /// For each op from `firstRow` on, the ops of the block that are its
  /// ancestors (itself not among them).
  std::vector<Row> rows;
  OpId firstRow = 0;
  /// Found so far: (op, implied predecessor) and (net, implied reader).
  std::vector<std::pair<uint32_t, uint32_t>> edges, readers;
  uint64_t looked = 0;
};

} // namespace

/// The ops that have an edge or a read that can be implied.
void ImpliedFinder::findSources() {
  for (OpId op = 0; op < problem.numOps; ++op) {
    bool canBeImplied = problem.successors.size(op) >= 2 &&
                        llvm::any_of(problem.successors[op], [&](OpId next) {
                          return problem.predecessors.size(next) >= 2;
                        });
    if (!canBeImplied && problem.successors.size(op) >= 1)
      canBeImplied = llvm::any_of(problem.reads[op], [&](NetId net) {
        return problem.readers.size(net) >= 2;
      });
    if (canBeImplied)
      sources.push_back(op);
  }
}

/// The last op that an edge or a net of the block's ops leads to.
OpId ImpliedFinder::lastTarget(llvm::ArrayRef<OpId> block) const {
  OpId last = 0;
  for (OpId op : block) {
    if (!problem.successors[op].empty())
      last = std::max(last, problem.successors[op].back());
    for (NetId net : problem.reads[op])
      last = std::max(last, problem.readers[net].back());
  }
  return last;
}

/// Finds what is implied of the edges and reads of the ops in `block`.
void ImpliedFinder::sweep(llvm::ArrayRef<OpId> block) {
  for (uint32_t i = 0; i < block.size(); ++i)
    bitOf[block[i]] = i;
  firstRow = block.front();
  OpId last = lastTarget(block);
  rows.assign(last - firstRow + 1, Row());
  std::vector<NetId> nets;
  for (OpId op = firstRow; op <= last; ++op) {
    Row row = {};
    llvm::ArrayRef<OpId> before = problem.predecessors[op];
    for (OpId other : before)
      addAncestors(row, other);
    looked += before.size() + 1;
    // `row` has what reaches op over at least two edges.
    for (OpId other : before)
      if (bitOf[other] != kNoBit && contains(row, bitOf[other]))
        edges.push_back({op, other});
    for (OpId other : before)
      if (bitOf[other] != kNoBit)
        row[bitOf[other] / 64] |= uint64_t(1) << (bitOf[other] % 64);
    rows[op - firstRow] = row;
    if (bitOf[op] != kNoBit)
      for (NetId net : problem.reads[op])
        if (problem.readers.size(net) >= 2)
          nets.push_back(net);
  }
  llvm::sort(nets);
  nets.erase(std::unique(nets.begin(), nets.end()), nets.end());
  for (NetId net : nets) {
    Row row = {};
    for (OpId reader : problem.readers[net])
      addAncestors(row, reader);
    for (OpId reader : problem.readers[net])
      if (bitOf[reader] != kNoBit && contains(row, bitOf[reader]))
        readers.push_back({net, reader});
    looked += uint64_t(2) * problem.readers.size(net);
  }
  for (OpId op : block)
    bitOf[op] = kNoBit;
}

/// Takes what was found out of the problem's lists.
void ImpliedFinder::rebuild() {
  auto without = [](const Lists &lists, uint32_t numKeys,
                    std::vector<std::pair<uint32_t, uint32_t>> &dropped) {
    llvm::sort(dropped);
    Lists result;
    size_t next = 0;
    for (uint32_t key = 0; key < numKeys; ++key) {
      for (uint32_t item : lists[key]) {
        if (next < dropped.size() && dropped[next].first == key &&
            dropped[next].second == item)
          ++next;
        else
          result.append(item);
      }
      result.endList();
    }
    return result;
  };
  problem.predecessors = without(problem.predecessors, problem.numOps, edges);
  // A dropped reader cannot overwrite the net either.
  for (auto &[net, reader] : readers)
    std::swap(net, reader);
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (auto [reader, net] : readers)
    if (problem.mayOverwrite(reader, net))
      pairs.push_back({reader, net});
  problem.inPlace = without(problem.inPlace, problem.numOps, pairs);
  for (auto &[reader, net] : readers)
    std::swap(reader, net);
  problem.readers = without(problem.readers, problem.numNets, readers);
  completeLists(problem);
}

void ImpliedFinder::run(WorkMeter &meter, uint64_t maxSteps) {
  constexpr uint64_t kLooksPerStep = 8;
  findSources();
  uint64_t charged = 0;
  for (size_t i = 0; i < sources.size(); i += kBits) {
    if (charged >= maxSteps || meter.exhausted())
      break;
    llvm::ArrayRef<OpId> block(sources);
    sweep(block.slice(i, std::min<size_t>(kBits, sources.size() - i)));
    uint64_t now = looked / kLooksPerStep;
    meter.spend(now - charged);
    charged = now;
  }
  if (!edges.empty() || !readers.empty())
    rebuild();
}

void memopt::dropImplied(Problem &problem, WorkMeter &meter,
                         uint64_t maxSteps) {
  ImpliedFinder(problem).run(meter, maxSteps);
}
