//===- CheckPacking.cpp - Is this a packing problem, is this a packing? ---===//
//
// Overlaps are found by sweeping over time with the active buffers ordered by
// offset: a buffer that begins must be clear of its neighbours. O(n log n).
//
//===----------------------------------------------------------------------===//

#include "memopt/Model/Check.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

using namespace memopt;

static Violation violation(ViolationKind kind, uint32_t buffer,
                           const llvm::Twine &message) {
  return Violation{kind, buffer, message.str()};
}

static std::string nameOf(const PackingProblem &problem, uint32_t index) {
  return "buffer '" + problem.buffers[index].id + "'";
}

/// The offset of a buffer that has none yet.
static constexpr Bytes kNowhere = -1;

static bool takesRoom(const PackingBuffer &buffer) {
  return buffer.size > 0 && !activeRanges(buffer).empty();
}

namespace {

/// Finds the class of each buffer under the pairs that are together.
class Classes {
public:
  explicit Classes(const PackingProblem &problem)
      : parents(problem.numBuffers()) {
    std::iota(parents.begin(), parents.end(), 0u);
    for (PackingPair pair : problem.together)
      parents[find(pair.first)] = find(pair.second);
  }

  uint32_t find(uint32_t buffer) {
    while (parents[buffer] != buffer) {
      parents[buffer] = parents[parents[buffer]];
      buffer = parents[buffer];
    }
    return buffer;
  }

private:
  std::vector<uint32_t> parents;
};

} // namespace

//===----------------------------------------------------------------------===//
// Problems
//===----------------------------------------------------------------------===//

static std::optional<Violation> checkTimes(const PackingProblem &problem,
                                           uint32_t index) {
  const PackingBuffer &buffer = problem.buffers[index];
  if (buffer.live.begin > buffer.live.end)
    return violation(
        ViolationKind::BadLifetime, index,
        nameOf(problem, index) + " ends at " + llvm::Twine(buffer.live.end) +
            ", before it begins at " + llvm::Twine(buffer.live.begin));
  Time last = buffer.live.begin;
  for (const TimeRange &gap : buffer.gaps) {
    if (gap.empty() || gap.begin < last || gap.end > buffer.live.end)
      return violation(ViolationKind::BadLifetime, index,
                       nameOf(problem, index) + " has the gap " +
                           llvm::Twine(gap.begin) + "-" + llvm::Twine(gap.end) +
                           ", which is empty, out of order, or not within its "
                           "lifetime");
    last = gap.end;
  }
  return std::nullopt;
}

static std::optional<Violation> checkPlace(const PackingProblem &problem,
                                           uint32_t index) {
  const PackingBuffer &buffer = problem.buffers[index];
  if (buffer.size < 0)
    return violation(ViolationKind::NegativeSize, index,
                     nameOf(problem, index) + " has the negative size " +
                         llvm::Twine(buffer.size));
  if (buffer.alignment < 1)
    return violation(ViolationKind::BadAlignment, index,
                     nameOf(problem, index) + " has the alignment " +
                         llvm::Twine(buffer.alignment) +
                         "; it must be at least 1");
  if (buffer.endLimit && *buffer.endLimit < buffer.size)
    return violation(ViolationKind::BadOffset, index,
                     nameOf(problem, index) +
                         " is larger than what it must "
                         "end below, " +
                         llvm::Twine(*buffer.endLimit));
  if (!buffer.fixedOffset)
    return std::nullopt;
  Bytes end;
  if (*buffer.fixedOffset < 0 || *buffer.fixedOffset % buffer.alignment != 0 ||
      llvm::AddOverflow(*buffer.fixedOffset, buffer.size, end) ||
      (buffer.endLimit && end > *buffer.endLimit))
    return violation(ViolationKind::BadOffset, index,
                     nameOf(problem, index) + " has the fixed offset " +
                         llvm::Twine(*buffer.fixedOffset) +
                         ", which is negative, too large, or breaks its "
                         "alignment");
  return std::nullopt;
}

static std::optional<Violation> checkIndices(const PackingProblem &problem) {
  for (llvm::ArrayRef<PackingPair> pairs :
       {llvm::ArrayRef(problem.together), llvm::ArrayRef(problem.apart)})
    for (PackingPair pair : pairs)
      if (pair.first >= problem.numBuffers() ||
          pair.second >= problem.numBuffers() || pair.first == pair.second)
        return violation(ViolationKind::BadIndex, kNoOp,
                         "a pair does not join two of the buffers");
  return std::nullopt;
}

namespace {

/// What the buffers of a class need of their offset.
struct Needs {
  Bytes alignment = 1;
  /// The fixed offset and the lowest limit on the end, and whose they are.
  Bytes offset = kNowhere;
  Bytes end = std::numeric_limits<Bytes>::max();
  uint32_t fixed = kNoOp;
  uint32_t limit = kNoOp;
};

} // namespace

