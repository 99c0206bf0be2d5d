// RUN: memopt-opt --allow-unregistered-dialect --plan-arena=quiet --remarks-filter=memopt %s -o %t 2>&1 | FileCheck %s
// RUN: FileCheck %s --input-file=%t --check-prefix=IR

// What is left as it is, and the remark that says why. Nothing of it is an error.
// IR-NOT: memref<{{[0-9]+}}xi8>
// IR-NOT: memref.view

func.func private @keep(memref<16xf32>)

// CHECK-DAG: Function=returned | Reason="'func.return' returns it", Remark="the allocation is not in the arena"
func.func @returned(%x: f32) -> memref<16xf32> {
  %a = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
  return %a : memref<16xf32>
}

// CHECK-DAG: Function=one_of_two | Reason="'memref.dealloc' frees it or another buffer"
func.func @one_of_two(%m: memref<16xf32>, %p: i1, %x: f32) {
  %a = memref.alloc() : memref<16xf32>
  %s = arith.select %p, %m, %a : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%s : memref<16xf32>)
  memref.dealloc %s : memref<16xf32>
  return
}

// Buffers that change places with each iteration.
// CHECK-DAG: Function=ping_pong | Reason="'memref.dealloc' frees it or another buffer"
func.func @ping_pong(%n: index, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%p = %a, %q = %b)
      -> (memref<16xf32>, memref<16xf32>) {
    linalg.exp ins(%p : memref<16xf32>) outs(%q : memref<16xf32>)
    scf.yield %q, %p : memref<16xf32>, memref<16xf32>
  }
  memref.dealloc %r#0 : memref<16xf32>
  memref.dealloc %r#1 : memref<16xf32>
  return
}

// CHECK-DAG: Function=made_anew | Reason="'scf.yield' passes it out of the region that makes it"
func.func @made_anew(%m: memref<16xf32>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%p = %m) -> memref<16xf32> {
    %a = memref.alloc() : memref<16xf32>
    linalg.exp ins(%p : memref<16xf32>) outs(%a : memref<16xf32>)
    scf.yield %a : memref<16xf32>
  }
  linalg.exp ins(%r : memref<16xf32>) outs(%m : memref<16xf32>)
  return
}

// CHECK-DAG: Function=grows | Reason="'memref.realloc' may free or move it"
func.func @grows(%x: f32) {
  %a = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
  %b = memref.realloc %a : memref<16xf32> to memref<32xf32>
  linalg.fill ins(%x : f32) outs(%b : memref<32xf32>)
  memref.dealloc %b : memref<32xf32>
  return
}

// It is told to be an object of its own: no view of an arena is.
// CHECK-DAG: Function=distinct | Reason="'memref.distinct_objects' takes it for an object of its own"
func.func @distinct(%m: memref<16xf32>, %x: f32) {
  %a = memref.alloc() : memref<16xf32>
  %1:2 = memref.distinct_objects %a, %m : memref<16xf32>, memref<16xf32>
  linalg.fill ins(%x : f32) outs(%1#0 : memref<16xf32>)
  memref.dealloc %a : memref<16xf32>
  return
}

// CHECK-DAG: Function=registered | Reason="'gpu.host_register' registers its pages"
func.func @registered(%x: f32) {
  %a = memref.alloc() : memref<16xf32>
  %u = memref.cast %a : memref<16xf32> to memref<*xf32>
  gpu.host_register %u : memref<*xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
  gpu.host_unregister %u : memref<*xf32>
  memref.dealloc %a : memref<16xf32>
  return
}

// CHECK-DAG: Function=kept | Reason="'func.call' may keep a pointer to it"
func.func @kept() {
  %a = memref.alloc() : memref<16xf32>
  call @keep(%a) : (memref<16xf32>) -> ()
  return
}

// CHECK-DAG: Function=address | Reason="'memref.extract_aligned_pointer_as_index' may keep a pointer to it"
func.func @address() -> index {
  %a = memref.alloc() : memref<16xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<16xf32> -> index
  return %p : index
}

// CHECK-DAG: Function=tensor | Reason="'tensor.extract' uses it as a tensor"
func.func @tensor(%x: f32, %i: index) -> f32 {
  %a = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
  %t = bufferization.to_tensor %a : memref<16xf32> to tensor<16xf32>
  %v = tensor.extract %t[%i] : tensor<16xf32>
  return %v : f32
}

// CHECK-DAG: Function=asynchronous | Reason="'async.execute' runs its regions in an order that is not known"
func.func @asynchronous(%x: f32) {
  %token = async.execute {
    %a = memref.alloc() : memref<16xf32>
    linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
    memref.dealloc %a : memref<16xf32>
    async.yield
  }
  async.await %token : !async.token
  return
}

// CHECK-DAG: Function=cloned | Reason="'bufferization.clone' may become one buffer with it"
func.func @cloned(%x: f32) {
  %a = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
  %b = bufferization.clone %a : memref<16xf32> to memref<16xf32>
  linalg.fill ins(%x : f32) outs(%b : memref<16xf32>)
  memref.dealloc %a : memref<16xf32>
  memref.dealloc %b : memref<16xf32>
  return
}

// CHECK-DAG: Function=unbounded | Reason="'memref.alloc' has a dynamic size that no bound is known of"
func.func @unbounded(%n: index, %x: f32) {
  %a = memref.alloc(%n) : memref<?xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<?xf32>)
  memref.dealloc %a : memref<?xf32>
  return
}

// CHECK-DAG: Function=odd | Reason="'memref.alloc' asks for an alignment that is no power of 2"
func.func @odd(%x: f32) {
  %a = memref.alloc() : memref<16xf32>
  "test.use"(%a) {alignment = 24 : i64} : (memref<16xf32>) -> ()
  memref.dealloc %a : memref<16xf32>
  return
}

// CHECK-DAG: Function=huge | Reason="'memref.alloc' is too large: with it, sizes and alignments add up to more than 2^60 bytes"
func.func @huge(%x: f32) {
  %a = memref.alloc() : memref<1152921504606846976xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<1152921504606846976xf32>)
  memref.dealloc %a : memref<1152921504606846976xf32>
  return
}

// CHECK-DAG: Function=unreached | Reason="'memref.alloc' is in a block that nothing reaches, or whose order of execution is not known"
func.func @unreached(%x: f32) {
  return
^bb1:
  %a = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
  memref.dealloc %a : memref<16xf32>
  return
}

// CHECK-DAG: Function=parallel | Reason="'scf.parallel' runs several iterations at once, and how many is not known"
func.func @parallel(%x: f32, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.parallel (%i) = (%c0) to (%n) step (%c1) {
    %a = memref.alloc() : memref<16xf32>
    linalg.fill ins(%x : f32) outs(%a : memref<16xf32>)
    memref.dealloc %a : memref<16xf32>
  }
  return
}

// CHECK-DAG: Function=wide | Reason="'memref.alloc' has elements whose size depends on the target"
func.func @wide(%x: i96) {
  %a = memref.alloc() : memref<16xi96>
  linalg.fill ins(%x : i96) outs(%a : memref<16xi96>)
  memref.dealloc %a : memref<16xi96>
  return
}
