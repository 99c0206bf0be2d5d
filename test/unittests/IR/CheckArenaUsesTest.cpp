//===- CheckArenaUsesTest.cpp - Who else uses an arena, and how -----------===//
//
// Plans that are wrong about callees, parallel loops, alignments, and buffers
// that are no part of any arena.
//
//===----------------------------------------------------------------------===//

#include "CheckArenasFixture.h"

using namespace mlir;
using namespace memopt;

namespace {

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

class CheckArenaCalls : public CheckArenas {
protected:
  void SetUp() override {
    wanted = {{Attribute(), 100, 100, 8, 1}, {Attribute(), 24, 24, 4, 1}};
    load(R"(
func.func @f(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  call @g() : () -> ()
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  return
}
func.func private @g())");
    ASSERT_EQ(arena().slots.size(), 3u);
    call = slotOf<func::CallOp>();
  }
  size_t call = 0;
};

TEST_F(CheckArenaCalls, OverlapsABuffer) {
  plans[0].offsets[call] = plans[0].offsets[slotOf<memref::AllocOp>()];
  expectFault("overlap though they are needed together");
}

TEST_F(CheckArenaCalls, OverlapsAnotherArenaOfTheCallee) {
  plans[0].offsets[call + 1] = plans[0].offsets[call];
  expectFault("overlap though they are needed together");
}

TEST_F(CheckArenaCalls, OverlapsInItsLastByte) {
  moveToEnd(call, 0);
  moveToEnd(call + 1, 0);
  plans[0].offsets[call + 1] = plans[0].offsets[call] + 96;
  expectFault("overlap though they are needed together");
}

TEST_F(CheckArenaCalls, HasTooLittleRoom) {
  --buffer(call).size;
  expectFault("has too little room");
}

TEST_F(CheckArenaCalls, IsNotAligned) {
  moveToEnd(call, 8);
  ASSERT_EQ(check(), std::nullopt);
  moveToEnd(call, 4);
  expectFault("is not aligned as its callee needs it");
}

TEST_F(CheckArenaCalls, LosesItsPlace) {
  --buffer(call).live.end;
  expectFault("has no place while it runs");
}

TEST_F(CheckArenaCalls, IsOfAnotherMemorySpace) {
  wanted[0].memorySpace = IntegerAttr::get(IndexType::get(&context), 1);
  expectFault("wants no such arena");
}

TEST_F(CheckArenaCalls, WantsNoSuchArena) {
  arena().slots[call].inner = 2;
  expectFault("wants no such arena");
}

TEST_F(CheckArenaCalls, HasTwoPlaces) {
  arena().slots[call + 1].inner = 0;
  expectFault("has two places");
}

//===----------------------------------------------------------------------===//
// Parallel loops
//===----------------------------------------------------------------------===//

class CheckArenaLoops : public CheckArenas {
protected:
  void SetUp() override {
    load(R"(
func.func @f(%m: memref<16xf32>, %x: f64) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  scf.parallel (%i) = (%c0) to (%c3) step (%c1) {
    %p = memref.alloc() : memref<2xf64>
    %q = memref.alloc() : memref<f32>
    memref.store %x, %p[%c0] : memref<2xf64>
    %v = memref.load %a[%i] : memref<16xf32>
    memref.store %v, %q[] : memref<f32>
    %w = memref.load %p[%c0] : memref<2xf64>
    %u = memref.load %q[] : memref<f32>
    memref.store %u, %a[%i] : memref<16xf32>
  }
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  return
})");
    ASSERT_EQ(model.arenas.size(), 2u);
    ASSERT_EQ(arena(1).slots.size(), 2u);
    loop = slotOf<scf::ParallelOp>();
    ASSERT_EQ(buffer(loop).size, 72);
  }
  size_t loop = 0;
};

TEST_F(CheckArenaLoops, OverlapsABuffer) {
  plans[0].offsets[loop] = plans[0].offsets[slotOf<memref::AllocOp>()];
  expectFault("overlap though they are needed together");
}

TEST_F(CheckArenaLoops, BuffersOfAnIterationOverlap) {
  plans[1].offsets[1] = 8;
  expectFault("overlap though they are needed together");
}

TEST_F(CheckArenaLoops, HasTooLittleRoom) {
  --buffer(loop).size;
  expectFault("has too little room for its iterations");
}