/// What a class needs must be possible at once. Gives `needs` one entry for
/// each class, at its leader.
static std::optional<Violation> checkClasses(const PackingProblem &problem,
                                             Classes &classes,
                                             std::vector<Needs> &needs) {
  needs.resize(problem.buffers.size());
  auto clash = [&](uint32_t a, uint32_t b, const llvm::Twine &what) {
    return violation(ViolationKind::BadPair, a,
                     nameOf(problem, a) + " and " + nameOf(problem, b) +
                         " must be together, but " + what);
  };
  for (uint32_t index = 0; index < problem.numBuffers(); ++index) {
    const PackingBuffer &buffer = problem.buffers[index];
    uint32_t leader = classes.find(index);
    Needs &common = needs[leader];
    if (buffer.size != problem.buffers[leader].size)
      return clash(index, leader, "their sizes differ");
    Bytes multiple;
    if (llvm::MulOverflow(common.alignment /
                              std::gcd(common.alignment, buffer.alignment),
                          buffer.alignment, multiple))
      return violation(ViolationKind::BadAlignment, index,
                       nameOf(problem, index) +
                           " must be together with buffers with which it has "
                           "no common alignment below 2^63");
    common.alignment = multiple;
    if (buffer.endLimit && *buffer.endLimit < common.end) {
      common.end = *buffer.endLimit;
      common.limit = index;
    }
    if (!buffer.fixedOffset)
      continue;
    if (common.fixed != kNoOp && common.offset != *buffer.fixedOffset)
      return clash(index, common.fixed, "their fixed offsets differ");
    common.offset = *buffer.fixedOffset;
    common.fixed = index;
  }
  for (uint32_t index = 0; index < problem.numBuffers(); ++index) {
    const Needs &common = needs[classes.find(index)];
    if (common.fixed == kNoOp)
      continue;
    if (common.offset % problem.buffers[index].alignment != 0)
      return clash(index, common.fixed,
                   "the fixed offset of one breaks the alignment of the other");
    if (common.offset + problem.buffers[index].size > common.end)
      return clash(common.limit, common.fixed,
                   "the fixed offset of one breaks the end limit of the other");
  }
  return std::nullopt;
}

