// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A use that is only inside the body of an op.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: from 'linalg.fill' at {{[0-9]+}} to 'linalg.generic'
func.func @apart(%v: f32, %i: index) -> f32 {
  %table = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%table : memref<8xf32>)
  %a = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<8xf32>)
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
  %r = memref.load %b[%i] : memref<8xf32>
  return %r : f32
}

// Without that use the output takes the place of the input.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: from 'linalg.fill' at {{[0-9]+}} to 'memref.load'
func.func @shared(%v: f32, %i: index) -> f32 {
  %table = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%table : memref<8xf32>)
  %x = memref.load %table[%i] : memref<8xf32>
  %a = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<8xf32>)
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
