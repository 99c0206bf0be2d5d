//===- Packing.cpp - Buffers to place in one arena ------------------------===//

#include "memopt/Model/Packing.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace memopt {

llvm::SmallVector<TimeRange, 1> activeRanges(const PackingBuffer &buffer) {
  llvm::SmallVector<TimeRange, 1> ranges;
  Time begin = buffer.live.begin;
  for (const TimeRange &gap : buffer.gaps) {
    if (begin < gap.begin)
      ranges.push_back({begin, gap.begin});
    begin = gap.end;
  }
  if (begin < buffer.live.end)
    ranges.push_back({begin, buffer.live.end});
  return ranges;
}

Bytes heightOf(const PackingProblem &problem, llvm::ArrayRef<Bytes> offsets) {
  Bytes height = 0;
  for (auto [buffer, offset] : llvm::zip_equal(problem.buffers, offsets))
    if (buffer.size > 0 && !activeRanges(buffer).empty())
      height = std::max(height, offset + buffer.size);
  return height;
}

} // namespace memopt
