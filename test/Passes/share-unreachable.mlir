// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// In a block that nothing reaches, uses may come before definitions.

// CHECK-LABEL: func @apart
// CHECK: ^bb1
// CHECK-COUNT-2: memref.alloc()
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [2, 7), from 'memref.store' at 3 to 'memref.store' at 3
// LIFE: ends: unknown, as 'memref.alloc' at 2 is in a block that nothing reaches, or whose order of execution is not known
// LIFE: live: [4, 7), from 'memref.load' at 1 to 'memref.store' at 5
// LIFE: ends: unknown, as 'memref.alloc' at 4 is in a block that nothing reaches, or whose order of execution is not known
// NOT EXECUTED: nothing reaches it
func.func @apart(%i: index, %v: f32) {
  return
^bb1:
  %x = memref.load %b[%i] : memref<8xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %x, %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  cf.br ^bb1
}

// CHECK-LABEL: func @shared
// CHECK: ^bb1
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
func.func @shared(%i: index, %v: f32, %out: memref<8xf32>) {
  cf.br ^bb1
^bb1:
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  memref.store %y, %out[%i] : memref<8xf32>
  cf.br ^bb2
^bb2:
  return
}
