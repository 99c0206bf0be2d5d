//===- PackBounds.cpp - How low an arena can be, before any search --------===//

#include "PackBounds.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>

using namespace memopt;

static Bytes roundDown(Bytes value, Bytes modulus) {
  return value - value % modulus;
}

std::vector<Bytes> memopt::moduliOf(llvm::ArrayRef<Bytes> alignments) {
  constexpr size_t kMostAlignments = 8;
  std::map<Bytes, size_t> counts;
  for (Bytes alignment : alignments)
    ++counts[alignment];
  counts.erase(1);
  std::vector<std::pair<size_t, Bytes>> byCount;
  byCount.reserve(counts.size());
  for (auto [alignment, count] : counts)
    byCount.push_back({count, alignment});
  llvm::sort(byCount, std::greater<>());
  byCount.resize(std::min(byCount.size(), kMostAlignments));
  std::vector<Bytes> moduli;
  for (auto [count, alignment] : byCount)
    for (auto [otherCount, other] : byCount)
      moduli.push_back(std::gcd(alignment, other));
  llvm::sort(moduli);
  moduli.erase(llvm::unique(moduli), moduli.end());
  llvm::erase(moduli, 1);
  return moduli;
}

void AlignedSum::change(Bytes size, bool isCoarse, int count) {
  Bytes whole = roundDown(size, modulus);
  Bytes pad = whole == size || !isCoarse ? 0 : whole + modulus - size;
  sum += count * (pad > 0 ? size + pad : whole);
  if (!isCoarse)
    return;
  auto entry = pads.try_emplace(pad, 0).first;
  entry->second += count;
  if (entry->second == 0)
    pads.erase(entry);
}

//===----------------------------------------------------------------------===//
// Alignment
//===----------------------------------------------------------------------===//

static bool isCoarse(const PackItem &item, Bytes modulus) {
  return item.fixedOffset.value_or(item.alignment) % modulus == 0;
}

namespace {

/// A lower bound on the height, and where it comes from.
struct PackBound {
  Bytes height = 0;
  /// The section that shows it, and by which modulus; 1 is the live sum.
  /// Without a section it is a fixed item.
  std::optional<uint32_t> section;
  Bytes modulus = 1;
};

} // namespace

/// Raises `best` to what `modulus` shows of a section.
static void raise(PackBound &best, const PackInstance &instance,
                  Bytes modulus) {
  if (llvm::all_of(instance.items, [&](const PackItem &item) {
        return item.size % modulus == 0 || !isCoarse(item, modulus);
      }))
    return;
  std::vector<llvm::SmallVector<uint32_t, 2>> begins(instance.numSections),
      ends(instance.numSections + 1);
  for (auto [id, item] : llvm::enumerate(instance.items))
    for (SectionRange range : item.active) {
      begins[range.begin].push_back(static_cast<uint32_t>(id));
      ends[range.end].push_back(static_cast<uint32_t>(id));
    }
  AlignedSum sum(modulus);
  for (uint32_t section = 0; section < instance.numSections; ++section) {
    for (uint32_t id : begins[section])
      sum.add(instance.items[id].size, isCoarse(instance.items[id], modulus));
    for (uint32_t id : ends[section])
      sum.remove(instance.items[id].size,
                 isCoarse(instance.items[id], modulus));
    if (sum.bound() > best.height)
      best = {sum.bound(), section, modulus};
  }
}

static PackBound boundOf(const PackInstance &instance,
                         const PackOptions &options) {
  PackBound best{instance.liveBound(), std::nullopt, 1};
  auto fullest = llvm::max_element(instance.liveSums);
  if (fullest != instance.liveSums.end() && *fullest == best.height)
    best.section = static_cast<uint32_t>(fullest - instance.liveSums.begin());
  if (!options.useAlignmentBounds)
    return best;
  std::vector<Bytes> alignments;
  alignments.reserve(instance.items.size());
  for (const PackItem &item : instance.items)
    alignments.push_back(item.alignment);
  for (Bytes modulus : moduliOf(alignments))
    raise(best, instance, modulus);
  return best;
}

//===----------------------------------------------------------------------===//
// Reasons
//===----------------------------------------------------------------------===//

/// The items of a section, the largest first.
static std::vector<const PackItem *> itemsOf(const PackInstance &instance,
                                             uint32_t section) {
  std::vector<const PackItem *> active;
  for (const PackItem &item : instance.items)
    if (llvm::any_of(item.active, [&](SectionRange range) {
          return range.begin <= section && section < range.end;
        }))
      active.push_back(&item);
  llvm::stable_sort(active, [](const PackItem *a, const PackItem *b) {
    return a->size > b->size;
  });
  return active;
}

/// Buffers that show that no packing keeps `capacity`, which is below `bound`.
static std::vector<uint32_t> buffersAbove(const PackInstance &instance,
                                          const PackBound &bound,
                                          Bytes capacity) {
  std::vector<uint32_t> buffers;
  if (!bound.section) {
    for (const PackItem &item : instance.items)
      if (item.fixedOffset && *item.fixedOffset + item.size > capacity)
        return {item.buffers.begin(), item.buffers.end()};
    return buffers;
  }
  AlignedSum sum(bound.modulus);
  for (const PackItem *item : itemsOf(instance, *bound.section)) {
    llvm::append_range(buffers, item->buffers);
    sum.add(item->size, isCoarse(*item, bound.modulus));
    if (sum.bound() > capacity)
      break;
  }
  llvm::sort(buffers);
  return buffers;
}

