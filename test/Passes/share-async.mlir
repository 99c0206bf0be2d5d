// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// What an async.execute uses is in use until somebody has waited for it, and
// that is not followed. A dealloc after the wait is the end.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: ends: unknown, as 'async.execute' at {{[0-9]+}} runs its regions in an order that is not known
func.func @apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %token = async.execute {
    memref.store %v, %a[%i] : memref<8xf32>
    async.yield
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  async.await %token : !async.token
  return %x : f32
}

// CHECK-LABEL: func @freed_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_apart
// LIFE: ends: with its dealloc, as 'async.execute'
func.func @freed_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %token = async.execute {
    memref.store %v, %a[%i] : memref<8xf32>
    async.yield
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  async.await %token : !async.token
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: ends: with its dealloc, as 'async.execute'
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %token = async.execute {
    memref.store %v, %a[%i] : memref<8xf32>
    async.yield
  }
  async.await %token : !async.token
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// What an async.execute makes for itself shares inside of it.
// CHECK-LABEL: func @inside
// CHECK: async.execute
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @inside
// LIFE-COUNT-2: ends: with its last use
func.func @inside(%i: index, %v: f32) {
  %token = async.execute {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %w = memref.load %a[%i] : memref<8xf32>
    %b = memref.alloc() : memref<8xf32>
    memref.store %w, %b[%i] : memref<8xf32>
    async.yield
  }
  async.await %token : !async.token
  return
}
