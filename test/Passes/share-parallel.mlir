// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// What an iteration of a parallel loop makes is its own.

// CHECK-LABEL: func @forall_apart
// CHECK: memref.alloc()
// CHECK: scf.forall
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @forall_apart
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// NOT MERGED: the runner runs one iteration after the other;
// Integration/share-threads.mlir runs one like it on threads
func.func @forall_apart(%n: index, %v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %x = memref.load %a[%c0] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  scf.forall (%i) in (%n) {
    %b = memref.alloc() : memref<8xf32>
    memref.store %x, %b[%c0] : memref<8xf32>
    %y = memref.load %b[%c0] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  return
}

// CHECK-LABEL: func @parallel_apart
// CHECK: memref.alloc()
// CHECK: scf.parallel
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @parallel_apart
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
// NOT MERGED: the runner runs one iteration after the other;
// Integration/share-threads.mlir runs one like it on threads
func.func @parallel_apart(%n: index, %v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %x = memref.load %a[%c0] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  scf.parallel (%i) = (%c0) to (%n) step (%c1) {
    %b = memref.alloc() : memref<8xf32>
    memref.store %x, %b[%c0] : memref<8xf32>
    %y = memref.load %b[%c0] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  return
}

// CHECK-LABEL: func @affine_apart
// CHECK: memref.alloc()
// CHECK: affine.parallel
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @affine_apart
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'affine.store' at 7 to 'affine.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// NOT MERGED: the runner runs one iteration after the other;
// Integration/share-threads.mlir runs one like it on threads
func.func @affine_apart(%v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %x = memref.load %a[%c0] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  affine.parallel (%i) = (0) to (4) {
    %b = memref.alloc() : memref<8xf32>
    affine.store %x, %b[%i] : memref<8xf32>
    %y = affine.load %b[%i] : memref<8xf32>
    affine.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  return
}

// An op that is not known to run its region at once, and in order.
// CHECK-LABEL: func @omp_apart
// CHECK: memref.alloc()
// CHECK: omp.parallel
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @omp_apart
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 3
// LIFE-NEXT: ends: with its last use
// LIFE: live: [6, 7), from 'memref.store' at 6 to 'memref.store' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: needs threads; Integration/share-openmp.mlir runs one like it
func.func @omp_apart(%v: f32, %i: index) {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  omp.parallel {
    %b = memref.alloc() : memref<8xf32>
    memref.store %x, %b[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
    omp.terminator
  }
  return
}

// Within an iteration they share.
// CHECK-LABEL: func @shared
// CHECK: scf.forall
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
func.func @shared(%n: index, %v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  scf.forall (%i) in (%n) {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%c0] : memref<8xf32>
    %x = memref.load %a[%c0] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
    %b = memref.alloc() : memref<8xf32>
    memref.store %x, %b[%c0] : memref<8xf32>
    %y = memref.load %b[%c0] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  return
}
