// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// The allocation that survives must stand before every use of those that it
// replaces.

// The one inside comes first: it stays inside, and the later one outside.
// Without deallocs nothing moves.
// CHECK-LABEL: func @apart
// CHECK: scf.if
// CHECK: memref.alloc()
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
// NOT MERGED: what is inside has no name outside
func.func @apart(%c: i1, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// With deallocs the allocation moves out in front of both.
// CHECK-LABEL: func @hoisted
// CHECK-NEXT: %[[M:.*]] = memref.alloc()
// CHECK-NEXT: scf.if
// CHECK-NOT: memref.alloc
// CHECK: }
// CHECK-NOT: memref.alloc
// CHECK: memref.load %[[M]]
// CHECK-NEXT: memref.dealloc %[[M]]
// CHECK-NEXT: return
// LIFE-LABEL: lifetimes of @hoisted
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
func.func @hoisted(%c: i1, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// The size is known inside only.
// CHECK-LABEL: func @size_apart
// CHECK: scf.if
// CHECK: memref.alloc(
// CHECK: }
// CHECK: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @size_apart
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [10, 12), from 'memref.store' at 10 to 'memref.load' at 11
// LIFE-NEXT: freed by: 'memref.dealloc' at 12
// LIFE-NEXT: ends: with its last use
// NOT MERGED: what is inside has no name outside
func.func @size_apart(%c: i1, %i: index, %n: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  scf.if %c {
    %m = arith.muli %n, %n : index
    %a = memref.alloc(%m) : memref<?xf32>
    memref.store %v, %a[%i] : memref<?xf32>
    %y = memref.load %a[%i] : memref<?xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<?xf32>
  }
  %m = arith.muli %n, %n : index
  %b = memref.alloc(%m) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  memref.dealloc %b : memref<?xf32>
  return %x : f32
}

// The outer one comes first and is dead: the inner one uses it.
// CHECK-LABEL: func @shared
// CHECK-NEXT: %[[M:.*]] = memref.alloc()
// CHECK-NOT: memref.alloc
// CHECK: scf.if
// CHECK-NOT: memref.alloc
// CHECK: }
// CHECK-NEXT: memref.dealloc %[[M]]
// CHECK-NEXT: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 8
// LIFE-NEXT: ends: with its last use
func.func @shared(%c: i1, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %x, %a[%i] : memref<8xf32>
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  }
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// The outer one is read after the branch as well.
// CHECK-LABEL: func @alive_apart
// CHECK: memref.alloc
// CHECK: scf.if
// CHECK: memref.alloc
// CHECK: return
// LIFE-LABEL: lifetimes of @alive_apart
// LIFE: live: [1, 10), from 'memref.store' at 1 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// MERGED: %b %a
func.func @alive_apart(%c: i1, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %w, %a[%i] : memref<8xf32>
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  }
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}
