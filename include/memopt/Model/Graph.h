//===- Graph.h - The ops and buffers of one block ---------------*- C++ -*-===//
//
// The scheduling problem, free of IR. Ops and buffers are dense indices. A
// buffer is made by one op (or is there at entry), is read by others, and its
// bytes are live from its producer's step to the end of its last reader's step.
//
//   op 0 ──► buffer 0 ──► op 1 ──► buffer 1 ──► (live out)
//               └───────► op 2        ▲
//                           └─ after ─┘   ordering only, carries no bytes
//
// Live bytes around the step of op v, when the set S was executed before it:
//
//   before(v) = sum of the bytes of the buffers that are live after S
//   during(v) = before(v) + bytes of v's outputs + workspace(v)
//               - bytes of the inputs that v's outputs take over in place
//   after(v)  = live after S + {v}
//
// The peak of an order is the maximum of during(v) over its steps, and never
// less than the bytes that are live at entry. This is the one memory model of
// docs/memory-model.md.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_GRAPH_H
#define MEMOPT_MODEL_GRAPH_H

#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace memopt {

using OpId = uint32_t;
using BufferId = uint32_t;
/// A count of bytes. Signed, so that differences are plain subtractions;
/// checkGraph refuses problems whose total passes the range.
using Bytes = int64_t;

/// The producer of a buffer that is live when the block is entered.
inline constexpr OpId kNoOp = std::numeric_limits<OpId>::max();

/// Storage that the block needs for some of its steps.
struct Buffer {
  /// Size in bytes, not negative.
  Bytes bytes = 0;
  /// The op whose step makes the buffer, or kNoOp when it is live at entry.
  OpId producer = kNoOp;
  /// The distinct ops that read the buffer, in increasing order, without the
  /// producer. A buffer nobody reads dies at the end of its producer's step; if
  /// it is there at entry, before the first step.
  llvm::SmallVector<OpId, 2> readers;
  /// Live to the end of the block whatever its readers do.
  bool liveOut = false;
  /// The identifier that problem files and reports use.
  int64_t externalId = 0;
};

/// Permission for an output to take over the storage of an input of the same
/// op and of the same size, if that input dies in the op's step.
struct InPlacePair {
  BufferId output;
  BufferId input;
};

/// One op of the block.
struct Op {
  /// The distinct buffers read, in the order of first mention.
  llvm::SmallVector<BufferId, 3> inputs;
  /// The buffers made.
  llvm::SmallVector<BufferId, 1> outputs;
  /// Ops that must come earlier though no buffer says so, distinct and in
  /// increasing order.
  llvm::SmallVector<OpId, 0> after;
  /// At most one pair for each output and for each input.
  llvm::SmallVector<InPlacePair, 0> inPlace;
  /// Further bytes live during the step only: the peak inside the op's regions
  /// or its callee. Not negative.
  Bytes workspace = 0;
  /// The identifier that problem files and reports use.
  int64_t externalId = 0;
};

/// A scheduling problem. Ops are numbered in input order, which is itself a
/// valid order (checkGraph sees to that).
struct Graph {
  std::string name;
  std::vector<Op> ops;
  std::vector<Buffer> buffers;
  /// The kind of each op ("matmul"), for people; empty or one per op.
  std::vector<std::string> opNames;

  OpId numOps() const { return static_cast<OpId>(ops.size()); }
  BufferId numBuffers() const { return static_cast<BufferId>(buffers.size()); }

  /// Adds an op at the end of the input order.
  OpId addOp(Bytes workspace = 0);
  /// Adds a buffer made by `producer` (kNoOp: live at entry) and lists it among
  /// the producer's outputs.
  BufferId addBuffer(Bytes bytes, OpId producer, bool liveOut = false);
  /// Notes that `op` reads `buffer`. A second mention, and a read by the
  /// producer itself, change nothing.
  void addRead(OpId op, BufferId buffer);
  /// Orders `op` after `before`. A second mention changes nothing.
  void addAfter(OpId op, OpId before);
};

} // namespace memopt

#endif // MEMOPT_MODEL_GRAPH_H
