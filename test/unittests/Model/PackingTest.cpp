//===- PackingTest.cpp - Packing problems: checks, text, generators -------===//

#include "memopt/Model/Packing.h"
#include "memopt/Model/Check.h"
#include "memopt/Model/GeneratePacking.h"
#include "memopt/Model/PackingText.h"

#include "llvm/Support/raw_ostream.h"

#include "gtest/gtest.h"

#include <map>

using namespace memopt;

namespace {

PackingBuffer makeBuffer(Time begin, Time end, Bytes size,
                         Bytes alignment = 1) {
  PackingBuffer buffer;
  buffer.id = "b" + std::to_string(begin) + "-" + std::to_string(end);
  buffer.live = {begin, end};
  buffer.size = size;
  buffer.alignment = alignment;
  return buffer;
}

PackingProblem makeProblem(std::vector<PackingBuffer> buffers) {
  PackingProblem problem;
  problem.buffers = std::move(buffers);
  return problem;
}

std::optional<ViolationKind> kindOf(std::optional<Violation> violation) {
  if (!violation)
    return std::nullopt;
  EXPECT_FALSE(violation->message.empty());
  return violation->kind;
}

/// Two that are active together, and one after them.
PackingProblem threeBuffers() {
  return makeProblem(
      {makeBuffer(0, 4, 8), makeBuffer(2, 6, 8, 16), makeBuffer(6, 9, 12)});
}

TEST(CheckPacking, Valid) {
  PackingProblem problem = threeBuffers();
  EXPECT_EQ(kindOf(checkPackingProblem(problem)), std::nullopt);
  EXPECT_EQ(kindOf(checkPacking(problem, {0, 16, 0}, 24)), std::nullopt);
  EXPECT_EQ(heightOf(problem, {0, 16, 0}), 24);
}

TEST(CheckPacking, Offsets) {
  PackingProblem problem = threeBuffers();
  auto check = [&](const std::vector<Bytes> &offsets, Bytes height) {
    return kindOf(checkPacking(problem, offsets, height));
  };
  EXPECT_EQ(check({0, 16}, 24), ViolationKind::WrongLength);
  EXPECT_EQ(check({0, 8, 0}, 16), ViolationKind::BadOffset);
  EXPECT_EQ(check({-1, 16, 0}, 24), ViolationKind::BadOffset);
  EXPECT_EQ(check({0, 16, 0}, 32), ViolationKind::HeightMismatch);
  EXPECT_EQ(check({9, 16, 0}, 24), ViolationKind::BuffersOverlap);
  EXPECT_EQ(check({0, 0, 0}, 12), ViolationKind::BuffersOverlap);
  problem.capacity = 23;
  EXPECT_EQ(check({0, 16, 0}, 24), ViolationKind::HeightMismatch);
  problem.capacity = std::nullopt;
  problem.buffers[2].fixedOffset = 4;
  EXPECT_EQ(check({0, 16, 0}, 24), ViolationKind::BadOffset);
  EXPECT_EQ(check({0, 16, 4}, 24), std::nullopt);
  problem.buffers[1].endLimit = 23;
  EXPECT_EQ(check({0, 16, 4}, 24), ViolationKind::BadOffset);
}

TEST(CheckPacking, Pairs) {
  PackingProblem problem = makeProblem(
      {makeBuffer(0, 4, 8), makeBuffer(3, 6, 8), makeBuffer(7, 8, 8)});
  problem.together = {{0, 1}};
  problem.apart = {{0, 2}};
  EXPECT_EQ(kindOf(checkPackingProblem(problem)), std::nullopt);
  EXPECT_EQ(kindOf(checkPacking(problem, {0, 0, 8}, 16)), std::nullopt);
  EXPECT_EQ(kindOf(checkPacking(problem, {0, 8, 16}, 24)),
            ViolationKind::PairNotHeld);
  EXPECT_EQ(kindOf(checkPacking(problem, {0, 0, 4}, 12)),
            ViolationKind::PairNotHeld);
}

// Every rule of a problem, broken alone.
TEST(CheckPacking, Problems) {
  auto check = [](auto &&edit) {
    PackingProblem problem = makeProblem(
        {makeBuffer(0, 9, 8), makeBuffer(2, 6, 8), makeBuffer(20, 22, 8)});
    edit(problem);
    return kindOf(checkPackingProblem(problem));
  };
  EXPECT_EQ(check([](PackingProblem &p) { p.buffers[0].live = {5, 4}; }),
            ViolationKind::BadLifetime);
  EXPECT_EQ(check([](PackingProblem &p) { p.buffers[0].gaps = {{3, 3}}; }),
            ViolationKind::BadLifetime);
  EXPECT_EQ(check([](PackingProblem &p) { p.buffers[0].gaps = {{3, 10}}; }),
            ViolationKind::BadLifetime);
  EXPECT_EQ(
      check([](PackingProblem &p) { p.buffers[0].gaps = {{3, 6}, {5, 7}}; }),
      ViolationKind::BadLifetime);
  EXPECT_EQ(check([](PackingProblem &p) { p.buffers[0].size = -1; }),
            ViolationKind::NegativeSize);
  EXPECT_EQ(check([](PackingProblem &p) { p.capacity = -1; }),
            ViolationKind::NegativeSize);
  EXPECT_EQ(check([](PackingProblem &p) { p.buffers[0].alignment = 0; }),
            ViolationKind::BadAlignment);
  EXPECT_EQ(check([](PackingProblem &p) { p.buffers[0].endLimit = 7; }),
            ViolationKind::BadOffset);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.buffers[0].fixedOffset = std::numeric_limits<Bytes>::max();
            }),
            ViolationKind::BadOffset);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.buffers[0].size = std::numeric_limits<Bytes>::max() - 10;
            }),
            ViolationKind::SizeOverflow);
  EXPECT_EQ(check([](PackingProblem &p) { p.together = {{0, 3}}; }),
            ViolationKind::BadIndex);
  EXPECT_EQ(check([](PackingProblem &p) { p.apart = {{1, 1}}; }),
            ViolationKind::BadIndex);
  // Buffers that must be together, but cannot.
  EXPECT_EQ(check([](PackingProblem &p) {
              p.together = {{0, 1}};
              p.buffers[0].size = 9;
            }),
            ViolationKind::BadPair);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.together = {{0, 1}};
              p.apart = {{1, 0}};
            }),
            ViolationKind::BadPair);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.together = {{0, 1}};
              p.buffers[0].fixedOffset = 4;
              p.buffers[1].alignment = 8;
            }),
            ViolationKind::BadPair);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.together = {{0, 1}};
              p.buffers[0].fixedOffset = 4;
              p.buffers[1].endLimit = 8;
            }),
            ViolationKind::BadPair);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.together = {{0, 1}};
              p.buffers[0].alignment = (Bytes(1) << 32) - 1;
              p.buffers[1].alignment = Bytes(1) << 32;
            }),
            ViolationKind::BadAlignment);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.together = {{0, 1}};
              p.buffers[2].alignment = Bytes(1) << 62;
              p.buffers[0].alignment = (Bytes(1) << 31) - 1;
              p.buffers[1].alignment = Bytes(1) << 32;
            }),
            ViolationKind::SizeOverflow);
  // Fixed offsets, of a buffer itself or of one that it is together with.
  EXPECT_EQ(check([](PackingProblem &p) {
              p.buffers[0].fixedOffset = 0;
              p.buffers[1].fixedOffset = 4;
            }),
            ViolationKind::BuffersOverlap);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.together = {{1, 2}};
              p.buffers[0].fixedOffset = 0;
              p.buffers[2].fixedOffset = 4;
            }),
            ViolationKind::BuffersOverlap);
  EXPECT_EQ(check([](PackingProblem &p) {
              p.apart = {{0, 2}};
              p.buffers[0].fixedOffset = 0;
              p.buffers[2].fixedOffset = 4;
            }),
            ViolationKind::BuffersOverlap);
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

