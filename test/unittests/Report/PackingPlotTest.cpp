//===- PackingPlotTest.cpp - Drawings, maps and uses of arenas ------------===//

#include "memopt/Report/PackingPlot.h"
#include "memopt/Model/GeneratePacking.h"

#include "llvm/ADT/StringRef.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

/// "a" in bytes 0 to 7 and "b" in 7 to 11, both at times 0 to 8; "c" with 16
/// bytes, aligned by 16, above them at times 4 to 8.
PackingProblem threeBuffers() {
  PackingProblem problem;
  problem.name = "three";
  problem.buffers.resize(3);
  problem.buffers[0].live = problem.buffers[1].live = {0, 8};
  problem.buffers[2].live = {4, 8};
  problem.buffers[0].size = 7;
  problem.buffers[1].size = 4;
  problem.buffers[2].size = 16;
  problem.buffers[2].alignment = 16;
  return problem;
}

template <typename Write> std::string textOf(Write write) {
  std::string text;
  llvm::raw_string_ostream os(text);
  write(os);
  return text;
}

TEST(ArenaUse, SumsUpToTheHeight) {
  PackingProblem problem = threeBuffers();
  ArenaUse use = arenaUse(problem, {0, 7, 16});
  EXPECT_EQ(use.time, 4);
  EXPECT_EQ(use.live, 27);
  EXPECT_EQ(use.alignment, 5);
  EXPECT_EQ(use.holes, 0);
  // With a step of its alignment to spare, the hole is not the alignment's.
  use = arenaUse(problem, {0, 7, 32});
  EXPECT_EQ(use.alignment, 0);
  EXPECT_EQ(use.holes, 21);
  EXPECT_EQ(arenaUse(PackingProblem(), {}).live, 0);
}

TEST(ArenaUse, Together) {
  PackingProblem problem = threeBuffers();
  problem.buffers[1].size = 7;
  problem.together = {{0, 1}};
  ArenaUse use = arenaUse(problem, {0, 0, 16});
  EXPECT_EQ(use.live, 23);
  EXPECT_EQ(use.live + use.alignment + use.holes, 32);
}

TEST(PackingMap, Cells) {
  EXPECT_EQ(textOf([](llvm::raw_ostream &os) {
              writePackingMap(threeBuffers(), {0, 7, 16}, 4, os);
            }),
            "       32 B |    cccc\n"
            "            |    cccc\n"
            "            |........\n"
            "          0 |aaaaaaaa\n"
            "            +--------\n");
  EXPECT_EQ(textOf([](llvm::raw_ostream &os) {
              writePackingMap(PackingProblem(), {}, 4, os);
            }),
            "");
}

TEST(PackingMap, WithinEightyColumns) {
  PackingProblem problem = generateTrainingPacking(1, 5000);
  std::vector<Bytes> offsets;
  Bytes top = 0;
  for (const PackingBuffer &buffer : problem.buffers) {
    offsets.push_back(top);
    top += buffer.size;
  }
  std::string map = textOf([&](llvm::raw_ostream &os) {
    writePackingMap(problem, offsets, 20, os);
  });
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(map).split(lines, '\n');
  EXPECT_EQ(lines.size(), 22u);
  for (llvm::StringRef line : lines)
    EXPECT_LE(line.size(), 80u);
}

TEST(PackingPlot, BoundedAndWellFormed) {
  PackingProblem problem = generateTrainingPacking(1, 60'000);
  std::vector<Bytes> offsets(problem.buffers.size());
  std::string plot = textOf([&](llvm::raw_ostream &os) {
    writePackingPlot(problem, offsets, 1 << 30, os);
  });
  EXPECT_LT(plot.size(), size_t(5'000'000));
  EXPECT_EQ(llvm::StringRef(plot).count("<rect "), 30'000u);
  EXPECT_NE(plot.find("the largest 30000 of "), std::string::npos);
  EXPECT_TRUE(llvm::StringRef(plot).ends_with("</svg>\n"));
}

TEST(PackingPlot, NamesAreEscaped) {
  PackingProblem problem = threeBuffers();
  problem.name = "<&>\x01\xff";
  std::string plot = textOf([&](llvm::raw_ostream &os) {
    writePackingPlot(problem, {0, 7, 16}, 27, os);
  });
  EXPECT_NE(plot.find(">&lt;&amp;&gt; "), std::string::npos);
  EXPECT_EQ(plot.find('\x01'), std::string::npos);
  EXPECT_EQ(plot.find('\xff'), std::string::npos);
  EXPECT_NE(plot.find("lower bound"), std::string::npos);
}

} // namespace
