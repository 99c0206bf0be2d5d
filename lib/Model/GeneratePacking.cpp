//===- GeneratePacking.cpp - Seeded random packing problems ---------------===//

#include "memopt/Model/GeneratePacking.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;

/// A number in [1, bound].
static Bytes upTo(Random &random, uint64_t bound) {
  return static_cast<Bytes>(1 + random.below(bound));
}

/// Numbers the buffers and puts them in random order, so that a packer learns
/// nothing from the order.
static void shuffle(Random &random, std::vector<PackingBuffer> &buffers) {
  for (size_t i = buffers.size(); i > 1; --i)
    std::swap(buffers[i - 1], buffers[random.below(i)]);
  for (auto [index, buffer] : llvm::enumerate(buffers))
    buffer.id = std::to_string(index);
}

//===----------------------------------------------------------------------===//
// Random lifetimes
//===----------------------------------------------------------------------===//

namespace {

/// Adds buffers to a problem one by one, as the options say.
class RandomPackingBuilder {
public:
  RandomPackingBuilder(uint64_t seed, const RandomPackingOptions &options)
      : random(seed), options(options) {}

  PackingProblem build();

private:
  PackingBuffer makeBuffer();
  void addGaps(PackingBuffer &buffer);
  void fixOffset(uint32_t index);
  void addPairs(uint32_t index);
  void addIfValid(std::vector<PackingPair> &pairs, PackingPair pair);

  Random random;
  const RandomPackingOptions &options;
  PackingProblem problem;
};

} // namespace

void RandomPackingBuilder::addGaps(PackingBuffer &buffer) {
  Time begin = buffer.live.begin;
  for (unsigned i = 0; i < 2 && random.chance(options.gaps); ++i) {
    if (buffer.live.end - begin < 2)
      return;
    Time from =
        begin + static_cast<Time>(random.below(buffer.live.end - begin));
    Time to = from + upTo(random, buffer.live.end - from);
    buffer.gaps.push_back({from, to});
    begin = to;
  }
}

PackingBuffer RandomPackingBuilder::makeBuffer() {
  PackingBuffer buffer;
  buffer.live.begin = static_cast<Time>(random.below(options.horizon));
  Time length = upTo(random, options.maxLength);
  buffer.live.end =
      random.chance(options.emptyLives)
          ? buffer.live.begin
          : std::min<Time>(options.horizon, buffer.live.begin + length);
  if (!random.chance(options.zeroSizes))
    buffer.size = upTo(random, options.maxUnits) * options.unit;
  if (random.chance(options.alignments))
    buffer.alignment = random.chance(options.oddAlignments)
                           ? 1 + upTo(random, 7)
                           : Bytes(2) << random.below(3);
  addGaps(buffer);
  if (random.chance(options.endLimits))
    buffer.endLimit =
        buffer.size + static_cast<Bytes>(random.below(
                          uint64_t(3) * options.maxUnits * options.unit));
  return buffer;
}

void RandomPackingBuilder::fixOffset(uint32_t index) {
  PackingBuffer &buffer = problem.buffers[index];
  buffer.fixedOffset =
      buffer.alignment *
      static_cast<Bytes>(random.below(1 + uint64_t(2) * options.maxUnits *
                                              options.unit / buffer.alignment));
  if (checkPackingProblem(problem))
    buffer.fixedOffset = std::nullopt;
}

void RandomPackingBuilder::addIfValid(std::vector<PackingPair> &pairs,
                                      PackingPair pair) {
  pairs.push_back(pair);
  if (checkPackingProblem(problem))
    pairs.pop_back();
}

void RandomPackingBuilder::addPairs(uint32_t index) {
  if (index == 0)
    return;
  PackingBuffer &buffer = problem.buffers[index];
  if (random.chance(options.together)) {
    auto other = static_cast<uint32_t>(random.below(index));
    Bytes before = std::exchange(buffer.size, problem.buffers[other].size);
    addIfValid(problem.together, {other, index});
    if (problem.together.empty() || problem.together.back().second != index)
      buffer.size = before;
  }
  if (random.chance(options.apart))
    addIfValid(problem.apart,
               {static_cast<uint32_t>(random.below(index)), index});
}

