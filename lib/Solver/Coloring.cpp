//===- Coloring.cpp - As few buffers as the peak allows -------------------===//
//
// Interval colouring, scope by scope. In one scope the lifetimes of a kind are
// intervals, and taking them by their begin, each into a group that has ended,
// uses as few groups as lifetimes overlap at a step, whichever group is taken
// (Gupta, Lee, Leung 1979). The one that ended last is taken, since the storage
// in between is then held for the shortest time; if that would raise the peak,
// none is.
//
// An in-place link makes one longer interval of two. A group of an inner scope
// moves out if that lets it join another one: it then counts as needed at all
// steps of the op that it moves out of. Groups of alternatives (the branches of
// an `if`) are put side by side.
//
//===----------------------------------------------------------------------===//

#include "memopt/Solver/Coloring.h"

#include "ColoringProfile.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace memopt {

namespace {

/// A group in the making.
struct Unit {
  unsigned scope = 0;
  std::vector<unsigned> members;
  /// The steps at which a member is needed, from the first to the last, and
  /// those at which the storage is held. Both as seen from `scope`.
  StepRange needed, held;
  /// The outermost scope that all members may move to.
  unsigned outermost = 0;
  bool gone = false;
};

/// One unit, or several of alternative scopes, seen from a scope around them.
struct Candidate {
  std::vector<unsigned> units;
  StepRange needed, held;
  /// The units are of an inner scope.
  bool movesOut = false;
};

class Coloring {
public:
  Coloring(const SharingProblem &problem, const SharingOptions &options)
      : problem(problem), options(options), profile(problem.numSteps),
        unknown(problem.numSteps), limits(problem.scopes.size()),
        depths(problem.scopes.size(), 0), unitsOf(problem.scopes.size()),
        childrenOf(problem.scopes.size()) {}
  SharingOutcome run();

private:
  void linkInPlace();
  Step outermostBegin(const Unit &unit) const;
  void fillProfile();
  void colorScope(unsigned scope);
  std::vector<Candidate> candidatesOf(unsigned scope);
  void addAlternatives(unsigned scope, const std::vector<unsigned> &children,
                       std::vector<Candidate> &candidates);
  bool tryJoin(unsigned scope, Candidate &group, const Candidate &next);
  bool fits(unsigned scope, const Candidate &group, const Candidate &next,
            StepRange held);
  void commit(unsigned scope, const Candidate &group);
  void hold(const SharingBuffer &kind, StepRange range, int sign);
  const SharingBuffer &firstOf(const Candidate &candidate) const {
    return problem.buffers[units[candidate.units.front()].members.front()];
  }
  static StepRange join(StepRange a, StepRange b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }

  const SharingProblem &problem;
  const SharingOptions &options;
  BytesProfile profile;
  UnknownParts unknown;
  /// The most bytes that may be held at the steps of each scope.
  std::vector<Bytes> limits;
  std::vector<unsigned> depths;
  std::vector<Unit> units;
  std::vector<std::vector<unsigned>> unitsOf, childrenOf;
  SharingOutcome outcome;
};

} // namespace

/// Storage that counts against the limits.
static bool isCounted(const SharingBuffer &buffer) {
  return buffer.freed && !buffer.stack;
}

/// Makes chains of in-place links, each buffer in at most one link as input and
/// one as output, and a unit of every chain.
void Coloring::linkInPlace() {
  size_t size = problem.buffers.size();
  std::vector<unsigned> next(size, kNoScope), previous(size, kNoScope);
  for (const InPlaceLink &link : problem.links) {
    const SharingBuffer &input = problem.buffers[link.input];
    const SharingBuffer &output = problem.buffers[link.output];
    if (next[link.input] != kNoScope || previous[link.output] != kNoScope ||
        input.scope != output.scope || input.kind != output.kind)
      continue;
    next[link.input] = link.output;
    previous[link.output] = link.input;
  }
  for (unsigned id = 0; id < size; ++id) {
    if (previous[id] != kNoScope)
      continue;
    const SharingBuffer &first = problem.buffers[id];
    Unit unit{first.scope, {}, first.live, first.held, first.outermost};
    for (unsigned at = id; at != kNoScope; at = next[at]) {
      const SharingBuffer &buffer = problem.buffers[at];
      unit.members.push_back(at);
      unit.needed = join(unit.needed, buffer.live);
      unit.held = join(unit.held, buffer.held);
      if (depths[buffer.outermost] > depths[unit.outermost])
        unit.outermost = buffer.outermost;
    }
    unitsOf[unit.scope].push_back(static_cast<unsigned>(units.size()));
    units.push_back(std::move(unit));
  }
}

