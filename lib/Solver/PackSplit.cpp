//===- PackSplit.cpp - Parts of a packing problem, solved apart -----------===//
//
// Neighbouring sections are joined where an item is in both, sections before
// and after a gap by the item that has it, and others by pairs that must be
// apart. O(n) but for the union-find.
//
//===----------------------------------------------------------------------===//

#include "PackSplit.h"

#include "llvm/ADT/IntEqClasses.h"

#include <map>

using namespace memopt;

std::vector<std::vector<uint32_t>>
memopt::splitIntoParts(const PackInstance &instance) {
  // How many items are in a section and in the one before.
  std::vector<int64_t> change(instance.numSections + 1);
  llvm::IntEqClasses classes(instance.numSections);
  for (const PackItem &item : instance.items)
    for (SectionRange range : item.active) {
      ++change[range.begin + 1];
      --change[range.end];
      classes.join(item.active.front().begin, range.begin);
    }
  int64_t joined = 0;
  for (uint32_t section = 1; section < instance.numSections; ++section) {
    joined += change[section];
    if (joined > 0)
      classes.join(section - 1, section);
  }
  for (auto [first, second] : instance.apart)
    classes.join(instance.items[first].active.front().begin,
                 instance.items[second].active.front().begin);
  classes.compress();

  std::vector<std::vector<uint32_t>> parts(classes.getNumClasses());
  for (uint32_t id = 0; id < instance.items.size(); ++id)
    parts[classes[instance.items[id].active.front().begin]].push_back(id);
  return parts;
}

uint64_t memopt::countPairs(const PackInstance &instance,
                            const std::vector<uint32_t> &items) {
  std::map<uint32_t, int64_t> begins, ends;
  for (uint32_t id : items)
    for (SectionRange range : instance.items[id].active) {
      ++begins[range.begin];
      ++ends[range.end];
    }
  uint64_t pairs = 0;
  int64_t active = 0;
  auto end = ends.begin();
  for (auto [section, count] : begins) {
    for (; end != ends.end() && end->first <= section; ++end)
      active -= end->second;
    pairs += static_cast<uint64_t>(count * active + count * (count - 1) / 2);
    active += count;
  }
  return pairs;
}