PackingProblem RandomPackingBuilder::build() {
  problem.name = "random";
  for (uint32_t index = 0; index < options.numBuffers; ++index) {
    problem.buffers.push_back(makeBuffer());
    problem.buffers.back().id = std::to_string(index);
    addPairs(index);
    if (random.chance(options.fixedOffsets))
      fixOffset(index);
  }
  return std::move(problem);
}

PackingProblem
memopt::generateRandomPacking(uint64_t seed,
                              const RandomPackingOptions &options) {
  return RandomPackingBuilder(seed, options).build();
}

//===----------------------------------------------------------------------===//
// Cut rectangles
//===----------------------------------------------------------------------===//

namespace {

struct Piece {
  TimeRange live;
  Bytes size;
};

/// A rectangle in pieces.
class Cutter {
public:
  Cutter(uint64_t seed, Piece whole) : random(seed), pieces({whole}) {}

  PackingProblem cut(unsigned numBuffers, Cuts cuts);

private:
  void cutStraight(size_t index);
  void cutPinwheel(size_t index);

  Random random;
  std::vector<Piece> pieces;
};

} // namespace

void Cutter::cutStraight(size_t index) {
  Piece piece = pieces[index], rest = piece;
  Time length = piece.live.end - piece.live.begin;
  bool canCutTime = length > 1, canCutSize = piece.size > 1;
  if (!canCutTime && !canCutSize)
    return;
  if (canCutTime && (!canCutSize || random.chance(50))) {
    piece.live.end = piece.live.begin + upTo(random, length - 1);
    rest.live.begin = piece.live.end;
  } else {
    piece.size = upTo(random, piece.size - 1);
    rest.size -= piece.size;
  }
  pieces[index] = piece;
  pieces.push_back(rest);
}

// Four pieces around a fifth:
//
//   ┌─────┬──┐
//   ├──┬──┤  │
//   │  ├──┴──┤
//   └──┴─────┘
void Cutter::cutPinwheel(size_t index) {
  Piece piece = pieces[index];
  Time begin = piece.live.begin, end = piece.live.end;
  if (end - begin < 3 || piece.size < 3)
    return cutStraight(index);
  Time left = begin + upTo(random, end - begin - 2);
  Time right = left + upTo(random, end - left - 1);
  Bytes bottom = upTo(random, piece.size - 2);
  Bytes top = bottom + upTo(random, piece.size - bottom - 1);
  pieces[index] = {{left, right}, top - bottom};
  pieces.push_back({{begin, left}, top});
  pieces.push_back({{begin, right}, piece.size - top});
  pieces.push_back({{right, end}, piece.size - bottom});
  pieces.push_back({{left, end}, bottom});
}

PackingProblem Cutter::cut(unsigned numBuffers, Cuts cuts) {
  // Pieces of one time and one byte cannot be cut: stop after some failures.
  for (unsigned tries = 0; pieces.size() < numBuffers && tries < 4 * numBuffers;
       ++tries) {
    // The larger of two, so that sizes differ but not without end.
    auto area = [&](size_t index) {
      const Piece &piece = pieces[index];
      return static_cast<double>(piece.live.end - piece.live.begin) *
             static_cast<double>(piece.size);
    };
    size_t index = random.below(pieces.size());
    size_t other = random.below(pieces.size());
    if (area(other) > area(index))
      index = other;
    if (cuts == Cuts::Pinwheel && pieces.size() + 4 <= numBuffers &&
        random.chance(60))
      cutPinwheel(index);
    else
      cutStraight(index);
  }
  PackingProblem problem;
  problem.name = "tight";
  for (const Piece &piece : pieces) {
    PackingBuffer &buffer = problem.buffers.emplace_back();
    buffer.live = piece.live;
    buffer.size = piece.size;
  }
  shuffle(random, problem.buffers);
  return problem;
}

