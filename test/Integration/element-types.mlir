// Arguments and results of every element type, 0-d and scalar and dynamic, are
// filled and printed; dynamic extents are those asked for.

// RUN: %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --dynamic-size 7 | FileCheck %s
// RUN: %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --dynamic-size 7 > %t.1
// RUN: %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --dynamic-size 7 --opt-level 2 > %t.2
// RUN: diff %t.1 %t.2

// CHECK: result 0 tensor<2x3xf16>: elements=6 checksum={{[0-9a-f]+}} nonzero=6 nonfinite=0
// CHECK: result 1 tensor<4xbf16>: elements=4 checksum={{[0-9a-f]+}} nonzero=4 nonfinite=0
// CHECK: result 2 tensor<f32>: elements=1 checksum={{[0-9a-f]+}} nonzero=1 nonfinite=0
// CHECK: result 3 tensor<?x5xf64>: elements=35 checksum={{[0-9a-f]+}} nonzero=35 nonfinite=0
// CHECK: result 4 tensor<64xi1>: elements=64
// CHECK: result 5 tensor<2x2x2xi8>: elements=8
// CHECK: result 6 tensor<16xi64>: elements=16
// CHECK: result 7 tensor<9xindex>: elements=9
// CHECK: result 8 tensor<0xf32>: elements=0 checksum=0000000000000000 nonzero=0
// CHECK: result 9 f64: elements=1 checksum={{[0-9a-f]+}} nonzero=1 nonfinite=0
// CHECK: result 10 index: elements=1
// CHECK: result 11 f32: elements=1 checksum={{[0-9a-f]+}} nonzero=1 nonfinite=1

func.func @entry(%a: tensor<2x3xf16>, %b: tensor<4xbf16>, %c: tensor<f32>,
                 %d: tensor<?x5xf64>, %e: tensor<64xi1>, %f: tensor<2x2x2xi8>,
                 %g: tensor<16xi64>, %h: tensor<9xindex>, %i: tensor<0xf32>,
                 %j: f64, %k: index)
    -> (tensor<2x3xf16>, tensor<4xbf16>, tensor<f32>, tensor<?x5xf64>,
        tensor<64xi1>, tensor<2x2x2xi8>, tensor<16xi64>, tensor<9xindex>,
        tensor<0xf32>, f64, index, f32) {
  %inf = arith.constant 0x7F800000 : f32
  return %a, %b, %c, %d, %e, %f, %g, %h, %i, %j, %k, %inf
    : tensor<2x3xf16>, tensor<4xbf16>, tensor<f32>, tensor<?x5xf64>,
      tensor<64xi1>, tensor<2x2x2xi8>, tensor<16xi64>, tensor<9xindex>,
      tensor<0xf32>, f64, index, f32
}
