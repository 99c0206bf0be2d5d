// RUN: memopt-opt %s --min-peak-schedule 2>/dev/null | FileCheck %s
// RUN: memopt-opt %s --min-peak-schedule 2>&1 >/dev/null | FileCheck %s --check-prefix=TEXT

// Each tensor is read right after it is made: one alive at a time, not two.
// CHECK-LABEL: func @chains
// CHECK: math.exp
// CHECK-NEXT: arith.constant
// CHECK-NEXT: tensor.extract
// CHECK-NEXT: math.cos
// CHECK-NEXT: tensor.extract
// TEXT-LABEL: memopt: @chains
// TEXT-NEXT: peak 1.00 KiB [before: 2.00 KiB], 50.0% of before; lower bound 1.00 KiB, optimal
// TEXT-NEXT: block 0 at {{.*}}: 5 ops, peak 1024 B [before: 2048 B], lower bound 1024 B, optimal, {{[0-9]+}} steps
func.func @chains(%a: tensor<256xf32>) -> f32 {
  %c0 = arith.constant 0 : index
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%c0] : tensor<256xf32>
  %y = tensor.extract %1[%c0] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// On a tie, nothing moves, constants neither.
// CHECK-LABEL: func @tie
// CHECK-NEXT: arith.constant
// CHECK-NEXT: math.cos
// CHECK-NEXT: math.exp
// CHECK-NEXT: tensor.extract
// TEXT-LABEL: memopt: @tie
// TEXT-NEXT: peak 3.00 KiB [before: 3.00 KiB], 100.0% of before; lower bound 3.00 KiB, optimal
func.func @tie(%a: tensor<256xf32>) -> f32 {
  %c0 = arith.constant 0 : index
  %0 = math.cos %a : tensor<256xf32>
  %1 = math.exp %a : tensor<256xf32>
  %x = tensor.extract %0[%c0] : tensor<256xf32>
  %s = arith.addf %0, %1 : tensor<256xf32>
  %y = tensor.extract %s[%c0] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// A tensor.empty goes to its user, one for each destination; a constant goes
// with its first user when ops move.
// CHECK-LABEL: func @split_empty
// CHECK-NEXT: %[[E0:.*]] = tensor.empty()
// CHECK-NEXT: %[[R0:.*]] = linalg.exp ins({{.*}}) outs(%[[E0]]
// CHECK-NEXT: arith.constant 0 : index
// CHECK-NEXT: tensor.extract %[[R0]]
// CHECK-NEXT: %[[E1:.*]] = tensor.empty()
// CHECK-NEXT: linalg.abs ins({{.*}}) outs(%[[E1]]
// CHECK-NEXT: tensor.extract
func.func @split_empty(%a: tensor<256xf32>) -> f32 {
  %c0 = arith.constant 0 : index
  %e = tensor.empty() : tensor<256xf32>
  %0 = linalg.exp ins(%a : tensor<256xf32>) outs(%e : tensor<256xf32>) -> tensor<256xf32>
  %1 = linalg.abs ins(%a : tensor<256xf32>) outs(%e : tensor<256xf32>) -> tensor<256xf32>
  %x = tensor.extract %0[%c0] : tensor<256xf32>
  %y = tensor.extract %1[%c0] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// The same without any op to move: the order is kept, and the empty tensor is
// still split, as each result has storage of its own ...
// CHECK-LABEL: func @split_only
// CHECK: %[[E0:.*]] = tensor.empty()
// CHECK-NEXT: linalg.exp ins({{.*}}) outs(%[[E0]]
// CHECK-NEXT: %[[E1:.*]] = tensor.empty()
// CHECK-NEXT: linalg.transpose ins({{.*}}) outs(%[[E1]]
func.func @split_only(%a: tensor<16x16xf32>) -> tensor<16x16xf32> {
  %e = tensor.empty() : tensor<16x16xf32>
  %0 = linalg.exp ins(%a : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) -> tensor<16x16xf32>
  %1 = linalg.transpose ins(%0 : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) permutation = [1, 0]
  return %1 : tensor<16x16xf32>
}

// ... but for an elementwise op over a dying input in the same empty tensor,
// where splitting would lose the update in place.
// CHECK-LABEL: func @chain_in_place
// CHECK: %[[E0:.*]] = tensor.empty()
// CHECK-NEXT: linalg.exp ins({{.*}}) outs(%[[E0]]
// CHECK-NEXT: linalg.abs ins({{.*}}) outs(%[[E0]]
// CHECK-NEXT: %[[E1:.*]] = tensor.empty()
// CHECK-NEXT: linalg.transpose ins({{.*}}) outs(%[[E1]]
// CHECK-NEXT: linalg.exp ins({{.*}}) outs(%[[E1]]
func.func @chain_in_place(%a: tensor<16x16xf32>) -> tensor<16x16xf32> {
  %e = tensor.empty() : tensor<16x16xf32>
  %0 = linalg.exp ins(%a : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) -> tensor<16x16xf32>
  %1 = linalg.abs ins(%0 : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) -> tensor<16x16xf32>
  %2 = linalg.transpose ins(%1 : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) permutation = [1, 0]
  %3 = linalg.exp ins(%2 : tensor<16x16xf32>) outs(%e : tensor<16x16xf32>) -> tensor<16x16xf32>
  return %3 : tensor<16x16xf32>
}

// One op with the same empty tensor twice as destination.
// CHECK-LABEL: func @same_op_twice
// CHECK: %[[E0:.*]] = tensor.empty()
// CHECK-NEXT: %[[E1:.*]] = tensor.empty()
// CHECK-NEXT: linalg.generic {{.*}} outs(%[[E0]], %[[E1]] :
func.func @same_op_twice(%a: tensor<256xf32>) -> (tensor<256xf32>, tensor<256xf32>) {
  %e = tensor.empty() : tensor<256xf32>
  %0:2 = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> (i)>],
    iterator_types = ["parallel"]
  } ins(%a : tensor<256xf32>) outs(%e, %e : tensor<256xf32>, tensor<256xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %n = arith.negf %x : f32
    linalg.yield %x, %n : f32, f32
  } -> (tensor<256xf32>, tensor<256xf32>)
  return %0#0, %0#1 : tensor<256xf32>, tensor<256xf32>
}

