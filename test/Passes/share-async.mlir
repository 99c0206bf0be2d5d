// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// What an async.execute uses is in use until somebody has waited for it, and
// that is not followed. A dealloc after the wait is the end. Here it waits for
// the flag, which the caller sets after it has used the other buffer.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc() : memref<8xf32>
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [4, 21), from 'memref.store' at 5 to 'async.execute' at 6
// LIFE: ends: unknown, as 'async.execute' at 6 runs its regions in an order that is not known
// LIFE: live: [16, 18), from 'memref.store' at 16 to 'memref.load' at 17
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @apart(%i: index, %v: f32, %w: f32, %flag: memref<1xi32>, %out: memref<8xf32>) -> f32 {
  %zero = arith.constant 0 : index
  %none = arith.constant 0 : i32
  %go = arith.constant 1 : i32
  memref.store %none, %flag[%zero] : memref<1xi32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %token = async.execute {
    scf.while : () -> () {
      %f = memref.atomic_rmw ori %none, %flag[%zero] : (i32, memref<1xi32>) -> i32
      %more = arith.cmpi eq, %f, %none : i32
      scf.condition(%more)
    } do {
      scf.yield
    }
    %x = memref.load %a[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    async.yield
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  memref.store %go, %flag[%zero] : memref<1xi32>
  async.await %token : !async.token
  return %y : f32
}

// CHECK-LABEL: func @freed_apart
// CHECK-COUNT-2: memref.alloc() : memref<8xf32>
// CHECK: async.await
// CHECK: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_apart
// LIFE: live: [5, 20), from 'memref.store' at 5 to 'async.execute' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 20
// LIFE-NEXT: ends: with its dealloc, as 'async.execute' at 6 runs its regions in an order that is not known
// LIFE: live: [16, 18), from 'memref.store' at 16 to 'memref.load' at 17
// LIFE-NEXT: freed by: 'memref.dealloc' at 21
// LIFE-NEXT: ends: with its last use
// MERGED: %a %b
func.func @freed_apart(%i: index, %v: f32, %w: f32, %flag: memref<1xi32>, %out: memref<8xf32>) -> f32 {
  %zero = arith.constant 0 : index
  %none = arith.constant 0 : i32
  %go = arith.constant 1 : i32
  memref.store %none, %flag[%zero] : memref<1xi32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %token = async.execute {
    scf.while : () -> () {
      %f = memref.atomic_rmw ori %none, %flag[%zero] : (i32, memref<1xi32>) -> i32
      %more = arith.cmpi eq, %f, %none : i32
      scf.condition(%more)
    } do {
      scf.yield
    }
    %x = memref.load %a[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    async.yield
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  memref.store %go, %flag[%zero] : memref<1xi32>
  async.await %token : !async.token
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %y : f32
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 7), from 'memref.store' at 1 to 'async.execute' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its dealloc, as 'async.execute' at 2 runs its regions in an order that is not known
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @shared(%i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %token = async.execute {
    %x = memref.load %a[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    async.yield
  }
  async.await %token : !async.token
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %y : f32
}

// What an async.execute makes for itself shares inside of it.
// CHECK-LABEL: func @inside_shared
// CHECK: async.execute
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @inside_shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
func.func @inside_shared(%i: index, %v: f32, %out: memref<8xf32>) {
  %token = async.execute {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %w = memref.load %a[%i] : memref<8xf32>
    %b = memref.alloc() : memref<8xf32>
    memref.store %w, %b[%i] : memref<8xf32>
    %x = memref.load %b[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    async.yield
  }
  async.await %token : !async.token
  return
}