PackingProblem memopt::generateTightPacking(uint64_t seed, unsigned numBuffers,
                                            unsigned horizon, Bytes height,
                                            Cuts cuts) {
  return Cutter(seed, {{0, static_cast<Time>(horizon)}, height})
      .cut(numBuffers, cuts);
}

PackingProblem memopt::generateFullPacking(uint64_t seed, unsigned numBuffers,
                                           unsigned horizon, Bytes height) {
  Random random(seed);
  PackingProblem problem;
  problem.name = "full";
  // Lifetimes that begin where room is left, each as long as chance and room
  // have it. Sizes are such that about `numBuffers` fill the rectangle.
  std::vector<Bytes> room(horizon, height);
  uint64_t maxLength = std::max(2u, horizon / 3);
  double area = static_cast<double>(horizon) * static_cast<double>(height);
  double meanLength = static_cast<double>(maxLength) / 3;
  auto maxSize = static_cast<Bytes>(2 * area / numBuffers / meanLength);
  maxSize = std::clamp<Bytes>(maxSize, 1, height);
  for (Time begin = 0; begin < horizon;) {
    if (room[begin] == 0) {
      ++begin;
      continue;
    }
    // When there are enough, fill what is left in pieces as large as can be.
    PackingBuffer &buffer = problem.buffers.emplace_back();
    buffer.size = room[begin];
    if (problem.buffers.size() < numBuffers)
      buffer.size = std::min(buffer.size, upTo(random, maxSize));
    Time longest = begin + upTo(random, maxLength);
    Time end = begin;
    for (; end < std::min<Time>(horizon, longest) && room[end] >= buffer.size;
         ++end)
      room[end] -= buffer.size;
    buffer.live = {begin, end};
  }
  shuffle(random, problem.buffers);
  return problem;
}

//===----------------------------------------------------------------------===//
// Training steps
//===----------------------------------------------------------------------===//

PackingProblem memopt::generateTrainingPacking(uint64_t seed,
                                               unsigned numBuffers) {
  constexpr unsigned kPerLayer = 6;
  Random random(seed);
  PackingProblem problem;
  problem.name = "training";
  Time layers = std::max<Time>(1, (numBuffers + kPerLayer - 1) / kPerLayer);
  Time last = 4 * layers;
  auto add = [&](Time begin, Time end, Bytes size) {
    if (problem.buffers.size() == numBuffers)
      return;
    PackingBuffer &buffer = problem.buffers.emplace_back();
    buffer.live = {begin, end};
    buffer.size = size;
  };
  constexpr Bytes kRow = 64;
  for (Time layer = 0; layer < layers; ++layer) {
    // A layer runs for two steps forwards, and two backwards. Later stages have
    // smaller activations and larger weights; sizes within a stage repeat.
    unsigned stage = static_cast<unsigned>(8 * layer / layers);
    Bytes activation = kRow * (Bytes(4096) >> stage) * upTo(random, 4);
    Bytes weight = kRow * (Bytes(8) << stage) * upTo(random, 6);
    Time forward = 2 * layer, backward = last - 2 * layer - 2;
    Time kept = random.chance(15) ? forward + upTo(random, 12) : backward + 2;
    add(forward, std::min(kept, last), activation);
    add(forward + 1, backward + 1, activation / upTo(random, 4));
    add(forward, forward + 1, activation * upTo(random, 3) / 2);
    add(backward, backward + upTo(random, 2), activation);
    add(backward, std::min(last, backward + upTo(random, 6)), activation / 2);
    add(backward + 1, last, weight);
  }
  llvm::stable_sort(problem.buffers,
                    [](const PackingBuffer &a, const PackingBuffer &b) {
                      return a.live.begin < b.live.begin;
                    });
  for (auto [index, buffer] : llvm::enumerate(problem.buffers))
    buffer.id = std::to_string(index);
  return problem;
}
