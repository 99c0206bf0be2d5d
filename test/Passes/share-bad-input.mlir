// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Programs that are wrong, or have nothing to do: they stay as they are.

// CHECK: func private @declaration
func.func private @declaration(memref<8xf32>)

// CHECK-LABEL: func @empty
// NOT EXECUTED: computes nothing
func.func @empty() {
  return
}

// CHECK-LABEL: func @double_free
// CHECK: memref.alloc()
// CHECK: memref.dealloc
// CHECK: memref.dealloc
// CHECK: memref.alloc()
// CHECK: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @double_free
// LIFE: live: [1, 2), from 'memref.store' at 1 to 'memref.store' at 1
// LIFE-NEXT: freed by: 'memref.dealloc' at 2, 'memref.dealloc' at 3
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 6), from 'memref.store' at 5 to 'memref.store' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 6
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: wrong as it is
func.func @double_free(%i: index, %v: f32) {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return
}

// CHECK-LABEL: func @use_after_free
// CHECK: memref.alloc()
// CHECK: memref.dealloc
// CHECK: memref.alloc()
// CHECK: memref.load
// CHECK: return
// LIFE-LABEL: lifetimes of @use_after_free
// LIFE: live: [0, 8), from 'memref.store' at 1 to 'memref.load' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 2
// LIFE-NEXT: ends: unknown, as 'memref.load' at 6 uses it after its dealloc
// LIFE: live: [4, 5), from 'memref.store' at 4 to 'memref.store' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 5
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: wrong as it is
func.func @use_after_free(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @argument
// CHECK-NEXT: memref.dealloc %{{.*}} : memref<8xf32>
// CHECK-NEXT: return
// LIFE-LABEL: lifetimes of @argument
// LIFE-NOT: bytes
// NOT EXECUTED: wrong as it is, to the caller
func.func @argument(%a: memref<8xf32>) {
  memref.dealloc %a : memref<8xf32>
  return
}

// CHECK-LABEL: func @stack
// CHECK: memref.alloca()
// CHECK: memref.dealloc
// CHECK: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @stack
// LIFE: live: [0, 6), from 'memref.store' at 1 to 'memref.store' at 1
// LIFE: ends: unknown, as 'memref.dealloc' at 2 frees it, though it is on the stack
// LIFE: live: [4, 5), from 'memref.store' at 4 to 'memref.store' at 4
// LIFE: ends: with its last use
// NOT EXECUTED: wrong as it is
func.func @stack(%i: index, %v: f32) {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloca() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  return
}

// CHECK-LABEL: func @never_used
// CHECK-NEXT: memref.alloc()
// CHECK-NEXT: memref.dealloc
// NOT EXECUTED: computes nothing
func.func @never_used() {
  %a = memref.alloc() : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  return
}

// More bytes than 63 bits count, and elements of no known size: of one type they
// share, of two they do not, and the lifetimes say that the bytes are unknown.
// CHECK-LABEL: func @unknown_bytes
// CHECK: memref.alloc() : memref<9223372036854775807x9xf32>
// CHECK-NOT: memref.alloc() : memref<9223372036854775807x9xf32>
// CHECK: memref.alloc() : memref<9223372036854775807x7xf32>
// CHECK: memref.alloc() : memref<2xmemref<f32>>
// CHECK: return
// LIFE-LABEL: lifetimes of @unknown_bytes
// LIFE: memref<9223372036854775807x9xf32>
// LIFE-NEXT: bytes: unknown, more than 2^63-1 bytes
// LIFE: memref<9223372036854775807x9xf32>
// LIFE-NEXT: bytes: unknown, more than 2^63-1 bytes
// LIFE: memref<9223372036854775807x7xf32>
// LIFE-NEXT: bytes: unknown, more than 2^63-1 bytes
// LIFE: memref<2xmemref<f32>>
// LIFE-NEXT: bytes: unknown, an element type without a data layout
// NOT EXECUTED: more memory than there is
func.func @unknown_bytes(%i: index, %v: f32, %m: memref<f32>) -> f32 {
  %a = memref.alloc() : memref<9223372036854775807x9xf32>
  memref.store %v, %a[%i, %i] : memref<9223372036854775807x9xf32>
  %w = memref.load %a[%i, %i] : memref<9223372036854775807x9xf32>
  memref.dealloc %a : memref<9223372036854775807x9xf32>
  %b = memref.alloc() : memref<9223372036854775807x9xf32>
  memref.store %w, %b[%i, %i] : memref<9223372036854775807x9xf32>
  %x = memref.load %b[%i, %i] : memref<9223372036854775807x9xf32>
  memref.dealloc %b : memref<9223372036854775807x9xf32>
  %c = memref.alloc() : memref<9223372036854775807x7xf32>
  memref.store %x, %c[%i, %i] : memref<9223372036854775807x7xf32>
  %y = memref.load %c[%i, %i] : memref<9223372036854775807x7xf32>
  memref.dealloc %c : memref<9223372036854775807x7xf32>
  %d = memref.alloc() : memref<2xmemref<f32>>
  memref.store %m, %d[%i] : memref<2xmemref<f32>>
  memref.dealloc %d : memref<2xmemref<f32>>
  return %y : f32
}

// A size that no memory has, but one value.
// CHECK-LABEL: func @negative_size
// CHECK-COUNT-1: memref.alloc(
// CHECK-NOT: memref.alloc(
// CHECK: return
// LIFE-LABEL: lifetimes of @negative_size
// NOT EXECUTED: wrong as it is
func.func @negative_size(%i: index, %v: f32) -> f32 {
  %n = arith.constant -1 : index
  %a = memref.alloc(%n) : memref<?xf32>
  memref.store %v, %a[%i] : memref<?xf32>
  %w = memref.load %a[%i] : memref<?xf32>
  memref.dealloc %a : memref<?xf32>
  %b = memref.alloc(%n) : memref<?xf32>
  memref.store %w, %b[%i] : memref<?xf32>
  %x = memref.load %b[%i] : memref<?xf32>
  memref.dealloc %b : memref<?xf32>
  return %x : f32
}