//===----------------------------------------------------------------------===//
// Limits
//===----------------------------------------------------------------------===//

namespace {

/// By how much items that must end at or below a limit pass it: a segment tree
/// over the limits.
class LimitTree {
public:
  explicit LimitTree(std::vector<Bytes> sorted) : limits(std::move(sorted)) {
    while (numLeaves < limits.size())
      numLeaves *= 2;
    excess.assign(2 * numLeaves, std::numeric_limits<Bytes>::min() / 2);
    added.assign(2 * numLeaves, 0);
    for (size_t i = 0; i < limits.size(); ++i)
      excess[numLeaves + i] = -limits[i];
    for (size_t node = numLeaves - 1; node > 0; --node)
      excess[node] = std::max(excess[2 * node], excess[2 * node + 1]);
  }

  /// Adds to the sums of `limit` and all above it.
  void add(Bytes limit, Bytes size) {
    size_t node =
        numLeaves + (llvm::lower_bound(limits, limit) - limits.begin());
    apply(node, size);
    for (; node > 1; node /= 2) {
      if (node % 2 == 0)
        apply(node + 1, size);
      excess[node / 2] =
          std::max(excess[node], excess[node ^ 1]) + added[node / 2];
    }
  }

  /// A limit that is passed.
  std::optional<Bytes> passed() const {
    if (excess[1] <= 0)
      return std::nullopt;
    size_t node = 1;
    while (node < numLeaves)
      node = excess[2 * node] >= excess[2 * node + 1] ? 2 * node : 2 * node + 1;
    return limits[node - numLeaves];
  }

private:
  void apply(size_t node, Bytes size) {
    excess[node] += size;
    added[node] += size;
  }

  std::vector<Bytes> limits;
  size_t numLeaves = 1;
  /// Of each node: the most of its leaves, without what is added above it.
  std::vector<Bytes> excess, added;
};

} // namespace

/// What the item must end at or below, but for a capacity.
static std::optional<Bytes> limitOf(const PackItem &item) {
  if (item.fixedOffset)
    return *item.fixedOffset + item.size;
  if (item.maxOffset == std::numeric_limits<Bytes>::max())
    return std::nullopt;
  return item.maxOffset + item.size;
}

/// Buffers whose limits on ends cannot be kept because there is not enough room
/// below one of the limits; empty if there are none.
static std::vector<uint32_t> buffersAboveLimit(const PackInstance &instance,
                                               const PackOptions &options) {
  std::vector<uint32_t> buffers;
  if (!options.useSectionBounds ||
      llvm::none_of(instance.items, [](const PackItem &item) {
        return item.maxOffset != std::numeric_limits<Bytes>::max();
      }))
    return buffers;
  std::vector<Bytes> limits;
  struct Change {
    uint32_t section;
    Bytes limit;
    Bytes size;
  };
  std::vector<Change> begins, ends;
  for (const PackItem &item : instance.items)
    if (std::optional<Bytes> limit = limitOf(item)) {
      limits.push_back(*limit);
      for (SectionRange range : item.active) {
        begins.push_back({range.begin, *limit, item.size});
        ends.push_back({range.end, *limit, item.size});
      }
    }
  llvm::sort(limits);
  limits.erase(llvm::unique(limits), limits.end());
  auto isBefore = [](const Change &a, const Change &b) {
    return a.section < b.section;
  };
  llvm::stable_sort(begins, isBefore);
  llvm::stable_sort(ends, isBefore);
  LimitTree tree(std::move(limits));
  auto end = ends.begin();
  for (const Change &begin : begins) {
    for (; end != ends.end() && end->section <= begin.section; ++end)
      tree.add(end->limit, -end->size);
    tree.add(begin.limit, begin.size);
    std::optional<Bytes> passed = tree.passed();
    if (!passed)
      continue;
    Bytes sum = 0;
    for (const PackItem *other : itemsOf(instance, begin.section))
      if (sum <= *passed && limitOf(*other).value_or(*passed + 1) <= *passed) {
        llvm::append_range(buffers, other->buffers);
        sum += other->size;
      }
    break;
  }
  llvm::sort(buffers);
  return buffers;
}

PackOutcome memopt::judgeByBounds(const PackingProblem &problem,
                                  const PackInstance &instance,
                                  const PackOptions &options) {
  PackOutcome outcome;
  PackBound bound = boundOf(instance, options);
  outcome.lowerBound = bound.height;
  outcome.conflict = buffersAboveLimit(instance, options);
  if (outcome.conflict.empty() && problem.capacity &&
      bound.height > *problem.capacity)
    outcome.conflict = buffersAbove(instance, bound, *problem.capacity);
  if (!outcome.conflict.empty())
    outcome.status = Status::Infeasible;
  return outcome;
}
