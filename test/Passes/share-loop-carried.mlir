// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Buffers that loops carry.

// Ping-pong: each is read in one iteration and written in the next.
// CHECK-LABEL: func @ping_pong_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @ping_pong_apart
// LIFE: live: [4, 13), from 'memref.store' at 4 to 'memref.load' at 12
// LIFE-NEXT: aliases: %0#0 %0#1 %arg4 %arg5
// LIFE: ends: with its last use
// LIFE: live: [5, 13), from 'memref.store' at 5 to 'memref.load' at 12
// LIFE-NEXT: aliases: %0#0 %0#1 %arg4 %arg5
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @ping_pong_apart(%n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%from = %a, %to = %b) -> (memref<8xf32>, memref<8xf32>) {
    %x = memref.load %from[%c0] : memref<8xf32>
    %y = memref.load %to[%c0] : memref<8xf32>
    %z = arith.subf %y, %x : f32
    memref.store %z, %to[%c0] : memref<8xf32>
    scf.yield %to, %from : memref<8xf32>, memref<8xf32>
  }
  %x = memref.load %r#0[%c0] : memref<8xf32>
  return %x : f32
}

// A third one that begins behind them takes the place of one.
// CHECK-LABEL: func @ping_pong_shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @ping_pong_shared
// LIFE: live: [4, 13), from 'memref.store' at 4 to 'memref.load' at 12
// LIFE-NEXT: aliases: %0#0 %0#1 %arg4 %arg5
// LIFE: ends: with its last use
// LIFE: live: [5, 13), from 'memref.store' at 5 to 'memref.load' at 12
// LIFE-NEXT: aliases: %0#0 %0#1 %arg4 %arg5
// LIFE: ends: with its last use
// LIFE: live: [14, 16), from 'memref.store' at 14 to 'memref.load' at 15
// LIFE: ends: with its last use
func.func @ping_pong_shared(%n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%from = %a, %to = %b) -> (memref<8xf32>, memref<8xf32>) {
    %x = memref.load %from[%c0] : memref<8xf32>
    %y = memref.load %to[%c0] : memref<8xf32>
    %z = arith.subf %y, %x : f32
    memref.store %z, %to[%c0] : memref<8xf32>
    scf.yield %to, %from : memref<8xf32>, memref<8xf32>
  }
  %x = memref.load %r#0[%c0] : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %x, %d[%c0] : memref<8xf32>
  %y = memref.load %d[%c0] : memref<8xf32>
  return %y : f32
}

// The loop may run no time: what goes round it is what went in.
// CHECK-LABEL: func @zero_trip_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @zero_trip_apart
// LIFE: live: [4, 9), from 'memref.store' at 4 to 'memref.load' at 8
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [5, 9), from 'memref.store' at 5 to 'memref.load' at 8
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @zero_trip_apart(%n: index, %v: f32, %w: f32) -> f32 {
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
  return %x : f32
}

// Written after the loop that may run no time, not before it.
// CHECK-LABEL: func @zero_trip_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @zero_trip_shared
// LIFE: live: [4, 9), from 'memref.store' at 4 to 'memref.load' at 8
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE: ends: with its last use
func.func @zero_trip_shared(%n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%m = %a) -> memref<8xf32> {
    memref.store %w, %m[%c0] : memref<8xf32>
    scf.yield %m : memref<8xf32>
  }
  %x = memref.load %r[%c0] : memref<8xf32>
  memref.store %x, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  return %y : f32
}

// What the body makes and passes on to the next iteration is left alone.
// CHECK-LABEL: func @yielded_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @yielded_apart
// LIFE: live: [3, 14), from 'memref.store' at 4 to 'scf.yield' at 10
// LIFE: ends: unknown, as 'scf.yield' at 10 passes it out of the region that makes it
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
// EDITED: %tmp = memref.alloc\(\) : memref<8xf32> => %tmp = memref.cast %next : memref<8xf32> to memref<8xf32>
func.func @yielded_apart(%init: memref<8xf32>, %n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%m = %init, %s = %v) -> (memref<8xf32>, f32) {
    %next = memref.alloc() : memref<8xf32>
    memref.store %w, %next[%c0] : memref<8xf32>
    %tmp = memref.alloc() : memref<8xf32>
    %x = memref.load %m[%c0] : memref<8xf32>
    memref.store %x, %tmp[%c0] : memref<8xf32>
    %y = memref.load %tmp[%c0] : memref<8xf32>
    %z = arith.subf %y, %s : f32
    scf.yield %next, %z : memref<8xf32>, f32
  }
  %x = memref.load %r#0[%c0] : memref<8xf32>
  %z = arith.subf %x, %r#1 : f32
  return %z : f32
}

// Nothing is passed on but a number.
// CHECK-LABEL: func @yielded_shared
// CHECK: scf.for
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @yielded_shared
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE: ends: with its last use
func.func @yielded_shared(%init: memref<8xf32>, %n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%m = %init, %s = %v) -> (memref<8xf32>, f32) {
    %next = memref.alloc() : memref<8xf32>
    memref.store %w, %next[%c0] : memref<8xf32>
    %u = memref.load %next[%c0] : memref<8xf32>
    %tmp = memref.alloc() : memref<8xf32>
    %x = memref.load %m[%c0] : memref<8xf32>
    memref.store %x, %tmp[%c0] : memref<8xf32>
    %y = memref.load %tmp[%c0] : memref<8xf32>
    %t = arith.subf %y, %s : f32
    %z = arith.addf %t, %u : f32
    scf.yield %m, %z : memref<8xf32>, f32
  }
  return %r#1 : f32
}

// Carried, but dead after the loop.
// CHECK-LABEL: func @carried_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @carried_shared
// LIFE: live: [3, 9), from 'memref.store' at 3 to 'memref.load' at 8
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [10, 12), from 'memref.store' at 10 to 'memref.load' at 11
// LIFE: ends: with its last use
func.func @carried_shared(%n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%m = %a) -> memref<8xf32> {
    memref.store %v, %m[%i] : memref<8xf32>
    memref.store %w, %m[%c0] : memref<8xf32>
    scf.yield %m : memref<8xf32>
  }
  %x = memref.load %r[%c0] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %x, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  return %y : f32
}

// Carried, and read under the loop's name once the other is written.
// CHECK-LABEL: func @carried_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @carried_apart
// LIFE: live: [3, 11), from 'memref.store' at 3 to 'memref.load' at 10
// LIFE-NEXT: aliases: %0 %arg4
// LIFE: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @carried_apart(%n: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%m = %a) -> memref<8xf32> {
    memref.store %w, %m[%c0] : memref<8xf32>
    scf.yield %m : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  %x = memref.load %r[%c0] : memref<8xf32>
  %z = arith.subf %y, %x : f32
  return %z : f32
}
