// RUN: memopt-opt --plan-arena=quiet %s | FileCheck %s
// RUN: memopt-opt --plan-arena="quiet max-workers=8" %s | FileCheck %s --check-prefix=FEW

// Iterations that run at once each have a slice of the arena, if their number is
// static and not too large. Otherwise what they allocate stays.

func.func private @use(f32)

// 3 times 4 iterations of 36 bytes, rounded up to the alignment of 8.
// CHECK-LABEL: func.func @static
// CHECK: %[[ARENA:.*]] = memref.alloc() : memref<480xi8>
// CHECK: scf.parallel (%[[I:.*]], %[[J:.*]]) =
// CHECK: %[[LI:.*]] = arith.subi %[[I]], %c2
// CHECK: %[[TWO:.*]] = arith.constant 2 : index
// CHECK: %[[NI:.*]] = arith.divui %[[LI]], %[[TWO]]
// CHECK: %[[FOUR:.*]] = arith.constant 4 : index
// CHECK: %[[ROW:.*]] = arith.muli %[[NI]], %[[FOUR]]
// CHECK: %[[NUMBER:.*]] = arith.addi %[[ROW]], %[[J]]
// CHECK: %[[BYTES:.*]] = arith.constant 40 : index
// CHECK: %[[SHIFT:.*]] = arith.muli %[[NUMBER]], %[[BYTES]]
// CHECK: %[[AT:.*]] = arith.addi %[[SHIFT]]
// CHECK: %[[SLICE:.*]] = memref.view %[[ARENA]][%[[AT]]][] : memref<480xi8> to memref<40xi8>
// CHECK: memref.view %[[SLICE]]{{.*}} to memref<4xf64>
// CHECK: memref.view %[[SLICE]]{{.*}} to memref<f32>
// CHECK-NOT: memref.alloc
// CHECK: scf.reduce
// FEW-LABEL: func.func @static
// FEW: scf.parallel
// FEW: memref.alloc() : memref<4xf64>
func.func @static(%x: f64, %y: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c4 = arith.constant 4 : index
  %c7 = arith.constant 7 : index
  scf.parallel (%i, %j) = (%c2, %c0) to (%c7, %c4) step (%c2, %c1) {
    %a = memref.alloc() : memref<4xf64>
    %b = memref.alloc() : memref<f32>
    memref.store %x, %a[%c0] : memref<4xf64>
    memref.store %y, %b[] : memref<f32>
    %v = memref.load %b[] : memref<f32>
    %w = memref.load %a[%c0] : memref<4xf64>
    func.call @use(%v) : (f32) -> ()
    memref.dealloc %a : memref<4xf64>
    memref.dealloc %b : memref<f32>
  }
  return
}

// Loops in loops: slices of slices. What is made around the inner loop is the
// outer iteration's.
// CHECK-LABEL: func.func @nested
// CHECK: memref.alloc() : memref<64xi8>
// CHECK: scf.forall
// CHECK: %[[OUTER:.*]] = memref.view {{.*}} : memref<64xi8> to memref<16xi8>
// CHECK: memref.view %[[OUTER]]{{.*}} : memref<16xi8> to memref<f32>
// CHECK: scf.parallel
// CHECK: %[[INNER:.*]] = memref.view %[[OUTER]]{{.*}} : memref<16xi8> to memref<4xi8>
// CHECK: memref.view %[[INNER]]{{.*}} : memref<4xi8> to memref<f32>
// CHECK-NOT: memref.alloc
func.func @nested(%x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  scf.forall (%i) in (4) {
    %a = memref.alloc() : memref<f32>
    memref.store %x, %a[] : memref<f32>
    scf.parallel (%j) = (%c0) to (%c3) step (%c1) {
      %b = memref.alloc() : memref<f32>
      %v = memref.load %a[] : memref<f32>
      memref.store %v, %b[] : memref<f32>
      %w = memref.load %b[] : memref<f32>
      func.call @use(%w) : (f32) -> ()
      memref.dealloc %b : memref<f32>
    }
    memref.dealloc %a : memref<f32>
  }
  return
}

// CHECK-LABEL: func.func @dynamic
// CHECK: scf.parallel
// CHECK: memref.alloc() : memref<f32>
func.func @dynamic(%x: f32, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.parallel (%i) = (%c0) to (%n) step (%c1) {
    %a = memref.alloc() : memref<f32>
    memref.store %x, %a[] : memref<f32>
    memref.dealloc %a : memref<f32>
  }
  return
}

// Iterations that are mapped to something may not share the memory.
// CHECK-LABEL: func.func @mapped
// CHECK: scf.forall
// CHECK: memref.alloc() : memref<f32>
func.func @mapped(%x: f32) {
  scf.forall (%i) in (4) {
    %a = memref.alloc() : memref<f32>
    memref.store %x, %a[] : memref<f32>
    memref.dealloc %a : memref<f32>
  } {mapping = [#gpu.thread<x>]}
  return
}

// What threads of a launch allocate is theirs; what the host allocates around it
// is in the arena.
// CHECK-LABEL: func.func @launch
// CHECK: memref.alloc() : memref<4xi8>
// CHECK: gpu.launch
// CHECK: memref.alloc() : memref<4xf32>
func.func @launch(%x: f32, %n: index) {
  %c0 = arith.constant 0 : index
  %h = memref.alloc() : memref<f32>
  memref.store %x, %h[] : memref<f32>
  gpu.launch blocks(%bx, %by, %bz) in (%gx = %n, %gy = %n, %gz = %n)
             threads(%tx, %ty, %tz) in (%sx = %n, %sy = %n, %sz = %n) {
    %a = memref.alloc() : memref<4xf32>
    %v = memref.load %h[] : memref<f32>
    memref.store %v, %a[%c0] : memref<4xf32>
    memref.dealloc %a : memref<4xf32>
    gpu.terminator
  }
  memref.dealloc %h : memref<f32>
  return
}

// A loop without iterations makes nothing.
// CHECK-LABEL: func.func @none
// CHECK: scf.parallel
// CHECK: memref.alloc() : memref<f32>
func.func @none(%x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.parallel (%i) = (%c1) to (%c0) step (%c1) {
    %a = memref.alloc() : memref<f32>
    memref.store %x, %a[] : memref<f32>
    memref.dealloc %a : memref<f32>
  }
  return
}
