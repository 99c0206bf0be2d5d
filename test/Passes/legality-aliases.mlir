// RUN: memopt-opt %s --allow-unregistered-dialect --min-peak-schedule="quiet=true assume-pure=foo" | FileCheck %s

// Two names for one storage, by every way that a pointer can take. The ops
// marked `keep` must stay in that order, though another one has a lower peak.

// A view that no interface tells of.
// CHECK-LABEL: func.func @transpose
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @transpose(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %m = memref.alloc() : memref<256xf32>
  %d = memref.transpose %m (i) -> (i) : memref<256xf32> to memref<256xf32, strided<[1]>>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %d[%i] {keep = 1} : memref<256xf32, strided<[1]>>
  %r = memref.load %m[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %d[%i] {keep = 3} : memref<256xf32, strided<[1]>>
  return %x, %y : f32, f32
}

// A cast of two values at once.
// CHECK-LABEL: func.func @casts
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @casts(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %m = memref.alloc() : memref<256xf32>
  %n = memref.alloc() : memref<256xf32>
  %d, %e = builtin.unrealized_conversion_cast %n, %m : memref<256xf32>, memref<256xf32> to memref<256xf32>, memref<256xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %e[%i] {keep = 1} : memref<256xf32>
  %r = memref.load %m[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %e[%i] {keep = 3} : memref<256xf32>
  return %x, %y : f32, f32
}

// A view by a dialect that the user vouches for.
// CHECK-LABEL: func.func @foreign_view
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @foreign_view(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %m = memref.alloc() : memref<256xf32>
  %d = "foo.view"(%m) : (memref<256xf32>) -> memref<256xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %d[%i] {keep = 1} : memref<256xf32>
  %r = memref.load %m[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %d[%i] {keep = 3} : memref<256xf32>
  return %x, %y : f32, f32
}

// Two results of a branch that are one allocation.
// CHECK-LABEL: func.func @two_results_of_if
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @two_results_of_if(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %p:2 = scf.if %c -> (memref<256xf32>, memref<256xf32>) {
    %q = memref.alloc() : memref<256xf32>
    scf.yield %q, %q : memref<256xf32>, memref<256xf32>
  } else {
    %q = memref.alloc() : memref<256xf32>
    scf.yield %q, %q : memref<256xf32>, memref<256xf32>
  }
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %p#0[%i] {keep = 1} : memref<256xf32>
  %r = memref.load %p#1[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %p#0[%i] {keep = 3} : memref<256xf32>
  return %x, %y : f32, f32
}

// The same of an executed region.
// CHECK-LABEL: func.func @two_results_of_region
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @two_results_of_region(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %p:2 = scf.execute_region -> (memref<256xf32>, memref<256xf32>) {
    %q = memref.alloc() : memref<256xf32>
    scf.yield %q, %q : memref<256xf32>, memref<256xf32>
  }
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %p#0[%i] {keep = 1} : memref<256xf32>
  %r = memref.load %p#1[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %p#0[%i] {keep = 3} : memref<256xf32>
  return %x, %y : f32, f32
}

// The same of a loop.
// CHECK-LABEL: func.func @two_results_of_loop
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @two_results_of_loop(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %n = memref.alloc() : memref<256xf32>
  %o = memref.alloc() : memref<256xf32>
  %p:2 = scf.for %j = %c0 to %i step %c1 iter_args(%e = %n, %f = %o) -> (memref<256xf32>, memref<256xf32>) {
    %q = memref.alloc() : memref<256xf32>
    scf.yield %q, %q : memref<256xf32>, memref<256xf32>
  }
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %p#0[%i] {keep = 1} : memref<256xf32>
  %r = memref.load %p#1[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %p#0[%i] {keep = 3} : memref<256xf32>
  return %x, %y : f32, f32
}

memref.global "private" @global : memref<256xf32> = uninitialized
func.func private @get_global() -> memref<256xf32> {
  %g = memref.get_global @global : memref<256xf32>
  return %g : memref<256xf32>
}

// A global that a callee returns, behind a select.
// CHECK-LABEL: func.func @global_of_callee
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @global_of_callee(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %n = memref.alloc() : memref<256xf32>
  %g = call @get_global() : () -> memref<256xf32>
  %d = arith.select %c, %g, %n : memref<256xf32>
  %m = memref.get_global @global : memref<256xf32>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %d[%i] {keep = 1} : memref<256xf32>
  %r = memref.load %m[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %d[%i] {keep = 3} : memref<256xf32>
  return %x, %y : f32, f32
}

// A memref that leaves a region as something else.
// CHECK-LABEL: func.func @async_value
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @async_value(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> (f32, f32) {
  %m = memref.alloc() : memref<256xf32>
  %token, %future = async.execute -> !async.value<memref<256xf32>> {
    async.yield %m : memref<256xf32>
  }
  %d = async.await %future : !async.value<memref<256xf32>>
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  memref.store %v, %d[%i] {keep = 1} : memref<256xf32>
  %r = memref.load %m[%i] {keep = 2} : memref<256xf32>
  %y0 = tensor.extract %1[%i] : tensor<256xf32>
  %s = tensor.splat %r : tensor<256xf32>
  %y1 = tensor.extract %s[%i] : tensor<256xf32>
  %y = arith.addf %y0, %y1 : f32
  %x = tensor.extract %0[%i] : tensor<256xf32>
  memref.store %x, %d[%i] {keep = 3} : memref<256xf32>
  return %x, %y : f32, f32
}

// A dealloc stays behind the last read through a view.
// CHECK-LABEL: func.func @dealloc_through_view
// CHECK: keep = 2
// CHECK: keep = 3
// CHECK: keep = 4
func.func @dealloc_through_view(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  %n = memref.transpose %m (i) -> (i) : memref<256xf32> to memref<256xf32, strided<[1]>>
  %G = math.exp %a : tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %n[%i] {keep = 3} : memref<256xf32, strided<[1]>>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m {keep = 4} : memref<256xf32>
  return %y : f32
}

// Tensors that are the content of a memref are read before it is written.
// CHECK-LABEL: func.func @to_tensor
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @to_tensor(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  memref.store %v, %m[%i] : memref<256xf32>
  %t = bufferization.to_tensor %m restrict : memref<256xf32> to tensor<256xf32>
  %G = math.exp %t {keep = 1} : tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

func.func private @exp(%t: tensor<256xf32>) -> tensor<256xf32> {
  %x = math.exp %t : tensor<256xf32>
  return %x : tensor<256xf32>
}

// ... by a callee without effects
// CHECK-LABEL: func.func @to_tensor_call
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @to_tensor_call(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  memref.store %v, %m[%i] : memref<256xf32>
  %t = bufferization.to_tensor %m restrict : memref<256xf32> to tensor<256xf32>
  %G = call @exp(%t) {keep = 1} : (tensor<256xf32>) -> tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

// ... by an op that the user vouches for
// CHECK-LABEL: func.func @to_tensor_foreign
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @to_tensor_foreign(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  memref.store %v, %m[%i] : memref<256xf32>
  %t = bufferization.to_tensor %m restrict : memref<256xf32> to tensor<256xf32>
  %G = "foo.exp"(%t) {keep = 1} : (tensor<256xf32>) -> tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

// ... by the end of a parallel loop
// CHECK-LABEL: func.func @to_tensor_forall
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @to_tensor_forall(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  memref.store %v, %m[%i] : memref<256xf32>
  %t = bufferization.to_tensor %m restrict : memref<256xf32> to tensor<256xf32>
  %init = tensor.empty() : tensor<256xf32>
  %G = scf.forall (%j) in (1) shared_outs(%o = %init) -> tensor<256xf32> {
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %t into %o[%j] [256] [1] : tensor<256xf32> into tensor<256xf32>
    }
  } {keep = 1}
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

func.func private @as_tensor(%m: memref<256xf32>) -> tensor<256xf32> {
  %t = bufferization.to_tensor %m restrict writable : memref<256xf32> to tensor<256xf32>
  return %t : tensor<256xf32>
}
func.func private @declared(memref<256xf32>) -> tensor<256xf32>
func.func private @as_memref(%t: tensor<256xf32>) -> memref<256xf32> {
  %m = bufferization.to_buffer %t : tensor<256xf32> to memref<256xf32>
  return %m : memref<256xf32>
}

// ... where a callee made the tensor of the memref
// CHECK-LABEL: func.func @tensor_of_callee
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @tensor_of_callee(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  memref.store %v, %m[%i] : memref<256xf32>
  %t = call @as_tensor(%m) : (memref<256xf32>) -> tensor<256xf32>
  %G = math.exp %t {keep = 1} : tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

// ... or may have
// CHECK-LABEL: func.func @tensor_of_declaration
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @tensor_of_declaration(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  memref.store %v, %m[%i] : memref<256xf32>
  %t = call @declared(%m) : (memref<256xf32>) -> tensor<256xf32>
  %G = math.exp %t {keep = 1} : tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

// ... or the memref of the tensor
// CHECK-LABEL: func.func @memref_of_callee
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @memref_of_callee(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %t = math.sin %a : tensor<256xf32>
  %m = call @as_memref(%t) : (tensor<256xf32>) -> memref<256xf32>
  %G = math.exp %t {keep = 1} : tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

// ... or a cast did.
// CHECK-LABEL: func.func @cast_to_memref
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @cast_to_memref(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %t = math.sin %a : tensor<256xf32>
  %m = builtin.unrealized_conversion_cast %t : tensor<256xf32> to memref<256xf32>
  %G = math.exp %t {keep = 1} : tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

// The other way round.
// CHECK-LABEL: func.func @cast_to_tensor
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @cast_to_tensor(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %m = memref.alloc() : memref<256xf32>
  memref.store %v, %m[%i] : memref<256xf32>
  %t = builtin.unrealized_conversion_cast %m : memref<256xf32> to tensor<256xf32>
  %G = math.exp %t {keep = 1} : tensor<256xf32>
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}

// A memref that an op hands to its region may be any.
// CHECK-LABEL: func.func @region_argument
// CHECK: keep = 1
// CHECK: keep = 2
// CHECK: keep = 3
func.func @region_argument(%a: tensor<256xf32>, %i: index, %c: i1, %v: f32) -> f32 {
  %z0 = arith.constant 0 : index
  %m = memref.alloc() : memref<256xf32>
  %box = memref.alloc() : memref<1xmemref<256xf32>>
  memref.store %m, %box[%z0] : memref<1xmemref<256xf32>>
  %G = math.exp %a : tensor<256xf32>
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>], iterator_types = ["parallel"], keep = 1} ins(%box : memref<1xmemref<256xf32>>) {
  ^bb0(%o: memref<256xf32>):
    memref.store %v, %o[%i] : memref<256xf32>
    linalg.yield
  }
  memref.store %v, %m[%i] {keep = 2} : memref<256xf32>
  %z = memref.load %m[%i] {keep = 3} : memref<256xf32>
  %H = tensor.splat %z : tensor<256x2xf32>
  %h = tensor.extract %H[%i, %i] : tensor<256x2xf32>
  %s = arith.fptosi %h : f32 to i32
  %k = arith.index_cast %s : i32 to index
  %y = tensor.extract %G[%k] : tensor<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %y : f32
}
