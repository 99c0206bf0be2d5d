// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Across the branches of an if or a switch, and from a loop to what is dead
// outside of it.

// CHECK-LABEL: func @if_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: scf.if
// CHECK-NOT: memref.dealloc
// CHECK: else
// CHECK-NOT: memref.dealloc
// CHECK: }
// CHECK-NEXT: memref.dealloc
// CHECK-NEXT: return
// LIFE-LABEL: lifetimes of @if_shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @if_shared(%c: i1, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) {
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %x = memref.load %a[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  } else {
    %b = memref.alloc() : memref<8xf32>
    memref.store %w, %b[%i] : memref<8xf32>
    %y = memref.load %b[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  return
}

// What is read after the if is not free in one of its branches, though the
// other alone uses it.
// CHECK-LABEL: func @if_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @if_apart
// LIFE: live: [1, 12), from 'memref.store' at 1 to 'memref.load' at 11
// LIFE-NEXT: freed by: 'memref.dealloc' at 12
// LIFE-NEXT: ends: with its last use
// LIFE: live: [6, 9), from 'memref.store' at 6 to 'memref.store' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
// MERGED: %a %b
func.func @if_apart(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  scf.if %c {
    memref.store %w, %a[%i] : memref<8xf32>
  } else {
    %b = memref.alloc() : memref<8xf32>
    memref.store %w, %b[%i] : memref<8xf32>
    %y = memref.load %b[%i] : memref<8xf32>
    memref.store %y, %b[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  %x = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @switch_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @switch_shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
// LIFE: live: [14, 16), from 'memref.store' at 14 to 'memref.load' at 15
// LIFE-NEXT: freed by: 'memref.dealloc' at 17
// LIFE-NEXT: ends: with its last use
func.func @switch_shared(%c: index, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) {
  scf.index_switch %c
  case 0 {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %x = memref.load %a[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
    scf.yield
  }
  case 1 {
    %a = memref.alloc() : memref<8xf32>
    memref.store %w, %a[%i] : memref<8xf32>
    %x = memref.load %a[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
    scf.yield
  }
  default {
    %b = memref.alloc() : memref<8xf32>
    memref.store %v, %b[%i] : memref<8xf32>
    %x = memref.load %b[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  return
}

// CHECK-LABEL: func @loop_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK: scf.for
// CHECK-NOT: memref.alloc()
// CHECK: }
// CHECK-NEXT: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @loop_shared
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @loop_shared(%n: index, %v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %x = memref.load %a[%c0] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  scf.for %i = %c0 to %n step %c1 {
    %b = memref.alloc() : memref<8xf32>
    memref.store %x, %b[%i] : memref<8xf32>
    %y = memref.load %b[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  return
}

// The outer one is read after the loop.
// CHECK-LABEL: func @loop_apart
// CHECK: memref.alloc()
// CHECK: scf.for
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @loop_apart
// LIFE: live: [3, 13), from 'linalg.fill' at 3 to 'memref.copy' at 12
// LIFE-NEXT: freed by: 'memref.dealloc' at 13
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// MERGED: %a %b
func.func @loop_apart(%n: index, %v: f32, %w: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<8xf32>)
  scf.for %i = %c0 to %n step %c1 {
    %b = memref.alloc() : memref<8xf32>
    memref.store %w, %b[%i] : memref<8xf32>
    %y = memref.load %b[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
  }
  memref.copy %a, %out : memref<8xf32> to memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  return
}
