// RUN: memopt-opt --plan-arena="quiet mode=argument" %s | FileCheck %s

// The arena is an argument. A callee's is a slice of its caller's, live while
// the call runs; where the caller cannot give one, the call allocates it.

// CHECK-LABEL: func.func private @leaf
// CHECK-SAME: %[[LEAF:arg1]]: memref<?xi8> {memopt.arena_alignment = 4 : i64, memopt.arena_size = 64 : i64}
// CHECK-NOT: cf.assert
// CHECK: memref.view %[[LEAF]]
// CHECK-NOT: func.func @leaf_arena_size
func.func private @leaf(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  return
}

// %a is needed after the call, so the slice is beside it; %b takes its bytes.
// CHECK-LABEL: func.func @caller
// CHECK-SAME: %[[ARENA:arg1]]: memref<?xi8> {memopt.arena_alignment = 4 : i64, memopt.arena_size = 128 : i64}
// CHECK: %[[DIM:.*]] = memref.dim %[[ARENA]]
// CHECK: %[[FITS:.*]] = arith.cmpi uge, %[[DIM]]
// CHECK: cf.assert %[[FITS]], "@caller needs an arena of 128 bytes"
// CHECK: cf.assert %{{.*}}, "@caller needs an arena aligned to 4 bytes"
// CHECK: %[[SLICE:.*]] = memref.view %[[ARENA]]{{.*}} : memref<?xi8> to memref<64xi8>
// CHECK: %[[CAST:.*]] = memref.cast %[[SLICE]] : memref<64xi8> to memref<?xi8>
// CHECK: call @leaf(%{{.*}}, %[[CAST]])
// CHECK: func.func @caller_arena_size() -> index
// CHECK-NEXT: %[[SIZE:.*]] = arith.constant 128 : index
// CHECK-NEXT: return %[[SIZE]]
func.func @caller(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  call @leaf(%m) : (memref<16xf32>) -> ()
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.copy %m, %b : memref<16xf32> to memref<16xf32>
  memref.copy %b, %m : memref<16xf32> to memref<16xf32>
  memref.dealloc %b : memref<16xf32>
  return
}

// A function with no buffer of its own hands on what its callees need, once for
// two calls.
// CHECK-LABEL: func.func @twice
// CHECK-SAME: memopt.arena_size = 128 : i64
func.func @twice(%m: memref<16xf32>) {
  call @caller(%m) : (memref<16xf32>) -> ()
  call @caller(%m) : (memref<16xf32>) -> ()
  return
}

// Recursion: the arena would be in use. What it calls gets its own.
// CHECK-LABEL: func.func @recursive(%{{.*}}: memref<16xf32>, %{{.*}}: i1) {
// CHECK: memref.alloc() : memref<16xf32>
// CHECK: %[[OWN:.*]] = memref.alloc() : memref<64xi8>
// CHECK: %[[CAST:.*]] = memref.cast %[[OWN]]
// CHECK: func.call @leaf(%{{.*}}, %[[CAST]])
// CHECK: memref.dealloc %[[OWN]]
func.func @recursive(%m: memref<16xf32>, %more: i1) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  scf.if %more {
    %false = arith.constant false
    func.call @recursive(%m, %false) : (memref<16xf32>, i1) -> ()
    func.call @leaf(%m) : (memref<16xf32>) -> ()
  }
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  return
}

// Somebody else may call it, by its old type.
// CHECK-LABEL: func.func @taken(%{{.*}}: memref<16xf32>) {
// CHECK: memref.alloc() : memref<16xf32>
func.func @taken(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  return
}
func.func @taker() -> ((memref<16xf32>) -> ()) {
  %f = constant @taken : (memref<16xf32>) -> ()
  return %f : (memref<16xf32>) -> ()
}

// Iterations that run at once give slices of their slices; if their number is
// not known, each call allocates.
// CHECK-LABEL: func.func @parallel
// CHECK-SAME: memopt.arena_size = 256 : i64
// CHECK: scf.parallel
// CHECK: %[[ITERATION:.*]] = memref.view {{.*}} : memref<?xi8> to memref<64xi8>
// CHECK: %[[SLICE:.*]] = memref.view %[[ITERATION]]
// CHECK: %[[CAST:.*]] = memref.cast %[[SLICE]]
// CHECK: func.call @leaf(%{{.*}}, %[[CAST]])
// CHECK: scf.parallel
// CHECK: %[[OWN:.*]] = memref.alloc() : memref<64xi8>
// CHECK: memref.cast %[[OWN]]
// CHECK: func.call @leaf
// CHECK: memref.dealloc %[[OWN]]
func.func @parallel(%m: memref<16xf32>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  scf.parallel (%i) = (%c0) to (%c4) step (%c1) {
    func.call @leaf(%m) : (memref<16xf32>) -> ()
  }
  scf.parallel (%i) = (%c0) to (%n) step (%c1) {
    func.call @leaf(%m) : (memref<16xf32>) -> ()
  }
  return
}
