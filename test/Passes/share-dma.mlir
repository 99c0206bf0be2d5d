// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A transfer reads and writes until somebody has waited for it.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [1, 10), from 'memref.dma_start' at 4 to 'memref.dma_wait' at 8
// LIFE: ends: unknown, as 'memref.dma_start' at 4 may complete later than it is executed
// LIFE: live: [2, 10), from 'memref.store' at 3 to 'memref.dma_start' at 4
// LIFE: ends: unknown, as 'memref.dma_start' at 4 may complete later than it is executed
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE: ends: with its last use
// NOT EXECUTED: the runner knows no transfers
func.func @apart(%dst: memref<8xf32, 1>, %i: index, %v: f32) -> f32 {
  %c8 = arith.constant 8 : index
  %tag = memref.alloc() : memref<1xi32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dma_start %a[%i], %dst[%i], %c8, %tag[%i] : memref<8xf32>, memref<8xf32, 1>, memref<1xi32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dma_wait %tag[%i], %c8 : memref<1xi32>
  return %x : f32
}

// CHECK-LABEL: func @device_copy_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @device_copy_apart
// LIFE: live: [0, 8), from 'memref.store' at 1 to 'nvgpu.device_async_copy' at 2
// LIFE: ends: unknown, as 'nvgpu.device_async_copy' at 2 may complete later than it is executed
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// NOT EXECUTED: the runner knows no transfers
func.func @device_copy_apart(%dst: memref<8xf32, 3>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %token = nvgpu.device_async_copy %a[%i], %dst[%i], 4 : memref<8xf32> to memref<8xf32, 3>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  nvgpu.device_async_wait %token
  return %x : f32
}

// A copy is done when it returns.
// CHECK-LABEL: func @copy_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @copy_shared
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.copy' at 2
// LIFE: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// NOT EXECUTED: the runner has one memory space
func.func @copy_shared(%dst: memref<8xf32, 1>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.copy %a, %dst : memref<8xf32> to memref<8xf32, 1>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// Once somebody has waited, the dealloc is the end.
// CHECK-LABEL: func @waited_shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @waited_shared
// LIFE: live: [4, 11), from 'memref.dma_start' at 4 to 'memref.dma_wait' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its dealloc, as 'memref.dma_start' at 4 may complete later than it is executed
// LIFE: live: [3, 6), from 'memref.store' at 3 to 'memref.dma_start' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its dealloc, as 'memref.dma_start' at 4 may complete later than it is executed
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: the runner knows no transfers
func.func @waited_shared(%dst: memref<8xf32, 1>, %i: index, %v: f32) -> f32 {
  %c8 = arith.constant 8 : index
  %tag = memref.alloc() : memref<1xi32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dma_start %a[%i], %dst[%i], %c8, %tag[%i] : memref<8xf32>, memref<8xf32, 1>, memref<1xi32>
  memref.dma_wait %tag[%i], %c8 : memref<1xi32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  memref.dealloc %tag : memref<1xi32>
  return %x : f32
}

// CHECK-LABEL: func @device_waited_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @device_waited_shared
// LIFE: live: [1, 4), from 'memref.store' at 1 to 'nvgpu.device_async_copy' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its dealloc, as 'nvgpu.device_async_copy' at 2 may complete later than it is executed
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE-NEXT: freed by: 'memref.dealloc' at 8
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: the runner knows no transfers
func.func @device_waited_shared(%dst: memref<8xf32, 3>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %token = nvgpu.device_async_copy %a[%i], %dst[%i], 4 : memref<8xf32> to memref<8xf32, 3>
  nvgpu.device_async_wait %token
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}
