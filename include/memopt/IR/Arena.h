//===- Arena.h - The allocations of a function as packing problems -*- C++ -*-//
//
// From lifetimes to packing problems: which allocations can be parts of one
// allocation, what each needs, and when. One problem for each memory space of
// the function, and one more for each parallel loop with buffers of its own:
//
//   function ── arena ──┬─ buffer, live at some steps
//                       ├─ callee's arena, live while it is called
//                       └─ workers' slices, live while the loop runs
//                            └─ arena of one iteration ── buffer, …
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_ARENA_H
#define MEMOPT_IR_ARENA_H

#include "memopt/IR/Sharing.h"
#include "memopt/Model/Packing.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>
#include <string>
#include <vector>

namespace memopt {

/// What is planned.
struct ArenaModelOptions {
  /// `memref.alloca` takes part.
  bool includeAllocas = false;
  /// Ops may write their result over a dying input.
  bool inPlace = true;
  /// The least alignment of each buffer in bytes, a power of two.
  Bytes alignment = 1;
  /// A parallel loop gets a slice for each iteration if it has no more than
  /// these; otherwise what it allocates stays.
  int64_t maxWorkers = 64;
  /// An allocation of bytes that would be alone in the function's arena stays:
  /// it is one already.
  bool keepSingleBytes = false;
  /// The memory spaces to plan, as spaceName gives them; all if empty.
  llvm::SmallVector<std::string> memorySpaces;
};

/// The alignment in bytes that allocators give without being asked.
constexpr Bytes kMallocAlignment = 16;

/// What a function wants of its callers: room in one memory space.
struct ArenaNeed {
  mlir::Attribute memorySpace;
  Bytes size = 0;
  /// No plan for the function makes that less.
  Bytes lowerBound = 0;
  Bytes alignment = 1;
  Bytes askedAlignment = 1;
};

/// The arenas that the callee of a call wants; none if it wants nothing.
using CalleeNeeds =
    llvm::function_ref<llvm::ArrayRef<ArenaNeed>(mlir::CallOpInterface)>;

/// What a buffer of a packing problem stands for.
struct ArenaSlot {
  /// The allocation, the call, or the parallel loop.
  mlir::Operation *op = nullptr;
  /// Of the allocation; null for a call or a loop.
  const Lifetime *lifetime = nullptr;
  /// For a call, which of the callee's arenas; for a loop, the index of the
  /// arena of one iteration.
  unsigned inner = 0;
};

/// What one induction variable of a loop goes through.
struct StaticRange {
  int64_t begin = 0;
  int64_t step = 1;
  /// How many values there are.
  int64_t trips = 0;
};

/// One packing problem.
struct Arena {
  mlir::Attribute memorySpace;
  /// The parallel loop of whose iterations each has one; null for the
  /// function's own.
  mlir::Operation *loop = nullptr;
  /// For a loop's: its induction variables, how many iterations there are, the
  /// index of the arena that holds all their slices, and of the slot there.
  llvm::SmallVector<StaticRange, 0> ranges;
  int64_t numWorkers = 1;
  unsigned parent = 0;
  unsigned parentSlot = 0;
  /// The alignment to ask of an allocator: 1 if what it gives is enough.
  Bytes askedAlignment = 1;
  /// Times are steps of the function.
  PackingProblem problem;
  /// One for each buffer of the problem.
  std::vector<ArenaSlot> slots;
  /// Each of the `together` pairs: the op that reads the one and writes the
  /// other.
  std::vector<mlir::Operation *> writers;
};

/// The packing problems of a function. An arena comes after the one that holds
/// it, so they are solved from the last to the first.
struct ArenaModel {
  std::vector<Arena> arenas;
  /// Allocations that are left as they are, in order.
  std::vector<Refusal> refusals;
};

/// Where the buffers of an arena are.
struct ArenaPlan {
  std::vector<Bytes> offsets;
  Bytes height = 0;
};

/// A memory space as options and reports have it: "default", the number, or the
/// attribute.
std::string spaceName(mlir::Attribute memorySpace);

/// The least power of two that every buffer's alignment divides.
Bytes alignmentOf(const Arena &arena);

/// The packing problems of the function that `storage` describes. Linear in the
/// ops and their operands.
ArenaModel buildArenaModel(const Storage &storage, const Lifetimes &lifetimes,
                           const ArenaModelOptions &options, CalleeNeeds needs);

/// A model with no arena, in which all allocations are left alone because of
/// `culprit`.
ArenaModel refuseAll(const Lifetimes &lifetimes,
                     const ArenaModelOptions &options, mlir::Operation *culprit,
                     llvm::StringRef reason);

/// Tells the arena around that of a loop how much the iterations take together,
/// once the height of one is known. False if it is more than 2^60 bytes.
bool reserveSlices(ArenaModel &model, unsigned arena, Bytes height);

/// Checks on the IR itself that the plans, one for each arena of the model, can
/// be applied: each use of each alias of a buffer is while the buffer has its
/// place, also around the blocks of a control flow graph; a callee's arena has
/// its place while the call runs, and a parallel loop's slices while the loop
/// does; what overlaps is never needed together, or written in place; sizes and
/// alignments are enough for types, accesses and callees. Shares nothing with
/// what builds the model. Returns what is wrong, or nothing.
std::optional<std::string> checkArenas(const ArenaModel &model,
                                       const Storage &storage,
                                       const Lifetimes &lifetimes,
                                       CalleeNeeds needs,
                                       llvm::ArrayRef<ArenaPlan> plans);

} // namespace memopt

#endif // MEMOPT_IR_ARENA_H
