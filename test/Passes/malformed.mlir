// RUN: not memopt-opt %s --peak-memory -o %t 2>&1 | FileCheck %s
// RUN: not ls %t
// RUN: not memopt-opt %S/report.mlir --min-peak-schedule=max-steps=many 2>&1 | FileCheck %s --check-prefix=OPTION
// RUN: not memopt-opt %S/report.mlir --min-peak-schedule=max-memory=1T 2>&1 | FileCheck %s --check-prefix=MEMORY
// RUN: not memopt-opt %S/report.mlir --pass-pipeline='builtin.module(func.func(arith.addf(min-peak-schedule)))' 2>&1 | FileCheck %s --check-prefix=ANCHOR

// Malformed IR and options: an error, and no output.

// CHECK: malformed.mlir:[[#@LINE+5]]:{{[0-9]+}}: error: use of undeclared SSA value name
// OPTION: for the --max-steps option: 'many' value invalid
// MEMORY: '1T' is no number of bytes; say for example 1048576, 64M, 512Mi or 1Gi
// ANCHOR: unable to schedule pass 'MinPeakSchedule' on a PassManager intended to run on 'arith.addf'
func.func @f(%a: tensor<4xf32>) -> tensor<4xf32> {
  return %b : tensor<4xf32>
}
