//===- GenerateTest.cpp - Random problems ---------------------------------===//

#include "memopt/Model/Generate.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Model/Text.h"

#include "llvm/Support/raw_ostream.h"

#include "gtest/gtest.h"

#include <set>

using namespace memopt;

namespace {

// The same numbers on every machine: a seed in a bug report means something.
TEST(Generate, RandomNumbersAreFixed) {
  Random random(42);
  EXPECT_EQ(random.next(), 14881721355486208449u);
  EXPECT_EQ(Random(42).next(), 14881721355486208449u);
}

TEST(Generate, NeighbouringSeedsGiveUnrelatedProblems) {
  std::set<std::string> texts;
  RandomGraphOptions options;
  for (uint64_t seed = 0; seed < 500; ++seed) {
    std::string text;
    llvm::raw_string_ostream os(text);
    writeGraph(generateRandomGraph(seed, options), os);
    texts.insert(os.str());
  }
  EXPECT_EQ(texts.size(), 500u);
}

TEST(Generate, RandomGraphsHaveEveryFeature) {
  unsigned manyOutputs = 0, dead = 0, sources = 0, ordered = 0, workspace = 0;
  unsigned inPlace = 0, entry = 0, zero = 0, liveOutAndRead = 0;
  for (uint64_t seed = 0; seed < 300; ++seed) {
    Graph graph = generateRandomGraph(seed, RandomGraphOptions());
    ASSERT_FALSE(checkGraph(graph)) << "seed " << seed;
    for (const Op &op : graph.ops) {
      manyOutputs += op.outputs.size() > 1;
      sources += op.inputs.empty();
      ordered += !op.after.empty();
      workspace += op.workspace > 0;
      inPlace += !op.inPlace.empty();
    }
    for (const Buffer &buffer : graph.buffers) {
      dead += buffer.readers.empty() && !buffer.liveOut;
      entry += buffer.producer == kNoOp;
      zero += buffer.bytes == 0;
      liveOutAndRead += !buffer.readers.empty() && buffer.liveOut;
    }
  }
  for (unsigned count : {manyOutputs, dead, sources, ordered, workspace,
                         inPlace, entry, zero, liveOutAndRead})
    EXPECT_GT(count, 50u);
}

TEST(Generate, TreesHaveOneReaderForEachValue) {
  for (uint64_t seed = 0; seed < 100; ++seed) {
    Graph graph = generateTree(seed, 30, 10);
    ASSERT_FALSE(checkGraph(graph));
    ASSERT_EQ(graph.numOps(), 30u);
    for (const Buffer &buffer : graph.buffers)
      ASSERT_EQ(buffer.readers.size(), buffer.liveOut ? 0u : 1u);
  }
}

TEST(Generate, WideGraphsRunAllProductsFirst) {
  Graph graph = generateWide(20);
  ASSERT_FALSE(checkGraph(graph));
  EXPECT_EQ(graph.numOps(), 60u);
  EXPECT_EQ(graph.opNames.size(), 60u);
  EXPECT_EQ(computeLiveProfile(graph, inputOrder(graph)).peakStep, 20u);
}

} // namespace
