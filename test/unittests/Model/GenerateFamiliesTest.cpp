//===- GenerateFamiliesTest.cpp - Families of graphs ----------------------===//

#include "memopt/Model/GenerateShapes.h"
#include "memopt/Model/GenerateTraining.h"
#include "memopt/Model/GenerateWiring.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Model/Text.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

#include "gtest/gtest.h"

#include <set>

using namespace memopt;

namespace {

std::string toText(const Graph &graph) {
  std::string text;
  llvm::raw_string_ostream os(text);
  writeGraph(graph, os);
  return text;
}

size_t countEdges(const Graph &graph) {
  size_t edges = 0;
  for (const Buffer &buffer : graph.buffers)
    if (buffer.producer != kNoOp)
      edges += buffer.readers.size();
  return edges;
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

TEST(GenerateShapes, ChainsHaveOneOrder) {
  for (unsigned numOps : {0u, 1u, 2u, 50u}) {
    Graph graph = generateChain(7, numOps, 5);
    ASSERT_FALSE(checkGraph(graph));
    EXPECT_EQ(graph.numOps(), numOps);
    EXPECT_EQ(countEdges(graph), numOps == 0 ? 0 : numOps - 1);
  }
}

TEST(GenerateShapes, OutTreesHaveOneReaderForEachValue) {
  for (uint64_t seed = 0; seed < 100; ++seed) {
    auto numOps = static_cast<unsigned>(seed);
    Graph graph = generateOutTree(seed, numOps, 9);
    ASSERT_FALSE(checkGraph(graph));
    ASSERT_EQ(graph.numOps(), numOps);
    for (OpId op = 1; op < numOps; ++op)
      ASSERT_EQ(graph.ops[op].inputs.size(), 1u);
    for (const Buffer &buffer : graph.buffers)
      ASSERT_EQ(buffer.readers.size(), 1u);
  }
}

TEST(GenerateShapes, OutTreesBranch) {
  Graph graph = generateOutTree(0, 1000, 9);
  auto count = [&](size_t outputs) {
    return llvm::count_if(
        graph.ops, [&](const Op &op) { return op.outputs.size() == outputs; });
  };
  for (size_t outputs : {0, 1, 2, 3, 4})
    EXPECT_GT(count(outputs), 50);
}

TEST(GenerateShapes, LayersReadTheLayerBefore) {
  Graph graph = generateLayered(5, 83, 8, 9);
  ASSERT_FALSE(checkGraph(graph));
  EXPECT_EQ(graph.numOps(), 83u);
  for (OpId op = 0; op < graph.numOps(); ++op) {
    EXPECT_EQ(graph.ops[op].inputs.empty(), op < 8);
    for (BufferId input : graph.ops[op].inputs)
      EXPECT_EQ(graph.buffers[input].producer / 8 + 1, op / 8);
  }
}

TEST(GenerateShapes, SeedsMatterAndRepeat) {
  EXPECT_EQ(toText(generateChain(1, 30, 9)), toText(generateChain(1, 30, 9)));
  EXPECT_NE(toText(generateChain(1, 30, 9)), toText(generateChain(2, 30, 9)));
  EXPECT_EQ(toText(generateOutTree(1, 30, 9)),
            toText(generateOutTree(1, 30, 9)));
  EXPECT_NE(toText(generateOutTree(1, 30, 9)),
            toText(generateOutTree(2, 30, 9)));
  EXPECT_EQ(toText(generateLayered(1, 30, 4, 9)),
            toText(generateLayered(1, 30, 4, 9)));
  EXPECT_NE(toText(generateLayered(1, 30, 4, 9)),
            toText(generateLayered(2, 30, 4, 9)));
}

//===----------------------------------------------------------------------===//
// Wirings
//===----------------------------------------------------------------------===//

WiringOptions wiring(WiringKind kind, unsigned numNodes) {
  WiringOptions options;
  options.kind = kind;
  options.numNodes = numNodes;
  return options;
}

constexpr WiringKind kWiringKinds[] = {WiringKind::WattsStrogatz,
                                       WiringKind::ErdosRenyi,
                                       WiringKind::BarabasiAlbert};

TEST(GenerateWiring, OneOpForEachNodeAndOneForTheMean) {
  for (WiringKind kind : kWiringKinds)
    for (unsigned numNodes : {1u, 2u, 3u, 6u, 32u, 100u})
      for (uint64_t seed = 0; seed < 20; ++seed) {
        Graph graph = generateWiring(seed, wiring(kind, numNodes));
        ASSERT_FALSE(checkGraph(graph));
        ASSERT_EQ(graph.numOps(), numNodes + 1);
        // Each value but the mean is read; each op reads something.
        for (const Buffer &buffer : graph.buffers)
          ASSERT_EQ(buffer.readers.empty(), buffer.liveOut);
        for (const Op &op : graph.ops)
          ASSERT_FALSE(op.inputs.empty());
      }
}

// The edges into the mean are not the random graph's.
size_t countWires(const Graph &graph) {
  return countEdges(graph) - graph.ops.back().inputs.size();
}

TEST(GenerateWiring, EdgesAreAsManyAsTheModelSays) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    auto wires = [&](WiringKind kind) {
      return countWires(generateWiring(seed, wiring(kind, 64)));
    };
    EXPECT_EQ(wires(WiringKind::WattsStrogatz), 64u * 4 / 2);
    EXPECT_EQ(wires(WiringKind::BarabasiAlbert), (64u - 5) * 5);
    // One in five of 64 * 63 / 2 pairs, give or take five deviations.
    EXPECT_NEAR(static_cast<double>(wires(WiringKind::ErdosRenyi)), 403, 90);
  }
}

