// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Sizes that are known at run time only: shared if they are proved equal.

// CHECK-LABEL: func @same_value_shared
// CHECK-COUNT-1: memref.alloc(
// CHECK-NOT: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @same_value_shared
// LIFE: bytes: unknown, a dynamic dimension
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
func.func @other_value_apart(%n: index, %m: index, %i: index, %v: f32) -> f32 {
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  %b = memref.alloc(%m) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  return %x : f32
}

// The size is the content of an earlier buffer, which changes in between.
// CHECK-LABEL: func @loaded_apart
// CHECK-COUNT-3: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @loaded_apart
func.func @loaded_apart(%n: index, %i: index, %v: f32) -> f32 {
  %sizes = memref.alloc() : memref<1xindex>
  memref.store %n, %sizes[%i] : memref<1xindex>
  %n1 = memref.load %sizes[%i] : memref<1xindex>
  %a = memref.alloc(%n1) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  memref.store %i, %sizes[%i] : memref<1xindex>
  %n2 = memref.load %sizes[%i] : memref<1xindex>
  %b = memref.alloc(%n2) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  return %x : f32
}

// Kept from the one to the other it would add to what is between them, of
// which nobody knows how much it is.
// CHECK-LABEL: func @between_apart
// CHECK-COUNT-3: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @between_apart
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
