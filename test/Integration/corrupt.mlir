// The harness finds a transformation that swaps the operands of a subtraction,
// changes one constant in the last bit, or changes the function's type.

// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --transform "{python} %integration_dir/edit.py {in} {out} 'subf %%x, %%y' 'subf %%y, %%x'" \
// RUN:   | FileCheck %s --check-prefix=SWAP
// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --transform "{python} %integration_dir/edit.py {in} {out} 0x3F800000 0x3F800001" \
// RUN:   | FileCheck %s --check-prefix=BIT
// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --transform "{python} %integration_dir/edit.py {in} {out} false true" \
// RUN:   | FileCheck %s --check-prefix=FLAG
// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --transform "{python} %integration_dir/edit.py {in} {out} 'addi %%n, %%n' 'muli %%n, %%n'" \
// RUN:   | FileCheck %s --check-prefix=INTEGER
// RUN: %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --transform "{python} %integration_dir/edit.py {in} {out} 'addi %%n, %%m' 'addi %%m, %%n'" \
// RUN:   | FileCheck %s --check-prefix=SAME

// SWAP: DIFFERENT: result(s) [0] changed
// BIT: DIFFERENT: result(s) [1] changed
// FLAG: DIFFERENT: result(s) [2] changed
// INTEGER: DIFFERENT: result(s) [3] changed
// SAME: EQUAL: 5 result(s) are the same before and after, bit for bit

func.func @entry(%a: tensor<3x4xf32>, %b: tensor<3x4xf32>, %n: i32,
                 %m: i32) -> (tensor<3x4xf32>, f32, i1, i32, i32) {
  %init = tensor.empty() : tensor<3x4xf32>
  %difference = linalg.generic {
      indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>,
                       affine_map<(i, j) -> (i, j)>],
      iterator_types = ["parallel", "parallel"]}
      ins(%a, %b : tensor<3x4xf32>, tensor<3x4xf32>)
      outs(%init : tensor<3x4xf32>) {
  ^bb0(%x: f32, %y: f32, %out: f32):
    %d = arith.subf %x, %y : f32
    linalg.yield %d : f32
  } -> tensor<3x4xf32>
  %one = arith.constant 0x3F800000 : f32
  %flag = arith.constant false
  %twice = arith.addi %n, %n : i32
  %sum = arith.addi %n, %m : i32
  return %difference, %one, %flag, %twice, %sum
    : tensor<3x4xf32>, f32, i1, i32, i32
}
