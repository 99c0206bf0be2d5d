//===- CountingAllocator.cpp - Counts what a lowered program allocates ----===//
//
// The generic allocation functions that finalize-memref-to-llvm calls with
// use-generic-functions=1, loaded into mlir-runner by the integration tests.
// Counts live and peak bytes, allocations, leaks, double frees and frees of
// unknown pointers, and writes to freed memory. Fresh memory is filled with
// 0xCD and freed memory with 0xDD, so that a program which reads either gives
// a wrong answer rather than a lucky one. Bytes are those asked for: lower
// with buffer alignment 0, or memref.alloc asks for its alignment on top.
//
// Cost: a fill and a hash lookup per call; freed blocks are kept, up to
// quarantineLimit bytes, so that their addresses are not handed out again.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <mutex>
#include <unordered_map>

namespace {

constexpr unsigned char freshByte = 0xCD;
constexpr unsigned char freedByte = 0xDD;
constexpr size_t leastAlignment = 64;
constexpr uint64_t quarantineLimit = uint64_t(256) << 20;

struct Block {
  uint64_t size = 0;
  /// Whether it was allocated between reset and stop.
  bool counted = false;
  bool freed = false;
};

class Counter {
public:
  void *allocate(uint64_t alignment, uint64_t size);
  void release(void *pointer);
  void reset();
  void stop();
  void print();

private:
  void error(const char *what, const void *pointer);
  void checkPoison(const void *pointer, uint64_t size);
  void evict();

  std::mutex mutex;
  std::unordered_map<void *, Block> blocks;
  std::deque<void *> quarantine;
  uint64_t quarantineBytes = 0;
  bool counting = true;
  uint64_t live = 0;
  uint64_t peak = 0;
  uint64_t allocations = 0;
  uint64_t errors = 0;
};

} // namespace

void Counter::error(const char *what, const void *pointer) {
  ++errors;
  std::fprintf(stderr, "counting allocator: %s at %p\n", what, pointer);
}

void *Counter::allocate(uint64_t alignment, uint64_t size) {
  std::lock_guard<std::mutex> lock(mutex);
  if (alignment < leastAlignment)
    alignment = leastAlignment;
  void *pointer = nullptr;
  if (size > SIZE_MAX - alignment ||
      posix_memalign(&pointer, alignment, size ? size : 1) != 0) {
    std::fprintf(stderr, "counting allocator: out of memory: %llu bytes\n",
                 static_cast<unsigned long long>(size));
    std::abort();
  }
  std::memset(pointer, freshByte, size);
  blocks[pointer] = Block{size, counting, /*freed=*/false};
  if (counting) {
    ++allocations;
    live += size;
    if (live > peak)
      peak = live;
  }
  return pointer;
}

void Counter::release(void *pointer) {
  std::lock_guard<std::mutex> lock(mutex);
  if (!pointer)
    return;
  auto it = blocks.find(pointer);
  if (it == blocks.end())
    return error("free of an unknown pointer", pointer);
  Block &block = it->second;
  if (block.freed)
    return error("double free", pointer);
  block.freed = true;
  if (block.counted && counting)
    live -= block.size;
  std::memset(pointer, freedByte, block.size);
  quarantine.push_back(pointer);
  quarantineBytes += block.size;
  evict();
}

void Counter::checkPoison(const void *pointer, uint64_t size) {
  const auto *bytes = static_cast<const unsigned char *>(pointer);
  // A run of one byte equals itself shifted by one.
  if (size &&
      (bytes[0] != freedByte || std::memcmp(bytes, bytes + 1, size - 1) != 0))
    error("write to freed memory", pointer);
}

/// Gives the oldest freed blocks back once the quarantine is full.
void Counter::evict() {
  while (quarantineBytes > quarantineLimit) {
    void *pointer = quarantine.front();
    quarantine.pop_front();
    auto it = blocks.find(pointer);
    checkPoison(pointer, it->second.size);
    quarantineBytes -= it->second.size;
    blocks.erase(it);
    std::free(pointer);
  }
}

/// Starts counting from zero; what lives already does not count.
void Counter::reset() {
  std::lock_guard<std::mutex> lock(mutex);
  for (auto &entry : blocks)
    entry.second.counted = false;
  live = peak = allocations = 0;
  counting = true;
}

/// Ends counting of bytes; leaks and errors are still watched.
void Counter::stop() {
  std::lock_guard<std::mutex> lock(mutex);
  counting = false;
}

/// Prints the counters. Every block that is still alive is a leak.
void Counter::print() {
  std::lock_guard<std::mutex> lock(mutex);
  for (void *pointer : quarantine)
    checkPoison(pointer, blocks[pointer].size);
  uint64_t leaked = 0;
  for (const auto &entry : blocks)
    leaked += entry.second.freed ? 0 : 1;
  std::printf("peak-bytes: %llu\nallocations: %llu\nleaked: %llu\n"
              "errors: %llu\n",
              static_cast<unsigned long long>(peak),
              static_cast<unsigned long long>(allocations),
              static_cast<unsigned long long>(leaked),
              static_cast<unsigned long long>(errors));
  std::fflush(stdout);
}

static Counter &counter() {
  // Never destroyed: the program may free after static destructors ran.
  static auto *theCounter = new Counter;
  return *theCounter;
}

extern "C" {

// The names that the lowering calls, and those that a test's main calls.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
void *_mlir_memref_to_llvm_alloc(uint64_t size) {
  return counter().allocate(leastAlignment, size);
}

void *_mlir_memref_to_llvm_aligned_alloc(uint64_t alignment, uint64_t size) {
  return counter().allocate(alignment, size);
}

void _mlir_memref_to_llvm_free(void *pointer) { counter().release(pointer); }

void memopt_reset_counters() { counter().reset(); }
void memopt_stop_counters() { counter().stop(); }
void memopt_print_counters() { counter().print(); }
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

} // extern "C"
