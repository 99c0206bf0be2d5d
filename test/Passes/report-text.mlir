// RUN: memopt-opt %s --peak-memory -o /dev/null 2>&1 | FileCheck %s --strict-whitespace
// RUN: memopt-opt %s --peak-memory="top=1" -o /dev/null 2>&1 | FileCheck %s --check-prefix=TOP
// RUN: memopt-opt %s --peak-memory="output=-" -o /dev/null 2>/dev/null | FileCheck %s --check-prefix=STDOUT
// RUN: memopt-opt %s --peak-memory 2>/dev/null | FileCheck %s --check-prefix=SAME

// The report for people.

//      CHECK:memopt: @f ({{.*}}report-text.mlir:[[#]]:1)
// CHECK-NEXT:  peak           2.01 KiB            2056 B
// CHECK-NEXT:  never freed    3.01 KiB            3080 B  if nothing were ever freed
// CHECK-NEXT:  results        1.00 KiB            1024 B  part of the peak
// CHECK-NEXT:  arguments      1.01 KiB            1032 B  not part of the peak
// CHECK-NEXT:  constants           0 B               0 B  not part of the peak
// CHECK-NEXT:  reached at 'math.cos', {{.*}}report-text.mlir:[[#]]:8
// CHECK-NEXT:  alive then, biggest first:
// CHECK-NEXT:       1.00 KiB  %1 : tensor<256xf32>
// CHECK-NEXT:                 made by 'math.exp' at line [[#]]:8
// CHECK-NEXT:                 last read by 'math.cos' at line [[#]]:8
// CHECK-NEXT:       1.00 KiB  %2 : tensor<256xf32>
// CHECK-NEXT:                 made by 'math.cos' at line [[#]]:8
// CHECK-NEXT:                 last read by 'arith.mulf' at line [[#]]:8
// CHECK-NEXT:            8 B  in 1 smaller than 1024 B (see min-bytes=N)
// CHECK-NEXT:  live bytes, step by step:
// CHECK-NEXT:   2.01 KiB |  #
// CHECK-NEXT:            |  ##
// CHECK-NEXT:            |  ##
// CHECK-NEXT:            |  ##
// CHECK-NEXT:            | ###
// CHECK-NEXT:            | ###
// CHECK-NEXT:            | ###
// CHECK-NEXT:          0 |#####
// CHECK-NEXT:            +-----
// CHECK-NEXT:  note: an estimate: 4 buffers are tensors, whose storage is decided by bufferization
// TOP: 1.00 KiB %1
// TOP: 1.00 KiB in 1 more (see top=N)
// STDOUT: memopt: @f
// SAME: func.func @f
// SAME-NEXT: math.sqrt
// SAME-NEXT: math.exp
func.func @f(%a: tensor<256xf32>, %b: tensor<2xf32>, %i: index) -> (tensor<256xf32>, f32) {
  %0 = math.sqrt %b : tensor<2xf32>
  %1 = math.exp %a : tensor<256xf32>
  %2 = math.cos %1 : tensor<256xf32>
  %3 = arith.mulf %2, %2 : tensor<256xf32>
  %4 = tensor.extract %0[%i] : tensor<2xf32>
  return %3, %4 : tensor<256xf32>, f32
}
