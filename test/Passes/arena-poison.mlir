// RUN: memopt-opt --plan-arena="quiet poison-dead" %s | FileCheck %s

// The bytes of each buffer are filled right before and right after its lifetime:
// not where branches may bring content in or take it on, and not between what is
// written in place.

// CHECK-LABEL: func.func @straight
// CHECK: %[[ARENA:.*]] = memref.alloc() : memref<64xi8>
// CHECK: memref.view %[[ARENA]]{{.*}} to memref<16xf32>
// CHECK: memref.view %[[ARENA]]{{.*}} to memref<16xf32>
// CHECK: %[[BYTES:.*]] = memref.view %[[ARENA]]{{.*}} : memref<64xi8> to memref<64xi8>
// CHECK: %[[FILL:.*]] = arith.constant -91 : i8
// CHECK: linalg.fill ins(%[[FILL]] : i8) outs(%[[BYTES]] : memref<64xi8>)
// CHECK: linalg.exp
// CHECK-NOT: linalg.fill
// CHECK: linalg.exp
// CHECK-NOT: linalg.fill
// CHECK: linalg.exp
// CHECK: linalg.fill
// CHECK: return
func.func @straight(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  linalg.exp ins(%m : memref<16xf32>) outs(%a : memref<16xf32>)
  linalg.exp ins(%a : memref<16xf32>) outs(%b : memref<16xf32>)
  linalg.exp ins(%b : memref<16xf32>) outs(%m : memref<16xf32>)
  return
}

// CHECK-LABEL: func.func @blocks
// CHECK: linalg.fill
// CHECK: linalg.exp
// CHECK-NOT: linalg.fill
// CHECK: ^bb1:
// CHECK-NOT: linalg.fill
// CHECK: linalg.exp
// CHECK: linalg.fill
func.func @blocks(%m: memref<16xf32>, %p: i1) {
  %a = memref.alloc() : memref<16xf32>
  linalg.exp ins(%m : memref<16xf32>) outs(%a : memref<16xf32>)
  cf.cond_br %p, ^bb1, ^bb2
^bb1:
  linalg.exp ins(%a : memref<16xf32>) outs(%m : memref<16xf32>)
  cf.br ^bb2
^bb2:
  return
}