std::string textOf(const PackingProblem &problem) {
  std::string text;
  llvm::raw_string_ostream os(text);
  writePacking(problem, {}, os);
  return text;
}

TEST(PackingText, ReadsWhatItWrites) {
  RandomPackingOptions options;
  options.numBuffers = 20;
  options.alignments = options.gaps = options.fixedOffsets = 30;
  options.endLimits = options.together = options.apart = 30;
  options.zeroSizes = options.emptyLives = 10;
  for (uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    PackingProblem problem = generateRandomPacking(seed, options);
    std::string text = textOf(problem);
    llvm::Expected<PackingProblem> read = readPacking(text);
    ASSERT_TRUE(static_cast<bool>(read)) << llvm::toString(read.takeError());
    ASSERT_EQ(read->numBuffers(), problem.numBuffers());
    EXPECT_EQ(textOf(*read), text);
    EXPECT_EQ(read->together.size(), problem.together.size());
    EXPECT_EQ(read->apart.size(), problem.apart.size());
    for (uint32_t i = 0; i < problem.numBuffers(); ++i) {
      const PackingBuffer &a = problem.buffers[i], &b = read->buffers[i];
      EXPECT_EQ(a.id, b.id);
      EXPECT_EQ(a.live, b.live);
      EXPECT_EQ(a.gaps, b.gaps);
      EXPECT_EQ(a.size, b.size);
      EXPECT_EQ(a.alignment, b.alignment);
      EXPECT_EQ(a.fixedOffset, b.fixedOffset);
      EXPECT_EQ(a.endLimit, b.endLimit);
    }
  }
}

