// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Another layout, memory space or shape is another kind of buffer.

// CHECK-LABEL: func @apart
// CHECK-COUNT-5: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: memref<8x4xf32>
// LIFE-NEXT: bytes: 128
// LIFE: memref<8x4xf32, strided<[5, 1]>>
// LIFE-NEXT: bytes: 156
// LIFE: memref<8x4xf32, strided<[4, 1], offset: 3>>
// LIFE-NEXT: bytes: 140
// LIFE: memref<8x4xf32, 1>
// LIFE: memref<4x8xf32>
func.func @apart(%i: index, %v: f32) {
  %a = memref.alloc() : memref<8x4xf32>
  memref.store %v, %a[%i, %i] : memref<8x4xf32>
  %b = memref.alloc() : memref<8x4xf32, strided<[5, 1]>>
  memref.store %v, %b[%i, %i] : memref<8x4xf32, strided<[5, 1]>>
  %c = memref.alloc() : memref<8x4xf32, strided<[4, 1], offset: 3>>
  memref.store %v, %c[%i, %i] : memref<8x4xf32, strided<[4, 1], offset: 3>>
  %d = memref.alloc() : memref<8x4xf32, 1>
  memref.store %v, %d[%i, %i] : memref<8x4xf32, 1>
  %e = memref.alloc() : memref<4x8xf32>
  memref.store %v, %e[%i, %i] : memref<4x8xf32>
  return
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
func.func @shared(%i: index, %v: f32) {
  %a = memref.alloc() : memref<8x4xf32, strided<[5, 1], offset: 3>>
  memref.store %v, %a[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  %b = memref.alloc() : memref<8x4xf32, strided<[5, 1], offset: 3>>
  memref.store %v, %b[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  %c = memref.alloc() : memref<8x4xf32, 1>
  memref.store %v, %c[%i, %i] : memref<8x4xf32, 1>
  %d = memref.alloc() : memref<8x4xf32, 1>
  memref.store %v, %d[%i, %i] : memref<8x4xf32, 1>
  return
}
