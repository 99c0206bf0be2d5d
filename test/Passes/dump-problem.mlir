// RUN: rm -rf %t && memopt-opt %s --min-peak-schedule="dump-problem=%t quiet=true" -o /dev/null
// RUN: memopt-solve schedule --count-inputs %t/f.1.json | FileCheck %s
// RUN: memopt-solve schedule --count-inputs --scheduler=input %t/f.1.json | FileCheck %s --check-prefix=INPUT

// A block's problem, solved again without the IR, gives the same figures.

// CHECK: "inputPeak":2048
// CHECK-SAME: "peak":1024
// CHECK-SAME: "status":"optimal"
// INPUT: "peak":2048
func.func @f(%a: tensor<256xf32>, %i: index) -> f32 {
  %x = scf.execute_region -> f32 {
    %0 = math.exp %a : tensor<256xf32>
    %1 = tensor.extract %0[%i] : tensor<256xf32>
    scf.yield %1 : f32
  }
  %1 = math.cos %a : tensor<256xf32>
  %2 = math.exp %a : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  %z = tensor.extract %2[%i] : tensor<256xf32>
  %s = arith.addf %x, %y : f32
  %t = arith.addf %s, %z : f32
  return %t : f32
}
