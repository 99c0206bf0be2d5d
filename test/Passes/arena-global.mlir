// RUN: memopt-opt --plan-arena="quiet mode=global" %s | FileCheck %s

// A static buffer for each function that never runs twice at a time.

// CHECK: memref.global "private" @caller_arena : memref<64xi8> = uninitialized {alignment = 64 : i64}
// CHECK-LABEL: func.func @caller
// CHECK: %[[ARENA:.*]] = memref.get_global @caller_arena : memref<64xi8>
// CHECK: memref.view %[[ARENA]]
// CHECK-NOT: memref.dealloc
// CHECK: return
func.func @caller(%m: memref<16xf32>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() {alignment = 64 : i64} : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  call @leaf(%m) : (memref<16xf32>) -> ()
  scf.parallel (%i) = (%c0) to (%n) step (%c1) {
    func.call @at_once(%m) : (memref<16xf32>) -> ()
  }
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  return
}

// The name is taken: another is made.
func.func private @leaf_arena()
// CHECK: memref.global "private" @leaf_arena_0 : memref<64xi8> = uninitialized {alignment = 4 : i64}
// CHECK: func.func @leaf
// CHECK: memref.get_global @leaf_arena_0
func.func @leaf(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  return
}

// Called by several iterations at once, or by what is.
// CHECK-LABEL: func.func @at_once
// CHECK: memref.alloc() : memref<16xf32>
func.func @at_once(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  call @below(%m) : (memref<16xf32>) -> ()
  memref.dealloc %a : memref<16xf32>
  return
}
// CHECK-LABEL: func.func @below
// CHECK: memref.alloc() : memref<16xf32>
func.func @below(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  return
}

// CHECK-LABEL: func.func @recursive
// CHECK: memref.alloc() : memref<16xf32>
func.func @recursive(%m: memref<16xf32>, %more: i1) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  scf.if %more {
    %false = arith.constant false
    func.call @recursive(%m, %false) : (memref<16xf32>, i1) -> ()
  }
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  return
}
