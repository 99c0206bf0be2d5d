//===- PackExact.cpp - Branch and bound over heights ----------------------===//
//
// The exact packer. A search (PackSearch.h) decides whether a part of the
// problem fits in a capacity; here is what is asked of it, in which order, and
// for how long.
//
// With a capacity each part is asked in turn, with budgets that grow, until one
// does not fit or all do. Without one, the height is closed in from both sides:
// from below by asking for the proved bound, which rises when the answer is no;
// from above by bisection between the bound and the best height so far. A
// larger capacity can take longer to decide than a tight one, so no question
// may run on: the budgets are small at first and grow fourfold from round to
// round, and a question that was not decided only ends the bisection of its
// round.
//
//===----------------------------------------------------------------------===//

#include "PackExact.h"

#include "PackAttempt.h"
#include "PackConflict.h"
#include "PackSplit.h"
#include "PackStack.h"
#include "PackSubsetSums.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <memory>
#include <numeric>

using namespace memopt;

namespace {

constexpr Bytes kNoHeight = std::numeric_limits<Bytes>::max();

/// A part is searched only if it has at most this many pairs of items that
/// share a section: each takes memory, and time in every step.
constexpr uint64_t kMostPairs = 4'000'000;

/// A part of the problem and what is known of it. Heights are in bytes.
struct Part {
  Part(const PackInstance &instance, std::vector<uint32_t> ids,
       const PackOptions &options)
      : items(std::move(ids)) {
    if (countPairs(instance, items) > kMostPairs)
      return;
    task =
        std::make_unique<PackTask>(instance, items, options.useAlignmentBounds);
    heights = std::make_unique<PackHeights>(
        *task, options.useSubsetSums
                   ? std::optional(task->mostHeight() / task->unit)
                   : std::nullopt);
    lower = task->liveBound();
    if (options.useAlignmentBounds) {
      std::optional<Bytes> bound = stackBound(*task, lower);
      isImpossible = !bound;
      lower = std::max(lower, bound.value_or(0));
    }
    lower = heights->atLeast(lower);
  }

  std::vector<uint32_t> items;
  /// Null if the part is too large to search.
  std::unique_ptr<PackTask> task;
  std::unique_ptr<PackHeights> heights;
  Bytes lower = 0;
  /// Whether it is known that it fits in no capacity at all.
  bool isImpossible = false;
  Bytes height = kNoHeight;
  /// Asks for the bound, or for the capacity.
  std::unique_ptr<PackAttempt> attempt;
};

/// See the file comment.
class Exact {
public:
  Exact(const PackInstance &instance, Bytes bound, const PackOptions &options,
        WorkMeter &meter)
      : instance(instance), options(options), meter(meter),
        offsets(instance.items.size()), lower(bound) {
    if (options.useSplit) {
      for (std::vector<uint32_t> &items : splitIntoParts(instance))
        parts.emplace_back(instance, std::move(items), options);
    } else if (!instance.items.empty()) {
      std::vector<uint32_t> all(instance.items.size());
      std::iota(all.begin(), all.end(), 0u);
      parts.emplace_back(instance, std::move(all), options);
    }
    attemptOptions = options;
    attemptOptions.maxMemoBytes /= parts.size() + 1;
    for (const Part &part : parts)
      lower = std::max(lower, part.lower);
  }

  void start(llvm::ArrayRef<Bytes> packed) {
    offsets.assign(packed.begin(), packed.end());
    for (Part &part : parts) {
      part.height = 0;
      for (uint32_t id : part.items)
        part.height =
            std::max(part.height, offsets[id] + instance.items[id].size);
    }
  }

  PackAnswer decide(Bytes capacity);
  PackAnswer minimise();

  Bytes height() const {
    Bytes height = 0;
    for (const Part &part : parts)
      height = std::max(height, part.height);
    return height;
  }

