// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A buffer that is read as a tensor: bufferization decides later where.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [0, 9), from 'memref.store' at 1 to 'tensor.extract' at 6
// LIFE-NEXT: aliases: %0
// LIFE: ends: unknown, as 'tensor.extract' at 6 uses it as a tensor
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %t = bufferization.to_tensor %a restrict : memref<8xf32> to tensor<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = tensor.extract %t[%i] : tensor<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// The dealloc comes before the other one.
// CHECK-LABEL: func @freed_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_shared
// LIFE: live: [1, 4), from 'memref.store' at 1 to 'tensor.extract' at 3
// LIFE-NEXT: aliases: %0
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its dealloc, as 'tensor.extract' at 3 uses it as a tensor
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE-NEXT: freed by: 'memref.dealloc' at 8
// LIFE-NEXT: ends: with its last use
func.func @freed_shared(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %t = bufferization.to_tensor %a restrict : memref<8xf32> to tensor<8xf32>
  %x = tensor.extract %t[%i] : tensor<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// Read as a memref, while there is a tensor of another buffer.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
func.func @shared(%arg: memref<8xf32>, %i: index, %v: f32, %w: f32) -> f32 {
  %t = bufferization.to_tensor %arg restrict : memref<8xf32> to tensor<8xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %u = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %u, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = tensor.extract %t[%i] : tensor<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}
