// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// The result of a select may be either.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [3, 10), from 'memref.store' at 3 to 'memref.load' at 9
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [4, 10), from 'memref.store' at 4 to 'memref.load' at 9
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [6, 9), from 'memref.store' at 6 to 'memref.store' at 8
// LIFE: ends: with its last use
// MERGED: %a %d
func.func @apart(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %s = arith.select %c, %a, %b : memref<8xf32>
  memref.store %w, %d[%i] : memref<8xf32>
  %y = memref.load %d[%i] : memref<8xf32>
  memref.store %y, %d[%i] : memref<8xf32>
  %x = memref.load %s[%i] : memref<8xf32>
  return %x : f32
}

// Once the result is dead, both are.
// CHECK-LABEL: func @shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [3, 7), from 'memref.store' at 3 to 'memref.load' at 6
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [4, 7), from 'memref.store' at 4 to 'memref.load' at 6
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
func.func @shared(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %s = arith.select %c, %a, %b : memref<8xf32>
  %x = memref.load %s[%i] : memref<8xf32>
  memref.store %x, %d[%i] : memref<8xf32>
  %y = memref.load %d[%i] : memref<8xf32>
  return %y : f32
}
