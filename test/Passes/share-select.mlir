// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// The result of a select may be either.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: from 'memref.store' at 3 to 'memref.load' at 9
// LIFE-NEXT: aliases: %0
func.func @apart(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %s = arith.select %c, %a, %b : memref<8xf32>
  memref.store %v, %d[%i] : memref<8xf32>
  %y = memref.load %d[%i] : memref<8xf32>
  memref.store %y, %d[%i] : memref<8xf32>
  %x = memref.load %s[%i] : memref<8xf32>
  return %x : f32
}

// Once the result is dead, both are.
// CHECK-LABEL: func @shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: from 'memref.store' at 3 to 'memref.load' at 6
func.func @shared(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %s = arith.select %c, %a, %b : memref<8xf32>
  %x = memref.load %s[%i] : memref<8xf32>
  memref.store %x, %d[%i] : memref<8xf32>
  %y = memref.load %d[%i] : memref<8xf32>
  return %y : f32
}
