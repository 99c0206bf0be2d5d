// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s
// RUN: memopt-opt %s --peak-memory -o /dev/null 2>&1 | FileCheck %s --check-prefix=TEXT
// RUN: memopt-opt %s --pass-pipeline='builtin.module(func.func(peak-memory))' -o /dev/null 2>&1 | FileCheck %s --check-prefix=ALONE

// Calls count the callee's peak, from the callees up.

// CHECK-LABEL: "name": "main"
// CHECK: "peakBytes": 4096
// CHECK: "unknownCalls": 0
// CHECK: "noFreeBytes": 5120
// CHECK: "value": "(inside the callee)"
// TEXT-LABEL: memopt: @main
// TEXT: peak 4.00 KiB 4096 B{{$}}
// A pass on one function cannot look into another.
// ALONE-LABEL: memopt: @main
// ALONE: peak {{.*}} at least; see the notes
// ALONE: note: the memory of the callee is not wholly known
func.func @main(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = call @three(%0) : (tensor<256xf32>) -> tensor<256xf32>
  %2 = arith.addf %0, %1 : tensor<256xf32>
  return %2 : tensor<256xf32>
}

// CHECK-LABEL: "name": "three"
// CHECK: "peakBytes": 3072
func.func private @three(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %2 = arith.addf %0, %1 : tensor<256xf32>
  return %2 : tensor<256xf32>
}

// A callee that returns its argument makes nothing.
// CHECK-LABEL: "name": "caller_of_identity"
// CHECK: "peakBytes": 2048
func.func @caller_of_identity(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = call @identity(%0) : (tensor<256xf32>) -> tensor<256xf32>
  %2 = math.exp %1 : tensor<256xf32>
  return %2 : tensor<256xf32>
}
// CHECK-LABEL: "name": "identity"
// CHECK: "peakBytes": 0
func.func private @identity(%a: tensor<256xf32>) -> tensor<256xf32> {
  return %a : tensor<256xf32>
}

// Recursion, direct and mutual, and declarations are unknown, also to those who
// call them from outside.
// CHECK-LABEL: "name": "even"
// CHECK: "unknownCalls": 1
// TEXT-LABEL: memopt: @even
// TEXT: at least; see the notes
func.func @even(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = call @odd(%a) : (tensor<256xf32>) -> tensor<256xf32>
  return %0 : tensor<256xf32>
}
// CHECK-LABEL: "name": "odd"
func.func @odd(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = call @even(%a) : (tensor<256xf32>) -> tensor<256xf32>
  return %0 : tensor<256xf32>
}
// CHECK-LABEL: "name": "self"
// CHECK: "unknownCalls": 1
func.func @self(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = call @self(%a) : (tensor<256xf32>) -> tensor<256xf32>
  return %0 : tensor<256xf32>
}
// CHECK-LABEL: "name": "calls_extern"
// CHECK: "unknownCalls": 1
func.func @calls_extern(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = call @extern(%a) : (tensor<256xf32>) -> tensor<256xf32>
  return %0 : tensor<256xf32>
}
// ... and to their callers, and in nested regions.
// CHECK-LABEL: "name": "calls_caller"
// CHECK: "unknownCalls": 1
func.func @calls_caller(%c: i1, %a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = scf.if %c -> tensor<256xf32> {
    %1 = func.call @calls_extern(%a) : (tensor<256xf32>) -> tensor<256xf32>
    scf.yield %1 : tensor<256xf32>
  } else {
    scf.yield %a : tensor<256xf32>
  }
  return %0 : tensor<256xf32>
}
// CHECK-LABEL: "name": "calls_dynamic"
// CHECK: "unknownCalls": 1
func.func @calls_dynamic(%a: tensor<?xf32>) -> tensor<?xf32> {
  %0 = call @dynamic(%a) : (tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}
// CHECK-LABEL: "name": "dynamic"
// CHECK: "unknownBuffers": 1
func.func private @dynamic(%a: tensor<?xf32>) -> tensor<?xf32> {
  %0 = math.exp %a : tensor<?xf32>
  return %0 : tensor<?xf32>
}
// CHECK-LABEL: "name": "extern"
// CHECK: "declaration": true
// TEXT-LABEL: memopt: @extern
// TEXT: a declaration: its peak is unknown
func.func private @extern(tensor<256xf32>) -> tensor<256xf32>
