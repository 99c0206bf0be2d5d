//===- GenerateShapes.h - Families of plain shape ---------------*- C++ -*-===//
//
// Problems of one simple shape and any size, for measuring how the schedulers
// scale. Sizes of values are drawn from 1 to `maxUnits`.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_GENERATESHAPES_H
#define MEMOPT_MODEL_GENERATESHAPES_H

#include "memopt/Model/Graph.h"

#include <cstdint>

namespace memopt {

/// A chain: each op reads the value of the one before; the last one's is live
/// out.
Graph generateChain(uint64_t seed, unsigned numOps, unsigned maxUnits);

/// A random out-tree, the mirror of generateTree: each op but the first reads
/// one value, each value is read by one op, and an op that makes no value ends
/// a branch. Ops make up to four values. The input order is breadth first.
Graph generateOutTree(uint64_t seed, unsigned numOps, unsigned maxUnits);

/// Layers of `width` ops (the last one may have fewer). Each op reads one to
/// three values of the layer before. Values that nothing reads are live out in
/// the last layer and dead in the others.
Graph generateLayered(uint64_t seed, unsigned numOps, unsigned width,
                      unsigned maxUnits);

} // namespace memopt

#endif // MEMOPT_MODEL_GENERATESHAPES_H
