// RUN: memopt-opt %s --memopt="quiet buffer-alignment=0" | FileCheck %s
// RUN: memopt-opt %s --memopt="quiet buffer-alignment=0" | memopt-opt --peak-memory=format=json -o /dev/null | FileCheck %s --check-prefix=PEAK

// What a callee makes is known to be nothing else, so no address is compared
// when the program runs, and all is freed at its last use, as after --inline.

func.func private @double(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = arith.addf %a, %a : tensor<256xf32>
  return %0 : tensor<256xf32>
}

// CHECK-LABEL: func.func @chain
// CHECK-NOT: extract_aligned_pointer_as_index
// CHECK: %[[R:.*]] = call @double
// CHECK-NEXT: %[[S:.*]] = call @double(%[[R]])
// CHECK-NEXT: memref.dealloc %[[R]]
// CHECK-NEXT: %[[T:.*]] = call @double(%[[S]])
// CHECK-NEXT: memref.dealloc %[[S]]
// CHECK-NEXT: memref.load %[[T]]
// CHECK-NEXT: memref.dealloc %[[T]]
// CHECK-NEXT: return

// PEAK: "name": "chain"
// PEAK: "peakBytes": 2048
func.func @chain(%a: tensor<256xf32>, %i: index) -> f32 {
  %0 = call @double(%a) : (tensor<256xf32>) -> tensor<256xf32>
  %1 = call @double(%0) : (tensor<256xf32>) -> tensor<256xf32>
  %2 = call @double(%1) : (tensor<256xf32>) -> tensor<256xf32>
  %x = tensor.extract %2[%i] : tensor<256xf32>
  return %x : f32
}
