// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Another layout, memory space or shape is another kind of buffer.

// CHECK-LABEL: func @apart
// CHECK-COUNT-4: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: memref<8x4xf32>
// LIFE-NEXT: bytes: 128
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: memref<8x4xf32, strided<[5, 1]>>
// LIFE-NEXT: bytes: 156
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// LIFE: memref<8x4xf32, strided<[4, 1], offset: 3>>
// LIFE-NEXT: bytes: 140
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
// LIFE: memref<4x8xf32>
// LIFE-NEXT: bytes: 128
// LIFE: live: [10, 12), from 'memref.store' at 10 to 'memref.load' at 11
// LIFE: ends: with its last use
// NOT MERGED: of other types
func.func @apart(%i: index, %v: f32, %w: f32) -> (f32, f32, f32, f32) {
  %a = memref.alloc() : memref<8x4xf32>
  memref.store %v, %a[%i, %i] : memref<8x4xf32>
  %x = memref.load %a[%i, %i] : memref<8x4xf32>
  %b = memref.alloc() : memref<8x4xf32, strided<[5, 1]>>
  memref.store %w, %b[%i, %i] : memref<8x4xf32, strided<[5, 1]>>
  %y = memref.load %b[%i, %i] : memref<8x4xf32, strided<[5, 1]>>
  %c = memref.alloc() : memref<8x4xf32, strided<[4, 1], offset: 3>>
  memref.store %v, %c[%i, %i] : memref<8x4xf32, strided<[4, 1], offset: 3>>
  %z = memref.load %c[%i, %i] : memref<8x4xf32, strided<[4, 1], offset: 3>>
  %d = memref.alloc() : memref<4x8xf32>
  memref.store %w, %d[%i, %i] : memref<4x8xf32>
  %u = memref.load %d[%i, %i] : memref<4x8xf32>
  return %x, %y, %z, %u : f32, f32, f32, f32
}

// Of one layout, but alive together.
// CHECK-LABEL: func @alive_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @alive_apart
// LIFE: memref<8x4xf32, strided<[5, 1], offset: 3>>
// LIFE-NEXT: bytes: 168
// LIFE: live: [1, 5), from 'memref.store' at 1 to 'memref.load' at 4
// LIFE: ends: with its last use
// LIFE: memref<8x4xf32, strided<[5, 1], offset: 3>>
// LIFE-NEXT: bytes: 168
// LIFE: live: [3, 4), from 'memref.store' at 3 to 'memref.store' at 3
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @alive_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8x4xf32, strided<[5, 1], offset: 3>>
  memref.store %v, %a[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  %b = memref.alloc() : memref<8x4xf32, strided<[5, 1], offset: 3>>
  memref.store %w, %b[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  %x = memref.load %a[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  return %x : f32
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: memref<8x4xf32, strided<[5, 1], offset: 3>>
// LIFE-NEXT: bytes: 168
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: memref<8x4xf32, strided<[5, 1], offset: 3>>
// LIFE-NEXT: bytes: 168
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8x4xf32, strided<[5, 1], offset: 3>>
  memref.store %v, %a[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  %x = memref.load %a[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  %b = memref.alloc() : memref<8x4xf32, strided<[5, 1], offset: 3>>
  memref.store %x, %b[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  %y = memref.load %b[%i, %i] : memref<8x4xf32, strided<[5, 1], offset: 3>>
  return %y : f32
}

// CHECK-LABEL: func @space_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @space_apart
// LIFE: memref<8x4xf32, 1>
// LIFE-NEXT: bytes: 128
// LIFE: live: [1, 2), from 'memref.store' at 1 to 'memref.store' at 1
// LIFE: ends: with its last use
// LIFE: memref<8x4xf32>
// LIFE-NEXT: bytes: 128
// LIFE: live: [3, 4), from 'memref.store' at 3 to 'memref.store' at 3
// LIFE: ends: with its last use
// NOT EXECUTED: the runner has one memory space
func.func @space_apart(%i: index, %v: f32) {
  %c = memref.alloc() : memref<8x4xf32, 1>
  memref.store %v, %c[%i, %i] : memref<8x4xf32, 1>
  %d = memref.alloc() : memref<8x4xf32>
  memref.store %v, %d[%i, %i] : memref<8x4xf32>
  return
}

// CHECK-LABEL: func @space_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @space_shared
// LIFE: memref<8x4xf32, 1>
// LIFE-NEXT: bytes: 128
// LIFE: live: [1, 2), from 'memref.store' at 1 to 'memref.store' at 1
// LIFE: ends: with its last use
// LIFE: memref<8x4xf32, 1>
// LIFE-NEXT: bytes: 128
// LIFE: live: [3, 4), from 'memref.store' at 3 to 'memref.store' at 3
// LIFE: ends: with its last use
// NOT EXECUTED: the runner has one memory space
func.func @space_shared(%i: index, %v: f32) {
  %c = memref.alloc() : memref<8x4xf32, 1>
  memref.store %v, %c[%i, %i] : memref<8x4xf32, 1>
  %d = memref.alloc() : memref<8x4xf32, 1>
  memref.store %v, %d[%i, %i] : memref<8x4xf32, 1>
  return
}
