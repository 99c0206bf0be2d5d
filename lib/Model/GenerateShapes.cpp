//===- GenerateShapes.cpp - Families of plain shape -----------------------===//

#include "memopt/Model/GenerateShapes.h"

#include "memopt/Model/Generate.h"

#include <algorithm>

using namespace memopt;

static Bytes drawSize(Random &random, unsigned maxUnits) {
  return static_cast<Bytes>(1 + random.below(maxUnits));
}

Graph memopt::generateChain(uint64_t seed, unsigned numOps, unsigned maxUnits) {
  Random random(seed);
  Graph graph;
  graph.name = "chain";
  for (unsigned i = 0; i < numOps; ++i) {
    OpId op = graph.addOp();
    if (i != 0)
      graph.addRead(op, graph.numBuffers() - 1);
    graph.addBuffer(drawSize(random, maxUnits), op, i + 1 == numOps);
  }
  return graph;
}

Graph memopt::generateOutTree(uint64_t seed, unsigned numOps,
                              unsigned maxUnits) {
  Random random(seed);
  Graph graph;
  graph.name = "out-tree";
  for (unsigned i = 0; i < numOps; ++i) {
    OpId op = graph.addOp();
    // Value i - 1 is op i's. Each op to come needs a value of its own.
    if (i != 0)
      graph.addRead(op, i - 1);
    unsigned made = graph.numBuffers();
    uint64_t room = std::min(numOps - 1 - made, 4u);
    // The last value that is open must not end the tree early.
    uint64_t least = made == i && room != 0 ? 1 : 0;
    uint64_t count = least + random.below(room - least + 1);
    for (uint64_t j = 0; j < count; ++j)
      graph.addBuffer(drawSize(random, maxUnits), op);
  }
  return graph;
}

Graph memopt::generateLayered(uint64_t seed, unsigned numOps, unsigned width,
                              unsigned maxUnits) {
  Random random(seed);
  Graph graph;
  graph.name = "layered";
  for (unsigned i = 0; i < numOps; ++i) {
    OpId op = graph.addOp();
    unsigned layer = i / width;
    if (layer != 0) {
      uint64_t reads = 1 + random.below(3);
      for (uint64_t j = 0; j < reads; ++j)
        graph.addRead(op, (layer - 1) * width +
                              static_cast<BufferId>(random.below(width)));
    }
    bool inLastLayer = layer == (numOps - 1) / width;
    graph.addBuffer(drawSize(random, maxUnits), op, inLastLayer);
  }
  return graph;
}
