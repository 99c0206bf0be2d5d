// RUN: memopt-opt --plan-arena=quiet %s --split-input-file | FileCheck %s
// RUN: memopt-opt --plan-arena=quiet --verify-each %s --split-input-file -o /dev/null

// Sizes are those of the lowered program: i1 takes a byte, vector<3xf32> 16, and
// each is aligned for its elements.
// CHECK-LABEL: func.func @elements
// CHECK: %[[ARENA:.*]] = memref.alloc() {alignment = 16 : i64} : memref<102xi8>
// CHECK: memref.view %[[ARENA]]{{.*}} to memref<3xi1>
// CHECK: memref.view %[[ARENA]]{{.*}} to memref<4xvector<3xf32>>
// CHECK: memref.view %[[ARENA]]{{.*}} to memref<f64>
// CHECK: memref.view %[[ARENA]]{{.*}} to memref<3xi4>
// CHECK: memref.view %[[ARENA]]{{.*}} to memref<3xindex>
func.func @elements(%b: i1, %v: vector<3xf32>, %d: f64, %q: i4, %i: index) {
  %c0 = arith.constant 0 : index
  %0 = memref.alloc() : memref<3xi1>
  %1 = memref.alloc() : memref<4xvector<3xf32>>
  %2 = memref.alloc() : memref<f64>
  %3 = memref.alloc() : memref<3xi4>
  %4 = memref.alloc() : memref<3xindex>
  memref.store %b, %0[%c0] : memref<3xi1>
  memref.store %v, %1[%c0] : memref<4xvector<3xf32>>
  memref.store %d, %2[] : memref<f64>
  memref.store %q, %3[%c0] : memref<3xi4>
  memref.store %i, %4[%c0] : memref<3xindex>
  %5 = memref.load %0[%c0] : memref<3xi1>
  %6 = memref.load %1[%c0] : memref<4xvector<3xf32>>
  %7 = memref.load %2[] : memref<f64>
  %8 = memref.load %3[%c0] : memref<3xi4>
  memref.dealloc %0 : memref<3xi1>
  memref.dealloc %1 : memref<4xvector<3xf32>>
  memref.dealloc %2 : memref<f64>
  memref.dealloc %3 : memref<3xi4>
  memref.dealloc %4 : memref<3xindex>
  return
}

// -----

// A strided layout spans to its last element: 3 + 3 * 20 + 7 + 1 elements.
// CHECK-LABEL: func.func @strided
// CHECK: %[[ARENA:.*]] = memref.alloc() : memref<284xi8>
// CHECK: %[[ROW:.*]] = memref.view %[[ARENA]]{{.*}} to memref<71xf32>
// CHECK: memref.reinterpret_cast %[[ROW]] to offset: [3], sizes: [4, 8], strides: [20, 1] : memref<71xf32> to memref<4x8xf32, strided<[20, 1], offset: 3>>
func.func @strided(%x: f32) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<4x8xf32, strided<[20, 1], offset: 3>>
  memref.store %x, %a[%c0, %c0] : memref<4x8xf32, strided<[20, 1], offset: 3>>
  memref.dealloc %a : memref<4x8xf32, strided<[20, 1], offset: 3>>
  return
}

// -----

// What cannot be a view stays: other layouts, elements without a size.
// CHECK-LABEL: func.func @stay
// CHECK: memref.alloc() : memref<4x8xf32, #{{.*}}>
// CHECK: memref.alloc() : memref<2xmemref<4xf32>>
func.func @stay(%x: f32, %m: memref<4xf32>) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<4x8xf32, affine_map<(d0, d1) -> (d1, d0)>>
  memref.store %x, %a[%c0, %c0] : memref<4x8xf32, affine_map<(d0, d1) -> (d1, d0)>>
  memref.dealloc %a : memref<4x8xf32, affine_map<(d0, d1) -> (d1, d0)>>
  %b = memref.alloc() : memref<2xmemref<4xf32>>
  memref.store %m, %b[%c0] : memref<2xmemref<4xf32>>
  memref.dealloc %b : memref<2xmemref<4xf32>>
  return
}

// -----

// Buffers of no bytes.
// CHECK-LABEL: func.func @empty
// CHECK: %[[ARENA:.*]] = memref.alloc() : memref<0xi8>
// CHECK: memref.view %[[ARENA]]{{.*}} : memref<0xi8> to memref<0xf32>
func.func @empty(%x: f32) {
  %a = memref.alloc() : memref<0xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<0xf32>)
  memref.dealloc %a : memref<0xf32>
  return
}

// -----

// The arena is aligned as the most demanding of its buffers, whose offset is a
// multiple of it; an alloc, an access or an assumption may ask.
// CHECK-LABEL: func.func @aligned
// CHECK: memref.alloc() {alignment = 256 : i64} : memref<192xi8>
func.func @aligned(%x: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<f32>
  %b = memref.alloc() {alignment = 128 : i64} : memref<16xf32>
  %c = memref.alloc() : memref<16xf32>
  %s = memref.assume_alignment %c, 256 : memref<16xf32>
  memref.store %x, %a[] : memref<f32>
  memref.store %x, %b[%c0] : memref<16xf32>
  memref.store %x, %s[%c0] : memref<16xf32>
  %0 = memref.load %a[] : memref<f32>
  %1 = memref.load %b[%c0] : memref<16xf32>
  %2 = memref.load %s[%c0] : memref<16xf32>
  %3 = arith.addf %0, %1 : f32
  %4 = arith.addf %2, %3 : f32
  memref.dealloc %a : memref<f32>
  memref.dealloc %b : memref<16xf32>
  memref.dealloc %c : memref<16xf32>
  return %4 : f32
}

// -----

// What an alias of elements that large has, allocators do not give unasked.
// CHECK-LABEL: func.func @alias
// CHECK: memref.alloc() {alignment = 32 : i64} : memref<96xi8>
func.func @alias(%x: vector<8xf32>, %o: memref<64xi8>) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<32xi8>
  %b = memref.alloc() : memref<64xi8>
  %w = memref.view %b[%c0][] : memref<64xi8> to memref<2xvector<8xf32>>
  memref.store %x, %w[%c0] : memref<2xvector<8xf32>>
  %i = memref.load %b[%c0] : memref<64xi8>
  memref.store %i, %a[%c0] : memref<32xi8>
  memref.copy %b, %o : memref<64xi8> to memref<64xi8>
  %j = memref.load %a[%c0] : memref<32xi8>
  memref.store %j, %o[%c0] : memref<64xi8>
  return
}
