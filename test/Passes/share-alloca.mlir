// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Stack storage shares with stack storage of the same allocation scope.

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloca()
// CHECK-NOT: memref.alloc
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloca() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// Heap and stack never mix: a dealloc would free the stack.
// CHECK-LABEL: func @heap_apart
// CHECK: memref.alloca()
// CHECK: memref.alloc()
// CHECK: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @heap_apart
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its last use
// MERGED: %a %b
func.func @heap_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// Another scope: the storage of the inner one is gone at its end.
// CHECK-LABEL: func @scope_apart
// CHECK: memref.alloca_scope
// CHECK: memref.alloca()
// CHECK: }
// CHECK: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @scope_apart
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
// NOT MERGED: nothing outside of the scope can name what is inside
func.func @scope_apart(%i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  memref.alloca_scope {
    %a = memref.alloca() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
  }
  %b = memref.alloca() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// The outer one lives on behind the scope.
// CHECK-LABEL: func @scope_alive_apart
// CHECK: memref.alloca()
// CHECK: memref.alloca_scope
// CHECK: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @scope_alive_apart
// LIFE: live: [1, 9), from 'memref.store' at 1 to 'memref.load' at 8
// LIFE: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// MERGED: %b %a
func.func @scope_alive_apart(%i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  %b = memref.alloca() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  memref.alloca_scope {
    %a = memref.alloca() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
  }
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// Two of one scope are one.
// CHECK-LABEL: func @scope_shared
// CHECK: memref.alloca_scope
// CHECK-COUNT-1: memref.alloca()
// CHECK-NOT: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @scope_shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
func.func @scope_shared(%i: index, %v: f32, %out: memref<8xf32>) {
  memref.alloca_scope {
    %a = memref.alloca() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %y = memref.load %a[%i] : memref<8xf32>
    %b = memref.alloca() : memref<8xf32>
    memref.store %y, %b[%i] : memref<8xf32>
    %x = memref.load %b[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
  }
  return
}

// A loop is a scope of its own; inside of it, two are one.
// CHECK-LABEL: func @loop_shared
// CHECK: memref.alloca()
// CHECK: scf.for
// CHECK-COUNT-1: memref.alloca()
// CHECK-NOT: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @loop_shared
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
// LIFE: live: [10, 12), from 'memref.store' at 10 to 'memref.load' at 11
// LIFE: ends: with its last use
func.func @loop_shared(%n: index, %v: f32, %out: memref<8xf32>) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %x = memref.load %a[%c0] : memref<8xf32>
  scf.for %i = %c0 to %n step %c1 {
    %b = memref.alloca() : memref<8xf32>
    memref.store %v, %b[%i] : memref<8xf32>
    %y = memref.load %b[%i] : memref<8xf32>
    %d = memref.alloca() : memref<8xf32>
    memref.store %y, %d[%i] : memref<8xf32>
    %z = memref.load %d[%i] : memref<8xf32>
    memref.store %z, %out[%i] : memref<8xf32>
  }
  return %x : f32
}

// In the loop each iteration reads the outer one again.
// CHECK-LABEL: func @loop_apart
// CHECK: memref.alloca()
// CHECK: scf.for
// CHECK: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @loop_apart
// LIFE: live: [3, 12), from 'memref.store' at 3 to 'scf.for' at 4
// LIFE: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @loop_apart(%n: index, %v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  scf.for %i = %c0 to %n step %c1 {
    %x = memref.load %a[%c0] : memref<8xf32>
    %b = memref.alloca() : memref<8xf32>
    %y = arith.addf %x, %v : f32
    memref.store %y, %b[%c0] : memref<8xf32>
    %z = memref.load %b[%c0] : memref<8xf32>
    memref.store %z, %out[%i] : memref<8xf32>
  }
  return
}

// An if is none.
// CHECK-LABEL: func @if_shared
// CHECK-COUNT-1: memref.alloca()
// CHECK-NOT: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @if_shared
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
func.func @if_shared(%c: i1, %i: index, %v: f32, %out: memref<8xf32>) -> f32 {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  scf.if %c {
    %b = memref.alloca() : memref<8xf32>
    memref.store %v, %b[%i] : memref<8xf32>
    %y = memref.load %b[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
  }
  return %x : f32
}