// A dynamic empty tensor follows its user, behind the ops that compute its size.
// CHECK-LABEL: func @dynamic_empty
// CHECK: tensor.dim
// CHECK: tensor.empty(%{{.*}})
// CHECK-NEXT: linalg.exp
func.func @dynamic_empty(%a: tensor<?xf32>) -> tensor<?xf32> {
  %c0 = arith.constant 0 : index
  %d = tensor.dim %a, %c0 : tensor<?xf32>
  %e = tensor.empty(%d) : tensor<?xf32>
  %b = math.exp %a : tensor<?xf32>
  %0 = linalg.exp ins(%b : tensor<?xf32>) outs(%e : tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// Innermost blocks first: the body of the loop is reordered, and its smaller
// peak counts outside.
// CHECK-LABEL: func @nested
// CHECK: scf.for
// CHECK-NEXT: math.exp
// CHECK-NEXT: tensor.extract
// CHECK-NEXT: math.cos
// CHECK-NEXT: tensor.extract
// TEXT-LABEL: memopt: @nested
// TEXT-NEXT: peak 2.00 KiB [before: 3.00 KiB]
// TEXT: block 0 {{.*}} peak 1024 B [before: 2048 B]
// TEXT: block 1 {{.*}} peak 2048 B [before: 3072 B]
func.func @nested(%a: tensor<256xf32>, %n: index) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %f0 = arith.constant 0.0 : f32
  %b = math.exp %a : tensor<256xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%s = %f0) -> f32 {
    %0 = math.exp %b : tensor<256xf32>
    %1 = math.cos %b : tensor<256xf32>
    %x = tensor.extract %0[%i] : tensor<256xf32>
    %y = tensor.extract %1[%i] : tensor<256xf32>
    %z = arith.addf %x, %y : f32
    %t = arith.addf %s, %z : f32
    scf.yield %t : f32
  }
  return %r : f32
}

// Captures count as uses: the op with the region stays behind what it captures,
// and what it captures stays alive until it.
// CHECK-LABEL: func @capture
// CHECK: %[[BIG:.*]] = math.exp
// CHECK: scf.if
// CHECK-NEXT: tensor.extract %[[BIG]]
// CHECK: math.cos
func.func @capture(%a: tensor<256xf32>, %c: i1) -> f32 {
  %c0 = arith.constant 0 : index
  %f0 = arith.constant 0.0 : f32
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = scf.if %c -> f32 {
    %v = tensor.extract %0[%c0] : tensor<256xf32>
    scf.yield %v : f32
  } else {
    scf.yield %f0 : f32
  }
  %y = tensor.extract %1[%c0] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// Every block of a CFG.
// CHECK-LABEL: func @cfg
// CHECK: ^bb1
// CHECK: math.exp
// CHECK-NEXT: tensor.extract
// CHECK-NEXT: math.cos
// CHECK-NEXT: tensor.extract
func.func @cfg(%a: tensor<256xf32>, %c: i1) -> f32 {
  %c0 = arith.constant 0 : index
  %f0 = arith.constant 0.0 : f32
  cf.cond_br %c, ^bb1, ^bb2(%f0 : f32)
^bb1:
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%c0] : tensor<256xf32>
  %y = tensor.extract %1[%c0] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  cf.br ^bb2(%z : f32)
^bb2(%r: f32):
  return %r : f32
}
