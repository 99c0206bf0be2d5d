//===- PackConflict.cpp - Why buffers do not fit --------------------------===//
//
// By live sums: of the items that are active in the fullest section, the
// largest are taken until they pass the capacity: no fewer items of that
// section do. Another section might have fewer.
//
// By search: a deletion filter. Chunks of the items that do not fit, smaller
// and smaller ones down to single items, are left out for good if the search
// shows within some thousand steps that the rest does not fit either. The
// outcome need not be smallest, but as a rule no item of it can be left out.
//
//===----------------------------------------------------------------------===//

#include "PackConflict.h"

#include "PackAttempt.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;

std::vector<uint32_t> memopt::buffersAbove(const PackInstance &instance,
                                           Bytes capacity) {
  for (const PackItem &item : instance.items)
    if (item.fixedOffset && *item.fixedOffset + item.size > capacity)
      return {item.buffers.begin(), item.buffers.end()};
  auto fullest = llvm::max_element(instance.liveSums);
  if (fullest == instance.liveSums.end() || *fullest <= capacity)
    return {};
  auto section =
      static_cast<uint32_t>(std::distance(instance.liveSums.begin(), fullest));
  std::vector<const PackItem *> active;
  for (const PackItem &item : instance.items)
    if (llvm::any_of(item.active, [&](SectionRange range) {
          return range.begin <= section && section < range.end;
        }))
      active.push_back(&item);
  llvm::stable_sort(active, [](const PackItem *a, const PackItem *b) {
    return a->size > b->size;
  });
  std::vector<uint32_t> buffers;
  Bytes sum = 0;
  for (const PackItem *item : active) {
    llvm::append_range(buffers, item->buffers);
    sum += item->size;
    if (sum > capacity)
      break;
  }
  llvm::sort(buffers);
  return buffers;
}

/// Whether it is shown within `maxSteps` steps that `items` do not fit.
static bool isTooMuch(const PackInstance &instance,
                      llvm::ArrayRef<uint32_t> items, Bytes capacity,
                      const PackOptions &options, WorkMeter &meter,
                      uint64_t maxSteps) {
  PackTask task(instance, items);
  Bytes units = capacity / task.unit;
  // Without a capacity it is limits on ends that cannot be kept.
  if (capacity == std::numeric_limits<Bytes>::max()) {
    units = 0;
    for (const PackTask::Item &item : task.items)
      units += item.size + item.alignment - 1 + item.least;
  }
  PackAttempt attempt(task, units, options, meter);
  return attempt.run(maxSteps) == PackAnswer::DoesNotFit;
}

std::vector<uint32_t> memopt::shrinkConflict(const PackInstance &instance,
                                             std::vector<uint32_t> items,
                                             Bytes capacity,
                                             const PackOptions &options,
                                             WorkMeter &meter) {
  constexpr uint64_t kStepsEach = 2000;
  PackOptions small = options;
  small.maxMemoBytes = std::min(small.maxMemoBytes, uint64_t(1) << 24);
  // Chunks of half the items, of a quarter, and so on.
  for (size_t chunk = (items.size() + 1) / 2; chunk > 0; chunk /= 2)
    for (size_t at = items.size(); at > 0 && !meter.exhausted();) {
      size_t begin = at > chunk ? at - chunk : 0;
      llvm::ArrayRef<uint32_t> all(items);
      std::vector<uint32_t> less = all.take_front(begin).vec();
      llvm::append_range(less, all.drop_front(at));
      if (!less.empty() &&
          isTooMuch(instance, less, capacity, small, meter, kStepsEach))
        items = std::move(less);
      at = begin;
    }
  std::vector<uint32_t> buffers;
  for (uint32_t id : items)
    llvm::append_range(buffers, instance.items[id].buffers);
  llvm::sort(buffers);
  return buffers;
}
