// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Arguments and globals are nobody's to reuse; what is returned is the
// caller's.
memref.global "private" @g : memref<8xf32> = uninitialized

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: ends: with its last use
// LIFE: ends: unknown, as 'func.return' at {{[0-9]+}} returns it
func.func @apart(%arg: memref<8xf32>, %i: index, %v: f32) -> memref<8xf32> {
  %x = memref.load %arg[%i] : memref<8xf32>
  %g = memref.get_global @g : memref<8xf32>
  %y = memref.load %g[%i] : memref<8xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %x, %a[%i] : memref<8xf32>
  %z = memref.load %a[%i] : memref<8xf32>
  %r = memref.alloc() : memref<8xf32>
  memref.store %z, %r[%i] : memref<8xf32>
  memref.store %y, %r[%i] : memref<8xf32>
  return %r : memref<8xf32>
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
func.func @shared(%arg: memref<8xf32>, %i: index) -> f32 {
  %x = memref.load %arg[%i] : memref<8xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %x, %a[%i] : memref<8xf32>
  %z = memref.load %a[%i] : memref<8xf32>
  %r = memref.alloc() : memref<8xf32>
  memref.store %z, %r[%i] : memref<8xf32>
  %y = memref.load %r[%i] : memref<8xf32>
  return %y : f32
}