// Without rewiring the ring is left: each node reads the two before it.
TEST(GenerateWiring, NothingMovedLeavesTheRing) {
  WiringOptions options = wiring(WiringKind::WattsStrogatz, 20);
  options.rewire = 0;
  Graph graph = generateWiring(0, options);
  for (OpId op = 2; op < 18; ++op)
    EXPECT_EQ(graph.ops[op].inputs.size(), 2u);
  options.rewire = 75;
  EXPECT_NE(toText(graph), toText(generateWiring(0, options)));
}

TEST(GenerateWiring, SeedsMatterAndRepeat) {
  for (WiringKind kind : kWiringKinds) {
    std::set<std::string> texts;
    for (uint64_t seed = 0; seed < 50; ++seed) {
      texts.insert(toText(generateWiring(seed, wiring(kind, 32))));
      texts.insert(toText(generateWiring(seed, wiring(kind, 32))));
    }
    EXPECT_EQ(texts.size(), 50u);
  }
}

//===----------------------------------------------------------------------===//
// Training
//===----------------------------------------------------------------------===//

TrainingOptions training(unsigned layers, OptimizerKind optimizer,
                         unsigned microBatches) {
  TrainingOptions options;
  options.layers = layers;
  options.optimizer = optimizer;
  options.microBatches = microBatches;
  return options;
}

TEST(GenerateTraining, StepsAreValid) {
  for (unsigned layers : {0u, 1u, 5u})
    for (OptimizerKind optimizer :
         {OptimizerKind::SgdInPlace, OptimizerKind::AdamFunctional})
      for (unsigned microBatches : {1u, 3u}) {
        Graph graph =
            generateTraining(training(layers, optimizer, microBatches));
        ASSERT_FALSE(checkGraph(graph));
        for (const Buffer &buffer : graph.buffers)
          EXPECT_TRUE(buffer.liveOut || !buffer.readers.empty());
      }
}

TEST(GenerateTraining, EachParameterIsUpdatedOnce) {
  Graph graph = generateTraining(training(3, OptimizerKind::SgdInPlace, 2));
  // Twelve for each layer, the last normalisation's two, and the embedding.
  EXPECT_EQ(llvm::count(graph.opNames, "sgd"), 3 * 12 + 3);
  graph = generateTraining(training(3, OptimizerKind::AdamFunctional, 2));
  // Three results for each, and each micro-batch's loss.
  EXPECT_EQ(llvm::count_if(graph.buffers,
                           [](const Buffer &buffer) { return buffer.liveOut; }),
            3 * (3 * 12 + 3) + 2);
}

// Updates that come early free the gradients early.
TEST(GenerateTraining, TheTraceIsNotTheBestOrder) {
  Graph graph = generateTraining(training(6, OptimizerKind::SgdInPlace, 1));
  std::vector<OpId> early;
  std::vector<bool> done(graph.numOps());
  auto run = [&](OpId op) {
    if (!done[op])
      early.push_back(op);
    done[op] = true;
  };
  for (OpId op = 0; op < graph.numOps(); ++op) {
    run(op);
    for (BufferId output : graph.ops[op].outputs)
      for (OpId reader : graph.buffers[output].readers)
        if (graph.opNames[reader] == "sgd")
          run(reader);
  }
  Bytes peak = computeLiveProfile(graph, early).peak;
  ASSERT_FALSE(checkSchedule(graph, early, peak));
  EXPECT_LT(peak, computeLiveProfile(graph, inputOrder(graph)).peak);
}

TEST(GenerateTraining, OpsGrowWithLayersAndBatches) {
  auto count = [](unsigned layers, OptimizerKind optimizer, unsigned batches) {
    return generateTraining(training(layers, optimizer, batches)).numOps();
  };
  auto sgd = OptimizerKind::SgdInPlace, adam = OptimizerKind::AdamFunctional;
  EXPECT_EQ(count(3, sgd, 1) - count(2, sgd, 1), 13u + 24 + 12);
  EXPECT_EQ(count(3, adam, 1) - count(2, adam, 1), 13u + 24 + 12 * 11);
  // Another batch: the passes again, and an addition for each parameter.
  EXPECT_EQ(count(3, sgd, 2) - count(2, sgd, 2) -
                (count(3, sgd, 1) - count(2, sgd, 1)),
            13u + 24 + 12);
}

} // namespace
