// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --pass-pipeline='builtin.module(func.func(min-peak-schedule{quiet=true}))' | FileCheck %s
// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --pass-pipeline='builtin.module(min-peak-schedule)' 2>&1 | FileCheck %s --check-prefixes=CHECK,TEXT
// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --pass-pipeline='builtin.module(func.func(peak-memory))' -o /dev/null 2>&1 | FileCheck %s --check-prefix=PEAK
// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --pass-pipeline='builtin.module(func.func(min-peak-schedule{report=%t.json quiet=true}))' -o /dev/null
// RUN: FileCheck %s --input-file=%t.json --check-prefix=JSON

// The passes in a stock mlir-opt, on a module and nested on functions. Nested,
// they run on several threads, and still write one report, sorted by name.

// TEXT: memopt: @zebra
// TEXT: memopt: @apple
// PEAK: memopt: @apple
// PEAK: memopt: @zebra
// JSON: "name": "apple"
// JSON: "peakBytes": 1024
// JSON: "name": "zebra"
// JSON: "peakBytes": 1024
// CHECK-LABEL: func.func @zebra
// CHECK: math.exp
// CHECK-NEXT: tensor.extract
// CHECK-NEXT: math.cos
func.func @zebra(%a: tensor<256xf32>, %i: index) -> (f32, f32) {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %x, %y : f32, f32
}
// CHECK-LABEL: func.func @apple
// CHECK: math.exp
// CHECK-NEXT: tensor.extract
// CHECK-NEXT: math.cos
func.func @apple(%a: tensor<256xf32>, %i: index) -> (f32, f32) {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %x, %y : f32, f32
}