TEST_F(CheckArenaLoops, CountsTooFewIterations) {
  arena(1).numWorkers = 2;
  buffer(loop).size = 48;
  expectFault("has too little room for its iterations");
}

TEST_F(CheckArenaLoops, IsNotAligned) {
  moveToEnd(loop, 8);
  ASSERT_EQ(check(), std::nullopt);
  moveToEnd(loop, 4);
  expectFault("is not aligned as its iterations need it");
}

TEST_F(CheckArenaLoops, LosesItsPlace) {
  --buffer(loop).live.end;
  expectFault("has no place while it runs");
}

TEST_F(CheckArenaLoops, HasSlicesOfNoArena) {
  arena().slots[loop].inner = 0;
  expectFault("has slices that are no arena's");
}

TEST_F(CheckArenaLoops, SharesOneBufferAmongIterations) {
  ArenaSlot slot = arena(1).slots[1];
  arena().slots.push_back(slot);
  arena().problem.buffers.push_back(arena(1).problem.buffers[1]);
  plans[0].offsets.push_back(0);
  moveToEnd(arena().slots.size() - 1, 0);
  expectFault("may run several times at once");
}

//===----------------------------------------------------------------------===//
// Alignment
//===----------------------------------------------------------------------===//

/// Loads a function that gets %a of 64 bytes, with `use` of it; expects a fault
/// if %a is not aligned to `alignment`, and none if it is.
class CheckArenaAlignment : public CheckArenas {
protected:
  void expectAlignment(const std::string &use, Bytes alignment) {
    load((R"(
func.func @f(%x: f32, %y: f64) {
  %c0 = arith.constant 0 : index
  %b = memref.alloc() : memref<i8>
  %a = memref.alloc() : memref<64xi8>
  )" + use +
          R"(
  return
}
func.func private @g(memref<64xi8>))")
             .c_str());
    size_t slot = arena().slots.size() - 1;
    moveToEnd(slot, alignment);
    ASSERT_EQ(check(), std::nullopt);
    moveToEnd(slot, alignment / 2);
    expectFault("uses a buffer that is not aligned for it");
  }
};

TEST_F(CheckArenaAlignment, OfTheElementsOfAnAlias) {
  expectAlignment("%v = memref.view %a[%c0][] : memref<64xi8> to memref<8xf64>"
                  "\n memref.store %y, %v[%c0] : memref<8xf64>",
                  8);
}

TEST_F(CheckArenaAlignment, OfAVectorElement) {
  expectAlignment("%v = memref.view %a[%c0][] : memref<64xi8> to "
                  "memref<vector<8xf32>>\n"
                  "%w = memref.load %v[] : memref<vector<8xf32>>",
                  32);
}

TEST_F(CheckArenaAlignment, OfAnAccess) {
  expectAlignment("%w = memref.load %a[%c0] {alignment = 32 : i64} : "
                  "memref<64xi8>",
                  32);
}

TEST_F(CheckArenaAlignment, ThatIsAssumed) {
  expectAlignment("%w = memref.assume_alignment %a, 16 : memref<64xi8>\n"
                  "%v = memref.load %w[%c0] : memref<64xi8>",
                  16);
}

TEST_F(CheckArenaAlignment, OfVectorsByAlloc) {
  expectAlignment("%v = vector.load %a[%c0] : memref<64xi8>, vector<2xi8>", 16);
}

TEST_F(CheckArenaAlignment, OfWhatACalleeGets) {
  expectAlignment("call @g(%a) : (memref<64xi8>) -> ()\n"
                  "memref.dealloc %a : memref<64xi8>",
                  16);
}

TEST_F(CheckArenas, AsksForNoAlignment) {
  load(R"(
func.func @f(%x: f32) {
  %a = memref.alloc() {alignment = 64 : i64} : memref<f32>
  memref.store %x, %a[] : memref<f32>
  return
})");
  arena().askedAlignment = 1;
  expectFault("is not aligned as it asks for");
}

TEST_F(CheckArenas, HasAnAlignmentThatIsNoPowerOfTwo) {
  load(R"(
func.func @f(%x: f32) {
  %a = memref.alloc() : memref<f32>
  memref.store %x, %a[] : memref<f32>
  return
})");
  buffer(0).alignment = 12;
  expectFault("has an alignment that is no power of 2");
}

//===----------------------------------------------------------------------===//
// What can be no part of an arena
//===----------------------------------------------------------------------===//

