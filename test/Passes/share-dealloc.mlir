// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Deallocs that free one thing or another, or stand elsewhere.

// CHECK-LABEL: func @select_apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @select_apart
// LIFE: ends: unknown, as 'memref.dealloc' at {{[0-9]+}} frees it or another buffer
// LIFE: ends: unknown, as 'memref.dealloc' at {{[0-9]+}} frees it or another buffer
func.func @select_apart(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %s = arith.select %c, %a, %b : memref<8xf32>
  memref.dealloc %s : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %v, %d[%i] : memref<8xf32>
  %x = memref.load %d[%i] : memref<8xf32>
  memref.dealloc %d : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @both_branches_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @both_branches_apart
// LIFE: freed by: 'memref.dealloc' at {{[0-9]+}}, 'memref.dealloc' at {{[0-9]+}}
func.func @both_branches_apart(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  scf.if %c {
    memref.dealloc %a : memref<8xf32>
  } else {
    memref.store %v, %a[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @other_block_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: ^bb1
// CHECK: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @other_block_apart
// LIFE: freed by: 'memref.dealloc' at 7
func.func @other_block_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  cf.br ^bb1
^bb1:
  memref.dealloc %a : memref<8xf32>
  return %x : f32
}

// One dealloc each, in the block of the allocation: one remains.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK-COUNT-1: memref.dealloc
// CHECK-NOT: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: freed by: 'memref.dealloc' at 7
// LIFE: freed by: 'memref.dealloc' at 6
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  return %x : f32
}