void Coloring::hold(const SharingBuffer &kind, StepRange range, int sign) {
  if (isCounted(kind) && kind.bytes)
    profile.add(range, sign * *kind.bytes);
}

/// The first step of what `unit` is part of in the outermost scope.
Step Coloring::outermostBegin(const Unit &unit) const {
  Step begin = unit.held.begin;
  for (unsigned scope = unit.scope; problem.scopes[scope].parent != kNoScope;
       scope = problem.scopes[scope].parent)
    begin = problem.scopes[scope].within.begin;
  return begin;
}

void Coloring::fillProfile() {
  for (const Background &other : problem.background) {
    if (other.bytes && !other.endUnknown)
      profile.add(other.range, *other.bytes);
    unknown.add(other.range, other.bytes.has_value(), !other.endUnknown);
  }
  auto isRoot = [](const SharingScope &scope) {
    return scope.parent == kNoScope;
  };
  // The blocks of a control flow graph may be executed in any order.
  bool severalRoots =
      std::count_if(problem.scopes.begin(), problem.scopes.end(), isRoot) > 1;
  for (const Unit &unit : units) {
    const SharingBuffer &first = problem.buffers[unit.members.front()];
    StepRange held = unit.held;
    if (first.stack)
      continue;
    // Of what is never freed nobody knows when it ends, nor how often it is
    // made where its scope is run again.
    if (!first.freed) {
      StepRange earlier = {severalRoots ? 0 : outermostBegin(unit), held.begin};
      held.end = problem.numSteps;
      for (StepRange range : {earlier, held})
        unknown.add(range, first.bytes.has_value(), /*endKnown=*/false);
      continue;
    }
    hold(first, held, +1);
    unknown.add(held, first.bytes.has_value(), /*endKnown=*/true);
  }
  unknown.finish();

  Bytes peak = profile.maximum({0, problem.numSteps});
  outcome.leastPeak = peak;
  for (unsigned scope = 0; scope < problem.scopes.size(); ++scope) {
    const SharingScope &of = problem.scopes[scope];
    // What a scope that cannot be left holds may be held many times over, so
    // its own worst step counts.
    if (of.parent == kNoScope)
      limits[scope] = std::max(peak, options.maxBytes);
    else
      limits[scope] =
          of.leavable ? limits[of.parent] : profile.maximum(of.within);
  }
}

/// Puts the units of alternatives of one op side by side: the first of each
/// together, the second of each, and so on, kind by kind.
void Coloring::addAlternatives(unsigned scope,
                               const std::vector<unsigned> &children,
                               std::vector<Candidate> &candidates) {
  std::map<unsigned, std::vector<Candidate>> byKind;
  for (unsigned child : children) {
    std::map<unsigned, size_t> used;
    for (unsigned id : unitsOf[child]) {
      const Unit &unit = units[id];
      if (unit.gone || depths[unit.outermost] > depths[scope])
        continue;
      unsigned kind = problem.buffers[unit.members.front()].kind;
      std::vector<Candidate> &rows = byKind[kind];
      size_t row =
          problem.scopes[child].alternative ? used[kind]++ : rows.size();
      if (row == rows.size())
        rows.push_back({{},
                        problem.scopes[child].within,
                        problem.scopes[child].within,
                        /*movesOut=*/true});
      rows[row].units.push_back(id);
    }
  }
  for (auto &[kind, rows] : byKind)
    std::move(rows.begin(), rows.end(), std::back_inserter(candidates));
}

std::vector<Candidate> Coloring::candidatesOf(unsigned scope) {
  std::vector<Candidate> candidates;
  for (unsigned id : unitsOf[scope])
    candidates.push_back(
        {{id}, units[id].needed, units[id].held, /*movesOut=*/false});
  // Children of one op lie next to each other.
  const std::vector<unsigned> &children = childrenOf[scope];
  for (size_t begin = 0; begin < children.size();) {
    std::vector<unsigned> ofOneOp;
    StepRange within = problem.scopes[children[begin]].within;
    for (; begin < children.size() &&
           problem.scopes[children[begin]].within == within;
         ++begin)
      if (problem.scopes[children[begin]].leavable)
        ofOneOp.push_back(children[begin]);
    addAlternatives(scope, ofOneOp, candidates);
  }
  // Own units first, since they need a group of the scope in any case.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate &a, const Candidate &b) {
                     return std::tie(a.needed.begin, a.movesOut) <
                            std::tie(b.needed.begin, b.movesOut);
                   });
  return candidates;
}

