// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Arguments and globals are nobody's to reuse; what is returned is the
// caller's.
memref.global "private" @g : memref<8xf32> = uninitialized

// CHECK-LABEL: func @argument_apart
// CHECK-COUNT-1: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @argument_apart
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE: ends: with its last use
// LIFE-NOT: %arg
// EDITED: %a = memref.alloc\(\) : memref<8xf32> => %a = memref.cast %arg : memref<8xf32> to memref<8xf32>
func.func @argument_apart(%arg: memref<8xf32>, %i: index, %v: f32) -> f32 {
  %x = memref.load %arg[%i] : memref<8xf32>
  %y = arith.addf %x, %v : f32
  %a = memref.alloc() : memref<8xf32>
  memref.store %y, %a[%i] : memref<8xf32>
  %z = memref.load %a[%i] : memref<8xf32>
  return %z : f32
}

// CHECK-LABEL: func @global_apart
// CHECK-COUNT-1: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @global_apart
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE: ends: with its last use
// LIFE-NOT: global
// EDITED: %a = memref.alloc\(\) : memref<8xf32> => %a = memref.cast %g : memref<8xf32> to memref<8xf32>
func.func @global_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %g = memref.get_global @g : memref<8xf32>
  memref.store %v, %g[%i] : memref<8xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %w, %a[%i] : memref<8xf32>
  %z = memref.load %a[%i] : memref<8xf32>
  %again = memref.get_global @g : memref<8xf32>
  %y = memref.load %again[%i] : memref<8xf32>
  %s = arith.subf %y, %z : f32
  return %s : f32
}

// The one that is freed here may not be the one that is returned.
// CHECK-LABEL: func @returned_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @returned_apart
// LIFE: live: [1, 4), from 'memref.copy' at 1 to 'memref.copy' at 3
// LIFE-NEXT: freed by: 'memref.dealloc' at 4
// LIFE-NEXT: ends: with its last use
// LIFE: live: [2, 6), from 'memref.copy' at 3 to 'func.return' at 5
// LIFE: ends: unknown, as 'func.return' at 5 returns it
// EDITED: %r = memref.alloc\(\) : memref<8xf32> => %r = memref.cast %a : memref<8xf32> to memref<8xf32>
func.func @returned_apart(%arg: memref<8xf32>, %i: index) -> memref<8xf32> {
  %a = memref.alloc() : memref<8xf32>
  memref.copy %arg, %a : memref<8xf32> to memref<8xf32>
  %r = memref.alloc() : memref<8xf32>
  memref.copy %a, %r : memref<8xf32> to memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  return %r : memref<8xf32>
}

// The content alone is returned.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
func.func @shared(%arg: memref<8xf32>, %i: index) -> f32 {
  %g = memref.get_global @g : memref<8xf32>
  memref.copy %arg, %g : memref<8xf32> to memref<8xf32>
  %x = memref.load %g[%i] : memref<8xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %x, %a[%i] : memref<8xf32>
  %z = memref.load %a[%i] : memref<8xf32>
  %r = memref.alloc() : memref<8xf32>
  memref.store %z, %r[%i] : memref<8xf32>
  %y = memref.load %r[%i] : memref<8xf32>
  return %y : f32
}
