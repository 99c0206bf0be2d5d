// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Deallocs that free one thing or another, or stand elsewhere.

// CHECK-LABEL: func @select_apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @select_apart
// LIFE: live: [0, 12), from 'memref.store' at 2 to 'memref.load' at 5
// LIFE-NEXT: aliases: %0
// LIFE: ends: unknown, as 'memref.dealloc' at 6 frees it or another buffer
// LIFE: live: [1, 12), from 'memref.store' at 3 to 'memref.load' at 5
// LIFE-NEXT: aliases: %0
// LIFE: ends: unknown, as 'memref.dealloc' at 6 frees it or another buffer
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// MERGED: %a %d
func.func @select_apart(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %s = arith.select %c, %a, %b : memref<8xf32>
  %y = memref.load %s[%i] : memref<8xf32>
  memref.dealloc %s : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %y, %d[%i] : memref<8xf32>
  %x = memref.load %d[%i] : memref<8xf32>
  memref.dealloc %d : memref<8xf32>
  return %x : f32
}

// The same select, and each freed by its own name.
// CHECK-LABEL: func @select_shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @select_shared
// LIFE: live: [2, 6), from 'memref.store' at 2 to 'memref.load' at 5
// LIFE-NEXT: aliases: %0
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its last use
// LIFE: live: [3, 6), from 'memref.store' at 3 to 'memref.load' at 5
// LIFE-NEXT: aliases: %0
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @select_shared(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %s = arith.select %c, %a, %b : memref<8xf32>
  %y = memref.load %s[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %y, %d[%i] : memref<8xf32>
  %x = memref.load %d[%i] : memref<8xf32>
  memref.dealloc %d : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @both_branches_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @both_branches_apart
// LIFE: live: [1, 9), from 'memref.store' at 1 to 'scf.if' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 3, 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// LIFE: live: [10, 12), from 'memref.store' at 10 to 'memref.load' at 11
// LIFE-NEXT: freed by: 'memref.dealloc' at 12
// LIFE-NEXT: ends: with its last use
// EDITED: %b = memref.alloc\(\) : memref<8xf32> => %b = memref.cast %a : memref<8xf32> to memref<8xf32>
func.func @both_branches_apart(%c: i1, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  scf.if %c {
    memref.dealloc %a : memref<8xf32>
  } else {
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
  }
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// Freed once, after the branches.
// CHECK-LABEL: func @after_branches_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @after_branches_shared
// LIFE: live: [1, 7), from 'memref.store' at 1 to 'scf.if' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @after_branches_shared(%c: i1, %i: index, %v: f32, %w: f32, %out: memref<8xf32>) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  scf.if %c {
  } else {
    %y = memref.load %a[%i] : memref<8xf32>
    memref.store %y, %out[%i] : memref<8xf32>
  }
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
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
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 8
// LIFE-NEXT: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its last use
// EDITED: %b = memref.alloc\(\) : memref<8xf32> => %b = memref.cast %a : memref<8xf32> to memref<8xf32>
func.func @other_block_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %y = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %y, %b[%i] : memref<8xf32>
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
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %y = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %y, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  cf.br ^bb1
^bb1:
  return %x : f32
}

// Freed under the name of a view: of the buffer, all the same.
// CHECK-LABEL: func @view_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK-COUNT-1: memref.dealloc
// CHECK-NOT: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @view_shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE-NEXT: aliases: %subview
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: aliases: %cast
// LIFE-NEXT: freed by: 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
func.func @view_shared(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %part = memref.subview %a[0] [4] [1] : memref<8xf32> to memref<4xf32, strided<[1]>>
  memref.store %v, %part[%i] : memref<4xf32, strided<[1]>>
  %y = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %part : memref<4xf32, strided<[1]>>
  %b = memref.alloc() : memref<8xf32>
  %any = memref.cast %b : memref<8xf32> to memref<?xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %x = memref.load %any[%i] : memref<?xf32>
  memref.dealloc %any : memref<?xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}
