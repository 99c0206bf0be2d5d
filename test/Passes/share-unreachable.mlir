// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// In a block that nothing reaches, uses may come before definitions.

// CHECK-LABEL: func @apart
// CHECK: ^bb1
// CHECK-COUNT-2: memref.alloc()
// LIFE-LABEL: lifetimes of @apart
// LIFE: ends: unknown, as 'memref.alloc' at {{[0-9]+}} is in a block that nothing reaches
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
// LIFE-COUNT-2: ends: with its last use
func.func @shared(%i: index, %v: f32) {
  cf.br ^bb1
^bb1:
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  cf.br ^bb1
}
