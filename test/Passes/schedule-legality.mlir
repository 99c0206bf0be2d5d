// RUN: memopt-opt %s --allow-unregistered-dialect --min-peak-schedule 2>/dev/null | FileCheck %s

// In each function an order with half the peak exists if one looks at values
// only: read the first tensor before the second one is made. Whether that is
// allowed depends on what stands in between.

// Nothing moves across an op whose effects are unknown.
// CHECK-LABEL: func @unknown_effects
// CHECK: math.exp
// CHECK: math.cos
// CHECK: "test.unknown"
// CHECK: tensor.extract
func.func @unknown_effects(%a: tensor<256xf32>, %i: index) -> (f32, f32) {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  "test.unknown"() : () -> ()
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %x, %y : f32, f32
}

// Nor across a call of an unknown function, nor one nested in a region.
// CHECK-LABEL: func @call
// CHECK: math.cos
// CHECK: call @clock
// CHECK: tensor.extract
func.func private @clock() -> f64
func.func @call(%a: tensor<256xf32>, %i: index) -> (f32, f32, f64) {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %t = call @clock() : () -> f64
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %x, %y, %t : f32, f32, f64
}
// CHECK-LABEL: func @nested_call
// CHECK: math.cos
// CHECK: scf.if
// CHECK: tensor.extract
func.func @nested_call(%a: tensor<256xf32>, %i: index, %c: i1) -> (f32, f32) {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  scf.if %c {
    %t = func.call @clock() : () -> f64
  }
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %x, %y : f32, f32
}

// A function that has been seen to have no effects is no obstacle.
// CHECK-LABEL: func @pure_call
// CHECK: math.exp
// CHECK-NEXT: call @square
// CHECK-NEXT: tensor.extract
// CHECK: math.cos
func.func private @square(%a: tensor<256xf32>) -> tensor<f32> {
  %e = tensor.empty() : tensor<f32>
  %z = arith.constant 0.0 : f32
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<f32>) -> tensor<f32>
  %r = linalg.dot ins(%a, %a : tensor<256xf32>, tensor<256xf32>) outs(%f : tensor<f32>) -> tensor<f32>
  return %r : tensor<f32>
}
func.func @pure_call(%a: tensor<256xf32>) -> (f32, f32) {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %s = call @square(%0) : (tensor<256xf32>) -> tensor<f32>
  %t = call @square(%1) : (tensor<256xf32>) -> tensor<f32>
  %x = tensor.extract %s[] : tensor<f32>
  %y = tensor.extract %t[] : tensor<f32>
  return %x, %y : f32, f32
}

// A load stays before a store to the same memref, and before its dealloc.
// CHECK-LABEL: func @load_store
// CHECK: %[[OLD:.*]] = memref.load
// CHECK: memref.store
// CHECK: %[[NEW:.*]] = memref.load
// CHECK: memref.dealloc
func.func @load_store(%a: tensor<256xf32>, %i: index) -> (f32, f32, f32) {
  %m = memref.alloc() : memref<4xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %old = memref.load %m[%i] : memref<4xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %m[%i] : memref<4xf32>
  %new = memref.load %m[%i] : memref<4xf32>
  memref.dealloc %m : memref<4xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %old, %new, %y : f32, f32, f32
}

// The same through two views of one memref, and through an alias by select.
// CHECK-LABEL: func @through_views
// CHECK: memref.store %{{.*}}, %[[V:.*]][
// CHECK: memref.load
func.func @through_views(%i: index, %c: i1, %v: f32, %a: tensor<256xf32>) -> (f32, f32, f32) {
  %m = memref.alloc() : memref<8xf32>
  %n = memref.alloc() : memref<8xf32>
  %lo = memref.subview %m[0] [4] [1] : memref<8xf32> to memref<4xf32, strided<[1]>>
  %s = arith.select %c, %m, %n : memref<8xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %lo[%i] : memref<4xf32, strided<[1]>>
  %r = memref.load %s[%i] : memref<8xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  memref.dealloc %m : memref<8xf32>
  memref.dealloc %n : memref<8xf32>
  return %r, %x, %y : f32, f32, f32
}

// Two memref arguments may be one: their accesses stay in order. Two local
// allocations are not.
// CHECK-LABEL: func @arguments
// CHECK: memref.load %[[A:.*]][
// CHECK: memref.store %{{.*}}, %[[B:.*]][
func.func @arguments(%a: tensor<256xf32>, %m: memref<4xf32>, %n: memref<4xf32>, %i: index) -> (f32, f32) {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %old = memref.load %m[%i] : memref<4xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %n[%i] : memref<4xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  %z = arith.addf %old, %y : f32
  return %z, %x : f32, f32
}

