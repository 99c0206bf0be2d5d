// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Buffers that come out of regions under another name.

// CHECK-LABEL: func @if_apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @if_apart
// LIFE: live: [1, 11), from 'memref.store' at 1 to 'memref.load' at 10
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [4, 13), from 'memref.store' at 5 to 'scf.yield' at 6
// LIFE: ends: unknown, as 'scf.yield' at 6 passes it out of the region that makes it
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @if_apart(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = scf.if %c -> memref<8xf32> {
    scf.yield %a : memref<8xf32>
  } else {
    %n = memref.alloc() : memref<8xf32>
    memref.store %w, %n[%i] : memref<8xf32>
    scf.yield %n : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %r[%i] : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// CHECK-LABEL: func @if_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @if_shared
// LIFE: live: [1, 6), from 'memref.store' at 1 to 'memref.load' at 5
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
func.func @if_shared(%c: i1, %other: memref<8xf32>, %i: index, %v: f32, %w: f32) -> f32 {
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
// LIFE: live: [4, 12), from 'memref.store' at 4 to 'memref.load' at 11
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [5, 12), from 'memref.store' at 5 to 'memref.load' at 11
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE: ends: with its last use
// MERGED: %a %d
func.func @for_apart(%n: index, %v: f32, %w: f32) -> f32 {
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
  memref.store %w, %d[%c0] : memref<8xf32>
  %y = memref.load %d[%c0] : memref<8xf32>
  %x = memref.load %r[%c0] : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// Dead after the loop, under all its names.
// CHECK-LABEL: func @for_shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @for_shared
// LIFE: live: [4, 9), from 'memref.store' at 4 to 'memref.load' at 8
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [5, 9), from 'memref.store' at 5 to 'memref.load' at 8
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [10, 12), from 'memref.store' at 10 to 'memref.load' at 11
// LIFE: ends: with its last use
func.func @for_shared(%n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%m = %a) -> memref<8xf32> {
    scf.yield %b : memref<8xf32>
  }
  %x = memref.load %r[%c0] : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %x, %d[%c0] : memref<8xf32>
  %y = memref.load %d[%c0] : memref<8xf32>
  return %y : f32
}

// CHECK-LABEL: func @while_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @while_apart
// LIFE: live: [1, 14), from 'memref.store' at 1 to 'memref.load' at 13
// LIFE-NEXT: aliases: %0 %arg3 %arg3
// LIFE: ends: with its last use
// LIFE: live: [11, 13), from 'memref.store' at 11 to 'memref.load' at 12
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @while_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = scf.while (%m = %a) : (memref<8xf32>) -> memref<8xf32> {
    %x = memref.load %m[%i] : memref<8xf32>
    %u = arith.addf %x, %v : f32
    memref.store %u, %m[%i] : memref<8xf32>
    %twice = arith.addf %v, %v : f32
    %c = arith.cmpf olt, %x, %twice : f32
    scf.condition(%c) %m : memref<8xf32>
  } do {
  ^bb0(%m: memref<8xf32>):
    scf.yield %m : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %r[%i] : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// CHECK-LABEL: func @while_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @while_shared
// LIFE: live: [1, 11), from 'memref.store' at 1 to 'memref.load' at 10
// LIFE-NEXT: aliases: %0 %arg3 %arg3
// LIFE: ends: with its last use
// LIFE: live: [12, 14), from 'memref.store' at 12 to 'memref.load' at 13
// LIFE: ends: with its last use
func.func @while_shared(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = scf.while (%m = %a) : (memref<8xf32>) -> memref<8xf32> {
    %x = memref.load %m[%i] : memref<8xf32>
    %u = arith.addf %x, %v : f32
    memref.store %u, %m[%i] : memref<8xf32>
    %twice = arith.addf %v, %v : f32
    %c = arith.cmpf olt, %x, %twice : f32
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
