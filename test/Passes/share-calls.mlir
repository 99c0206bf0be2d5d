// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A callee of which nothing is known may keep what it is given, and read it in
// a later call.
func.func private @callee_keep(memref<8xf32>)
func.func private @callee_read_kept(index) -> f32

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [0, 9), from 'memref.store' at 1 to 'func.call' at 2
// LIFE: ends: unknown, as 'func.call' at 2 may keep a pointer to it
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  call @callee_keep(%a) : (memref<8xf32>) -> ()
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  %y = call @callee_read_kept(%i) : (index) -> f32
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// The dealloc comes too late.
// CHECK-LABEL: func @freed_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_apart
// LIFE: live: [1, 8), from 'memref.store' at 1 to 'func.call' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 8
// LIFE-NEXT: ends: with its dealloc, as 'func.call' at 2 may keep a pointer to it
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
// MERGED: %a %b
func.func @freed_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  call @callee_keep(%a) : (memref<8xf32>) -> ()
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  %y = call @callee_read_kept(%i) : (index) -> f32
  %z = arith.subf %x, %y : f32
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %z : f32
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 4), from 'memref.store' at 1 to 'func.call' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its dealloc, as 'func.call' at 2 may keep a pointer to it
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE-NEXT: freed by: 'memref.dealloc' at 8
// LIFE-NEXT: ends: with its last use
func.func @shared(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  call @callee_keep(%a) : (memref<8xf32>) -> ()
  %y = call @callee_read_kept(%i) : (index) -> f32
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// A callee of the same module that is seen to keep nothing ends nobody's
// lifetime; it still uses what it is given.

func.func private @fills(%m: memref<8xf32>, %v: f32) {
  linalg.fill ins(%v : f32) outs(%m : memref<8xf32>)
  return
}
func.func private @hands_on(%m: memref<8xf32>, %v: f32) -> memref<8xf32> {
  call @fills(%m, %v) : (memref<8xf32>, f32) -> ()
  return %m : memref<8xf32>
}

// CHECK-LABEL: func @keeps_nothing_shared
// CHECK: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @keeps_nothing_shared
// LIFE: ends: with its last use
// LIFE: ends: with its last use
func.func @keeps_nothing_shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  call @fills(%a, %v) : (memref<8xf32>, f32) -> ()
  %x = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  call @fills(%b, %x) : (memref<8xf32>, f32) -> ()
  %y = memref.load %b[%i] : memref<8xf32>
  return %y : f32
}

// What comes back is the buffer under another name.
// CHECK-LABEL: func @comes_back_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @comes_back_apart
// LIFE: aliases: %{{[0-9a-z_]+}}
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @comes_back_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %r = call @hands_on(%a, %v) : (memref<8xf32>, f32) -> memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  %y = memref.load %r[%i] : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// Callees that store a pointer, free what they get, give it to somebody unknown,
// start work on it that goes on, or call themselves.

func.func private @stores(%m: memref<8xf32>, %table: memref<1xmemref<8xf32>>, %i: index) {
  memref.store %m, %table[%i] : memref<1xmemref<8xf32>>
  return
}
func.func private @frees(%m: memref<8xf32>) {
  memref.dealloc %m : memref<8xf32>
  return
}
func.func private @tells(%m: memref<8xf32>) {
  call @callee_keep(%m) : (memref<8xf32>) -> ()
  return
}
func.func private @starts(%m: memref<8xf32>, %v: f32) {
  %token = async.execute {
    linalg.fill ins(%v : f32) outs(%m : memref<8xf32>)
    async.yield
  }
  return
}
func.func private @recurs(%m: memref<8xf32>, %v: f32) {
  call @recurs(%m, %v) : (memref<8xf32>, f32) -> ()
  return
}

// CHECK-LABEL: func @kept
// CHECK-COUNT-5: memref.alloc()
// CHECK: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @kept
// LIFE: ends: unknown, as 'func.call' at {{[0-9]+}} may keep a pointer to it
// LIFE: ends: unknown, as 'func.call' at {{[0-9]+}} may keep a pointer to it
// LIFE: ends: unknown, as 'func.call' at {{[0-9]+}} may keep a pointer to it
// LIFE: ends: unknown, as 'func.call' at {{[0-9]+}} may keep a pointer to it
// LIFE: ends: unknown, as 'func.call' at {{[0-9]+}} may keep a pointer to it
// LIFE: ends: with its last use
// NOT EXECUTED: one of the callees does not return
func.func @kept(%table: memref<1xmemref<8xf32>>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  call @stores(%a, %table, %i) : (memref<8xf32>, memref<1xmemref<8xf32>>, index) -> ()
  %b = memref.alloc() : memref<8xf32>
  call @frees(%b) : (memref<8xf32>) -> ()
  %c = memref.alloc() : memref<8xf32>
  call @tells(%c) : (memref<8xf32>) -> ()
  %d = memref.alloc() : memref<8xf32>
  call @starts(%d, %v) : (memref<8xf32>, f32) -> ()
  %e = memref.alloc() : memref<8xf32>
  call @recurs(%e, %v) : (memref<8xf32>, f32) -> ()
  %f = memref.alloc() : memref<8xf32>
  memref.store %v, %f[%i] : memref<8xf32>
  %x = memref.load %f[%i] : memref<8xf32>
  return %x : f32
}