  const PackInstance &instance;
  const PackOptions &options;
  PackOptions attemptOptions;
  WorkMeter &meter;
  std::vector<Part> parts;
  std::vector<Bytes> offsets;
  Bytes lower;
  /// If the answer is no: the items that show it.
  std::vector<uint32_t> conflict;

private:
  bool isDone(const Part &part, Bytes capacity) const {
    return part.height <= capacity;
  }
  void adopt(Part &part, const PackAttempt &attempt);
  PackAnswer askForBound(uint64_t budget);
  PackAnswer lowerHeights(uint64_t budget);
  PackAnswer findAny(Part &part, uint64_t budget);
  void raiseBound(Part &part, Bytes height);
  bool findImpossible();
};

void Exact::adopt(Part &part, const PackAttempt &attempt) {
  part.height = 0;
  for (auto [item, offset] :
       llvm::zip_equal(part.task->items, attempt.offsets())) {
    offsets[item.source] = offset * part.task->unit;
    part.height = std::max(part.height, (offset + item.size) * part.task->unit -
                                            item.shortfall);
  }
}

/// Looks for a part that is known to fit nowhere.
bool Exact::findImpossible() {
  for (const Part &part : parts)
    if (part.isImpossible) {
      conflict = part.items;
      return true;
    }
  return false;
}

PackAnswer Exact::decide(Bytes capacity) {
  if (findImpossible())
    return PackAnswer::DoesNotFit;
  for (const Part &part : parts)
    if (part.lower > capacity) {
      conflict = part.items;
      return PackAnswer::DoesNotFit;
    }
  for (uint64_t budget = 4000;; budget *= 4) {
    bool open = false;
    for (Part &part : parts) {
      if (isDone(part, capacity))
        continue;
      if (!part.task) {
        open = true;
        continue;
      }
      if (!part.attempt)
        part.attempt = std::make_unique<PackAttempt>(
            *part.task, part.heights->atMost(capacity), attemptOptions, meter);
      switch (part.attempt->run(budget)) {
      case PackAnswer::Fits:
        adopt(part, *part.attempt);
        break;
      case PackAnswer::DoesNotFit:
        conflict = part.items;
        return PackAnswer::DoesNotFit;
      case PackAnswer::Unknown:
        open = true;
      }
    }
    if (!open)
      return PackAnswer::Fits;
    if (meter.exhausted() || llvm::none_of(parts, [&](const Part &part) {
          return part.task && !isDone(part, capacity);
        }))
      return PackAnswer::Unknown;
  }
}

/// Takes into account that the part needs more than `height`.
void Exact::raiseBound(Part &part, Bytes height) {
  part.lower = part.heights->atLeast(height + 1);
  if (part.lower <= lower)
    return;
  lower = part.lower;
  for (Part &other : parts)
    other.attempt.reset();
}

/// Asks whether all parts fit in the bound, which may rise. Unknown if that is
/// open for a part.
PackAnswer Exact::askForBound(uint64_t budget) {
  while (true) {
    bool open = false, risen = false;
    for (Part &part : parts) {
      if (isDone(part, lower))
        continue;
      open = true;
      if (!part.task)
        continue;
      if (!part.attempt)
        part.attempt = std::make_unique<PackAttempt>(
            *part.task, part.heights->atMost(lower), attemptOptions, meter);
      PackAnswer answer = part.attempt->run(budget);
      if (answer == PackAnswer::Fits)
        adopt(part, *part.attempt);
      if (answer == PackAnswer::DoesNotFit) {
        if (lower >= part.task->mostHeight()) {
          conflict = part.items;
          return PackAnswer::DoesNotFit;
        }
        raiseBound(part, lower);
        risen = true;
        break;
      }
    }
    if (!open)
      return PackAnswer::Fits;
    if (!risen && llvm::any_of(parts, [&](const Part &part) {
          return !isDone(part, lower);
        }))
      return PackAnswer::Unknown;
  }
}

/// Looks for any packing of a part that has none yet.
PackAnswer Exact::findAny(Part &part, uint64_t budget) {
  PackAttempt attempt(*part.task, part.task->mostHeight(), attemptOptions,
                      meter);
  PackAnswer answer = attempt.run(budget);
  if (answer == PackAnswer::Fits)
    adopt(part, attempt);
  else if (answer == PackAnswer::DoesNotFit)
    conflict = part.items;
  return answer;
}

/// Bisects between the bound and the height of each part. DoesNotFit if a part
/// fits in no capacity at all.
PackAnswer Exact::lowerHeights(uint64_t budget) {
  for (Part &part : parts) {
    if (!part.task)
      continue;
    if (part.height == kNoHeight) {
      PackAnswer answer = findAny(part, budget);
      if (answer == PackAnswer::DoesNotFit)
        return answer;
      if (answer == PackAnswer::Unknown)
        continue;
    }
    Bytes low = lower;
    while (!meter.exhausted()) {
      Bytes middle = part.heights->atMost(low + (part.height - low) / 2);
      if (middle <= low || middle >= part.height)
        break;
      PackAttempt attempt(*part.task, middle, attemptOptions, meter);
      PackAnswer answer = attempt.run(budget);
      if (answer == PackAnswer::Fits) {
        adopt(part, attempt);
        continue;
      }
      if (answer == PackAnswer::DoesNotFit)
        raiseBound(part, middle);
      low = middle;
    }
  }
  return PackAnswer::Unknown;
}

PackAnswer Exact::minimise() {
  if (findImpossible())
    return PackAnswer::DoesNotFit;
  for (uint64_t budget = 4000;; budget *= 4) {
    PackAnswer answer = askForBound(budget);
    if (answer == PackAnswer::Unknown && !meter.exhausted())
      if (lowerHeights(budget) == PackAnswer::DoesNotFit)
        answer = PackAnswer::DoesNotFit;
    if (answer != PackAnswer::Unknown || meter.exhausted())
      return answer;
    if (height() <= lower)
      return PackAnswer::Fits;
    if (llvm::none_of(parts, [&](const Part &part) {
          return part.task && !isDone(part, lower);
        }))
      return PackAnswer::Unknown;
  }
}

} // namespace

PackOutcome memopt::packExactly(const PackingProblem &problem,
                                const PackInstance &instance,
                                const std::vector<Bytes> *start, Bytes bound,
                                const PackOptions &options, WorkMeter &meter) {
  PackOutcome outcome;
  Exact exact(instance, bound, options, meter);
  if (start)
    exact.start(*start);
  PackAnswer answer =
      problem.capacity ? exact.decide(*problem.capacity) : exact.minimise();
  outcome.lowerBound = exact.lower;
  outcome.status = Status::LimitReached;
  if (answer == PackAnswer::DoesNotFit) {
    outcome.status = Status::Infeasible;
    if (problem.capacity)
      outcome.lowerBound = std::max(outcome.lowerBound, *problem.capacity + 1);
    outcome.conflict = shrinkConflict(
        instance, std::move(exact.conflict),
        problem.capacity.value_or(std::numeric_limits<Bytes>::max()), options,
        meter);
    outcome.steps = meter.steps();
    return outcome;
  }
  Bytes height = exact.height();
  outcome.steps = meter.steps();
  if (height > problem.capacity.value_or(kNoHeight - 1))
    return outcome;
  outcome.offsets = instance.expand(exact.offsets);
  outcome.height = height;
  if (height == outcome.lowerBound)
    outcome.status = Status::Optimal;
  else if (problem.capacity)
    outcome.status = Status::Feasible;
  return outcome;
}
