//===- Facts.h - What a run found out, as plain data ------------*- C++ -*-===//
//
// The facts of one run, gathered by the passes and written out by the writers
// of Report.h. Holds no IR: names, types and locations are strings.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_REPORT_FACTS_H
#define MEMOPT_REPORT_FACTS_H

#include "memopt/Model/Packing.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace memopt {

/// A buffer that is alive at the peak.
struct LiveBufferFact {
  /// The SSA name, as the printed IR has it.
  std::string value;
  std::string type;
  /// Nothing when the size is not known.
  std::optional<Bytes> bytes;
  /// Op name and line of the op that makes the buffer, or what else does.
  std::string madeBy;
  /// The same of the op that reads it last, or why it lives on.
  std::string lastReadBy;
};

/// What scheduling did to one block.
struct BlockFact {
  size_t numOps = 0;
  Bytes peakBefore = 0;
  Bytes peak = 0;
  Bytes lowerBound = 0;
  /// "optimal", "feasible", "limit-reached" or "unchanged".
  std::string status;
  uint64_t steps = 0;
  std::string location;
};

/// What scheduling did to a function.
struct ScheduleFacts {
  Bytes peakBefore = 0;
  /// No order of the function's blocks has a peak below this.
  Bytes lowerBound = 0;
  std::string status;
  /// Every block that holds buffers, innermost first.
  std::vector<BlockFact> blocks;
};

/// What sharing did to a function.
struct SharingFacts {
  /// memref.alloc and memref.alloca ops.
  size_t allocationsBefore = 0;
  size_t allocations = 0;
  /// The sum of their sizes, as far as known.
  Bytes bytesBefore = 0;
  Bytes bytes = 0;
  Bytes peakBefore = 0;
  /// Results that are written over an input.
  size_t inPlace = 0;
  /// Allocations that were left alone since they cannot be followed.
  size_t leftAlone = 0;
};

/// A buffer that has its place in an arena: an allocation, the arena of a
/// callee, or the slices of a parallel loop's iterations.
struct ArenaBufferFact {
  /// The SSA name, or the name of the op.
  std::string value;
  std::string type;
  std::string location;
  Bytes offset = 0;
  Bytes size = 0;
  Bytes alignment = 1;
  /// The steps at which it is needed, half-open.
  std::vector<std::pair<int64_t, int64_t>> live;
};

/// One arena.
struct ArenaFact {
  std::string memorySpace;
  /// The parallel loop of whose iterations each has one, and how many there
  /// are; empty for the function's own.
  std::string loop;
  int64_t workers = 1;
  Bytes height = 0;
  /// No arena for these buffers has a height below this.
  Bytes lowerBound = 0;
  /// "optimal", "feasible" or "limit-reached".
  std::string status;
  uint64_t steps = 0;
  Bytes alignment = 1;
  /// By how much it is higher than one found for the same buffers without
  /// alignment.
  Bytes alignmentWaste = 0;
  /// The sum of the buffers' sizes.
  Bytes bufferBytes = 0;
  /// Results that are written over an input.
  size_t inPlace = 0;
  std::vector<ArenaBufferFact> buffers;
  /// What was packed, with the buffers in the same order.
  PackingProblem problem;

  std::vector<Bytes> offsets() const {
    std::vector<Bytes> all;
    all.reserve(buffers.size());
    for (const ArenaBufferFact &buffer : buffers)
      all.push_back(buffer.offset);
    return all;
  }
};

/// An allocation that is in no arena.
struct LeftOutFact {
  std::string value;
  std::string type;
  std::string location;
  std::string reason;
};

/// What planning an arena did to a function.
struct ArenaFacts {
  /// "allocate", "argument" or "global".
  std::string mode;
  std::vector<ArenaFact> arenas;
  std::vector<LeftOutFact> leftOut;
};

/// The facts of one function.
struct FunctionFacts {
  std::string name;
  std::string location;
  /// False for a declaration: nothing else is known then.
  bool hasBody = true;
  /// Bytes allocated by the function at its worst moment.
  Bytes peak = 0;
  /// Buffers whose size is not known. When there are any, or `notes` tells of
  /// an unknown callee, `peak` is "at least".
  size_t unknownBuffers = 0;
  size_t unknownCalls = 0;
  Bytes argumentBytes = 0;
  Bytes constantBytes = 0;
  Bytes resultBytes = 0;
  /// The peak if nothing were ever freed.
  Bytes noFree = 0;
  /// The op at which the peak is reached, and where that op stands.
  std::string peakOp;
  std::string peakLocation;
  /// Alive at the peak, biggest first.
  std::vector<LiveBufferFact> liveAtPeak;
  /// Live bytes during each step of the block that reaches the peak.
  std::vector<Bytes> curve;
  std::optional<ScheduleFacts> schedule;
  std::optional<SharingFacts> sharing;
  std::optional<ArenaFacts> arena;
  /// Further facts in whole sentences: assumptions, and what is unknown.
  std::vector<std::string> notes;

  bool isLowerLimit() const { return unknownBuffers + unknownCalls != 0; }
};

} // namespace memopt

#endif // MEMOPT_REPORT_FACTS_H
