// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// An address as an integer, or as an LLVM value, is a pointer like any other.

// CHECK-LABEL: func @index_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @index_apart
// LIFE: live: [1, 12), from 'memref.store' at 2 to 'memref.extract_aligned_pointer_as_index' at 3
// LIFE: ends: unknown, as 'memref.extract_aligned_pointer_as_index' at 3 may keep a pointer to it
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @index_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<8xf32> -> index
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  %address = arith.index_cast %p : index to i64
  %pointer = llvm.inttoptr %address : i64 to !llvm.ptr
  %x = llvm.load %pointer : !llvm.ptr -> f32
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// CHECK-LABEL: func @cast_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @cast_apart
// LIFE: live: [1, 11), from 'memref.store' at 2 to 'builtin.unrealized_conversion_cast' at 3
// LIFE: ends: unknown, as 'builtin.unrealized_conversion_cast' at 3 may complete later than it is executed
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @cast_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %d = builtin.unrealized_conversion_cast %a : memref<8xf32> to !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  %p = llvm.extractvalue %d[1] : !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %x = llvm.load %p : !llvm.ptr -> f32
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// The base and the strides of a memref are followed: they are a memref again,
// and numbers that are no address.
// CHECK-LABEL: func @metadata_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @metadata_shared
// LIFE: live: [2, 5), from 'memref.store' at 2 to 'memref.load' at 4
// LIFE-NEXT: aliases: %base_buffer
// LIFE: ends: with its last use
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE: ends: with its last use
func.func @metadata_shared(%i: index, %v: f32) -> (index, f32) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %base, %offset, %size, %stride = memref.extract_strided_metadata %a : memref<8xf32> -> memref<f32>, index, index, index
  %c = memref.load %base[] : memref<f32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %c, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %size, %x : index, f32
}

// Read through the base later.
// CHECK-LABEL: func @metadata_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @metadata_apart
// LIFE: live: [2, 8), from 'memref.store' at 2 to 'memref.load' at 7
// LIFE-NEXT: aliases: %base_buffer
// LIFE: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @metadata_apart(%i: index, %v: f32, %w: f32) -> (index, f32) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %base, %offset, %size, %stride = memref.extract_strided_metadata %a : memref<8xf32> -> memref<f32>, index, index, index
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %x = memref.load %b[%c0] : memref<8xf32>
  %c = memref.load %base[] : memref<f32>
  %z = arith.subf %x, %c : f32
  return %size, %z : index, f32
}

// With a dealloc before the other one begins there is nothing to fear.
// CHECK-LABEL: func @freed_index_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_index_shared
// LIFE: live: [2, 7), from 'memref.store' at 2 to 'memref.extract_aligned_pointer_as_index' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its dealloc, as 'memref.extract_aligned_pointer_as_index' at 3 may keep a pointer to it
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @freed_index_shared(%i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<8xf32> -> index
  %address = arith.index_cast %p : index to i64
  %pointer = llvm.inttoptr %address : i64 to !llvm.ptr
  %x = llvm.load %pointer : !llvm.ptr -> f32
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// CHECK-LABEL: func @freed_cast_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_cast_shared
// LIFE: live: [2, 6), from 'memref.store' at 2 to 'builtin.unrealized_conversion_cast' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its dealloc, as 'builtin.unrealized_conversion_cast' at 3 may complete later than it is executed
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
func.func @freed_cast_shared(%i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%c0] : memref<8xf32>
  %d = builtin.unrealized_conversion_cast %a : memref<8xf32> to !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %p = llvm.extractvalue %d[1] : !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %x = llvm.load %p : !llvm.ptr -> f32
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}
