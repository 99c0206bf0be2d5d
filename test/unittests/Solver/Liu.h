//===- Liu.h - The least peak of trees --------------------------*- C++ -*-===//
//
// Liu's algorithm orders an in-tree optimally: the order of each subtree is cut
// into segments at its hills and valleys, and the segments of the children are
// merged by descending hill minus valley. J. W. H. Liu, "An application of
// generalized tree pebbling to sparse matrix factorization", 1987.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_UNITTESTS_SOLVER_LIU_H
#define MEMOPT_UNITTESTS_SOLVER_LIU_H

#include "memopt/Model/Graph.h"

#include <algorithm>

namespace memopt {

/// A stretch of an order: the most live bytes in it, and what is live at its
/// end, both counted from the start of the subtree's order.
struct LiuSegment {
  Bytes hill;
  Bytes valley;
};

/// Cuts a profile of (hill, valley) pairs into the segments of Liu's normal
/// form: the last highest hill, then the last lowest valley after it, and so
/// on.
inline std::vector<LiuSegment>
normalise(const std::vector<LiuSegment> &profile) {
  std::vector<LiuSegment> result;
  size_t begin = 0;
  while (begin < profile.size()) {
    size_t hill = begin;
    for (size_t i = begin; i < profile.size(); ++i)
      if (profile[i].hill >= profile[hill].hill)
        hill = i;
    size_t valley = hill;
    for (size_t i = hill; i < profile.size(); ++i)
      if (profile[i].valley <= profile[valley].valley)
        valley = i;
    result.push_back({profile[hill].hill, profile[valley].valley});
    begin = valley + 1;
  }
  return result;
}

/// The least peak of a tree in which each op makes one value, for one reader;
/// the last op is the root.
inline Bytes liuPeak(const Graph &graph) {
  std::vector<std::vector<LiuSegment>> segments(graph.numOps());
  for (OpId op = 0; op < graph.numOps(); ++op) {
    // Segments of all children as differences, to be merged. A child's are in
    // descending order already, and stay in theirs.
    std::vector<std::pair<Bytes, size_t>> rank;
    std::vector<LiuSegment> segmentsOfChildren;
    Bytes inputs = 0;
    for (BufferId input : graph.ops[op].inputs) {
      Bytes base = 0;
      for (LiuSegment segment : segments[graph.buffers[input].producer]) {
        rank.push_back({segment.valley - segment.hill, rank.size()});
        segmentsOfChildren.push_back(
            {segment.hill - base, segment.valley - base});
        base = segment.valley;
      }
      inputs += graph.buffers[input].bytes;
    }
    std::sort(rank.begin(), rank.end());
    std::vector<LiuSegment> merged;
    merged.reserve(rank.size());
    for (auto [fall, index] : rank)
      merged.push_back(segmentsOfChildren[index]);
    std::vector<LiuSegment> profile;
    Bytes base = 0;
    for (LiuSegment segment : merged) {
      profile.push_back({base + segment.hill, base + segment.valley});
      base += segment.valley;
    }
    Bytes output = graph.buffers[graph.ops[op].outputs[0]].bytes;
    profile.push_back({inputs + output, output});
    segments[op] = normalise(profile);
  }
  Bytes peak = 0;
  for (LiuSegment segment : segments.back())
    peak = std::max(peak, segment.hill);
  return peak;
}

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_LIU_H
