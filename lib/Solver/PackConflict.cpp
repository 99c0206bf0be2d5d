//===- PackConflict.cpp - Why buffers do not fit --------------------------===//
//
// Of the items that are active in the fullest section, the largest are taken
// until they pass the capacity: no fewer items of that section do. Another
// section might have fewer.
//
//===----------------------------------------------------------------------===//

#include "PackConflict.h"

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
