//===- CheckSharing.cpp - Is this sharing plan safe? ----------------------===//
//
// Says what a sharing plan must be in the plainest way. Quadratic in the
// members of a group that are needed at the same time, which in a valid plan
// are two at most; otherwise a sort.
//
//===----------------------------------------------------------------------===//

#include "memopt/Model/Check.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace memopt {

static Violation violation(ViolationKind kind, std::string message) {
  return {kind, kNoOp, std::move(message)};
}

static std::string name(unsigned buffer) {
  return "buffer " + std::to_string(buffer);
}

using LinkKey = std::tuple<unsigned, unsigned, Step, Step>;

/// Input, output, and steps of each in-place link.
static std::set<LinkKey> keysOf(const std::vector<InPlaceLink> &links) {
  std::set<LinkKey> keys;
  for (const InPlaceLink &link : links)
    keys.insert({link.input, link.output, link.at.begin, link.at.end});
  return keys;
}

static std::optional<Violation> checkMember(const SharingProblem &problem,
                                            const SharingGroup &group,
                                            unsigned member) {
  const SharingBuffer &buffer = problem.buffers[member];
  const SharingBuffer &first = problem.buffers[group.members.front()];
  if (buffer.kind != first.kind || buffer.freed != first.freed ||
      buffer.stack != first.stack || buffer.bytes != first.bytes)
    return violation(ViolationKind::KindsDiffer,
                     name(member) + " is not of the kind of " +
                         name(group.members.front()));
  std::optional<StepRange> live =
      rangeSeenFrom(problem, buffer.scope, buffer.live, group.scope);
  std::optional<StepRange> outermost =
      rangeSeenFrom(problem, group.scope, group.held, buffer.outermost);
  if (!live || !outermost)
    return violation(ViolationKind::ScopeNotReachable,
                     name(member) + " may not be allocated in the scope of its "
                                    "group");
  if (!group.held.contains(*live))
    return violation(ViolationKind::NotHeld,
                     name(member) + " is needed while its group is not held");
  return std::nullopt;
}

static std::optional<Violation> checkOverlaps(const SharingProblem &problem,
                                              const std::set<LinkKey> &links,
                                              const SharingGroup &group) {
  std::vector<unsigned> members = group.members;
  std::stable_sort(members.begin(), members.end(), [&](unsigned a, unsigned b) {
    return problem.buffers[a].live.begin < problem.buffers[b].live.begin;
  });
  std::vector<unsigned> alive;
  for (unsigned member : members) {
    StepRange live = problem.buffers[member].live;
    std::vector<unsigned> still;
    for (unsigned other : alive) {
      StepRange earlier = problem.buffers[other].live;
      if (!earlier.overlaps(live))
        continue;
      // Where the one ends and the other begins it may be written over.
      if (links.count({other, member, live.begin, earlier.end}) == 0)
        return violation(ViolationKind::LifetimesOverlap,
                         name(other) + " and " + name(member) +
                             " are needed at the same time");
      still.push_back(other);
    }
    still.push_back(member);
    alive = std::move(still);
  }
  return std::nullopt;
}

std::optional<Violation> checkSharing(const SharingProblem &problem,
                                      const SharingPlan &plan, Bytes allowed) {
  std::vector<unsigned> times(problem.buffers.size(), 0);
  for (const SharingGroup &group : plan.groups) {
    if (group.members.empty() || group.scope >= problem.scopes.size())
      return violation(ViolationKind::BadIndex, "a group is empty or nowhere");
    for (unsigned member : group.members) {
      if (member >= problem.buffers.size())
        return violation(ViolationKind::BadIndex,
                         name(member) + " does not exist");
      ++times[member];
    }
  }
  for (unsigned id = 0; id < times.size(); ++id)
    if (times[id] != 1)
      return violation(ViolationKind::NotAPartition,
                       name(id) + " is in " + std::to_string(times[id]) +
                           " groups");
  std::set<LinkKey> links = keysOf(problem.links);
  for (const SharingGroup &group : plan.groups) {
    for (unsigned member : group.members)
      if (std::optional<Violation> found = checkMember(problem, group, member))
        return found;
    if (std::optional<Violation> found = checkOverlaps(problem, links, group))
      return found;
  }
  for (Unfreed unfreed : {Unfreed::ToTheEnd, Unfreed::Ignored}) {
    Bytes before = peakOf(problem, unshared(problem), unfreed);
    Bytes after = peakOf(problem, plan, unfreed);
    if (after > std::max(before, allowed))
      return violation(ViolationKind::PeakRises,
                       "the peak rises from " + std::to_string(before) +
                           " to " + std::to_string(after) + " bytes");
  }
  return std::nullopt;
}

} // namespace memopt
