// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// The survivor gets the larger alignment.

// CHECK-LABEL: func @shared
// CHECK-NEXT: memref.alloc() {alignment = 4096 : i64}
// CHECK-NOT: memref.alloc
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE-COUNT-2: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() {alignment = 16 : i64} : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() {alignment = 4096 : i64} : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// Alive together, each keeps its own.
// CHECK-LABEL: func @apart
// CHECK-NEXT: memref.alloc() {alignment = 16 : i64}
// CHECK: memref.alloc() {alignment = 4096 : i64}
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
func.func @apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() {alignment = 16 : i64} : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %b = memref.alloc() {alignment = 4096 : i64} : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  %y = memref.load %a[%i] : memref<8xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}