// An op that may be undefined is not executed before one that may not return:
// the division stays behind the assertion that guards it.
// CHECK-LABEL: func @assert
// CHECK: cf.assert
// CHECK: arith.divsi
func.func @assert(%a: tensor<256xf32>, %n: i32, %d: i32, %i: index) -> (f32, f32, i32) {
  %zero = arith.constant 0 : i32
  %0 = math.exp %a : tensor<256xf32>
  %ok = arith.cmpi ne, %d, %zero : i32
  %1 = math.cos %a : tensor<256xf32>
  cf.assert %ok, "division by zero"
  %q = arith.divsi %n, %d : i32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %x, %y, %q : f32, f32, i32
}

// The same for a loop that need not end.
// CHECK-LABEL: func @while
// CHECK: scf.while
// CHECK: arith.divsi
func.func @while(%a: tensor<256xf32>, %n: i32, %d: i32, %i: index) -> (f32, f32, i32) {
  %zero = arith.constant 0 : i32
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %w = scf.while (%k = %n) : (i32) -> i32 {
    %c = arith.cmpi ne, %d, %zero : i32
    scf.condition(%c) %k : i32
  } do {
  ^bb0(%k: i32):
    scf.yield %k : i32
  }
  %q = arith.divsi %n, %d : i32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %x, %y, %q : f32, f32, i32
}

// A DMA is complete only when it has been waited for: the load stays behind.
// CHECK-LABEL: func @dma
// CHECK: memref.dma_start
// CHECK: memref.dma_wait
// CHECK: memref.load
func.func @dma(%src: memref<256xf32>, %a: tensor<256xf32>, %i: index) -> (f32, f32, f32) {
  %c0 = arith.constant 0 : index
  %n = arith.constant 256 : index
  %dst = memref.alloc() : memref<256xf32, 1>
  %tag = memref.alloc() : memref<1xi32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.dma_start %src[%c0], %dst[%c0], %n, %tag[%c0] : memref<256xf32>, memref<256xf32, 1>, memref<1xi32>
  memref.dma_wait %tag[%c0], %n : memref<1xi32>
  %v = memref.load %dst[%i] : memref<256xf32, 1>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  memref.dealloc %dst : memref<256xf32, 1>
  memref.dealloc %tag : memref<1xi32>
  return %v, %x, %y : f32, f32, f32
}

// A tensor that is the content of a memref is read before the memref is
// written, though no tensor op says that it touches memory.
// CHECK-LABEL: func @to_tensor
// CHECK: bufferization.to_tensor
// CHECK: %[[OLD:.*]] = tensor.extract
// CHECK: memref.store
func.func @to_tensor(%a: tensor<256xf32>, %i: index) -> (f32, f32, f32) {
  %m = memref.alloc() : memref<256xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %t = bufferization.to_tensor %m restrict : memref<256xf32> to tensor<256xf32>
  %old = tensor.extract %t[%i] : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %m[%i] : memref<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %old, %x, %y : f32, f32, f32
}

// What escapes may be written by code that does not name it.
// CHECK-LABEL: func @escapes
// CHECK: memref.store %{{.*}}, %{{.*}}[%{{.*}}] : memref<1xmemref<4xf32>>
// CHECK: %[[BOXED:.*]] = memref.load {{.*}} : memref<1xmemref<4xf32>>
// CHECK: memref.store %{{.*}}, %[[BOXED]]
// CHECK: memref.load %{{.*}} : memref<4xf32>
func.func @escapes(%a: tensor<256xf32>, %i: index, %v: f32, %box: memref<1xmemref<4xf32>>) -> (f32, f32, f32) {
  %m = memref.alloc() : memref<4xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %m, %box[%i] : memref<1xmemref<4xf32>>
  %same = memref.load %box[%i] : memref<1xmemref<4xf32>>
  memref.store %v, %same[%i] : memref<4xf32>
  %r = memref.load %m[%i] : memref<4xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  return %r, %x, %y : f32, f32, f32
}

// Inside an op that is not known, the order may mean anything.
// CHECK-LABEL: func @inside_unknown
// CHECK: "test.region"
// CHECK-NEXT: math.exp
// CHECK-NEXT: math.cos
// CHECK-NEXT: tensor.extract
func.func @inside_unknown(%a: tensor<256xf32>, %i: index) {
  "test.region"() ({
    %0 = math.exp %a : tensor<256xf32>
    %1 = math.cos %a : tensor<256xf32>
    %x = tensor.extract %0[%i] : tensor<256xf32>
    %y = tensor.extract %1[%i] : tensor<256xf32>
    "test.end"(%x, %y) : (f32, f32) -> ()
  }) : () -> ()
  return
}
