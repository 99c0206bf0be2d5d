//===- GeneratePacking.h - Seeded random packing problems -------*- C++ -*-===//
//
// Valid packing problems for tests, fuzzing and benchmarks: small ones with
// everything that a problem may contain, ones whose least height is known by
// construction, ones whose least height is often above the largest live sum,
// and large ones with the lifetimes of networks. The same seed gives the same
// problem on every machine.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_GENERATEPACKING_H
#define MEMOPT_MODEL_GENERATEPACKING_H

#include "memopt/Model/Packing.h"

#include <cstdint>

namespace memopt {

/// What random packing problems may contain. All chances are in percent.
struct RandomPackingOptions {
  unsigned numBuffers = 8;
  /// Lifetimes lie within the times from 0 to this; above 0.
  unsigned horizon = 12;
  /// The longest lifetime; above 0.
  unsigned maxLength = 8;
  /// Sizes are multiples of this.
  Bytes unit = 1;
  /// Sizes go up to this many units; small numbers give many equal sizes.
  unsigned maxUnits = 8;
  /// Chance that a size is zero.
  unsigned zeroSizes = 0;
  /// Chance that a lifetime is empty.
  unsigned emptyLives = 0;
  /// Chance that a buffer has a gap, and again a second.
  unsigned gaps = 0;
  /// Chance that a buffer has an alignment above 1, which is up to 8.
  unsigned alignments = 0;
  /// Chance that an alignment is no power of two.
  unsigned oddAlignments = 0;
  /// Chance that a buffer has a fixed offset.
  unsigned fixedOffsets = 0;
  /// Chance that a buffer has a limit on its end. No packing may exist then.
  unsigned endLimits = 0;
  /// Chance, for each buffer, of a pair with an earlier one of the same size
  /// that must be together.
  unsigned together = 0;
  /// Chance, for each buffer, of a pair with an earlier one that must be apart.
  unsigned apart = 0;
};

/// Random lifetimes. Each fixed offset and each pair costs one check of the
/// whole problem: ask for them in problems of some hundred buffers only.
PackingProblem generateRandomPacking(uint64_t seed,
                                     const RandomPackingOptions &options);

/// How a rectangle is cut into buffers.
enum class Cuts : uint8_t {
  /// By straight cuts through whole pieces.
  Guillotine,
  /// By these and by pinwheels of five pieces, which no straight cut divides.
  Pinwheel,
};

/// A rectangle of `height` bytes and `horizon` times, cut into `numBuffers`
/// buffers or a few less, in random order. The least height is `height`: all of
/// the rectangle is used, so the live sum is `height` at all times.
PackingProblem generateTightPacking(uint64_t seed, unsigned numBuffers,
                                    unsigned horizon, Bytes height, Cuts cuts);

/// About `numBuffers` random lifetimes, at most `horizon` more, with a live sum
/// of `height` at all times. Nothing says that they fit without a hole: the
/// least height is often above the live sum.
PackingProblem generateFullPacking(uint64_t seed, unsigned numBuffers,
                                   unsigned horizon, Bytes height);

/// The buffers of a training step: activations from a layer's forward step to
/// its backward step, workspace of single steps, gradients of activations, and
/// gradients of weights that live to the end. Exactly `numBuffers` buffers, in
/// the order of their begin.
PackingProblem generateTrainingPacking(uint64_t seed, unsigned numBuffers);

} // namespace memopt

#endif // MEMOPT_MODEL_GENERATEPACKING_H
