// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Stack storage shares with stack storage of the same allocation scope.

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloca()
// CHECK-NOT: memref.alloc
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE-COUNT-2: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloca() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// Heap and stack never mix.
// CHECK-LABEL: func @heap_apart
// CHECK: memref.alloca()
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @heap_apart
func.func @heap_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
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
func.func @scope_apart(%i: index, %v: f32) -> f32 {
  memref.alloca_scope {
    %a = memref.alloca() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
  }
  %b = memref.alloca() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// A loop is a scope of its own; inside of it, two are one.
// CHECK-LABEL: func @loop
// CHECK: memref.alloca()
// CHECK: scf.for
// CHECK-COUNT-1: memref.alloca()
// CHECK-NOT: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @loop
func.func @loop(%n: index, %v: f32) -> f32 {
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
  }
  return %x : f32
}

// An if is none.
// CHECK-LABEL: func @if_shared
// CHECK-COUNT-1: memref.alloca()
// CHECK-NOT: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @if_shared
func.func @if_shared(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  scf.if %c {
    %b = memref.alloca() : memref<8xf32>
    memref.store %v, %b[%i] : memref<8xf32>
  }
  return %x : f32
}
