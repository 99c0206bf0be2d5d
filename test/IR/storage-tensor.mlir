// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s

// What costs storage among tensor ops, and when. tensor<256xf32> is 1024 bytes.

// A view, a cast or a reshape lives in its source.
// CHECK-LABEL: "name": "views"
// CHECK: "peakBytes": 2048
// CHECK: "noFreeBytes": 2048
func.func @views(%a: tensor<256xf32>) -> tensor<4x64xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = tensor.expand_shape %0 [[0, 1]] output_shape [4, 64] : tensor<256xf32> into tensor<4x64xf32>
  %2 = tensor.cast %1 : tensor<4x64xf32> to tensor<?x64xf32>
  %3 = tensor.cast %2 : tensor<?x64xf32> to tensor<4x64xf32>
  %4 = tensor.collapse_shape %3 [[0, 1]] : tensor<4x64xf32> into tensor<256xf32>
  %5 = tensor.extract_slice %4[0] [256] [1] : tensor<256xf32> to tensor<256xf32>
  %6 = tensor.expand_shape %5 [[0, 1]] output_shape [4, 64] : tensor<256xf32> into tensor<4x64xf32>
  %7 = math.exp %6 : tensor<4x64xf32>
  return %7 : tensor<4x64xf32>
}

// A view keeps its source alive after the last direct use of the source.
// CHECK-LABEL: "name": "view_outlives_uses"
// CHECK: "peakBytes": 3072
func.func @view_outlives_uses(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %view = tensor.extract_slice %0[0] [4] [1] : tensor<256xf32> to tensor<4xf32>
  %1 = math.exp %a : tensor<256xf32>
  %2 = math.exp %1 : tensor<256xf32>
  %3 = tensor.insert_slice %view into %2[0] [4] [1] : tensor<4xf32> into tensor<256xf32>
  return %3 : tensor<256xf32>
}

// A view read twice by one op, and a view that dies before its origin.
// CHECK-LABEL: "name": "view_read_twice"
// CHECK: "peakBytes": 2048
func.func @view_read_twice(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %view = tensor.expand_shape %0 [[0, 1]] output_shape [4, 64] : tensor<256xf32> into tensor<4x64xf32>
  %1 = arith.addf %view, %view : tensor<4x64xf32>
  %2 = tensor.collapse_shape %1 [[0, 1]] : tensor<4x64xf32> into tensor<256xf32>
  return %2 : tensor<256xf32>
}

// CHECK-LABEL: "name": "view_dies_first"
// CHECK: "peakBytes": 3072
func.func @view_dies_first(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %view = tensor.expand_shape %0 [[0, 1]] output_shape [4, 64] : tensor<256xf32> into tensor<4x64xf32>
  %1 = math.exp %view : tensor<4x64xf32>
  %2 = tensor.collapse_shape %1 [[0, 1]] : tensor<4x64xf32> into tensor<256xf32>
  %3 = arith.addf %0, %2 : tensor<256xf32>
  return %3 : tensor<256xf32>
}

// An origin that is a result too is never freed.
// CHECK-LABEL: "name": "origin_is_result"
// CHECK: "peakBytes": 2048
// CHECK: "resultBytes": 2048
func.func @origin_is_result(%a: tensor<256xf32>) -> (tensor<256xf32>, tensor<4x64xf32>) {
  %0 = math.exp %a : tensor<256xf32>
  %view = tensor.expand_shape %0 [[0, 1]] output_shape [4, 64] : tensor<256xf32> into tensor<4x64xf32>
  %1 = math.exp %view : tensor<4x64xf32>
  return %0, %1 : tensor<256xf32>, tensor<4x64xf32>
}

// The select's result lives in whichever arm it picks: both stay alive.
// CHECK-LABEL: "name": "select"
// CHECK: "peakBytes": 3072
// CHECK: "noFreeBytes": 4096
func.func @select(%c: i1, %a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %2 = arith.select %c, %0, %1 : tensor<256xf32>
  %3 = math.exp %2 : tensor<256xf32>
  %4 = math.exp %3 : tensor<256xf32>
  return %4 : tensor<256xf32>
}

// Arguments and constants are counted apart; one constant named twice is one.
// CHECK-LABEL: "name": "apart"
// CHECK: "peakBytes": 2048
// CHECK: "argumentBytes": 2048
// CHECK: "constantBytes": 1024
func.func @apart(%a: tensor<256xf32>, %b: tensor<256xf32>) -> tensor<256xf32> {
  %c = arith.constant dense<1.0> : tensor<256xf32>
  %d = arith.constant dense<1.0> : tensor<256xf32>
  %0 = arith.addf %c, %d : tensor<256xf32>
  %1 = arith.addf %0, %b : tensor<256xf32>
  return %1 : tensor<256xf32>
}

// An op whose only inputs are constants, and 0-d tensors.
// CHECK-LABEL: "name": "only_constants"
// CHECK: "peakBytes": 8
func.func @only_constants() -> tensor<f32> {
  %c = arith.constant dense<1.0> : tensor<f32>
  %0 = math.exp %c : tensor<f32>
  %1 = math.exp %0 : tensor<f32>
  return %1 : tensor<f32>
}

// Ops that make new tensors of other sizes.
// CHECK-LABEL: "name": "makers"
// CHECK: "peakBytes": 1056
func.func @makers(%x: f32) -> tensor<8xf32> {
  %zero = arith.constant 0.0 : f32
  %0 = tensor.from_elements %x, %x : tensor<2xf32>
  %1 = tensor.pad %0 low[0] high[254] {
  ^bb0(%i: index):
    tensor.yield %zero : f32
  } : tensor<2xf32> to tensor<256xf32>
  %2 = tensor.extract_slice %1[0] [8] [1] : tensor<256xf32> to tensor<8xf32>
  %3 = math.exp %2 : tensor<8xf32>
  return %3 : tensor<8xf32>
}

// tosa.reshape is a view; the rest of tosa makes new tensors.
// CHECK-LABEL: "name": "tosa"
// CHECK: "peakBytes": 2048
// CHECK: "constantBytes": 16
func.func @tosa(%a: tensor<256xf32>) -> tensor<4x64xf32> {
  %shape = tosa.const_shape {values = dense<[4, 64]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %unused = "tosa.const"() <{values = dense<2.0> : tensor<4xf32>}> : () -> tensor<4xf32>
  %0 = tosa.exp %a : (tensor<256xf32>) -> tensor<256xf32>
  %1 = tosa.reshape %0, %shape : (tensor<256xf32>, !tosa.shape<2>) -> tensor<4x64xf32>
  %2 = tosa.tanh %1 : (tensor<4x64xf32>) -> tensor<4x64xf32>
  return %2 : tensor<4x64xf32>
}
