//===- PackingSource.cpp - Where packing problems come from ---------------===//

#include "PackingSource.h"

#include "Files.h"

#include "memopt/Model/Generate.h"
#include "memopt/Model/GeneratePacking.h"
#include "memopt/Model/PackingText.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <numeric>

using namespace memopt;
using namespace memopt::bench;

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

static llvm::Expected<PackingProblem> readFile(llvm::StringRef file) {
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (std::error_code code = buffer.getError())
    return llvm::createStringError(code.message());
  return readPacking((*buffer)->getBuffer());
}

llvm::Expected<std::vector<PackingSource>>
memopt::bench::packingsFromFiles(llvm::ArrayRef<std::string> paths) {
  llvm::Expected<std::vector<std::string>> files = listFiles(paths, ".csv");
  if (!files)
    return files.takeError();
  std::vector<PackingSource> sources;
  sources.reserve(files->size());
  for (const std::string &file : *files)
    sources.push_back({llvm::sys::path::stem(file).str(), file,
                       [file] { return readFile(file); }});
  return sources;
}

static void shuffle(PackingProblem &problem, uint64_t seed) {
  Random random(seed);
  std::vector<uint32_t> places(problem.numBuffers());
  std::iota(places.begin(), places.end(), 0u);
  for (size_t i = places.size(); i > 1; --i)
    std::swap(places[i - 1], places[random.below(i)]);
  std::vector<PackingBuffer> buffers(problem.numBuffers());
  for (uint32_t index = 0; index < places.size(); ++index)
    buffers[places[index]] = std::move(problem.buffers[index]);
  problem.buffers = std::move(buffers);
  for (auto *pairs : {&problem.together, &problem.apart})
    for (PackingPair &pair : *pairs)
      pair = {places[pair.first], places[pair.second]};
}

PackingSource memopt::bench::shuffled(const PackingSource &source,
                                      uint64_t seed) {
  if (seed == 0)
    return source;
  auto make = [make = source.make, seed]() -> llvm::Expected<PackingProblem> {
    llvm::Expected<PackingProblem> problem = make();
    if (problem)
      shuffle(*problem, seed);
    return problem;
  };
  return {source.name, source.origin, make};
}

//===----------------------------------------------------------------------===//
// Families
//===----------------------------------------------------------------------===//

/// So many heights that hardly any two sizes are equal.
static constexpr Bytes kHeight = Bytes(1) << 30;

static PackingProblem makeRandom(unsigned numBuffers, unsigned maxLength) {
  RandomPackingOptions options;
  options.numBuffers = options.horizon = numBuffers;
  options.maxLength = std::max(1u, maxLength);
  options.maxUnits = 1 << 20;
  return generateRandomPacking(0, options);
}

static PackingProblem makeDense(unsigned numBuffers) {
  return makeRandom(numBuffers, numBuffers / 8);
}

static PackingProblem makeShort(unsigned numBuffers) {
  return makeRandom(numBuffers, 64);
}

static PackingProblem makeTraining(unsigned numBuffers) {
  return generateTrainingPacking(0, numBuffers);
}

static PackingProblem makeGuillotine(unsigned numBuffers) {
  return generateTightPacking(0, numBuffers, numBuffers, kHeight,
                              Cuts::Guillotine);
}

static PackingProblem makePinwheel(unsigned numBuffers) {
  return generateTightPacking(0, numBuffers, numBuffers, kHeight,
                              Cuts::Pinwheel);
}

static PackingProblem makeFull(unsigned numBuffers) {
  return generateFullPacking(0, numBuffers, std::max(16u, numBuffers / 16),
                             kHeight);
}

llvm::ArrayRef<PackingFamily> memopt::bench::allPackingFamilies() {
  static constexpr PackingFamily families[] = {
      {"dense", "random lifetimes of up to an eighth of the time", makeDense},
      {"short", "random lifetimes of up to 64 times", makeShort},
      {"training", "training steps", makeTraining},
      {"guillotine", "rectangles cut straight", makeGuillotine},
      {"pinwheel", "rectangles cut into pinwheels", makePinwheel},
      {"full", "random lifetimes, live sums equal at all times", makeFull},
  };
  return families;
}

PackingSource memopt::bench::fromFamily(const PackingFamily &family,
                                        unsigned numBuffers) {
  std::string name = (family.name + "-" + llvm::Twine(numBuffers)).str();
  auto make = [makeProblem = family.make,
               numBuffers]() -> llvm::Expected<PackingProblem> {
    return makeProblem(numBuffers);
  };
  return {name, name, make};
}
