//===- Generate.cpp - Seeded random problems ------------------------------===//

#include "memopt/Model/Generate.h"

#include <algorithm>

using namespace memopt;

//===----------------------------------------------------------------------===//
// Random
//===----------------------------------------------------------------------===//

Random::Random(uint64_t seed) : state(seed * 0xD1342543DE82EF95u) {
  state = next() ^ (seed + 0x632BE59BD9B4E019u);
}

uint64_t Random::next() {
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

uint64_t Random::below(uint64_t bound) { return next() % bound; }

bool Random::chance(unsigned percent) { return below(100) < percent; }

//===----------------------------------------------------------------------===//
// Families
//===----------------------------------------------------------------------===//

namespace {

/// Adds ops to a graph one by one, as the options say.
class RandomGraphBuilder {
public:
  RandomGraphBuilder(uint64_t seed, const RandomGraphOptions &options)
      : random(seed), options(options) {}

  Graph build();

private:
  Bytes size();
  void addInputs(OpId op);
  void addOutputs(OpId op);

  Random random;
  const RandomGraphOptions &options;
  Graph graph;
};

} // namespace

Bytes RandomGraphBuilder::size() {
  if (random.chance(options.zeroSizes))
    return 0;
  return static_cast<Bytes>(1 + random.below(options.maxUnits)) * options.unit;
}

void RandomGraphBuilder::addInputs(OpId op) {
  if (graph.numBuffers() == 0 || random.chance(options.sources))
    return;
  uint64_t range = graph.numBuffers();
  if (options.window != 0)
    range = std::min<uint64_t>(range, options.window);
  // Inputs may repeat, as when an op squares a value.
  uint64_t count = 1 + random.below(options.maxInputs);
  for (uint64_t i = 0; i < count; ++i)
    graph.addRead(op, static_cast<BufferId>(graph.numBuffers() - 1 -
                                            random.below(range)));
}

void RandomGraphBuilder::addOutputs(OpId op) {
  unsigned count = 1;
  while (count < 3 && random.chance(options.moreOutputs))
    ++count;
  if (random.chance(3))
    count = 0;
  for (unsigned i = 0; i < count; ++i) {
    bool overwrites = i == 0 && !graph.ops[op].inputs.empty() &&
                      random.chance(options.inPlace);
    if (!overwrites) {
      graph.addBuffer(size(), op);
      continue;
    }
    BufferId input =
        graph.ops[op].inputs[random.below(graph.ops[op].inputs.size())];
    BufferId output = graph.addBuffer(graph.buffers[input].bytes, op);
    graph.ops[op].inPlace.push_back({output, input});
  }
}

Graph RandomGraphBuilder::build() {
  graph.name = "random";
  uint64_t entryBuffers = random.below(options.maxEntryBuffers + uint64_t(1));
  for (uint64_t i = 0; i < entryBuffers; ++i)
    graph.addBuffer(size(), kNoOp);
  for (unsigned i = 0; i < options.numOps; ++i) {
    OpId op = graph.addOp(random.chance(options.workspace) ? size() : 0);
    addInputs(op);
    addOutputs(op);
    if (op != 0 && random.chance(options.afterEdges))
      graph.addAfter(op, static_cast<OpId>(random.below(op)));
  }
  std::vector<bool> overwritten(graph.numBuffers());
  for (const Op &op : graph.ops)
    for (InPlacePair pair : op.inPlace)
      overwritten[pair.input] = true;
  for (BufferId id = 0; id < graph.numBuffers(); ++id) {
    Buffer &buffer = graph.buffers[id];
    unsigned percent =
        buffer.readers.empty() ? options.liveOutLeaves : options.liveOutOthers;
    if (!overwritten[id])
      buffer.liveOut = random.chance(percent);
  }
  return std::move(graph);
}

Graph memopt::generateRandomGraph(uint64_t seed,
                                  const RandomGraphOptions &options) {
  return RandomGraphBuilder(seed, options).build();
}

Graph memopt::generateTree(uint64_t seed, unsigned numOps, unsigned maxUnits) {
  Random random(seed);
  Graph graph;
  graph.name = "tree";
  // The values that nothing reads yet. An op reads a few of them; the last op
  // reads them all.
  std::vector<BufferId> open;
  for (unsigned i = 0; i < numOps; ++i) {
    OpId op = graph.addOp();
    uint64_t reads = 0;
    if (i + 1 == numOps)
      reads = open.size();
    else if (!open.empty() && random.chance(60))
      reads = 1 + random.below(std::min<uint64_t>(open.size(), 4));
    for (uint64_t j = 0; j < reads; ++j) {
      size_t pick = random.below(open.size());
      graph.addRead(op, open[pick]);
      open.erase(open.begin() + static_cast<ptrdiff_t>(pick));
    }
    open.push_back(graph.addBuffer(
        static_cast<Bytes>(1 + random.below(maxUnits)), op, i + 1 == numOps));
  }
  return graph;
}

Graph memopt::generateWide(unsigned branches) {
  constexpr Bytes kRows = 1024;
  constexpr Bytes kElement = 4;
  Graph graph;
  graph.name = "wide";
  std::vector<BufferId> products, sums;
  auto addOp = [&](const char *kind) {
    graph.opNames.emplace_back(kind);
    return graph.addOp();
  };
  for (unsigned i = 0; i < branches; ++i) {
    // Widths differ, so that the branches are not interchangeable.
    Bytes columns = 256 + 8 * static_cast<Bytes>((i * 37) % 101);
    products.push_back(
        graph.addBuffer(kRows * columns * kElement, addOp("matmul")));
  }
  for (BufferId product : products) {
    OpId reduction = addOp("reduce");
    graph.addRead(reduction, product);
    sums.push_back(graph.addBuffer(kRows * kElement, reduction));
  }
  while (sums.size() > 1) {
    std::vector<BufferId> joined;
    for (size_t i = 0; i + 1 < sums.size(); i += 2) {
      OpId add = addOp("add");
      graph.addRead(add, sums[i]);
      graph.addRead(add, sums[i + 1]);
      joined.push_back(graph.addBuffer(kRows * kElement, add));
    }
    if (sums.size() % 2 == 1)
      joined.push_back(sums.back());
    sums = std::move(joined);
  }
  OpId scale = addOp("scale");
  for (BufferId sum : sums)
    graph.addRead(scale, sum);
  graph.addBuffer(kRows * kElement, scale, /*liveOut=*/true);
  return graph;
}
