//===- Families.cpp - Graphs that are generated ---------------------------===//

#include "Families.h"

#include "memopt/Model/Generate.h"
#include "memopt/Model/GenerateShapes.h"
#include "memopt/Model/GenerateTraining.h"
#include "memopt/Model/GenerateWiring.h"

using namespace memopt;
using namespace memopt::bench;

/// Sizes of values in the plain shapes: many different ones.
static constexpr unsigned kMaxUnits = 1000;

static Graph makeChain(unsigned numOps) {
  return generateChain(0, numOps, kMaxUnits);
}

static Graph makeInTree(unsigned numOps) {
  return generateTree(0, numOps, kMaxUnits);
}

static Graph makeOutTree(unsigned numOps) {
  return generateOutTree(0, numOps, kMaxUnits);
}

static Graph makeLayered(unsigned numOps) {
  return generateLayered(0, numOps, /*width=*/8, kMaxUnits);
}

/// A training step with as many layers as come nearest to `numOps` from below,
/// one at least.
static Graph makeTraining(TrainingOptions options, unsigned numOps) {
  options.layers = 1;
  unsigned one = generateTraining(options).numOps();
  options.layers = 2;
  unsigned each = generateTraining(options).numOps() - one;
  options.layers = numOps < one ? 1 : 1 + (numOps - one) / each;
  return generateTraining(options);
}

static Graph makeTrainingSgd(unsigned numOps) {
  return makeTraining(TrainingOptions(), numOps);
}

static Graph makeTrainingAdam(unsigned numOps) {
  TrainingOptions options;
  options.optimizer = OptimizerKind::AdamFunctional;
  return makeTraining(options, numOps);
}

static Graph makeAccumulation(unsigned numOps) {
  TrainingOptions options;
  options.optimizer = OptimizerKind::AdamFunctional;
  options.microBatches = 4;
  return makeTraining(options, numOps);
}

static Graph makeWiring(unsigned numOps) {
  WiringOptions options;
  options.numNodes = numOps - 1;
  return generateWiring(0, options);
}

llvm::ArrayRef<Family> memopt::bench::allFamilies() {
  static constexpr Family families[] = {
      {"chain", "each op reads the one before", makeChain},
      {"in-tree", "random in-trees", makeInTree},
      {"out-tree", "random out-trees", makeOutTree},
      {"layered", "layers of 8 ops, random reads", makeLayered},
      {"training-sgd", "transformer training steps, SGD in place",
       makeTrainingSgd},
      {"training-adam", "transformer training steps, functional Adam",
       makeTrainingAdam},
      {"accumulation", "the same over 4 micro-batches", makeAccumulation},
      {"wiring", "random wirings WS(4, 0.75)", makeWiring},
  };
  return families;
}

GraphSource memopt::bench::fromFamily(const Family &family, unsigned numOps) {
  std::string name = (family.name + "-" + llvm::Twine(numOps)).str();
  auto make = [makeGraph = family.make, numOps]() -> llvm::Expected<Graph> {
    return makeGraph(numOps);
  };
  return {name, name, make};
}

std::vector<GraphSource>
memopt::bench::randomWirings(llvm::ArrayRef<unsigned> nodes, unsigned seeds) {
  std::vector<GraphSource> sources;
  for (unsigned count : nodes)
    for (unsigned seed = 0; seed < seeds; ++seed) {
      std::string name =
          ("ws" + llvm::Twine(count) + "-s" + llvm::Twine(seed)).str();
      auto make = [count, seed]() -> llvm::Expected<Graph> {
        WiringOptions options;
        options.numNodes = count;
        return generateWiring(seed, options);
      };
      sources.push_back({name, name, make});
    }
  return sources;
}
