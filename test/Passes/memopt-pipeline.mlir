// RUN: memopt-opt %s --memopt="quiet=true" | FileCheck %s
// RUN: memopt-opt %s --memopt="quiet=true schedule=false" | FileCheck %s --check-prefix=ORDER
// RUN: memopt-opt %s --pass-pipeline='builtin.module(memopt{quiet=true in-place=false classes=bytes max-bytes=1000000 max-steps=1000 buffer-alignment=0})' | FileCheck %s --check-prefix=OPTIONS
// RUN: memopt-opt %s --memopt="schedule-report=%t.schedule.json report=%t.json" -o /dev/null 2>&1 | FileCheck %s --check-prefix=TEXT
// RUN: FileCheck %s --check-prefix=SCHEDULE < %t.schedule.json
// RUN: FileCheck %s --check-prefix=REPORT < %t.json
// RUN: mlir-opt %s --load-pass-plugin=%memopt_plugin --pass-pipeline='builtin.module(memopt{quiet=true})' | FileCheck %s
// RUN: memopt-opt %s --memopt=quiet=true --mlir-print-ir-after=bufferize-least -o /dev/null 2>&1 | FileCheck %s --check-prefix=AFTER

// From tensors to few bytes in one go.

// AFTER: IR Dump After BufferizeLeast (bufferize-least)

module attributes {dlti.dl_spec = #dlti.dl_spec<#dlti.dl_entry<index, 64 : i32>>} {

// Each is read before the next is computed, in the order that the scheduler
// found, and freed at once; the second is written over the argument.
// CHECK-LABEL: func.func @two_sums
// CHECK: %[[A:.*]] = memref.alloc() {alignment = 64 : i64} : memref<256xf32>
// CHECK: math.exp
// CHECK: memref.load %[[A]]
// CHECK-NEXT: memref.dealloc %[[A]]
// CHECK-NOT: memref.alloc()
// CHECK: math.cos
// CHECK: memref.load
// CHECK: return
// ORDER-LABEL: func.func @two_sums
// ORDER: math.exp
// ORDER: math.cos
// ORDER: memref.load
// OPTIONS-LABEL: func.func @two_sums
// OPTIONS: memref.alloc() : memref<256xf32>
// TEXT: memopt: @two_sums
// TEXT: peak 1.00 KiB [before: 2.00 KiB]
// TEXT: memopt: @two_sums
// TEXT-NEXT: allocations 1 [before: 1], of 1.00 KiB [before: 1.00 KiB]
// SCHEDULE: "peakBytesBefore": 2048
// REPORT: "peakBytes": 1024
// REPORT: "allocations": 1
func.func @two_sums(%a: tensor<256xf32>, %i: index) -> f32 {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// Both products have a fill of their own: nothing is copied.
// CHECK-LABEL: func.func @two_products
// CHECK-NOT: memref.copy
// CHECK: return
func.func @two_products(%a: tensor<16x16xf32>, %b: tensor<16x16xf32>) -> (tensor<16x16xf32>, tensor<16x16xf32>) {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<16x16xf32>
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<16x16xf32>) -> tensor<16x16xf32>
  %0 = linalg.matmul ins(%a, %b : tensor<16x16xf32>, tensor<16x16xf32>) outs(%fill : tensor<16x16xf32>) -> tensor<16x16xf32>
  %1 = linalg.matmul ins(%b, %a : tensor<16x16xf32>, tensor<16x16xf32>) outs(%fill : tensor<16x16xf32>) -> tensor<16x16xf32>
  return %0, %1 : tensor<16x16xf32>, tensor<16x16xf32>
}

}
