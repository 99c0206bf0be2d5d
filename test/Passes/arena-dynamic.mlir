// RUN: memopt-opt --plan-arena=quiet %s | FileCheck %s

// A dynamic size that has a bound takes the bound's bytes, and is a view of its
// own size.
// CHECK-LABEL: func.func @bounded
// CHECK-SAME: %[[N:.*]]: index
// CHECK: %[[ARENA:.*]] = memref.alloc() : memref<4096xi8>
// CHECK: %[[SIZE:.*]] = affine.min
// CHECK: memref.view %[[ARENA]][%{{.*}}][%[[SIZE]]] : memref<4096xi8> to memref<?x16xf32>
func.func @bounded(%n: index, %x: f32) {
  %size = affine.min affine_map<(d0) -> (64, d0)>(%n)
  %a = memref.alloc(%size) : memref<?x16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<?x16xf32>)
  memref.dealloc %a : memref<?x16xf32>
  return
}

// In a loop, the bound of the last tile's size.
// CHECK-LABEL: func.func @tiles
// CHECK: memref.alloc() : memref<128xi8>
// CHECK: scf.for
// CHECK: memref.view {{.*}} : memref<128xi8> to memref<?xf32>
func.func @tiles(%x: f32) {
  %c0 = arith.constant 0 : index
  %c32 = arith.constant 32 : index
  %c100 = arith.constant 100 : index
  scf.for %i = %c0 to %c100 step %c32 {
    %size = affine.min affine_map<(d0) -> (32, -d0 + 100)>(%i)
    %a = memref.alloc(%size) : memref<?xf32>
    linalg.fill ins(%x : f32) outs(%a : memref<?xf32>)
    memref.dealloc %a : memref<?xf32>
  }
  return
}

// Nothing bounds an argument; others are placed nevertheless.
// CHECK-LABEL: func.func @unbounded
// CHECK: memref.alloc() : memref<64xi8>
// CHECK: memref.alloc(%{{.*}}) : memref<?xf32>
// CHECK: memref.dealloc %{{.*}} : memref<?xf32>
func.func @unbounded(%n: index, %x: f32) {
  %a = memref.alloc(%n) : memref<?xf32>
  %b = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<?xf32>)
  linalg.fill ins(%x : f32) outs(%b : memref<16xf32>)
  memref.dealloc %a : memref<?xf32>
  memref.dealloc %b : memref<16xf32>
  return
}
