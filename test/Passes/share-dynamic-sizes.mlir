// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Sizes that are known at run time only: shared if they are proved equal.

// CHECK-LABEL: func @same_value_shared
// CHECK-COUNT-1: memref.alloc(
// CHECK-NOT: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @same_value_shared
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
func.func @same_value_shared(%n: index, %i: index, %v: f32) -> f32 {
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  %b = memref.alloc(%n) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  return %x : f32
}

// Two ops that give the same dimension of the same memref.
// CHECK-LABEL: func @same_bounds_shared
// CHECK-COUNT-1: memref.alloc(
// CHECK-NOT: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @same_bounds_shared
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
func.func @same_bounds_shared(%m: memref<?xf32>, %i: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %n = memref.dim %m, %c0 : memref<?xf32>
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  %n2 = memref.dim %m, %c0 : memref<?xf32>
  %b = memref.alloc(%n2) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  return %x : f32
}

// CHECK-LABEL: func @other_value_apart
// CHECK-COUNT-2: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @other_value_apart
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [5, 8), from 'memref.store' at 5 to 'memref.dim' at 7
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @other_value_apart(%n: index, %m: index, %i: index, %v: f32) -> (f32, index) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  %b = memref.alloc(%m) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  %size = memref.dim %b, %c0 : memref<?xf32>
  return %x, %size : f32, index
}

// The size is the content of an earlier buffer, which changes in between.
// CHECK-LABEL: func @loaded_apart
// CHECK-COUNT-3: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @loaded_apart
// LIFE: live: [2, 9), from 'memref.store' at 2 to 'memref.load' at 8
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [10, 13), from 'memref.store' at 10 to 'memref.dim' at 12
// LIFE: ends: with its last use
// EDITED: alloc\(%n2\) => alloc(%n1)
func.func @loaded_apart(%n: index, %m: index, %i: index, %v: f32) -> (f32, index) {
  %c0 = arith.constant 0 : index
  %sizes = memref.alloc() : memref<1xindex>
  memref.store %n, %sizes[%c0] : memref<1xindex>
  %n1 = memref.load %sizes[%c0] : memref<1xindex>
  %a = memref.alloc(%n1) : memref<?xf32>
  memref.store %v, %a[%c0] : memref<?xf32>
  %w = memref.load %a[%c0] : memref<?xf32>
  memref.store %m, %sizes[%c0] : memref<1xindex>
  %n2 = memref.load %sizes[%c0] : memref<1xindex>
  %b = memref.alloc(%n2) : memref<?xf32>
  memref.store %w, %b[%c0] : memref<?xf32>
  %x = memref.load %b[%c0] : memref<?xf32>
  %size = memref.dim %b, %c0 : memref<?xf32>
  return %x, %size : f32, index
}

// Loaded once, it is one value.
// CHECK-LABEL: func @loaded_shared
// CHECK-COUNT-2: memref.alloc(
// CHECK-NOT: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @loaded_shared
// LIFE: live: [2, 8), from 'memref.store' at 2 to 'memref.store' at 7
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [9, 12), from 'memref.store' at 9 to 'memref.dim' at 11
// LIFE: ends: with its last use
func.func @loaded_shared(%n: index, %m: index, %i: index, %v: f32) -> (f32, index) {
  %c0 = arith.constant 0 : index
  %sizes = memref.alloc() : memref<1xindex>
  memref.store %n, %sizes[%c0] : memref<1xindex>
  %n1 = memref.load %sizes[%c0] : memref<1xindex>
  %a = memref.alloc(%n1) : memref<?xf32>
  memref.store %v, %a[%c0] : memref<?xf32>
  %w = memref.load %a[%c0] : memref<?xf32>
  memref.store %m, %sizes[%c0] : memref<1xindex>
  %b = memref.alloc(%n1) : memref<?xf32>
  memref.store %w, %b[%c0] : memref<?xf32>
  %x = memref.load %b[%c0] : memref<?xf32>
  %size = memref.dim %b, %c0 : memref<?xf32>
  return %x, %size : f32, index
}

// The size is the dimension of an earlier buffer, which must still be known.
// CHECK-LABEL: func @dimension_shared
// CHECK-COUNT-1: memref.alloc(
// CHECK-NOT: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @dimension_shared
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [2, 5), from 'memref.store' at 2 to 'memref.dim' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [7, 10), from 'memref.store' at 7 to 'memref.dim' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
func.func @dimension_shared(%n: index, %i: index, %v: f32) -> (f32, index) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  %d = memref.dim %a, %c0 : memref<?xf32>
  memref.dealloc %a : memref<?xf32>
  %b = memref.alloc(%d) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  %size = memref.dim %b, %c0 : memref<?xf32>
  memref.dealloc %b : memref<?xf32>
  return %x, %size : f32, index
}

// CHECK-LABEL: func @dimension_apart
// CHECK-COUNT-2: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @dimension_apart
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [2, 5), from 'memref.store' at 2 to 'memref.dim' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [8, 11), from 'memref.store' at 8 to 'memref.dim' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
// EDITED: alloc\(%double\) => alloc(%d)
func.func @dimension_apart(%n: index, %i: index, %v: f32) -> (f32, index) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  %d = memref.dim %a, %c0 : memref<?xf32>
  %double = arith.addi %d, %d : index
  memref.dealloc %a : memref<?xf32>
  %b = memref.alloc(%double) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  %size = memref.dim %b, %c0 : memref<?xf32>
  memref.dealloc %b : memref<?xf32>
  return %x, %size : f32, index
}

// Kept from the one to the other it would add to what is between them, of
// which nobody knows how much it is.
// CHECK-LABEL: func @between_apart
// CHECK-COUNT-3: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @between_apart
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 3
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
// MERGED: %a %b
func.func @between_apart(%n: index, %m: index, %i: index, %v: f32) -> f32 {
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  memref.dealloc %a : memref<?xf32>
  %d = memref.alloc(%m) : memref<?xf32>
  memref.store %w, %d[%i] : memref<?xf32>
  %u = memref.load %d[%i] : memref<?xf32>
  memref.dealloc %d : memref<?xf32>
  %b = memref.alloc(%n) : memref<?xf32>
  memref.store %u, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  memref.dealloc %b : memref<?xf32>
  return %x : f32
}

// Nothing between them.
// CHECK-LABEL: func @after_shared
// CHECK-COUNT-2: memref.alloc(
// CHECK-NOT: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @after_shared
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 3
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @after_shared(%n: index, %m: index, %i: index, %v: f32) -> f32 {
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  memref.dealloc %a : memref<?xf32>
  %b = memref.alloc(%n) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %u = memref.load %b[%i] : memref<?xf32>
  memref.dealloc %b : memref<?xf32>
  %d = memref.alloc(%m) : memref<?xf32>
  memref.store %u, %d[%i] : memref<?xf32>
  %x = memref.load %d[%i] : memref<?xf32>
  memref.dealloc %d : memref<?xf32>
  return %x : f32
}
