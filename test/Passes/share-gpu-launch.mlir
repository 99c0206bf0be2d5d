// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A launch with a token goes on while the host does; one without has ended.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [1, 10), from 'gpu.launch' at 2 to 'gpu.launch' at 2
// LIFE: ends: unknown, as 'gpu.launch' at 2 runs its regions in an order that is not known
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE: ends: with its last use
// NOT EXECUTED: needs a device
func.func @apart(%i: index, %v: f32) -> f32 {
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %token = gpu.launch async blocks(%bx, %by, %bz) in (%gx = %c1, %gy = %c1, %gz = %c1)
             threads(%tx, %ty, %tz) in (%sx = %c1, %sy = %c1, %sz = %c1) {
    memref.store %v, %a[%tx] : memref<8xf32>
    gpu.terminator
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  gpu.wait [%token]
  return %x : f32
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [2, 5), from 'gpu.launch' at 2 to 'gpu.launch' at 2
// LIFE: ends: with its last use
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE: ends: with its last use
// NOT EXECUTED: needs a device
func.func @shared(%i: index, %v: f32) -> f32 {
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  gpu.launch blocks(%bx, %by, %bz) in (%gx = %c1, %gy = %c1, %gz = %c1)
             threads(%tx, %ty, %tz) in (%sx = %c1, %sy = %c1, %sz = %c1) {
    memref.store %v, %a[%tx] : memref<8xf32>
    gpu.terminator
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// Once somebody has waited, the dealloc is the end.
// CHECK-LABEL: func @waited_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @waited_shared
// LIFE: live: [2, 6), from 'gpu.launch' at 2 to 'gpu.launch' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its dealloc, as 'gpu.launch' at 2 runs its regions in an order that is not known
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: needs a device
func.func @waited_shared(%i: index, %v: f32) -> f32 {
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %token = gpu.launch async blocks(%bx, %by, %bz) in (%gx = %c1, %gy = %c1, %gz = %c1)
             threads(%tx, %ty, %tz) in (%sx = %c1, %sy = %c1, %sz = %c1) {
    memref.store %v, %a[%tx] : memref<8xf32>
    gpu.terminator
  }
  gpu.wait [%token]
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// A transfer with a token goes on as well.
// CHECK-LABEL: func @transfer_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @transfer_apart
// LIFE: live: [0, 9), from 'memref.store' at 1 to 'gpu.memcpy' at 3
// LIFE: ends: unknown, as 'gpu.memcpy' at 3 may complete later than it is executed
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// NOT EXECUTED: needs a device
func.func @transfer_apart(%dst: memref<8xf32, 1>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %start = gpu.wait async
  %token = gpu.memcpy async [%start] %dst, %a : memref<8xf32, 1>, memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  gpu.wait [%token]
  return %x : f32
}

// CHECK-LABEL: func @transfer_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @transfer_shared
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'gpu.memcpy' at 2
// LIFE: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// NOT EXECUTED: needs a device
func.func @transfer_shared(%dst: memref<8xf32, 1>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  gpu.memcpy %dst, %a : memref<8xf32, 1>, memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}
