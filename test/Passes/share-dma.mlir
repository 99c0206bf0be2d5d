// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A transfer reads and writes until somebody has waited for it.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: %alloc_0 : memref<8xf32>
// LIFE: ends: unknown, as 'memref.dma_start' at {{[0-9]+}} may complete later than it is executed
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
// LIFE: ends: unknown, as 'nvgpu.device_async_copy' at {{[0-9]+}} may complete later than it is executed
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
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE-COUNT-2: ends: with its last use
func.func @shared(%dst: memref<8xf32, 1>, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.copy %a, %dst : memref<8xf32> to memref<8xf32, 1>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}
