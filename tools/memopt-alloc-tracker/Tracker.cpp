//===- Tracker.cpp - Counts what a program allocates ----------------------===//
//
// See Tracker.h. Every public function takes the lock; nothing here calls the
// functions it stands in for, so it cannot call itself.
//
//===----------------------------------------------------------------------===//

#include "Tracker.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

using namespace memopt::tracker;

/// What a lowered program may rely on without asking: a vector register's.
static constexpr uint64_t leastAlignment = 64;
/// A broken loop may free wrongly a million times; the counts say how often.
static constexpr uint64_t mostComplaints = 20;

static unsigned long long number(uint64_t value) { return value; }

Tracker::~Tracker() {
  for (const auto &entry : blocks)
    std::free(entry.first);
}

void *Tracker::allocate(uint64_t alignment, uint64_t size) {
  std::lock_guard<std::mutex> lock(mutex);
  alignment = std::max(alignment, leastAlignment);
  void *pointer = nullptr;
  // A block of no bytes has an address of its own too.
  if (size > SIZE_MAX - alignment ||
      posix_memalign(&pointer, alignment, std::max<uint64_t>(size, 1)) != 0) {
    std::fprintf(stderr,
                 "memopt-alloc-tracker: no memory for %llu bytes, aligned to "
                 "%llu\n",
                 number(size), number(alignment));
    return nullptr;
  }
  if (settings.poison)
    fill(pointer, size, settings.fresh);
  Block &block = blocks[pointer];
  block = Block{size, ++total, measuring, /*freed=*/false};
  ++counted.leakedAllocations;
  counted.leakedBytes += size;
  if (measuring) {
    ++counted.allocations;
    counted.liveBytes += size;
    counted.peakBytes = std::max(counted.peakBytes, counted.liveBytes);
  }
  return pointer;
}

void Tracker::release(void *pointer) {
  std::lock_guard<std::mutex> lock(mutex);
  if (!pointer)
    return;
  auto it = blocks.find(pointer);
  if (it == blocks.end()) {
    ++counted.foreignFrees;
    return complain("free of memory that is not from here", nullptr);
  }
  Block &block = it->second;
  if (block.freed) {
    ++counted.doubleFrees;
    return complain("second free", &block);
  }
  block.freed = true;
  --counted.leakedAllocations;
  counted.leakedBytes -= block.size;
  if (block.measured && measuring) {
    ++counted.frees;
    counted.liveBytes -= block.size;
  }
  if (settings.poison)
    fill(pointer, block.size, settings.freed);
  quarantine.push_back(pointer);
  quarantined += block.size;
  shrinkQuarantine();
}

void Tracker::startMeasurement() {
  std::lock_guard<std::mutex> lock(mutex);
  for (auto &entry : blocks)
    entry.second.measured = false;
  counted.peakBytes = counted.liveBytes = 0;
  counted.allocations = counted.frees = 0;
  measuring = true;
}

void Tracker::stopMeasurement() {
  std::lock_guard<std::mutex> lock(mutex);
  measuring = false;
}

Counts Tracker::counts() {
  std::lock_guard<std::mutex> lock(mutex);
  for (void *pointer : quarantine)
    checkFreed(pointer, blocks[pointer]);
  return counted;
}

void Tracker::fill(void *pointer, uint64_t size, uint16_t pattern) const {
  const unsigned char bytes[2] = {static_cast<unsigned char>(pattern & 0xFF),
                                  static_cast<unsigned char>(pattern >> 8)};
  auto *at = static_cast<unsigned char *>(pointer);
  for (uint64_t i = 0; i < size; ++i)
    at[i] = bytes[i & 1];
}

/// Counts a block that was written to since it was freed, once for each time
/// that it is looked at and has changed.
void Tracker::checkFreed(void *pointer, const Block &block) {
  if (!settings.poison || block.size == 0)
    return;
  const auto *bytes = static_cast<const unsigned char *>(pointer);
  bool same = bytes[0] == (settings.freed & 0xFF) &&
              (block.size < 2 || bytes[1] == settings.freed >> 8);
  // What repeats after two bytes equals itself moved by two.
  if (same && block.size > 2)
    same = std::memcmp(bytes, bytes + 2, block.size - 2) == 0;
  if (same)
    return;
  ++counted.writesAfterFree;
  complain("write after the free", &block);
  fill(pointer, block.size, settings.freed);
}

/// Gives the oldest freed blocks back while there are too many bytes of them.
/// Blocks of no bytes count as one, or a loop could keep any number of them.
void Tracker::shrinkQuarantine() {
  while (!quarantine.empty() &&
         quarantined + quarantine.size() > settings.quarantineBytes) {
    void *pointer = quarantine.front();
    quarantine.pop_front();
    auto it = blocks.find(pointer);
    checkFreed(pointer, it->second);
    quarantined -= it->second.size;
    blocks.erase(it);
    std::free(pointer);
  }
}

void Tracker::complain(const char *what, const Block *block) {
  if (++complaints > mostComplaints)
    return;
  // By number and size, not by address: the same in every run.
  if (block)
    std::fprintf(stderr,
                 "memopt-alloc-tracker: %s of allocation %llu of %llu bytes\n",
                 what, number(block->number), number(block->size));
  else
    std::fprintf(stderr, "memopt-alloc-tracker: %s\n", what);
  if (complaints == mostComplaints)
    std::fprintf(stderr, "memopt-alloc-tracker: no more of these is shown\n");
}

std::string Counts::text() const {
  const std::pair<const char *, uint64_t> fields[] = {
      {"peak-bytes: ", peakBytes},
      {"live-bytes: ", liveBytes},
      {"allocations: ", allocations},
      {"frees: ", frees},
      {"leaked-allocations: ", leakedAllocations},
      {"leaked-bytes: ", leakedBytes},
      {"double-frees: ", doubleFrees},
      {"foreign-frees: ", foreignFrees},
      {"writes-after-free: ", writesAfterFree}};
  std::string line = "memopt-alloc-tracker: ";
  for (const auto &[name, value] : fields)
    line += (line.back() == ' ' ? "" : ", ") + (name + std::to_string(value));
  return line + "\n";
}

std::string Counts::json() const {
  const std::pair<const char *, uint64_t> fields[] = {
      {"peakBytes", peakBytes},
      {"liveBytes", liveBytes},
      {"allocations", allocations},
      {"frees", frees},
      {"leakedAllocations", leakedAllocations},
      {"leakedBytes", leakedBytes},
      {"doubleFrees", doubleFrees},
      {"foreignFrees", foreignFrees},
      {"writesAfterFree", writesAfterFree}};
  std::string line = "{\"version\": 1";
  for (const auto &[name, value] : fields)
    line += std::string(", \"") + name + "\": " + std::to_string(value);
  return line + "}\n";
}