/// Loads a function in which the first allocation is left alone, puts it into
/// the arena nevertheless, for all its steps and at a place of its own, and
/// expects the fault.
class CheckArenaRefusals : public CheckArenas {
protected:
  void expectFaultOf(const char *text, StringRef message) {
    load(text);
    const Lifetime &lifetime = lifetimes->all().front();
    ASSERT_EQ(model.refusals.size(), 1u);
    ASSERT_EQ(model.refusals.front().alloc, lifetime.alloc);
    arena().slots.push_back({lifetime.alloc, &lifetime, 0});
    PackingBuffer whole;
    whole.live = {0, Time(lifetimes->numSteps())};
    whole.size = 64;
    arena().problem.buffers.push_back(whole);
    plans[0].offsets.push_back(0);
    moveToEnd(arena().slots.size() - 1, 0);
    expectFault(message);
  }
};

TEST_F(CheckArenaRefusals, Returned) {
  expectFaultOf(R"(
func.func @f(%x: f32) -> memref<f32> {
  %a = memref.alloc() : memref<f32>
  %b = memref.alloc() : memref<f32>
  memref.store %x, %b[] : memref<f32>
  memref.store %x, %a[] : memref<f32>
  return %a : memref<f32>
})",
                "passes a buffer out of the region that makes it");
}

TEST_F(CheckArenaRefusals, CarriedByALoop) {
  expectFaultOf(R"(
func.func @f(%x: f32, %m: memref<f32>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%o = %m) -> memref<f32> {
    %a = memref.alloc() : memref<f32>
    memref.copy %o, %a : memref<f32> to memref<f32>
    scf.yield %a : memref<f32>
  }
  %b = memref.alloc() : memref<f32>
  memref.store %x, %b[] : memref<f32>
  return
})",
                "passes a buffer out of the region that makes it");
}

TEST_F(CheckArenaRefusals, CarriedByABranch) {
  expectFaultOf(R"(
func.func @f(%x: f32, %m: memref<f32>, %p: i1) {
  cf.br ^bb1(%m : memref<f32>)
^bb1(%o: memref<f32>):
  %a = memref.alloc() : memref<f32>
  memref.copy %o, %a : memref<f32> to memref<f32>
  cf.cond_br %p, ^bb1(%a : memref<f32>), ^bb2
^bb2:
  %b = memref.alloc() : memref<f32>
  memref.store %x, %b[] : memref<f32>
  return
})",
                "passes a buffer on around a loop");
}

TEST_F(CheckArenaRefusals, Reallocated) {
  expectFaultOf(R"(
func.func @f(%x: f32) {
  %a = memref.alloc() : memref<4xf32>
  %c = memref.realloc %a : memref<4xf32> to memref<8xf32>
  %b = memref.alloc() : memref<f32>
  memref.store %x, %b[] : memref<f32>
  return
})",
                "frees a part of an arena, or something else");
}

TEST_F(CheckArenaRefusals, FreedTogetherWithAnother) {
  expectFaultOf(R"(
func.func @f(%x: f32, %m: memref<f32>, %p: i1) {
  %a = memref.alloc() : memref<f32>
  %s = arith.select %p, %a, %m : memref<f32>
  memref.dealloc %s : memref<f32>
  %b = memref.alloc() : memref<f32>
  memref.store %x, %b[] : memref<f32>
  return
})",
                "frees a part of an arena, or something else");
}

TEST_F(CheckArenaRefusals, KeptWithoutADealloc) {
  expectFaultOf(R"(
func.func @f(%x: f32) {
  %a = memref.alloc() : memref<4xf32>
  call @keep(%a) : (memref<4xf32>) -> ()
  %b = memref.alloc() : memref<f32>
  memref.store %x, %b[] : memref<f32>
  return
}
func.func private @keep(memref<4xf32>))",
                "may be reached unseen");
}

TEST_F(CheckArenas, LosesItsPlaceBeforeItsDealloc) {
  load(R"(
func.func @f(%m: memref<4xf32>) {
  %a = memref.alloc() : memref<4xf32>
  call @keep(%a) : (memref<4xf32>) -> ()
  memref.copy %m, %m : memref<4xf32> to memref<4xf32>
  memref.dealloc %a : memref<4xf32>
  return
}
func.func private @keep(memref<4xf32>))");
  --buffer(0).live.end;
  expectFault("loses its place before its dealloc");
}

} // namespace
