// RUN: memopt-opt %s --min-peak-schedule="report=%t.json quiet=true" -o %t.mlir
// RUN: FileCheck %s --input-file=%t.json --check-prefix=JSON
// RUN: FileCheck %s --input-file=%t.mlir

// The cases that Theano's memory profiler was tried on in 2014, as MLIR. Cases
// about views are in test/IR/storage-tensor.mlir, graphs in the unit tests.

// (a) Outer products, one at a time: 4096 KiB for one of them, and 4 KiB for
// each row sum, counted as outputs and never freed: 4104 KiB.
// JSON: "name": "outer"
// JSON: "peakBytes": 4202496,
// JSON-NEXT: "peakBytesBefore": 8392704,
// JSON-NEXT: "lowerBoundBytes": 4202496,
// JSON-NEXT: "status": "optimal",
// JSON: "resultBytes": 16384,
#row = affine_map<(i, j) -> (i)>
#column = affine_map<(i, j) -> (j)>
#both = affine_map<(i, j) -> (i, j)>
func.func @outer(%v0: tensor<1024xf32>, %v1: tensor<1024xf32>, %v2: tensor<1024xf32>) -> (tensor<1024xf32>, tensor<1024xf32>, tensor<1024xf32>, tensor<1024xf32>) {
  %zero = arith.constant 0.0 : f32
  %big = tensor.empty() : tensor<1024x1024xf32>
  %small = tensor.empty() : tensor<1024xf32>
  %outer01 = linalg.generic {indexing_maps = [#row, #column, #both], iterator_types = ["parallel", "parallel"]}
      ins(%v0, %v1 : tensor<1024xf32>, tensor<1024xf32>) outs(%big : tensor<1024x1024xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %p = arith.mulf %x, %y : f32
    linalg.yield %p : f32
  } -> tensor<1024x1024xf32>
  %outer12 = linalg.generic {indexing_maps = [#row, #column, #both], iterator_types = ["parallel", "parallel"]}
      ins(%v1, %v2 : tensor<1024xf32>, tensor<1024xf32>) outs(%big : tensor<1024x1024xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %p = arith.mulf %x, %y : f32
    linalg.yield %p : f32
  } -> tensor<1024x1024xf32>
  %f0 = linalg.fill ins(%zero : f32) outs(%small : tensor<1024xf32>) -> tensor<1024xf32>
  %sum01 = linalg.reduce { arith.addf } ins(%outer01 : tensor<1024x1024xf32>) outs(%f0 : tensor<1024xf32>) dimensions = [1]
  %f1 = linalg.fill ins(%zero : f32) outs(%small : tensor<1024xf32>) -> tensor<1024xf32>
  %sum12 = linalg.reduce { arith.addf } ins(%outer12 : tensor<1024x1024xf32>) outs(%f1 : tensor<1024xf32>) dimensions = [1]
  %add01 = arith.addf %v0, %v1 : tensor<1024xf32>
  %add12 = arith.addf %v1, %v2 : tensor<1024xf32>
  return %sum01, %sum12, %add01, %add12 : tensor<1024xf32>, tensor<1024xf32>, tensor<1024xf32>, tensor<1024xf32>
}

// (b) 0-d values: tanh(3x+y) + cosh(x+5y). Four bytes each; three at a time.
// JSON: "name": "scalars"
// JSON: "peakBytes": 12,
// JSON: "status": "optimal",
func.func @scalars(%x: tensor<f32>, %y: tensor<f32>) -> tensor<f32> {
  %three = arith.constant dense<3.0> : tensor<f32>
  %five = arith.constant dense<5.0> : tensor<f32>
  %x3 = arith.mulf %x, %three : tensor<f32>
  %y5 = arith.mulf %y, %five : tensor<f32>
  %s = arith.addf %x3, %y : tensor<f32>
  %t = arith.addf %x, %y5 : tensor<f32>
  %tanh = math.tanh %s : tensor<f32>
  %cosh = math.cosh %t : tensor<f32>
  %r = arith.addf %tanh, %cosh : tensor<f32>
  return %r : tensor<f32>
}

// (f) An op whose only inputs are constants is ready from the start, and is not
// executed before it is of use.
// JSON: "name": "constants_only"
// JSON: "peakBytes": 2048,
// JSON-NEXT: "peakBytesBefore": 3072,
// JSON-NEXT: "lowerBoundBytes": 2048,
// JSON-NEXT: "status": "optimal",
// CHECK-LABEL: func.func @constants_only
// CHECK: math.exp
// CHECK: math.cos
// CHECK-NEXT: tensor.extract
// CHECK: math.sqrt
func.func @constants_only(%a: tensor<256xf32>, %i: index) -> (f32, tensor<256xf32>) {
  %c = arith.constant dense<2.0> : tensor<256xf32>
  %0 = math.sqrt %c : tensor<256xf32>
  %1 = math.exp %a : tensor<256xf32>
  %2 = math.cos %1 : tensor<256xf32>
  %3 = tensor.extract %2[%i] : tensor<256xf32>
  return %3, %0 : f32, tensor<256xf32>
}

// (h) A load that is made ready only by an ordering edge: it reads no value of
// the store that it must follow.
// JSON: "name": "ordering_edge"
// JSON: "status": "optimal",
// CHECK-LABEL: func.func @ordering_edge
// CHECK: %[[FIRST:.*]] = tensor.extract
// CHECK: memref.store %[[FIRST]]
// CHECK: memref.load
func.func @ordering_edge(%a: tensor<256xf32>, %i: index) -> (f32, f32) {
  %m = memref.alloc() : memref<1xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %m[%i] : memref<1xf32>
  %loaded = memref.load %m[%i] : memref<1xf32>
  memref.dealloc %m : memref<1xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %loaded, %y : f32, f32
}
