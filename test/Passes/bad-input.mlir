// RUN: memopt-opt %s --split-input-file --verify-diagnostics --peak-memory -o /dev/null 2>/dev/null
// RUN: memopt-opt %s --split-input-file --verify-diagnostics --min-peak-schedule -o /dev/null 2>/dev/null
// RUN: not memopt-opt %s --split-input-file --min-peak-schedule 2>/dev/null | FileCheck %s

// Input that asks for trouble: a clean report or a clear error, and never
// changed IR on failure.

// An empty function, a declaration, a block without tensors.
func.func @empty() {
  return
}
func.func private @declaration(tensor<4xf32>) -> tensor<4xf32>
// CHECK-LABEL: func @no_tensors
// CHECK-NEXT: arith.muli
// CHECK-NEXT: arith.addi
func.func @no_tensors(%a: i32, %b: i32) -> i32 {
  %0 = arith.muli %a, %b : i32
  %1 = arith.addi %0, %b : i32
  return %1 : i32
}

// -----

// Blocks that nothing reaches: ops in them may even use their own results.
// CHECK-LABEL: func @unreachable
func.func @unreachable(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  return %0 : tensor<256xf32>
^bb1:
  %1 = arith.addf %1, %0 : tensor<256xf32>
  %2 = math.exp %1 : tensor<256xf32>
  cf.br ^bb1
}

// -----

// A CFG loop.
// CHECK-LABEL: func @cfg_loop
func.func @cfg_loop(%a: tensor<256xf32>, %c: i1) -> tensor<256xf32> {
  cf.br ^bb1(%a : tensor<256xf32>)
^bb1(%x: tensor<256xf32>):
  %0 = math.exp %x : tensor<256xf32>
  cf.cond_br %c, ^bb1(%0 : tensor<256xf32>), ^bb2
^bb2:
  return %x : tensor<256xf32>
}

// -----

// Sizes that do not fit in 63 bits together: the IR is not printed, as the pass
// fails, and nothing was changed.
func.func @overflow(%a: tensor<4611686018427387904xi8>) -> tensor<4611686018427387904xi8> {
  %0 = tosa.abs %a : (tensor<4611686018427387904xi8>) -> tensor<4611686018427387904xi8>
  // expected-error @below {{memopt cannot compute the peak memory of this block}}
  %1 = tosa.abs %0 : (tensor<4611686018427387904xi8>) -> tensor<4611686018427387904xi8>
  %2 = tosa.abs %1 : (tensor<4611686018427387904xi8>) -> tensor<4611686018427387904xi8>
  return %2 : tensor<4611686018427387904xi8>
}
