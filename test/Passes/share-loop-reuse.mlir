// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// e f e f: in the next iteration the first buffer is read again.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [4, 12), from 'memref.store' at 4 to 'scf.for' at 5
// LIFE: ends: with its last use
// LIFE: live: [5, 12), from 'scf.for' at 5 to 'scf.for' at 5
// LIFE: ends: with its last use
// MERGED: %e %f
func.func @apart(%out: memref<8xf32>, %n: index, %v: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %e = memref.alloc() : memref<8xf32>
  %f = memref.alloc() : memref<8xf32>
  memref.store %v, %e[%c0] : memref<8xf32>
  scf.for %i = %c0 to %n step %c1 {
    %x = memref.load %e[%c0] : memref<8xf32>
    %y = arith.addf %x, %v : f32
    memref.store %y, %f[%c0] : memref<8xf32>
    %z = memref.load %f[%c0] : memref<8xf32>
    memref.store %z, %out[%i] : memref<8xf32>
  }
  return
}

// Made anew in each iteration, both are dead at its end.
// CHECK-LABEL: func @shared
// CHECK: scf.for
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE: ends: with its last use
func.func @shared(%out: memref<8xf32>, %n: index, %v: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %e = memref.alloc() : memref<8xf32>
    memref.store %v, %e[%c0] : memref<8xf32>
    %x = memref.load %e[%c0] : memref<8xf32>
    %y = arith.addf %x, %v : f32
    %f = memref.alloc() : memref<8xf32>
    memref.store %y, %f[%c0] : memref<8xf32>
    %z = memref.load %f[%c0] : memref<8xf32>
    memref.store %z, %out[%i] : memref<8xf32>
  }
  return
}
