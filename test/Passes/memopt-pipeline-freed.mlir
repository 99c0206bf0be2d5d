// RUN: memopt-opt %s --split-input-file --allow-unregistered-dialect --memopt="quiet=true buffer-alignment=0 assume-nocapture=device" --verify-diagnostics | FileCheck %s

// A module that is bufferized and frees its memrefs itself goes through the
// pipeline, too: upstream's deallocation, which refuses it, is left out.

// CHECK-LABEL: func.func @freed
// CHECK: %[[A:.*]] = memref.alloc() : memref<64xf32>
// CHECK: linalg.exp ins(%{{.*}}) outs(%[[A]]
// CHECK-NOT: memref.alloc()
// CHECK: linalg.log ins(%[[A]] {{.*}} outs(%[[A]]
// CHECK: memref.dealloc %[[A]]
// CHECK-NOT: memref.dealloc
// CHECK: return
func.func @freed(%in: memref<64xf32>, %i: index) -> f32 {
  %a = memref.alloc() : memref<64xf32>
  %b = memref.alloc() : memref<64xf32>
  linalg.exp ins(%in : memref<64xf32>) outs(%a : memref<64xf32>)
  linalg.log ins(%a : memref<64xf32>) outs(%b : memref<64xf32>)
  %0 = memref.load %b[%i] : memref<64xf32>
  memref.dealloc %a : memref<64xf32>
  memref.dealloc %b : memref<64xf32>
  return %0 : f32
}

// -----

// Ops of unknown effects, which upstream's deallocation refuses, do not stand
// in the way of sharing if they are said to keep no pointers.

// CHECK-LABEL: func.func @launches
// CHECK: %[[A:.*]] = memref.alloc() : memref<64xf32>
// CHECK-NEXT: "device.launch"(%{{.*}}, %[[A]])
// CHECK-NEXT: "device.launch"(%[[A]], %{{.*}})
// CHECK-NEXT: "device.launch"(%{{.*}}, %[[A]])
// CHECK-NEXT: "device.launch"(%[[A]], %{{.*}})
// CHECK-NEXT: return
// expected-warning @+1 {{memopt: no memref is freed, as upstream's deallocation does not take this module: ops with unknown memory side effects are not supported}}
module {
func.func @launches(%in: memref<64xf32>, %out: memref<64xf32>) {
  %a = memref.alloc() : memref<64xf32>
  %b = memref.alloc() : memref<64xf32>
  "device.launch"(%in, %a) : (memref<64xf32>, memref<64xf32>) -> ()
  "device.launch"(%a, %out) : (memref<64xf32>, memref<64xf32>) -> ()
  "device.launch"(%out, %b) : (memref<64xf32>, memref<64xf32>) -> ()
  "device.launch"(%b, %out) : (memref<64xf32>, memref<64xf32>) -> ()
  return
}
}

// -----

// With tensors as well, storage would be freed by some and not by others:
// upstream says which op is in the way.

func.func @mixed(%in: tensor<64xf32>, %m: memref<64xf32>, %i: index) -> f32 {
  %0 = math.exp %in : tensor<64xf32>
  %1 = tensor.extract %0[%i] : tensor<64xf32>
  // expected-error @+1 {{memory free side-effect on MemRef value not supported!}}
  memref.dealloc %m : memref<64xf32>
  return %1 : f32
}