/// The largest end that placing buffer upon buffer could reach must fit, and
/// leave the largest number free to mean "none".
static std::optional<Violation> checkTotal(const PackingProblem &problem,
                                           llvm::ArrayRef<Needs> needs) {
  Bytes total = 0;
  for (const PackingBuffer &buffer : problem.buffers)
    total = std::max(total, buffer.fixedOffset.value_or(0));
  for (uint32_t index = 0; index < problem.numBuffers(); ++index)
    if (llvm::AddOverflow(total, problem.buffers[index].size, total) ||
        llvm::AddOverflow(total, needs[index].alignment - 1, total) ||
        total == std::numeric_limits<Bytes>::max())
      return violation(ViolationKind::SizeOverflow, index,
                       "the sizes up to " + nameOf(problem, index) +
                           " add up to more than 2^63 - 2 bytes");
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Overlaps
//===----------------------------------------------------------------------===//

/// The first two of `chosen` that are active at the same time and overlap at
/// `offsets`, though they are not together.
static std::optional<PackingPair> findOverlap(const PackingProblem &problem,
                                              llvm::ArrayRef<uint32_t> chosen,
                                              llvm::ArrayRef<Bytes> offsets,
                                              Classes &classes) {
  struct Event {
    Time time;
    bool begins;
    uint32_t buffer;
    bool operator<(const Event &other) const {
      return std::tie(time, begins, buffer) <
             std::tie(other.time, other.begins, other.buffer);
    }
  };
  std::vector<Event> events;
  for (uint32_t index : chosen) {
    if (problem.buffers[index].size == 0)
      continue;
    for (const TimeRange &range : activeRanges(problem.buffers[index])) {
      events.push_back({range.begin, true, index});
      events.push_back({range.end, false, index});
    }
  }
  llvm::sort(events);

  // The active buffers of each place that is taken, by offset.
  std::map<Bytes, std::set<uint32_t>> active;
  auto end = [&](uint32_t index) {
    return offsets[index] + problem.buffers[index].size;
  };
  for (const Event &event : events) {
    Bytes offset = offsets[event.buffer];
    if (!event.begins) {
      auto place = active.find(offset);
      place->second.erase(event.buffer);
      if (place->second.empty())
        active.erase(place);
      continue;
    }
    auto above = active.lower_bound(offset);
    if (above != active.begin()) {
      uint32_t below = *std::prev(above)->second.begin();
      if (end(below) > offset)
        return PackingPair{below, event.buffer};
    }
    if (above != active.end()) {
      uint32_t other = *above->second.begin();
      bool same = above->first == offset &&
                  classes.find(other) == classes.find(event.buffer);
      if (!same && above->first < end(event.buffer))
        return PackingPair{other, event.buffer};
    }
    active[offset].insert(event.buffer);
  }
  return std::nullopt;
}

/// Whether both take room, and some of it is the same, at whatever times.
static bool meet(const PackingProblem &problem, PackingPair pair,
                 llvm::ArrayRef<Bytes> offsets) {
  const PackingBuffer &a = problem.buffers[pair.first];
  const PackingBuffer &b = problem.buffers[pair.second];
  return takesRoom(a) && takesRoom(b) &&
         offsets[pair.first] < offsets[pair.second] + b.size &&
         offsets[pair.second] < offsets[pair.first] + a.size;
}

static Violation overlapViolation(const PackingProblem &problem,
                                  PackingPair pair,
                                  llvm::ArrayRef<Bytes> offsets) {
  return violation(ViolationKind::BuffersOverlap, pair.second,
                   nameOf(problem, pair.first) + " at offset " +
                       llvm::Twine(offsets[pair.first]) + " and " +
                       nameOf(problem, pair.second) + " at offset " +
                       llvm::Twine(offsets[pair.second]) + " overlap");
}

namespace memopt {

std::optional<Violation> checkPackingProblem(const PackingProblem &problem) {
  if (problem.buffers.size() >= kNoOp)
    return violation(ViolationKind::BadIndex, kNoOp,
                     "the problem has too many buffers");
  if (problem.capacity && *problem.capacity < 0)
    return violation(ViolationKind::NegativeSize, kNoOp,
                     "the capacity is negative");
  for (uint32_t index = 0; index < problem.numBuffers(); ++index) {
    if (auto found = checkTimes(problem, index))
      return found;
    if (auto found = checkPlace(problem, index))
      return found;
  }
  if (auto found = checkIndices(problem))
    return found;
  Classes classes(problem);
  std::vector<Needs> needs;
  if (auto found = checkClasses(problem, classes, needs))
    return found;
  if (auto found = checkTotal(problem, needs))
    return found;
  for (PackingPair pair : problem.apart)
    if (classes.find(pair.first) == classes.find(pair.second) &&
        takesRoom(problem.buffers[pair.first]) &&
        takesRoom(problem.buffers[pair.second]))
      return violation(ViolationKind::BadPair, pair.first,
                       nameOf(problem, pair.first) + " and " +
                           nameOf(problem, pair.second) +
                           " must be both together and apart");

  std::vector<uint32_t> fixed;
  std::vector<Bytes> offsets(problem.buffers.size(), kNowhere);
  for (uint32_t index = 0; index < problem.numBuffers(); ++index) {
    offsets[index] = needs[classes.find(index)].offset;
    if (offsets[index] != kNowhere)
      fixed.push_back(index);
  }
  if (auto pair = findOverlap(problem, fixed, offsets, classes))
    return overlapViolation(problem, *pair, offsets);
  for (PackingPair pair : problem.apart)
    if (offsets[pair.first] != kNowhere && offsets[pair.second] != kNowhere &&
        meet(problem, pair, offsets))
      return overlapViolation(problem, pair, offsets);
  return std::nullopt;
}

std::optional<Violation> checkPacking(const PackingProblem &problem,
                                      llvm::ArrayRef<Bytes> offsets,
                                      Bytes claimedHeight) {
  if (offsets.size() != problem.buffers.size())
    return violation(ViolationKind::WrongLength, kNoOp,
                     "there are " + llvm::Twine(offsets.size()) +
                         " offsets for " + llvm::Twine(problem.buffers.size()) +
                         " buffers");
  Bytes height = 0;
  for (auto [index, buffer] : llvm::enumerate(problem.buffers)) {
    Bytes offset = offsets[index], end;
    bool good = offset >= 0 && offset % buffer.alignment == 0 &&
                !llvm::AddOverflow(offset, buffer.size, end) &&
                (!buffer.fixedOffset || offset == *buffer.fixedOffset) &&
                (!buffer.endLimit || end <= *buffer.endLimit);
    if (!good)
      return violation(ViolationKind::BadOffset, index,
                       nameOf(problem, index) + " may not be at offset " +
                           llvm::Twine(offset));
    if (takesRoom(buffer))
      height = std::max(height, end);
  }
  Classes classes(problem);
  for (PackingPair pair : problem.together)
    if (offsets[pair.first] != offsets[pair.second])
      return violation(ViolationKind::PairNotHeld, pair.second,
                       nameOf(problem, pair.first) + " and " +
                           nameOf(problem, pair.second) + " are not together");
  for (PackingPair pair : problem.apart)
    if (meet(problem, pair, offsets))
      return violation(ViolationKind::PairNotHeld, pair.second,
                       nameOf(problem, pair.first) + " and " +
                           nameOf(problem, pair.second) + " are not apart");
  std::vector<uint32_t> all(problem.buffers.size());
  std::iota(all.begin(), all.end(), 0u);
  if (auto pair = findOverlap(problem, all, offsets, classes))
    return overlapViolation(problem, *pair, offsets);
  if (height != claimedHeight)
    return violation(ViolationKind::HeightMismatch, kNoOp,
                     "the height is " + llvm::Twine(height) + ", not " +
                         llvm::Twine(claimedHeight));
  if (problem.capacity && height > *problem.capacity)
    return violation(ViolationKind::HeightMismatch, kNoOp,
                     "the height of " + llvm::Twine(height) +
                         " is above the capacity of " +
                         llvm::Twine(*problem.capacity));
  return std::nullopt;
}

} // namespace memopt
