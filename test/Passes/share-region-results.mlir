// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Buffers that come out of regions under another name.

// CHECK-LABEL: func @if_apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @if_apart
// LIFE: aliases: %0
// LIFE: ends: with its last use
// LIFE: ends: unknown, as 'scf.yield' at {{[0-9]+}} passes it out of the region that makes it
func.func @if_apart(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = scf.if %c -> memref<8xf32> {
    scf.yield %a : memref<8xf32>
  } else {
    %n = memref.alloc() : memref<8xf32>
    memref.store %v, %n[%i] : memref<8xf32>
    scf.yield %n : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %r[%i] : memref<8xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// CHECK-LABEL: func @if_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @if_shared
// LIFE: aliases: %0
func.func @if_shared(%c: i1, %other: memref<8xf32>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = scf.if %c -> memref<8xf32> {
    scf.yield %a : memref<8xf32>
  } else {
    scf.yield %other : memref<8xf32>
  }
  %x = memref.load %r[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  return %y : f32
}

// CHECK-LABEL: func @for_apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @for_apart
// LIFE: aliases: %0 %
func.func @for_apart(%n: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  memref.store %v, %b[%c0] : memref<8xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%m = %a) -> memref<8xf32> {
    scf.yield %b : memref<8xf32>
  }
  %d = memref.alloc() : memref<8xf32>
  memref.store %v, %d[%c0] : memref<8xf32>
  %y = memref.load %d[%c0] : memref<8xf32>
  %x = memref.load %r[%c0] : memref<8xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// CHECK-LABEL: func @while_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @while_apart
// LIFE: aliases: %0 %
func.func @while_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = scf.while (%m = %a) : (memref<8xf32>) -> memref<8xf32> {
    %x = memref.load %m[%i] : memref<8xf32>
    %c = arith.cmpf olt, %x, %v : f32
    scf.condition(%c) %m : memref<8xf32>
  } do {
  ^bb0(%m: memref<8xf32>):
    scf.yield %m : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %r[%i] : memref<8xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// CHECK-LABEL: func @while_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @while_shared
// LIFE: from 'memref.store' at 1 to 'memref.load' at 7
func.func @while_shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = scf.while (%m = %a) : (memref<8xf32>) -> memref<8xf32> {
    %x = memref.load %m[%i] : memref<8xf32>
    %c = arith.cmpf olt, %x, %v : f32
    scf.condition(%c) %m : memref<8xf32>
  } do {
  ^bb0(%m: memref<8xf32>):
    scf.yield %m : memref<8xf32>
  }
  %x = memref.load %r[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  return %y : f32
}
