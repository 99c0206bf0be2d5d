// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A realloc frees its operand, or does not.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: ends: unknown, as 'memref.realloc' at {{[0-9]+}} may free or move it
func.func @apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %r = memref.realloc %a : memref<8xf32> to memref<16xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %r[%i] : memref<16xf32>
  memref.dealloc %r : memref<16xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE-COUNT-2: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}
