// RUN: memopt-opt %s --allow-unregistered-dialect --min-peak-schedule 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: memopt-opt %s --allow-unregistered-dialect --min-peak-schedule=assume-pure=stablehlo,other 2>&1 | FileCheck %s --check-prefix=PURE
// RUN: memopt-opt %s --allow-unregistered-dialect --peak-memory="assume-pure=stablehlo format=json" -o /dev/null | FileCheck %s --check-prefix=JSON

// Ops of a dialect that is not registered have unknown effects, so nothing
// moves, unless the user vouches for the dialect.

// UNKNOWN: memopt: @generic
// UNKNOWN-NEXT: peak 3.00 KiB [before: 3.00 KiB], 100.0% of before; lower bound 3.00 KiB, unchanged
// UNKNOWN: note: nothing moves across 5 ops; the first, 'stablehlo.constant' at {{.*}}, is of a dialect that is not registered, so its effects are unknown
// UNKNOWN-LABEL: func.func @generic
// UNKNOWN: "stablehlo.exponential"
// UNKNOWN-NEXT: "stablehlo.cosine"
// PURE: memopt: @generic
// PURE-NEXT: peak 2.00 KiB [before: 2.50 KiB], 80.0% of before; lower bound 2.00 KiB, optimal
// PURE-LABEL: func.func @generic
// PURE: "stablehlo.exponential"
// PURE-NEXT: "stablehlo.slice"
// PURE-NEXT: "stablehlo.constant"
// PURE-NEXT: "stablehlo.cosine"
// PURE-NEXT: "stablehlo.slice"
// JSON: "name": "generic"
// JSON: "peakBytes": 2560
// JSON: "constantBytes": 1024
func.func @generic(%a: tensor<256xf32>) -> (tensor<128xf32>, tensor<128xf32>) {
  %c = "stablehlo.constant"() {value = dense<1.0> : tensor<256xf32>} : () -> tensor<256xf32>
  %0 = "stablehlo.exponential"(%a) : (tensor<256xf32>) -> tensor<256xf32>
  %1 = "stablehlo.cosine"(%c) : (tensor<256xf32>) -> tensor<256xf32>
  %2 = "stablehlo.slice"(%0) : (tensor<256xf32>) -> tensor<128xf32>
  %3 = "stablehlo.slice"(%1) : (tensor<256xf32>) -> tensor<128xf32>
  return %2, %3 : tensor<128xf32>, tensor<128xf32>
}

// A tuple is the storage of its members.
// JSON: "name": "tuple"
// JSON: "peakBytes": 2048
func.func @tuple(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = "stablehlo.exponential"(%a) : (tensor<256xf32>) -> tensor<256xf32>
  %t = "stablehlo.tuple"(%0) : (tensor<256xf32>) -> tuple<tensor<256xf32>>
  %1 = "stablehlo.get_tuple_element"(%t) {index = 0 : i32} : (tuple<tensor<256xf32>>) -> tensor<256xf32>
  %2 = "stablehlo.exponential"(%1) : (tensor<256xf32>) -> tensor<256xf32>
  return %2 : tensor<256xf32>
}

// A body that combines scalars needs no storage.
// JSON: "name": "reduce"
// JSON: "peakBytes": 1028
func.func @reduce(%a: tensor<256xf32>) -> tensor<f32> {
  %zero = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %0 = "stablehlo.exponential"(%a) : (tensor<256xf32>) -> tensor<256xf32>
  %1 = "stablehlo.reduce"(%0, %zero) ({
  ^bb0(%x: tensor<f32>, %y: tensor<f32>):
    %s = "stablehlo.add"(%x, %y) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%s) : (tensor<f32>) -> ()
  }) {dimensions = array<i64: 0>} : (tensor<256xf32>, tensor<f32>) -> tensor<f32>
  return %1 : tensor<f32>
}
