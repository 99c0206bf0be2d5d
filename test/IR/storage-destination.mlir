// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s

// Destination-passing ops: the result takes over a dying init, and nothing else.

// A tensor.empty has no storage: it begins with the op that writes it first,
// and each destination has its own ...
// CHECK-LABEL: "name": "empty"
// CHECK: "peakBytes": 2048
// CHECK: "noFreeBytes": 2048
func.func @empty(%a: tensor<16x16xf32>) -> tensor<16x16xf32> {
  %e = tensor.empty() : tensor<16x16xf32>
  %0 = linalg.exp ins(%a : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) -> tensor<16x16xf32>
  %1 = linalg.transpose ins(%0 : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) permutation = [1, 0]
  return %1 : tensor<16x16xf32>
}

// ... unless the input is in the same empty tensor, dies, and is read element
// by element: bufferization then works in place.
// CHECK-LABEL: "name": "empty_in_place"
// CHECK: "peakBytes": 1024
func.func @empty_in_place(%a: tensor<256xf32>) -> tensor<256xf32> {
  %e = tensor.empty() : tensor<256xf32>
  %0 = linalg.exp ins(%a : tensor<256xf32>) outs(%e : tensor<256xf32>) -> tensor<256xf32>
  %1 = linalg.exp ins(%0 : tensor<256xf32>) outs(%e : tensor<256xf32>) -> tensor<256xf32>
  return %1 : tensor<256xf32>
}

// CHECK-LABEL: "name": "two_empties"
// CHECK: "peakBytes": 2048
func.func @two_empties(%a: tensor<256xf32>) -> tensor<256xf32> {
  %e = tensor.empty() : tensor<256xf32>
  %f = tensor.empty() : tensor<256xf32>
  %0 = linalg.exp ins(%a : tensor<256xf32>) outs(%e : tensor<256xf32>) -> tensor<256xf32>
  %1 = linalg.exp ins(%0 : tensor<256xf32>) outs(%f : tensor<256xf32>) -> tensor<256xf32>
  return %1 : tensor<256xf32>
}

// A fill and the op that accumulates into it share one buffer.
// CHECK-LABEL: "name": "fill_matmul"
// CHECK: "peakBytes": 1024
func.func @fill_matmul(%a: tensor<16x8xf32>, %b: tensor<8x16xf32>) -> tensor<16x16xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<16x16xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<16x16xf32>) -> tensor<16x16xf32>
  %0 = linalg.matmul ins(%a, %b : tensor<16x8xf32>, tensor<8x16xf32>) outs(%f : tensor<16x16xf32>) -> tensor<16x16xf32>
  return %0 : tensor<16x16xf32>
}

// An init that is read later is not taken over.
// CHECK-LABEL: "name": "init_lives_on"
// CHECK: "peakBytes": 3072
func.func @init_lives_on(%a: tensor<16x8xf32>, %b: tensor<8x16xf32>) -> tensor<16x16xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<16x16xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<16x16xf32>) -> tensor<16x16xf32>
  %0 = linalg.matmul ins(%a, %b : tensor<16x8xf32>, tensor<8x16xf32>) outs(%f : tensor<16x16xf32>) -> tensor<16x16xf32>
  %1 = arith.addf %0, %f : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// An init that the op reads elsewhere too: not at other elements ...
// CHECK-LABEL: "name": "init_read_by_op"
// CHECK: "peakBytes": 2048
func.func @init_read_by_op(%a: tensor<16x16xf32>) -> tensor<16x16xf32> {
  %x = math.exp %a : tensor<16x16xf32>
  %0 = linalg.matmul ins(%x, %a : tensor<16x16xf32>, tensor<16x16xf32>) outs(%x : tensor<16x16xf32>) -> tensor<16x16xf32>
  return %0 : tensor<16x16xf32>
}

// ... but at the same one.
// CHECK-LABEL: "name": "init_read_elementwise"
// CHECK: "peakBytes": 1024
func.func @init_read_elementwise(%a: tensor<16x16xf32>) -> tensor<16x16xf32> {
  %x = math.exp %a : tensor<16x16xf32>
  %0 = linalg.add ins(%x, %a : tensor<16x16xf32>, tensor<16x16xf32>) outs(%x : tensor<16x16xf32>) -> tensor<16x16xf32>
  return %0 : tensor<16x16xf32>
}

// Arguments and constants are not written over.
// CHECK-LABEL: "name": "argument_init"
// CHECK: "peakBytes": 1024
func.func @argument_init(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = linalg.exp ins(%a : tensor<256xf32>) outs(%a : tensor<256xf32>) -> tensor<256xf32>
  return %0 : tensor<256xf32>
}

// CHECK-LABEL: "name": "insert"
// CHECK: "peakBytes": 1024
func.func @insert(%a: tensor<256xf32>, %x: f32, %i: index) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = tensor.insert %x into %0[%i] : tensor<256xf32>
  %2 = tensor.insert %x into %1[%i] : tensor<256xf32>
  return %2 : tensor<256xf32>
}
