// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// An address as an integer, or as an LLVM value, is a pointer like any other.

// CHECK-LABEL: func @index_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @index_apart
// LIFE: ends: unknown, as 'memref.extract_aligned_pointer_as_index' at {{[0-9]+}} may keep a pointer to it
// LIFE: ends: with its last use
func.func @index_apart(%i: index, %v: f32) -> (index, f32) {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<8xf32> -> index
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %p, %x : index, f32
}

// CHECK-LABEL: func @cast_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @cast_apart
// LIFE: ends: unknown, as 'builtin.unrealized_conversion_cast' at {{[0-9]+}} may complete later than it is executed
func.func @cast_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %d = builtin.unrealized_conversion_cast %a : memref<8xf32> to !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %p = llvm.extractvalue %d[1] : !llvm.struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>
  %x = llvm.load %p : !llvm.ptr -> f32
  return %x : f32
}

// The base and the strides of a memref are followed: they are a memref again,
// and numbers that are no address.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: aliases: %base_buffer
// LIFE: ends: with its last use
func.func @shared(%i: index, %v: f32) -> (index, f32) {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %base, %offset, %size, %stride = memref.extract_strided_metadata %a : memref<8xf32> -> memref<f32>, index, index, index
  %c = memref.load %base[] : memref<f32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %c, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %size, %x : index, f32
}

// With a dealloc before the other one begins there is nothing to fear.
// CHECK-LABEL: func @freed_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_shared
// LIFE: ends: with its dealloc, as 'memref.extract_aligned_pointer_as_index' at {{[0-9]+}} may keep a pointer to it
func.func @freed_shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<8xf32> -> index
  memref.store %v, %a[%p] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}
