//===- PackConflict.cpp - Why buffers do not fit --------------------------===//
//
// A deletion filter. Chunks of the items that do not fit, smaller
// and smaller ones down to single items, are left out for good if the search
// shows within some thousand steps that the rest does not fit either. The
// outcome need not be smallest, but as a rule no item of it can be left out.
//
//===----------------------------------------------------------------------===//

#include "PackConflict.h"

#include "PackAttempt.h"
#include "PackStack.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;

/// Whether it is shown within `maxSteps` steps that `items` do not fit.
static bool isTooMuch(const PackInstance &instance,
                      llvm::ArrayRef<uint32_t> items, Bytes capacity,
                      const PackOptions &options, WorkMeter &meter,
                      uint64_t maxSteps) {
  PackTask task(instance, items, options.useAlignmentBounds);
  if (options.useAlignmentBounds) {
    std::optional<Bytes> bound = stackBound(task, capacity);
    if (!bound || *bound > capacity)
      return true;
  }
  // Without a capacity it is limits on ends that cannot be kept.
  capacity = std::min(capacity, task.mostHeight());
  PackAttempt attempt(task, capacity, options, meter);
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
