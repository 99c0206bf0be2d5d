// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A realloc frees its operand, or does not.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [0, 11), from 'memref.store' at 1 to 'memref.realloc' at 2
// LIFE: ends: unknown, as 'memref.realloc' at 2 may free or move it
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
// EDITED: %b = memref.alloc\(\) : memref<8xf32> => %b = memref.cast %a : memref<8xf32> to memref<8xf32>
func.func @apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = memref.realloc %a : memref<8xf32> to memref<16xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %r[%i] : memref<16xf32>
  %z = arith.subf %x, %y : f32
  memref.dealloc %r : memref<16xf32>
  memref.dealloc %b : memref<8xf32>
  return %z : f32
}

// It grows by a copy, and is freed by its name.
// CHECK-LABEL: func @shared
// CHECK: memref.alloc() : memref<8xf32>
// CHECK-NOT: memref.alloc() : memref<8xf32>
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 4), from 'memref.store' at 1 to 'memref.load' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: live: [4, 10), from 'memref.store' at 4 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 12
// LIFE-NEXT: ends: with its last use
func.func @shared(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = memref.alloc() : memref<16xf32>
  %u = memref.load %a[%i] : memref<8xf32>
  memref.store %u, %r[%i] : memref<16xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %r[%i] : memref<16xf32>
  %z = arith.subf %x, %y : f32
  memref.dealloc %r : memref<16xf32>
  memref.dealloc %b : memref<8xf32>
  return %z : f32
}
