// RUN: memopt-opt --plan-arena=quiet %s | FileCheck %s
// RUN: memopt-opt --plan-arena="quiet in-place=false" %s | FileCheck %s --check-prefix=APART

// %b is written over %a, and %c over %b, but a second result has to be apart.
// CHECK-LABEL: func.func @chain
// CHECK: memref.alloc() : memref<64xi8>
// APART-LABEL: func.func @chain
// APART: memref.alloc() : memref<128xi8>
func.func @chain(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  %c = memref.alloc() : memref<16xf32>
  linalg.exp ins(%m : memref<16xf32>) outs(%a : memref<16xf32>)
  linalg.exp ins(%a : memref<16xf32>) outs(%b : memref<16xf32>)
  linalg.exp ins(%b : memref<16xf32>) outs(%c : memref<16xf32>)
  linalg.exp ins(%c : memref<16xf32>) outs(%m : memref<16xf32>)
  return
}

// Only one of two results can take an input's place.
// CHECK-LABEL: func.func @two_results
// CHECK: memref.alloc() : memref<128xi8>
#id = affine_map<(d0) -> (d0)>
func.func @two_results(%m: memref<16xf32>, %n: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  %c = memref.alloc() : memref<16xf32>
  linalg.exp ins(%m : memref<16xf32>) outs(%a : memref<16xf32>)
  linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel"]}
      ins(%a : memref<16xf32>) outs(%b, %c : memref<16xf32>, memref<16xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %p = arith.addf %x, %x : f32
    %q = arith.mulf %x, %x : f32
    linalg.yield %p, %q : f32, f32
  }
  linalg.exp ins(%b : memref<16xf32>) outs(%m : memref<16xf32>)
  linalg.exp ins(%c : memref<16xf32>) outs(%n : memref<16xf32>)
  return
}

// Not element by element.
// CHECK-LABEL: func.func @transposed
// CHECK: memref.alloc() : memref<128xi8>
func.func @transposed(%m: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.exp ins(%m : memref<4x4xf32>) outs(%a : memref<4x4xf32>)
  linalg.transpose ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32>) permutation = [1, 0]
  linalg.exp ins(%b : memref<4x4xf32>) outs(%m : memref<4x4xf32>)
  return
}

// The same bytes, but elements are at other places of them.
// CHECK-LABEL: func.func @other_layout
// CHECK: memref.alloc() : memref<128xi8>
func.func @other_layout(%m: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32, strided<[1, 4]>>
  linalg.exp ins(%m : memref<4x4xf32>) outs(%a : memref<4x4xf32>)
  linalg.exp ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32, strided<[1, 4]>>)
  linalg.exp ins(%b : memref<4x4xf32, strided<[1, 4]>>) outs(%m : memref<4x4xf32>)
  return
}

// A copy in place is no copy.
// CHECK-LABEL: func.func @copied
// CHECK: memref.alloc() : memref<64xi8>
// CHECK: linalg.exp
// CHECK-NOT: memref.copy
// CHECK: linalg.exp
// APART-LABEL: func.func @copied
// APART: memref.copy
func.func @copied(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  linalg.exp ins(%m : memref<16xf32>) outs(%a : memref<16xf32>)
  memref.copy %a, %b : memref<16xf32> to memref<16xf32>
  linalg.exp ins(%b : memref<16xf32>) outs(%m : memref<16xf32>)
  return
}

// f32 over i32: the elements have the same size, but the type of the copy says
// that it converts.
// CHECK-LABEL: func.func @converted
// CHECK: memref.alloc() : memref<64xi8>
// CHECK: linalg.copy
func.func @converted(%m: memref<16xf32>, %x: i32) {
  %a = memref.alloc() : memref<16xi32>
  %b = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : i32) outs(%a : memref<16xi32>)
  linalg.copy ins(%a : memref<16xi32>) outs(%b : memref<16xf32>)
  linalg.exp ins(%b : memref<16xf32>) outs(%m : memref<16xf32>)
  return
}
