// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --transform-interpreter 2>/dev/null | FileCheck %s
// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --pass-pipeline='builtin.module(func.func(min-peak-schedule{quiet=true}))' --mlir-print-ir-after-all --mlir-disable-threading -o /dev/null 2>&1 | FileCheck %s --check-prefix=AFTER
// RUN: memopt-opt %s --min-peak-schedule=quiet=true --mlir-print-ir-after=min-peak-schedule -o /dev/null 2>&1 | FileCheck %s --check-prefix=AFTER
// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --pass-pipeline='builtin.module(func.func(min-peak-schedule{max-steps=77 quiet=true}))' --mlir-generate-reproducer=%t.mlir -o /dev/null
// RUN: FileCheck %s --input-file=%t.mlir --check-prefix=REPRODUCER
// RUN: mlir-opt %t.mlir --load-pass-plugin=%memopt_plugin --run-reproducer | FileCheck %s

// What people have around passes works with ours: the transform dialect,

// reproducers, printing after a pass. (A stock mlir-opt reads the pass names of
// --mlir-print-ir-after before it loads plugins, so there it is -after-all.)

// AFTER: IR Dump After {{.*}}(min-peak-schedule)
// REPRODUCER: min-peak-schedule{{.*}}max-steps=77
module attributes {transform.with_named_sequence} {
  // CHECK-LABEL: func.func @f
  // CHECK: math.exp
  // CHECK-NEXT: tensor.extract
  // CHECK-NEXT: math.cos
  func.func @f(%a: tensor<256xf32>, %i: index) -> (f32, f32) {
    %0 = math.exp %a : tensor<256xf32>
    %1 = math.cos %a : tensor<256xf32>
    %x = tensor.extract %0[%i] : tensor<256xf32>
    %y = tensor.extract %1[%i] : tensor<256xf32>
    return %x, %y : f32, f32
  }
  transform.named_sequence @__transform_main(%root: !transform.any_op) {
    %f = transform.structured.match ops{["func.func"]} in %root : (!transform.any_op) -> !transform.any_op
    %g = transform.apply_registered_pass "min-peak-schedule" with options = {"quiet" = true} to %f : (!transform.any_op) -> !transform.any_op
    transform.yield
  }
}
