//===- ColoringProfile.cpp - Held bytes, step by step ---------------------===//

#include "ColoringProfile.h"

#include <algorithm>
#include <limits>

namespace memopt {

/// Less than any sum, and far from overflow.
constexpr Bytes kNothing = std::numeric_limits<Bytes>::min() / 4;

BytesProfile::BytesProfile(Step numSteps) : numSteps(numSteps) {
  size_t leaves = 1;
  while (leaves < numSteps)
    leaves *= 2;
  nodes.resize(2 * leaves);
}

void BytesProfile::add(StepRange range, Bytes bytes) {
  if (range.begin < range.end && bytes != 0)
    add(1, {0, static_cast<Step>(nodes.size() / 2)}, range, bytes);
}

Bytes BytesProfile::maximum(StepRange range) const {
  if (range.begin >= range.end)
    return 0;
  return maximum(1, {0, static_cast<Step>(nodes.size() / 2)}, range);
}

// The recursions go as deep as the tree: the logarithm of the steps.

void BytesProfile::add(size_t node, StepRange nodeRange, StepRange range,
                       Bytes bytes) {
  if (!nodeRange.overlaps(range))
    return;
  if (range.contains(nodeRange)) {
    nodes[node].most += bytes;
    nodes[node].all += bytes;
    return;
  }
  Step middle = nodeRange.begin + (nodeRange.end - nodeRange.begin) / 2;
  add(2 * node, {nodeRange.begin, middle}, range, bytes);
  add(2 * node + 1, {middle, nodeRange.end}, range, bytes);
  nodes[node].most = nodes[node].all +
                     std::max(nodes[2 * node].most, nodes[2 * node + 1].most);
}

Bytes BytesProfile::maximum(size_t node, StepRange nodeRange,
                            StepRange range) const {
  if (!nodeRange.overlaps(range))
    return kNothing;
  if (range.contains(nodeRange))
    return nodes[node].most;
  Step middle = nodeRange.begin + (nodeRange.end - nodeRange.begin) / 2;
  return nodes[node].all +
         std::max(maximum(2 * node, {nodeRange.begin, middle}, range),
                  maximum(2 * node + 1, {middle, nodeRange.end}, range));
}

void UnknownParts::add(StepRange range, bool sizeKnown, bool endKnown) {
  if (range.begin >= range.end)
    return;
  begins.push_back(range.begin);
  ends.push_back(range.end);
  // Differences first; finish() sums them up.
  if (!sizeKnown || !endKnown) {
    ++unknown[range.begin];
    --unknown[range.end];
  }
  if (!endKnown) {
    ++unknownEnd[range.begin];
    --unknownEnd[range.end];
  }
}

void UnknownParts::finish() {
  std::sort(begins.begin(), begins.end());
  std::sort(ends.begin(), ends.end());
  // From differences to: how many of the steps before this one hold something.
  for (std::vector<unsigned> *sums : {&unknown, &unknownEnd}) {
    unsigned held = 0, steps = 0;
    for (unsigned &entry : *sums) {
      held += entry;
      entry = steps;
      steps += held != 0;
    }
  }
}

bool UnknownParts::anyIn(StepRange range) const { return any(unknown, range); }

bool UnknownParts::isCovered(StepRange gap) const {
  // From the last step before the gap nothing new is held until the first that
  // begins in the gap; from the last end in it nothing more goes until after
  // it. Every step is on one side if that end does not come after that begin.
  auto begin = std::lower_bound(begins.begin(), begins.end(), gap.begin);
  bool noneBegins = begin == begins.end() || *begin >= gap.end;
  if (noneBegins)
    return true;
  if (any(unknownEnd, gap))
    return false;
  auto end = std::upper_bound(ends.begin(), ends.end(), gap.end);
  bool noneEnds = end == ends.begin() || *std::prev(end) <= gap.begin;
  return noneEnds || *std::prev(end) <= *begin;
}

} // namespace memopt