// Whatever bytes are wrong: an error or a problem, never a crash.
TEST(PackingText, BrokenText) {
  RandomPackingOptions options;
  options.gaps = options.apart = options.alignments = 50;
  std::string text = textOf(generateRandomPacking(1, options));
  for (size_t i = 0; i < text.size(); ++i)
    for (char c : {'\0', ',', '\n', '-', '9', 'x', '\xff'}) {
      std::string broken = text;
      broken[i] = c;
      llvm::Expected<PackingProblem> read = readPacking(broken);
      if (read)
        EXPECT_FALSE(checkPackingProblem(*read));
      else
        EXPECT_FALSE(llvm::toString(read.takeError()).empty());
      llvm::consumeError(readPacking(text.substr(0, i)).takeError());
    }
}

//===----------------------------------------------------------------------===//
// Generators
//===----------------------------------------------------------------------===//

/// The live sums at all begins.
std::vector<Bytes> liveSums(const PackingProblem &problem) {
  std::map<Time, Bytes> changes;
  for (const PackingBuffer &buffer : problem.buffers)
    for (const TimeRange &range : activeRanges(buffer)) {
      changes[range.begin] += buffer.size;
      changes[range.end] -= buffer.size;
    }
  std::vector<Bytes> sums;
  sums.reserve(changes.size());
  Bytes live = 0;
  for (auto [time, change] : changes)
    sums.push_back(live += change);
  return sums;
}

TEST(GeneratePacking, Valid) {
  for (uint64_t seed = 0; seed < 50; ++seed) {
    SCOPED_TRACE(seed);
    for (Cuts cuts : {Cuts::Guillotine, Cuts::Pinwheel}) {
      PackingProblem tight = generateTightPacking(seed, 50, 40, 100, cuts);
      EXPECT_EQ(kindOf(checkPackingProblem(tight)), std::nullopt);
      EXPECT_GT(tight.numBuffers(), 40u);
      std::vector<Bytes> sums = liveSums(tight);
      EXPECT_EQ(sums.back(), 0);
      sums.pop_back();
      EXPECT_TRUE(llvm::all_of(sums, [](Bytes sum) { return sum == 100; }));
    }
    PackingProblem full = generateFullPacking(seed, 50, 30, 100);
    EXPECT_EQ(kindOf(checkPackingProblem(full)), std::nullopt);
    EXPECT_LE(full.numBuffers(), 80u);
    std::vector<Bytes> sums = liveSums(full);
    sums.pop_back();
    EXPECT_TRUE(llvm::all_of(sums, [](Bytes sum) { return sum == 100; }));
    PackingProblem training =
        generateTrainingPacking(seed, 100 + static_cast<unsigned>(seed));
    EXPECT_EQ(kindOf(checkPackingProblem(training)), std::nullopt);
    EXPECT_EQ(training.numBuffers(), 100 + seed);
  }
  EXPECT_EQ(generateTrainingPacking(3, 100'000).numBuffers(), 100'000u);
  EXPECT_EQ(generateTightPacking(3, 100'000, 20'000, 1 << 20, Cuts::Pinwheel)
                .numBuffers(),
            100'000u);
}

TEST(GeneratePacking, HasWhatIsAskedFor) {
  RandomPackingOptions options;
  options.numBuffers = 30;
  options.alignments = options.gaps = options.fixedOffsets = 40;
  options.endLimits = options.together = options.apart = 40;
  unsigned gaps = 0, alignments = 0, fixed = 0, limits = 0, together = 0,
           apart = 0;
  for (uint64_t seed = 0; seed < 100; ++seed) {
    PackingProblem problem = generateRandomPacking(seed, options);
    EXPECT_EQ(kindOf(checkPackingProblem(problem)), std::nullopt);
    for (const PackingBuffer &buffer : problem.buffers) {
      gaps += !buffer.gaps.empty();
      alignments += buffer.alignment > 1;
      fixed += buffer.fixedOffset.has_value();
      limits += buffer.endLimit.has_value();
    }
    together += problem.together.size();
    apart += problem.apart.size();
  }
  for (unsigned count : {gaps, alignments, fixed, limits, together, apart})
    EXPECT_GT(count, 300u);
}

} // namespace
