// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// The survivor gets the larger alignment.

// CHECK-LABEL: func @shared
// CHECK-NEXT: memref.alloc() {alignment = 4096 : i64}
// CHECK-NOT: memref.alloc
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() {alignment = 16 : i64} : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() {alignment = 4096 : i64} : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// Also where a number shows it.
// CHECK-LABEL: func @freed_shared
// CHECK: memref.alloc() {alignment = 4096 : i64}
// CHECK-NOT: memref.alloc
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its last use
// LIFE: live: [6, 10), from 'memref.store' at 6 to 'memref.extract_aligned_pointer_as_index' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its dealloc, as 'memref.extract_aligned_pointer_as_index' at 8 may keep a pointer to it
// EDITED: alignment = 4096 => alignment = 16
func.func @freed_shared(%i: index, %v: f32) -> (f32, index) {
  %page = arith.constant 4096 : index
  %a = memref.alloc() {alignment = 16 : i64} : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() {alignment = 4096 : i64} : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  %p = memref.extract_aligned_pointer_as_index %b : memref<8xf32> -> index
  %rest = arith.remui %p, %page : index
  memref.dealloc %b : memref<8xf32>
  return %x, %rest : f32, index
}

// Alive together, each keeps its own.
// CHECK-LABEL: func @apart
// CHECK-NEXT: memref.alloc() {alignment = 16 : i64}
// CHECK: memref.alloc() {alignment = 4096 : i64}
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [1, 6), from 'memref.store' at 1 to 'memref.load' at 5
// LIFE: ends: with its last use
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() {alignment = 16 : i64} : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %b = memref.alloc() {alignment = 4096 : i64} : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  %y = memref.load %a[%i] : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}
