// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Buffers that loops carry.

// Ping-pong: each is read in one iteration and written in the next.
// CHECK-LABEL: func @ping_pong_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @ping_pong_apart
// LIFE: live: [4, [[#END:]]), from 'memref.store' at 4
// LIFE: live: [5, [[#END]]), from 'scf.for' at 5
func.func @ping_pong_apart(%n: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%from = %a, %to = %b) -> (memref<8xf32>, memref<8xf32>) {
    %x = memref.load %from[%c0] : memref<8xf32>
    memref.store %x, %to[%c0] : memref<8xf32>
    scf.yield %to, %from : memref<8xf32>, memref<8xf32>
  }
  %x = memref.load %r#0[%c0] : memref<8xf32>
  return %x : f32
}

// The loop may run no time: what goes round it is what went in.
// CHECK-LABEL: func @zero_trip_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @zero_trip_apart
// LIFE: from 'memref.store' at 4 to 'memref.load'
func.func @zero_trip_apart(%n: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  scf.for %i = %c0 to %n step %c1 {
    memref.store %v, %b[%i] : memref<8xf32>
    %y = memref.load %b[%i] : memref<8xf32>
    memref.store %y, %a[%i] : memref<8xf32>
  }
  %x = memref.load %a[%c0] : memref<8xf32>
  return %x : f32
}

// What the body makes and passes on to the next iteration is left alone.
// CHECK-LABEL: func @yielded_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @yielded_apart
// LIFE: ends: unknown, as 'scf.yield' at {{[0-9]+}} passes it out of the region that makes it
func.func @yielded_apart(%init: memref<8xf32>, %n: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%m = %init) -> memref<8xf32> {
    %next = memref.alloc() : memref<8xf32>
    memref.store %v, %next[%c0] : memref<8xf32>
    %tmp = memref.alloc() : memref<8xf32>
    %x = memref.load %m[%c0] : memref<8xf32>
    memref.store %x, %tmp[%c0] : memref<8xf32>
    scf.yield %next : memref<8xf32>
  }
  %x = memref.load %r[%c0] : memref<8xf32>
  return %x : f32
}

// Carried, but dead after the loop.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: from 'memref.store' at 3 to 'memref.load' at 8
func.func @shared(%n: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%m = %a) -> memref<8xf32> {
    memref.store %v, %m[%i] : memref<8xf32>
    memref.store %v, %m[%c0] : memref<8xf32>
    scf.yield %m : memref<8xf32>
  }
  %x = memref.load %r[%c0] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %x, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  return %y : f32
}
