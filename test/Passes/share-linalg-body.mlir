// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A use that is only inside the body of an op.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [1, 14), from 'linalg.fill' at 1 to 'linalg.generic' at 7
// LIFE: ends: with its last use
// LIFE: live: [4, 14), from 'linalg.fill' at 4 to 'linalg.generic' at 7
// LIFE: ends: with its last use
// LIFE: live: [7, 17), from 'linalg.generic' at 7 to 'memref.load' at 16
// LIFE: ends: with its last use
// MERGED: %table %b
func.func @apart(%v: f32, %w: f32, %i: index) -> f32 {
  %table = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%table : memref<8xf32>)
  %a = memref.alloc() : memref<8xf32>
  linalg.fill ins(%w : f32) outs(%a : memref<8xf32>)
  %b = memref.alloc() : memref<8xf32>
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
    ins(%a : memref<8xf32>) outs(%b : memref<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %c7 = arith.constant 7 : index
    %index = linalg.index 0 : index
    %from = arith.subi %c7, %index : index
    %x = memref.load %table[%from] : memref<8xf32>
    %y = arith.addf %x, %in : f32
    linalg.yield %y : f32
  }
  %c7 = arith.constant 7 : index
  %last = arith.subi %c7, %i : index
  %r = memref.load %b[%last] : memref<8xf32>
  return %r : f32
}

// Without that use the output takes the place of the input.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 4), from 'linalg.fill' at 1 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [5, 11), from 'linalg.fill' at 5 to 'linalg.generic' at 8
// LIFE: ends: with its last use
// LIFE: live: [8, 12), from 'linalg.generic' at 8 to 'memref.load' at 11
// LIFE: ends: with its last use
func.func @shared(%v: f32, %w: f32, %i: index) -> f32 {
  %table = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%table : memref<8xf32>)
  %x = memref.load %table[%i] : memref<8xf32>
  %a = memref.alloc() : memref<8xf32>
  linalg.fill ins(%w : f32) outs(%a : memref<8xf32>)
  %b = memref.alloc() : memref<8xf32>
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
    ins(%a : memref<8xf32>) outs(%b : memref<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %y = arith.addf %x, %in : f32
    linalg.yield %y : f32
  }
  %r = memref.load %b[%i] : memref<8xf32>
  return %r : f32
}
