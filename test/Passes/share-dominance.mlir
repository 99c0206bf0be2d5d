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
// LIFE-COUNT-2: ends: with its last use
func.func @apart(%c: i1, %i: index, %v: f32) -> f32 {
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
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
// LIFE-COUNT-2: ends: with its last use
func.func @hoisted(%c: i1, %i: index, %v: f32) -> f32 {
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
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
func.func @size_apart(%c: i1, %i: index, %n: index, %v: f32) -> f32 {
  scf.if %c {
    %m = arith.muli %n, %n : index
    %a = memref.alloc(%m) : memref<?xf32>
    memref.store %v, %a[%i] : memref<?xf32>
    memref.store %v, %a[%i] : memref<?xf32>
    memref.dealloc %a : memref<?xf32>
  }
  %m = arith.muli %n, %n : index
  %b = memref.alloc(%m) : memref<?xf32>
  memref.store %v, %b[%i] : memref<?xf32>
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
// LIFE-COUNT-2: ends: with its last use
func.func @shared(%c: i1, %i: index, %v: f32) -> f32 {
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  scf.if %c {
    %a = memref.alloc() : memref<8xf32>
    memref.store %x, %a[%i] : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  }
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}
