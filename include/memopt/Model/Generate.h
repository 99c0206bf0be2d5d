//===- Generate.h - Seeded random problems ----------------------*- C++ -*-===//
//
// Valid scheduling problems for tests, fuzzing and benchmarks. The same seed
// gives the same problem on every machine, and neighbouring seeds give
// unrelated ones.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_GENERATE_H
#define MEMOPT_MODEL_GENERATE_H

#include "memopt/Model/Graph.h"

#include <cstdint>

namespace memopt {

/// A small generator of random numbers (SplitMix64: Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
class Random {
public:
  /// Seeds are scrambled, so that 0, 1, 2, ... are well separated.
  explicit Random(uint64_t seed);

  /// The next 64 random bits.
  uint64_t next();
  /// A number in [0, bound); `bound` is not 0.
  uint64_t below(uint64_t bound);
  /// True in `percent` of 100 cases.
  bool chance(unsigned percent);

private:
  uint64_t state;
};

/// What random graphs may contain besides ops, edges and sizes.
struct RandomGraphOptions {
  /// Number of ops.
  unsigned numOps = 8;
  /// How many of the latest values an op picks its inputs from; 0 is all. Small
  /// windows give long, narrow graphs.
  unsigned window = 0;
  /// Most inputs that an op has.
  unsigned maxInputs = 3;
  /// Sizes are multiples of this.
  Bytes unit = 1;
  /// Sizes go up to this many units; small numbers give many equal sizes.
  unsigned maxUnits = 12;
  /// Chance in percent that a size is zero.
  unsigned zeroSizes = 8;
  /// Chance in percent that an op has a second output, and again a third.
  unsigned moreOutputs = 20;
  /// Chance in percent that an op takes no inputs though it could.
  unsigned sources = 15;
  /// Chance in percent that a value which nothing reads is live out; otherwise
  /// it is dead.
  unsigned liveOutLeaves = 50;
  /// Chance in percent that a value which something reads is live out as well.
  unsigned liveOutOthers = 5;
  /// Chance in percent, for each op, of an ordering-only edge into it.
  unsigned afterEdges = 10;
  /// Chance in percent that an op has workspace.
  unsigned workspace = 10;
  /// Chance in percent that an op may overwrite an input.
  unsigned inPlace = 15;
  /// Most buffers that are live at entry.
  unsigned maxEntryBuffers = 2;
};

/// A random directed acyclic graph.
Graph generateRandomGraph(uint64_t seed, const RandomGraphOptions &options);

/// A random in-tree: each op makes one value, which one op reads, but for the
/// last op's, which is live out.
Graph generateTree(uint64_t seed, unsigned numOps, unsigned maxUnits);

/// The "wide" family: `branches` branches of a big product and a row reduction
/// of it, joined pairwise by additions until one value is left, which a last op
/// scales. There are 3 * branches ops; the input order runs all products first.
Graph generateWide(unsigned branches);

} // namespace memopt

#endif // MEMOPT_MODEL_GENERATE_H
