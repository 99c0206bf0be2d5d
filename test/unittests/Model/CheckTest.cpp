//===- CheckTest.cpp - Each violation is found ----------------------------===//
//
// One valid problem and solution, and for each kind of violation a mutation
// that commits it and nothing earlier.
//
//===----------------------------------------------------------------------===//

#include "memopt/Model/Check.h"

#include "memopt/Model/Generate.h"
#include "memopt/Model/Schedule.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

/// make -> update (may overwrite) -> join; side -> join.
class CheckTest : public testing::Test {
protected:
  CheckTest() {
    make = graph.addOp();
    value = graph.addBuffer(10, make);
    update = graph.addOp(/*workspace=*/3);
    graph.addRead(update, value);
    updated = graph.addBuffer(10, update);
    graph.ops[update].inPlace.push_back({updated, value});
    side = graph.addOp();
    other = graph.addBuffer(4, side);
    join = graph.addOp();
    graph.addRead(join, updated);
    graph.addRead(join, other);
    result = graph.addBuffer(2, join, /*liveOut=*/true);
    graph.addAfter(side, make);
  }

  void expectGraphViolation(ViolationKind kind) {
    std::optional<Violation> violation = checkGraph(graph);
    ASSERT_TRUE(violation);
    EXPECT_EQ(violation->kind, kind) << violation->message;
    EXPECT_FALSE(violation->message.empty());
  }
  void expectScheduleViolation(const std::vector<OpId> &order, Bytes peak,
                               ViolationKind kind) {
    std::optional<Violation> violation = checkSchedule(graph, order, peak);
    ASSERT_TRUE(violation);
    EXPECT_EQ(violation->kind, kind) << violation->message;
  }

  Graph graph;
  OpId make, update, side, join;
  BufferId value, updated, other, result;
};

TEST_F(CheckTest, AcceptsTheGraphAndItsOrders) {
  EXPECT_FALSE(checkGraph(graph));
  EXPECT_FALSE(checkSchedule(graph, {make, update, side, join}, 16));
  EXPECT_FALSE(checkSchedule(graph, {make, side, update, join}, 17));
}

TEST_F(CheckTest, NegativeSize) {
  graph.buffers[other].bytes = -1;
  expectGraphViolation(ViolationKind::NegativeSize);
}

TEST_F(CheckTest, NegativeWorkspace) {
  graph.ops[side].workspace = -5;
  expectGraphViolation(ViolationKind::NegativeSize);
}

TEST_F(CheckTest, SizeOverflow) {
  graph.buffers[other].bytes = std::numeric_limits<Bytes>::max() - 20;
  expectGraphViolation(ViolationKind::SizeOverflow);
}

TEST_F(CheckTest, WorkspaceOverflow) {
  graph.ops[side].workspace = std::numeric_limits<Bytes>::max() - 20;
  expectGraphViolation(ViolationKind::SizeOverflow);
}

TEST_F(CheckTest, BadIndexOfBuffer) {
  graph.ops[join].inputs.push_back(99);
  expectGraphViolation(ViolationKind::BadIndex);
}

TEST_F(CheckTest, BadIndexOfOp) {
  graph.buffers[value].readers.push_back(99);
  expectGraphViolation(ViolationKind::BadIndex);
}

TEST_F(CheckTest, BadCrossReferenceOfProducer) {
  graph.buffers[other].producer = make;
  expectGraphViolation(ViolationKind::BadCrossReference);
}

TEST_F(CheckTest, BadCrossReferenceOfReader) {
  graph.buffers[other].readers.clear();
  expectGraphViolation(ViolationKind::BadCrossReference);
}

TEST_F(CheckTest, BadCrossReferenceOfInput) {
  graph.ops[join].inputs.pop_back();
  expectGraphViolation(ViolationKind::BadCrossReference);
}

TEST_F(CheckTest, DuplicateInput) {
  graph.ops[join].inputs.push_back(other);
  expectGraphViolation(ViolationKind::DuplicateEntry);
}

TEST_F(CheckTest, DuplicateOutput) {
  graph.ops[join].outputs.push_back(result);
  expectGraphViolation(ViolationKind::DuplicateEntry);
}

TEST_F(CheckTest, DuplicateAfter) {
  graph.ops[side].after.push_back(make);
  expectGraphViolation(ViolationKind::DuplicateEntry);
}

TEST_F(CheckTest, BadInPlacePairOfOtherSize) {
  graph.buffers[updated].bytes = 11;
  expectGraphViolation(ViolationKind::BadInPlacePair);
}

TEST_F(CheckTest, BadInPlacePairOfForeignValue) {
  graph.ops[update].inPlace[0].input = other;
  expectGraphViolation(ViolationKind::BadInPlacePair);
}

TEST_F(CheckTest, BadInPlacePairOfLiveOutInput) {
  graph.buffers[value].liveOut = true;
  expectGraphViolation(ViolationKind::BadInPlacePair);
}

TEST_F(CheckTest, BadInPlacePairTwice) {
  graph.ops[update].inPlace.push_back({updated, value});
  expectGraphViolation(ViolationKind::BadInPlacePair);
}

TEST_F(CheckTest, CycleNamesItsNodes) {
  graph.addAfter(make, join);
  expectGraphViolation(ViolationKind::Cycle);
  std::string message = checkGraph(graph)->message;
  EXPECT_NE(message.find("node 0 -> node 1 -> node 3 -> node 0"),
            std::string::npos)
      << message;
}

TEST_F(CheckTest, InputOrderInvalid) {
  graph.addAfter(make, side);
  graph.ops[side].after.clear();
  expectGraphViolation(ViolationKind::InputOrderInvalid);
}

TEST_F(CheckTest, WrongLength) {
  expectScheduleViolation({make, update, side}, 16, ViolationKind::WrongLength);
}

TEST_F(CheckTest, UnknownOp) {
  expectScheduleViolation({make, update, side, 7}, 16,
                          ViolationKind::UnknownOp);
}

TEST_F(CheckTest, RepeatedOp) {
  expectScheduleViolation({make, update, update, join}, 16,
                          ViolationKind::RepeatedOp);
}

TEST_F(CheckTest, OrderViolatedAgainstABuffer) {
  expectScheduleViolation({update, make, side, join}, 16,
                          ViolationKind::OrderViolated);
}

TEST_F(CheckTest, OrderViolatedAgainstAnOrderingEdge) {
  expectScheduleViolation({side, make, update, join}, 16,
                          ViolationKind::OrderViolated);
}

TEST_F(CheckTest, PeakMismatchEitherWay) {
  expectScheduleViolation({make, update, side, join}, 15,
                          ViolationKind::PeakMismatch);
  expectScheduleViolation({make, update, side, join}, 17,
                          ViolationKind::PeakMismatch);
}

// The evaluation and the checker are written apart; they agree.
TEST(CheckAgainstProfile, PeaksAgreeOnRandomGraphs) {
  for (uint64_t seed = 0; seed < 3000; ++seed) {
    RandomGraphOptions options;
    options.numOps = 1 + static_cast<unsigned>(seed % 40);
    options.inPlace = 50;
    Graph graph = generateRandomGraph(seed, options);
    ASSERT_FALSE(checkGraph(graph)) << "seed " << seed;
    std::vector<OpId> order = inputOrder(graph);
    Bytes peak = computeLiveProfile(graph, order).peak;
    std::optional<Violation> violation = checkSchedule(graph, order, peak);
    ASSERT_FALSE(violation) << violation->message << ", seed " << seed;
  }
}

} // namespace
