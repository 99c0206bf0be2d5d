//===- CasesTest.cpp - Small programs that other schedulers get wrong -----===//

#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

constexpr Bytes kib = 1024;

ScheduleOutcome solve(const Graph &graph) {
  EXPECT_FALSE(checkGraph(graph));
  ScheduleOutcome outcome = scheduleBranchAndBound(graph);
  EXPECT_EQ(outcome.status, Status::Optimal);
  EXPECT_FALSE(checkSchedule(graph, outcome.order, outcome.peak));
  return outcome;
}

// rowsum(outer(v0, v1)), rowsum(outer(v1, v2)), v0 + v1 and v1 + v2 of float
// vectors of 1024, both products written first.
TEST(Cases, OuterProductsRunOneAfterTheOther) {
  Graph graph;
  BufferId v[3];
  for (BufferId &vector : v)
    vector = graph.addBuffer(0, kNoOp);
  auto addOp = [&](BufferId left, BufferId right, Bytes bytes, bool liveOut) {
    OpId op = graph.addOp();
    graph.addRead(op, left);
    graph.addRead(op, right);
    return graph.addBuffer(bytes, op, liveOut);
  };
  BufferId outer01 = addOp(v[0], v[1], 4096 * kib, false);
  BufferId outer12 = addOp(v[1], v[2], 4096 * kib, false);
  addOp(v[0], v[1], 4 * kib, true);
  addOp(v[1], v[2], 4 * kib, true);
  addOp(outer01, outer01, 4 * kib, true);
  addOp(outer12, outer12, 4 * kib, true);
  ScheduleOutcome outcome = solve(graph);
  EXPECT_EQ(outcome.inputPeak, kib * 2 * 4096 + kib * 12);
  EXPECT_EQ(outcome.peak, 4104 * kib);
}

// The origin is live to the end as a result, though its last reader comes
// early.
TEST(Cases, AnOriginThatIsAlsoAResult) {
  Graph graph;
  OpId make = graph.addOp();
  BufferId origin = graph.addBuffer(100, make, /*liveOut=*/true);
  OpId read = graph.addOp();
  graph.addRead(read, origin);
  BufferId value = graph.addBuffer(10, read);
  OpId last = graph.addOp(/*workspace=*/7);
  graph.addRead(last, value);
  EXPECT_EQ(solve(graph).peak, 117);
}

// An op whose inputs are all constants has no operand in the graph; nothing
// frees when it runs, and nothing makes it run early.
TEST(Cases, AnOpWhoseOnlyInputsAreConstants) {
  Graph graph;
  OpId constantOnly = graph.addOp();
  BufferId early = graph.addBuffer(50, constantOnly);
  OpId big = graph.addOp();
  BufferId wide = graph.addBuffer(100, big);
  OpId shrink = graph.addOp();
  graph.addRead(shrink, wide);
  BufferId narrow = graph.addBuffer(5, shrink);
  OpId join = graph.addOp();
  graph.addRead(join, early);
  graph.addRead(join, narrow);
  graph.addBuffer(5, join, /*liveOut=*/true);
  ScheduleOutcome outcome = solve(graph);
  EXPECT_EQ(outcome.inputPeak, 155);
  EXPECT_EQ(outcome.peak, 105);
  EXPECT_EQ(outcome.order,
            (std::vector<OpId>{big, shrink, constantOnly, join}));
}

TEST(Cases, ABlockOfMoreThanAThousandOps) {
  // Pairs of a big value and its reduction, all big values first.
  constexpr unsigned kPairs = 600;
  Graph graph;
  for (unsigned i = 0; i < kPairs; ++i)
    graph.addBuffer(1000 + i, graph.addOp());
  OpId sum = kNoOp;
  std::vector<BufferId> parts;
  for (BufferId i = 0; i < kPairs; ++i) {
    OpId reduce = graph.addOp();
    graph.addRead(reduce, i);
    parts.push_back(graph.addBuffer(1, reduce));
  }
  sum = graph.addOp();
  for (BufferId part : parts)
    graph.addRead(sum, part);
  graph.addBuffer(1, sum, /*liveOut=*/true);
  ScheduleOutcome outcome = solve(graph);
  // The biggest value and its reduction come first: with k parts live, the k-th
  // biggest value is k smaller.
  EXPECT_EQ(outcome.peak, 1000 + kPairs);
}

// `late` has no operand of `barrier`; only the ordering edge makes it ready.
TEST(Cases, AnOpMadeReadyOnlyByAnOrderingEdge) {
  Graph graph;
  OpId start = graph.addOp();
  BufferId value = graph.addBuffer(100, start);
  OpId barrier = graph.addOp();
  graph.addRead(barrier, value);
  OpId late = graph.addOp();
  graph.addBuffer(60, late, /*liveOut=*/true);
  graph.addAfter(late, barrier);
  ScheduleOutcome outcome = solve(graph);
  EXPECT_EQ(outcome.peak, 100);
  EXPECT_EQ(outcome.order, (std::vector<OpId>{start, barrier, late}));
}

TEST(Cases, AnEmptyGraph) {
  Graph graph;
  EXPECT_EQ(solve(graph).peak, 0);
  graph.addBuffer(8, kNoOp);
  ScheduleOutcome outcome = solve(graph);
  EXPECT_EQ(outcome.peak, 8);
  EXPECT_TRUE(outcome.order.empty());
}

// In place, the chain needs one buffer; the reader of the first value must come
// before it is overwritten to make that possible.
TEST(Cases, InPlacePairsWaitForTheOtherReaders) {
  Graph graph;
  BufferId value = graph.addBuffer(100, graph.addOp());
  OpId update = graph.addOp();
  graph.addRead(update, value);
  BufferId updated = graph.addBuffer(100, update, /*liveOut=*/true);
  graph.ops[update].inPlace.push_back({updated, value});
  OpId reader = graph.addOp();
  graph.addRead(reader, value);
  graph.addBuffer(10, reader, /*liveOut=*/true);
  ScheduleOutcome outcome = solve(graph);
  EXPECT_EQ(outcome.inputPeak, 210);
  EXPECT_EQ(outcome.peak, 110);
}

TEST(Cases, SizesNearTheLimitDoNotOverflow) {
  Graph graph;
  constexpr Bytes kHuge = Bytes(1) << 61;
  BufferId a = graph.addBuffer(kHuge, graph.addOp());
  BufferId b = graph.addBuffer(kHuge + 1, graph.addOp());
  OpId join = graph.addOp();
  graph.addRead(join, a);
  graph.addRead(join, b);
  graph.addBuffer(kHuge - 5, join, /*liveOut=*/true);
  EXPECT_EQ(solve(graph).peak, 3 * kHuge - 4);
}

} // namespace
