//===- PackSearch.cpp - Depth first from the bottom up --------------------===//

#include "PackSearch.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>

using namespace memopt;

PackSearch::PackSearch(const PackTask &task, Bytes capacity,
                       const PackOptions &options, WorkMeter &meter)
    : task(task), options(options), meter(meter),
      state(task, capacity, options),
      noGoods((task.numSections + 63) / 64, options.maxMemoBytes),
      failure(task.numSections) {}

//===----------------------------------------------------------------------===//
// Order
//===----------------------------------------------------------------------===//

void PackSearch::rank(const PackStrategy &strategy, unsigned percent,
                      uint64_t seed) {
  // Keys are for order only: in floating point they cannot overflow, and the
  // operations are exact enough to be the same on every machine.
  std::vector<std::pair<double, double>> keys(task.numItems());
  for (uint32_t item = 0; item < task.numItems(); ++item) {
    auto size = static_cast<double>(task.items[item].size);
    double length = 0;
    for (SectionRange range : task.ranges[item])
      length += range.end - range.begin;
    switch (strategy.item) {
    case PackStrategy::Item::Largest:
      keys[item] = {-size, -length};
      break;
    case PackStrategy::Item::Longest:
      keys[item] = {-length, -size};
      break;
    case PackStrategy::Item::LargestArea:
      keys[item] = {-size * length, -length};
      break;
    case PackStrategy::Item::Shortest:
      keys[item] = {length, -size};
      break;
    }
    double chance =
        static_cast<double>(mixBits(mixBits(seed) + item) % 1024) / 1024;
    keys[item].first *= 1 + chance * percent / 100;
  }
  std::vector<uint32_t> order(task.numItems());
  std::iota(order.begin(), order.end(), 0u);
  llvm::stable_sort(order,
                    [&](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
  ranks.resize(task.numItems());
  for (auto [place, item] : llvm::enumerate(order))
    ranks[item] = static_cast<uint32_t>(place);
}

/// Whether nothing unplaced could go below an item that lies on the floor of
/// `section`.
bool PackSearch::isOpen(uint32_t section) const {
  Bytes floor = state.floor(section);
  for (uint32_t item : task.members[section]) {
    if (state.leastOffset(item) != floor)
      continue;
    for (SectionRange range : task.ranges[item])
      for (uint32_t other = range.begin; other < range.end; ++other)
        if (state.floor(other) != floor)
          return false;
  }
  return true;
}

/// The best open section of `range` that is not finished, or kNone.
uint32_t PackSearch::choose(const PackStrategy &strategy,
                            SectionRange range) const {
  using Rule = PackStrategy::Section;
  std::pair<Bytes, Bytes> best;
  uint32_t found = PackTask::kNone;
  for (uint32_t section = range.begin; section < range.end; ++section) {
    if (state.remaining(section) == 0)
      continue;
    Bytes slack = state.slack(section);
    Bytes branches = state.numLowest(section) + (slack > 0);
    std::pair<Bytes, Bytes> key;
    switch (strategy.section) {
    case Rule::FewestLowest:
      key = {branches, state.floor(section)};
      break;
    case Rule::FewestLeastSlack:
      key = {branches, slack};
      break;
    case Rule::FewestLast:
      key = {branches, -Bytes(section)};
      break;
    case Rule::FewestFullest:
      key = {branches, -state.remaining(section)};
      break;
    case Rule::Lowest:
      key = {state.floor(section), branches};
      break;
    case Rule::LeastSlack:
      key = {slack, branches};
      break;
    }
    if ((found != PackTask::kNone && key >= best) || !isOpen(section))
      continue;
    best = key;
    found = section;
  }
  return found;
}

void PackSearch::sortCandidates(const PackStrategy &strategy,
                                const Node &node) {
  Bytes floor = state.floor(node.section);
  // How many ends of the item are where the floor ends, and how many of its
  // corners are level with the floor beside it.
  auto fit = [&](uint32_t item) {
    uint32_t begin = task.ranges[item].front().begin;
    uint32_t end = task.ranges[item].back().end;
    Bytes top = floor + task.items[item].size;
    int count = 0;
    if (strategy.fitEdges) {
      count += begin == 0 || state.floor(begin - 1) != floor ||
               state.remaining(begin - 1) == 0;
      count += end == task.numSections || state.floor(end) != floor ||
               state.remaining(end) == 0;
    }
    if (strategy.fitTops) {
      count += begin > 0 && state.floor(begin - 1) == top;
      count += end < task.numSections && state.floor(end) == top;
    }
    return count;
  };
  llvm::SmallVector<std::tuple<int, uint32_t, uint32_t>, 32> keyed;
  for (uint32_t i = node.begin; i < node.end; ++i)
    keyed.push_back({-fit(candidates[i]), ranks[candidates[i]], candidates[i]});
  llvm::sort(keyed);
  for (auto [i, key] : llvm::enumerate(keyed))
    candidates[node.begin + i] = std::get<2>(key);
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

/// Begins a node for the state. False if the state is known to fail.
bool PackSearch::enter(const PackStrategy &strategy) {
  Node node;
  // What is left of the component that was split last comes first.
  node.section = PackTask::kNone;
  for (size_t i = nodes.size(); i > 0 && node.section == PackTask::kNone; --i)
    node.section = choose(strategy, nodes[i - 1].component);
  if (node.section == PackTask::kNone)
    node.section = choose(strategy, {0, task.numSections});
  node.component = state.component(node.section);
  node.key = state.key(node.component);
  if (options.useNoGoods)
    if (const uint64_t *known = noGoods.find(node.key)) {
      failure.clear();
      failure.add(known);
      return false;
    }

  node.begin = node.next = static_cast<uint32_t>(candidates.size());
  Bytes floor = state.floor(node.section);
  for (uint32_t item : task.members[node.section]) {
    uint32_t twin = task.twinBefore[item];
    bool isSecond =
        options.useSymmetry && twin != PackTask::kNone && !state.isPlaced(twin);
    if (state.leastOffset(item) == floor && !isSecond)
      candidates.push_back(item);
  }
  node.end = static_cast<uint32_t>(candidates.size());
  sortCandidates(strategy, node);
  node.tried = PackTask::kNone;
  node.noItemLeft = state.slack(node.section) > 0;
  node.mark = state.mark();
  if (causes.size() <= nodes.size())
    causes.emplace_back(task.numSections);
  causes[nodes.size()].clear();
  nodes.push_back(node);
  return true;
}

PackSearch::Branch PackSearch::tryNext() {
  Node &node = nodes.back();
  bool good;
  if (node.next < node.end) {
    node.tried = candidates[node.next++];
    good = state.place(node.tried, failure);
  } else if (node.noItemLeft) {
    node.noItemLeft = false;
    node.tried = PackTask::kNone;
    good = placeNothing(node);
  } else {
    return Branch::NoneLeft;
  }
  ++numSteps;
  // To place an item, or none, is work in proportion to the items around it.
  meter.spend(task.numItems());
  return good ? Branch::Good : Branch::Failed;
}

/// The lowest offset above the floor of `section` at which an item of it could
/// lie if none lies on the floor, or `limit` if that is less.
Bytes PackSearch::nextFloor(uint32_t section, Bytes limit) const {
  Bytes floor = state.floor(section), next = limit;
  for (uint32_t item : task.members[section]) {
    if (state.isPlaced(item))
      continue;
    if (state.leastOffset(item) > floor) {
      next = std::min(next, state.leastOffset(item));
      continue;
    }
    // It lies on an item that is not in the section: there it is the lowest.
    Bytes alignment = task.items[item].alignment;
    for (uint32_t other : task.neighbors[item]) {
      if (state.isPlaced(other))
        continue;
      Bytes top = state.leastOffset(other) + task.items[other].size;
      if (top >= next || llvm::any_of(task.ranges[other], [&](auto range) {
            return range.begin <= section && section < range.end;
          }))
        continue;
      if (alignment != 1)
        top = (top + alignment - 1) / alignment * alignment;
      next = std::min(next, top);
    }
  }
  return next;
}

/// Adds why the next floor of the node's section is not below `next`.
void PackSearch::explainNext(const Node &node, Bytes next) {
  PackReasons &cause = causes[nodes.size() - 1];
  Bytes floor = state.floor(node.section);
  // What could support an item depends on all that its sections still hold.
  for (uint32_t i = node.begin; i < node.end; ++i)
    for (SectionRange range : task.ranges[candidates[i]])
      for (uint32_t section = range.begin; section < range.end; ++section)
        cause.set(section);
  for (uint32_t item : task.members[node.section]) {
    if (state.isPlaced(item))
      continue;
    if (state.leastOffset(item) > floor) {
      state.addReason(item, std::min(next, state.leastOffset(item)), cause);
      continue;
    }
    for (uint32_t other : task.neighbors[item])
      if (!state.isPlaced(other))
        state.addReason(
            other,
            std::min(state.leastOffset(other), next - task.items[other].size),
            cause);
  }
}

bool PackSearch::placeNothing(const Node &node) {
  Bytes limit = state.floor(node.section) + state.slack(node.section) + 1;
  Bytes next = nextFloor(node.section, limit);
  explainNext(node, next);
  if (next < limit)
    return state.raise(node.section, next, failure);
  failure.clear();
  failure.set(node.section);
  return false;
}

/// Whether the failure depends on what the node's last branch changed.
bool PackSearch::isTouched(const Node &node) const {
  if (node.tried == PackTask::kNone)
    return failure.test(node.section);
  for (SectionRange range : task.ranges[node.tried])
    for (uint32_t section = range.begin; section < range.end; ++section)
      if (failure.test(section))
        return true;
  return false;
}

/// Goes back to a node that has a branch left; `failed` says that the last
/// branch of the last node did. False if there is none.
bool PackSearch::climb(bool failed) {
  while (!nodes.empty()) {
    const Node &node = nodes.back();
    PackReasons &cause = causes[nodes.size() - 1];
    bool isDone = false;
    if (failed) {
      state.undo(node.mark, &failure);
      isDone = options.useBackjumping && !isTouched(node);
      cause.add(failure.data());
    }
    if (!isDone) {
      if (node.next < node.end || node.noItemLeft)
        return true;
      // The branches were all that there are because of the section, and
      // because of what keeps the other items of it above its floor.
      cause.set(node.section);
      Bytes floor = state.floor(node.section);
      for (uint32_t item : task.members[node.section])
        if (!state.isPlaced(item) && state.leastOffset(item) > floor)
          state.addReason(item, floor + 1, cause);
      failure = cause;
    }
    // A jump may pass nodes of a component that did not fail.
    if (options.useNoGoods && failure.isWithin(node.component))
      noGoods.insert(node.key, failure.data());
    candidates.resize(node.begin);
    nodes.pop_back();
    failed = true;
  }
  return false;
}

PackAnswer PackSearch::run(const PackStrategy &strategy, unsigned percent,
                           uint64_t seed, uint64_t maxSteps) {
  if (!isStarted && !state.start(failure))
    return PackAnswer::DoesNotFit;
  isStarted = true;
  if (state.numUnplaced() == 0)
    return PackAnswer::Fits;
  size_t root = state.mark();
  nodes.clear();
  candidates.clear();
  rank(strategy, percent, seed);
  uint64_t lastStep = numSteps + maxSteps;
  if (!enter(strategy))
    return PackAnswer::DoesNotFit;
  while (numSteps < lastStep && !meter.exhausted()) {
    Branch branch = tryNext();
    if (branch == Branch::Good) {
      if (state.numUnplaced() == 0)
        return PackAnswer::Fits;
      if (enter(strategy))
        continue;
      branch = Branch::Failed;
    }
    if (!climb(branch == Branch::Failed))
      return PackAnswer::DoesNotFit;
  }
  state.undo(root, nullptr);
  return PackAnswer::Unknown;
}