/// True if `group` and `next` may become one that is held during `held`.
bool Coloring::fits(unsigned scope, const Candidate &group,
                    const Candidate &next, StepRange held) {
  const SharingBuffer &kind = firstOf(group);
  if (!isCounted(kind))
    return true;
  // Between the two, and where a unit moves out, the storage is held longer.
  bool movesOut = group.movesOut || next.movesOut;
  StepRange gap = {group.held.end, next.held.begin};
  if (!movesOut && gap.begin >= gap.end)
    return true;
  StepRange changed = movesOut ? held : gap;
  if (!kind.bytes || unknown.anyIn(changed))
    return !movesOut && unknown.isCovered(gap);

  auto change = [&](int sign) {
    for (const Candidate *part : {&group, &next})
      for (unsigned id : part->units)
        hold(kind, units[id].held, -sign);
    hold(kind, held, sign);
  };
  change(+1);
  bool stays = profile.maximum(changed) <= limits[scope];
  change(-1);
  return stays;
}

/// Makes one of `group` and `next`, which begins after it has ended, if that
/// fits. An empty `next` asks whether `group` may move out by itself.
bool Coloring::tryJoin(unsigned scope, Candidate &group,
                       const Candidate &next) {
  Candidate joined;
  joined.units = group.units;
  joined.units.insert(joined.units.end(), next.units.begin(), next.units.end());
  joined.needed = group.needed;
  joined.held = group.held;
  if (!next.units.empty()) {
    joined.needed = join(group.needed, next.needed);
    joined.held = join(group.held, next.held);
  }
  if (!fits(scope, group, next, joined.held))
    return false;
  const SharingBuffer &kind = firstOf(group);
  for (unsigned id : joined.units)
    hold(kind, units[id].held, -1);
  hold(kind, joined.held, +1);
  commit(scope, joined);
  joined.units = {static_cast<unsigned>(units.size() - 1)};
  group = std::move(joined);
  return true;
}

/// Makes one unit of the units of `group`, in `scope`.
void Coloring::commit(unsigned scope, const Candidate &group) {
  Unit unit;
  unit.scope = scope;
  unit.needed = group.needed;
  unit.held = group.held;
  unit.outermost = units[group.units.front()].outermost;
  for (unsigned id : group.units) {
    Unit &part = units[id];
    part.gone = true;
    unit.members.insert(unit.members.end(), part.members.begin(),
                        part.members.end());
    if (depths[part.outermost] > depths[unit.outermost])
      unit.outermost = part.outermost;
  }
  unitsOf[scope].push_back(static_cast<unsigned>(units.size()));
  units.push_back(std::move(unit));
}

void Coloring::colorScope(unsigned scope) {
  /// The groups of a kind, by end and then by index.
  using Ended = std::set<std::pair<Step, size_t>>;
  std::map<unsigned, Ended> groupsOf;
  std::vector<Candidate> groups;
  for (Candidate &candidate : candidatesOf(scope)) {
    Ended &ended = groupsOf[firstOf(candidate).kind];
    auto last = ended.upper_bound({candidate.needed.begin, groups.size()});
    if (last != ended.begin()) {
      --last;
      size_t index = last->second;
      if (tryJoin(scope, groups[index], candidate)) {
        ended.erase(last);
        ended.insert({groups[index].needed.end, index});
        continue;
      }
      ++outcome.keptApart;
    }
    if (candidate.units.size() > 1 && !tryJoin(scope, candidate, Candidate()))
      continue;
    ended.insert({candidate.needed.end, groups.size()});
    groups.push_back(std::move(candidate));
  }
}

SharingOutcome Coloring::run() {
  for (unsigned scope = 0; scope < problem.scopes.size(); ++scope) {
    unsigned parent = problem.scopes[scope].parent;
    if (parent == kNoScope)
      continue;
    depths[scope] = depths[parent] + 1;
    childrenOf[parent].push_back(scope);
  }
  linkInPlace();
  fillProfile();
  for (size_t scope = problem.scopes.size(); scope-- > 0;)
    colorScope(static_cast<unsigned>(scope));

  for (Unit &unit : units) {
    if (unit.gone)
      continue;
    std::stable_sort(
        unit.members.begin(), unit.members.end(), [&](unsigned a, unsigned b) {
          return problem.buffers[a].live.begin < problem.buffers[b].live.begin;
        });
    outcome.plan.groups.push_back(
        {unit.scope, std::move(unit.members), unit.held});
  }
  std::sort(outcome.plan.groups.begin(), outcome.plan.groups.end(),
            [](const SharingGroup &a, const SharingGroup &b) {
              return a.members.front() < b.members.front();
            });
  outcome.peak = peakOf(problem, outcome.plan);
  return std::move(outcome);
}

SharingOutcome shareByColoring(const SharingProblem &problem,
                               const SharingOptions &options) {
  return Coloring(problem, options).run();
}

} // namespace memopt
