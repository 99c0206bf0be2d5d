//===- PeersTest.cpp - The schedulers of other projects -------------------===//

#include "peers/Peers.h"

#include "BruteForce.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/GenerateShapes.h"
#include "memopt/Model/Schedule.h"

#include "gtest/gtest.h"

using namespace memopt;
using namespace memopt::bench;

namespace {

constexpr uint64_t kNoCap = std::numeric_limits<uint64_t>::max();

struct Peer {
  const char *name;
  std::vector<OpId> (*schedule)(const Graph &);
};

constexpr Peer kPeers[] = {
    {"xla-list", scheduleXlaList},
    {"xla-dfs", scheduleXlaDfs},
    {"inductor-lpmf", scheduleInductorLeastPeak},
    {"inductor-bfs", scheduleInductorBfs},
    {"inductor-dfs", scheduleInductorDfs},
};

Bytes peakOf(const Graph &graph, llvm::ArrayRef<OpId> order) {
  return computeLiveProfile(graph, order).peak;
}

/// An op that reads `inputs` and makes one value, which is returned.
BufferId addOp(Graph &graph, std::initializer_list<BufferId> inputs,
               Bytes bytes, bool liveOut = false) {
  OpId op = graph.addOp();
  for (BufferId input : inputs)
    graph.addRead(op, input);
  return graph.addBuffer(bytes, op, liveOut);
}

using Order = std::vector<OpId>;

//===----------------------------------------------------------------------===//
// All of them
//===----------------------------------------------------------------------===//

TEST(Peers, OrdersAreValidAndNeverBelowTheOptimum) {
  for (uint64_t seed = 0; seed < 1500; ++seed) {
    Graph graph = generateRandomGraph(seed, smallFamily(seed));
    Bytes least = leastPeak(graph);
    for (const Peer &peer : kPeers) {
      Order order = peer.schedule(graph);
      Bytes peak = peakOf(graph, order);
      ASSERT_FALSE(checkSchedule(graph, order, peak))
          << peer.name << ", seed " << seed;
      ASSERT_GE(peak, least) << peer.name << ", seed " << seed;
    }
  }
}

TEST(Peers, LargeGraphsAreNoTrouble) {
  RandomGraphOptions options;
  options.numOps = 20'000;
  options.window = 50;
  for (const Graph &graph :
       {generateChain(1, 20'000, 9), generateOutTree(1, 20'000, 9),
        generateRandomGraph(1, options)})
    for (const Peer &peer : kPeers) {
      Order order = peer.schedule(graph);
      EXPECT_FALSE(checkSchedule(graph, order, peakOf(graph, order)))
          << peer.name;
    }
}

TEST(Peers, EmptyGraph) {
  for (const Peer &peer : kPeers)
    EXPECT_TRUE(peer.schedule(Graph()).empty()) << peer.name;
  BacktrackingResult result = scheduleTheano(Graph(), kNoCap);
  EXPECT_TRUE(result.order.empty());
  EXPECT_FALSE(result.capReached);
}

//===----------------------------------------------------------------------===//
// Each one's rules
//===----------------------------------------------------------------------===//

// The example of XLA's authors: B is put off until the other branch is done,
// because its value is big. Of equals, the one that became ready last runs.
TEST(Peers, XlaListDefersBigValues) {
  Graph graph;
  BufferId a = addOp(graph, {}, 1);
  BufferId b = addOp(graph, {a}, 2);
  BufferId c = addOp(graph, {b}, 1);
  BufferId d = addOp(graph, {a}, 1);
  BufferId e = addOp(graph, {a}, 1);
  BufferId f = addOp(graph, {d, e}, 2);
  addOp(graph, {c, f}, 1, /*liveOut=*/true);
  EXPECT_EQ(scheduleXlaList(graph), Order({0, 4, 3, 5, 1, 2, 6}));
}

TEST(Peers, XlaListRaisesTheLastReader) {
  Graph graph;
  BufferId big = addOp(graph, {}, 10);
  BufferId first = addOp(graph, {big}, 1);
  BufferId other = addOp(graph, {}, 2);
  BufferId last = addOp(graph, {big}, 3);
  addOp(graph, {first, other, last}, 1, /*liveOut=*/true);
  // Op 2 makes less than op 0, and op 1 less than op 3, which then frees 10.
  EXPECT_EQ(scheduleXlaList(graph), Order({2, 0, 1, 3, 4}));
}

TEST(Peers, XlaDfsVisitsTheLargerSideFirst) {
  Graph graph;
  BufferId small = addOp(graph, {}, 1);
  BufferId large = addOp(graph, {}, 5);
  addOp(graph, {small, large}, 1, /*liveOut=*/true);
  EXPECT_EQ(scheduleXlaDfs(graph), Order({1, 0, 2}));
}

TEST(Peers, XlaDfsVisitsFanOutFirst) {
  Graph graph;
  BufferId large = addOp(graph, {}, 5);
  BufferId shared = addOp(graph, {}, 1);
  BufferId left = addOp(graph, {large, shared}, 1);
  BufferId right = addOp(graph, {shared}, 1);
  addOp(graph, {left, right}, 1, /*liveOut=*/true);
  EXPECT_EQ(scheduleXlaDfs(graph), Order({1, 0, 2, 3, 4}));
}

TEST(Peers, LeastPeakFirstTakesWhatFitsAndFreesMost) {
  Graph graph;
  BufferId big = addOp(graph, {}, 10);
  BufferId small = addOp(graph, {}, 2);
  BufferId sum = addOp(graph, {big}, 1);
  BufferId half = addOp(graph, {small}, 1);
  addOp(graph, {sum, half}, 1, /*liveOut=*/true);
  // Nothing fits under the results' byte: the least op 1 comes first. Then
  // op 3 raises the peak less than op 0.
  EXPECT_EQ(scheduleInductorLeastPeak(graph), Order({1, 3, 0, 2, 4}));
}

TEST(Peers, LeastPeakFirstCountsWorkspace) {
  Graph graph;
  OpId heavy = graph.addOp(/*workspace=*/100);
  graph.addBuffer(1, heavy, /*liveOut=*/true);
  addOp(graph, {}, 2, /*liveOut=*/true);
  EXPECT_EQ(scheduleInductorLeastPeak(graph), Order({1, 0}));
}

TEST(Peers, BfsIsFirstInFirstOut) {
  Graph graph;
  BufferId a = addOp(graph, {}, 1);
  BufferId b = addOp(graph, {a}, 1);
  BufferId c = addOp(graph, {b}, 1);
  BufferId d = addOp(graph, {a}, 1);
  addOp(graph, {c, d}, 1, /*liveOut=*/true);
  EXPECT_EQ(scheduleInductorBfs(graph), Order({0, 1, 3, 2, 4}));
}

TEST(Peers, InductorDfsVisitsSmallOpsFirst) {
  Graph graph;
  BufferId large = addOp(graph, {}, 5);
  BufferId small = addOp(graph, {}, 1);
  addOp(graph, {large, small}, 1, /*liveOut=*/true);
  EXPECT_EQ(scheduleInductorDfs(graph), Order({1, 0, 2}));
}

//===----------------------------------------------------------------------===//
// Theano's search
//===----------------------------------------------------------------------===//

TEST(Peers, TheanoFindsTheOptimum) {
  for (uint64_t seed = 0; seed < 1500; ++seed) {
    Graph graph = generateRandomGraph(seed, smallFamily(seed));
    BacktrackingResult result = scheduleTheano(graph, kNoCap);
    ASSERT_FALSE(result.capReached);
    ASSERT_FALSE(checkSchedule(graph, result.order, leastPeak(graph)))
        << "seed " << seed;
  }
}

TEST(Peers, TheanoStopsAtItsCap) {
  RandomGraphOptions options;
  options.numOps = 200;
  Graph graph = generateRandomGraph(3, options);
  BacktrackingResult none = scheduleTheano(graph, 199);
  EXPECT_TRUE(none.capReached);
  EXPECT_TRUE(none.order.empty());
  EXPECT_EQ(none.steps, 199u);
  BacktrackingResult first = scheduleTheano(graph, 200);
  EXPECT_EQ(first.order, inputOrder(graph));
  BacktrackingResult more = scheduleTheano(graph, 5000);
  EXPECT_TRUE(more.capReached);
  EXPECT_EQ(more.steps, 5000u);
  EXPECT_FALSE(checkSchedule(graph, more.order, peakOf(graph, more.order)));
  EXPECT_LE(peakOf(graph, more.order), peakOf(graph, first.order));
}

} // namespace
