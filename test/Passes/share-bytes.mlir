// RUN: memopt-opt %s --share-buffers="quiet=true classes=bytes" | FileCheck %s
// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s --check-prefix=TYPE
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// With classes=bytes, what counts is the size that the lowered program
// allocates.

// CHECK-LABEL: func @shared
// CHECK-NEXT: %[[M:.*]] = memref.alloc() : memref<64xi8>
// CHECK-DAG: memref.view %[[M]]{{.*}} : memref<64xi8> to memref<16xf32>
// CHECK-DAG: memref.view %[[M]]{{.*}} : memref<64xi8> to memref<4x4xi32>
// CHECK-DAG: memref.view %[[M]]{{.*}} : memref<64xi8> to memref<64xi1>
// CHECK-DAG: memref.view %[[M]]{{.*}} : memref<64xi8> to memref<64xi4>
// CHECK-DAG: memref.view %[[M]]{{.*}} : memref<64xi8> to memref<32xi12>
// CHECK-DAG: memref.view %[[M]]{{.*}} : memref<64xi8> to memref<4xf80>
// CHECK-NOT: memref.alloc
// CHECK: return
// TYPE-LABEL: func @shared
// TYPE-COUNT-6: memref.alloc()
// LIFE-LABEL: lifetimes of @shared
// LIFE-COUNT-6: bytes: 64
func.func @shared(%i: index, %v: f32, %n: i32, %b: i1, %q: i4, %t: i12, %e: f80) -> (f32, i32, i1, i4, i12, f80) {
  %0 = memref.alloc() : memref<16xf32>
  memref.store %v, %0[%i] : memref<16xf32>
  %x0 = memref.load %0[%i] : memref<16xf32>
  %1 = memref.alloc() : memref<4x4xi32>
  memref.store %n, %1[%i, %i] : memref<4x4xi32>
  %x1 = memref.load %1[%i, %i] : memref<4x4xi32>
  %2 = memref.alloc() : memref<64xi1>
  memref.store %b, %2[%i] : memref<64xi1>
  %x2 = memref.load %2[%i] : memref<64xi1>
  %3 = memref.alloc() : memref<64xi4>
  memref.store %q, %3[%i] : memref<64xi4>
  %x3 = memref.load %3[%i] : memref<64xi4>
  %4 = memref.alloc() : memref<32xi12>
  memref.store %t, %4[%i] : memref<32xi12>
  %x4 = memref.load %4[%i] : memref<32xi12>
  %5 = memref.alloc() : memref<4xf80>
  memref.store %e, %5[%i] : memref<4xf80>
  %x5 = memref.load %5[%i] : memref<4xf80>
  return %x0, %x1, %x2, %x3, %x4, %x5 : f32, i32, i1, i4, i12, f80
}

// As many bytes, but alive together.
// CHECK-LABEL: func @alive_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @alive_apart
// LIFE: memref<32xi12>
// LIFE-NEXT: bytes: 64
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// LIFE: memref<64xi4>
// LIFE-NEXT: bytes: 64
// LIFE: live: [3, 8), from 'memref.store' at 3 to 'memref.load' at 7
// LIFE: ends: with its last use
// EDITED: %1 = memref.alloc\(\) : memref<32xi12> => %c0 = arith.constant 0 : index\n  %s = memref.alloc() : memref<64xi8>\n  %1 = memref.view %s[%c0][] : memref<64xi8> to memref<32xi12>
// EDITED: %0 = memref.alloc\(\) : memref<64xi4> => %0 = memref.view %s[%c0][] : memref<64xi8> to memref<64xi4>
func.func @alive_apart(%i: index, %t: i12, %w: i4) -> (i12, i4) {
  %1 = memref.alloc() : memref<32xi12>
  %0 = memref.alloc() : memref<64xi4>
  %c = arith.constant 6 : index
  memref.store %w, %0[%c] : memref<64xi4>
  %c3 = arith.constant 3 : index
  memref.store %t, %1[%c3] : memref<32xi12>
  %x = memref.load %1[%c3] : memref<32xi12>
  %y = memref.load %0[%c] : memref<64xi4>
  return %x, %y : i12, i4
}

// As many elements, but not as many bytes; vectors, which have an alignment of
// their own; a layout that no view has.
// CHECK-LABEL: func @apart
// CHECK-COUNT-5: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: memref<16xi1>
// LIFE-NEXT: bytes: 16
// LIFE: memref<16xi12>
// LIFE-NEXT: bytes: 32
// LIFE: memref<4xvector<3xf32>>
// LIFE-NEXT: bytes: 64
// LIFE: memref<16xf32>
// LIFE-NEXT: bytes: 64
// LIFE: memref<8xf32, strided<[2], offset: 1>>
// LIFE-NEXT: bytes: 64
// NOT MERGED: of other sizes or kinds
func.func @apart(%i: index, %v: f32, %b: i1, %t: i12, %w: vector<3xf32>) -> (i1, i12, f32, f32, f32) {
  %0 = memref.alloc() : memref<16xi1>
  memref.store %b, %0[%i] : memref<16xi1>
  %x0 = memref.load %0[%i] : memref<16xi1>
  %1 = memref.alloc() : memref<16xi12>
  memref.store %t, %1[%i] : memref<16xi12>
  %x1 = memref.load %1[%i] : memref<16xi12>
  %2 = memref.alloc() : memref<4xvector<3xf32>>
  memref.store %w, %2[%i] : memref<4xvector<3xf32>>
  %x2 = memref.load %2[%i] : memref<4xvector<3xf32>>
  %y2 = vector.extract %x2[1] : f32 from vector<3xf32>
  %3 = memref.alloc() : memref<16xf32>
  memref.store %v, %3[%i] : memref<16xf32>
  %x3 = memref.load %3[%i] : memref<16xf32>
  %4 = memref.alloc() : memref<8xf32, strided<[2], offset: 1>>
  memref.store %v, %4[%i] : memref<8xf32, strided<[2], offset: 1>>
  %x4 = memref.load %4[%i] : memref<8xf32, strided<[2], offset: 1>>
  return %x0, %x1, %y2, %x3, %x4 : i1, i12, f32, f32, f32
}

// Another memory space.
// CHECK-LABEL: func @space_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @space_apart
// LIFE: memref<16xf32>
// LIFE-NEXT: bytes: 64
// LIFE: live: [1, 2), from 'memref.store' at 1 to 'memref.store' at 1
// LIFE: ends: with its last use
// LIFE: memref<16xf32, 1>
// LIFE-NEXT: bytes: 64
// LIFE: live: [3, 4), from 'memref.store' at 3 to 'memref.store' at 3
// LIFE: ends: with its last use
// NOT EXECUTED: the runner has one memory space
func.func @space_apart(%i: index, %v: f32) {
  %0 = memref.alloc() : memref<16xf32>
  memref.store %v, %0[%i] : memref<16xf32>
  %1 = memref.alloc() : memref<16xf32, 1>
  memref.store %v, %1[%i] : memref<16xf32, 1>
  return
}

// Other elements of the same width are written in place.
#id = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-LABEL: func @converted_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @converted_shared
// LIFE: memref<4x4xf32>
// LIFE-NEXT: bytes: 64
// LIFE: live: [1, 6), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: memref<4x4xi32>
// LIFE-NEXT: bytes: 64
// LIFE: live: [3, 7), from 'linalg.generic' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
func.func @converted_shared(%in: memref<4x4xf32>, %out: memref<4x4xi32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xi32>
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xi32>) {
  ^bb0(%x: f32, %o: i32):
    %z = arith.fptosi %x : f32 to i32
    linalg.yield %z : i32
  }
  memref.copy %b, %out : memref<4x4xi32> to memref<4x4xi32>
  return
}

// Wider ones are not, though the buffers are of one size.
// CHECK-LABEL: func @widened_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @widened_apart
// LIFE: memref<8x4xf32>
// LIFE-NEXT: bytes: 128
// LIFE: live: [1, 7), from 'memref.copy' at 1 to 'linalg.generic' at 4
// LIFE-NEXT: aliases: %subview
// LIFE: ends: with its last use
// LIFE: memref<4x4xf64>
// LIFE-NEXT: bytes: 128
// LIFE: live: [4, 8), from 'linalg.generic' at 4 to 'memref.copy' at 7
// LIFE: ends: with its last use
// EDITED: %a = memref.alloc\(\) : memref<8x4xf32> => %zero = arith.constant 0 : index\n  %s = memref.alloc() : memref<128xi8>\n  %a = memref.view %s[%zero][] : memref<128xi8> to memref<8x4xf32>
// EDITED: memref.alloc\(\) : memref<4x4xf64> => memref.view %s[%zero][] : memref<128xi8> to memref<4x4xf64>
func.func @widened_apart(%in: memref<8x4xf32>, %out: memref<4x4xf64>) {
  %a = memref.alloc() : memref<8x4xf32>
  memref.copy %in, %a : memref<8x4xf32> to memref<8x4xf32>
  %half = memref.subview %a[0, 0] [4, 4] [1, 1] : memref<8x4xf32> to memref<4x4xf32, strided<[4, 1]>>
  %b = memref.alloc() : memref<4x4xf64>
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
    ins(%half : memref<4x4xf32, strided<[4, 1]>>) outs(%b : memref<4x4xf64>) {
  ^bb0(%x: f32, %o: f64):
    %z = arith.extf %x : f32 to f64
    linalg.yield %z : f64
  }
  memref.copy %b, %out : memref<4x4xf64> to memref<4x4xf64>
  return
}

// Of one type, vectors share: four floats are stored for three.
// CHECK-LABEL: func @vectors_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @vectors_shared
// LIFE: memref<4xvector<3xf32>>
// LIFE-NEXT: bytes: 64
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: memref<4xvector<3xf32>>
// LIFE-NEXT: bytes: 64
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
func.func @vectors_shared(%i: index, %w: vector<3xf32>) -> f32 {
  %0 = memref.alloc() : memref<4xvector<3xf32>>
  memref.store %w, %0[%i] : memref<4xvector<3xf32>>
  %x = memref.load %0[%i] : memref<4xvector<3xf32>>
  %1 = memref.alloc() : memref<4xvector<3xf32>>
  memref.store %x, %1[%i] : memref<4xvector<3xf32>>
  %y = memref.load %1[%i] : memref<4xvector<3xf32>>
  %z = vector.extract %y[2] : f32 from vector<3xf32>
  return %z : f32
}

// Buffers of no bytes, and of no dimensions.
// CHECK-LABEL: func @zero_shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @zero_shared
// LIFE: memref<0xf32>
// LIFE-NEXT: bytes: 0
// LIFE: live: [1, 3), from 'linalg.fill' at 1 to 'linalg.fill' at 1
// LIFE: ends: with its last use
// LIFE: memref<4x0xf32>
// LIFE-NEXT: bytes: 0
// LIFE: live: [4, 6), from 'linalg.fill' at 4 to 'linalg.fill' at 4
// LIFE: ends: with its last use
// LIFE: memref<f32>
// LIFE-NEXT: bytes: 4
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
// LIFE: memref<f32>
// LIFE-NEXT: bytes: 4
// LIFE: live: [10, 12), from 'memref.store' at 10 to 'memref.load' at 11
// LIFE: ends: with its last use
func.func @zero_shared(%i: index, %v: f32) -> f32 {
  %0 = memref.alloc() : memref<0xf32>
  linalg.fill ins(%v : f32) outs(%0 : memref<0xf32>)
  %1 = memref.alloc() : memref<4x0xf32>
  linalg.fill ins(%v : f32) outs(%1 : memref<4x0xf32>)
  %2 = memref.alloc() : memref<f32>
  memref.store %v, %2[] : memref<f32>
  %x = memref.load %2[] : memref<f32>
  %3 = memref.alloc() : memref<f32>
  memref.store %x, %3[] : memref<f32>
  %y = memref.load %3[] : memref<f32>
  return %y : f32
}

// One without bytes is no room for one with.
// CHECK-LABEL: func @zero_apart
// CHECK: memref.alloc() : memref<0xf32>
// CHECK: memref.alloc() : memref<4xf32>
// CHECK: return
// LIFE-LABEL: lifetimes of @zero_apart
// LIFE: memref<0xf32>
// LIFE-NEXT: bytes: 0
// LIFE: live: [1, 3), from 'linalg.fill' at 1 to 'linalg.fill' at 1
// LIFE-NEXT: freed by: 'memref.dealloc' at 3
// LIFE-NEXT: ends: with its last use
// LIFE: memref<4xf32>
// LIFE-NEXT: bytes: 16
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// EDITED: memref.alloc\(\) : memref<4xf32> => memref.reinterpret_cast %0 to offset: [0], sizes: [4], strides: [1] : memref<0xf32> to memref<4xf32>
func.func @zero_apart(%i: index, %v: f32) -> f32 {
  %0 = memref.alloc() : memref<0xf32>
  linalg.fill ins(%v : f32) outs(%0 : memref<0xf32>)
  memref.dealloc %0 : memref<0xf32>
  %1 = memref.alloc() : memref<4xf32>
  memref.store %v, %1[%i] : memref<4xf32>
  %y = memref.load %1[%i] : memref<4xf32>
  memref.dealloc %1 : memref<4xf32>
  return %y : f32
}

// On the stack the bytes are aligned for every element.
// CHECK-LABEL: func @stack_shared
// CHECK-NEXT: memref.alloca() {alignment = 16 : i64} : memref<64xi8>
// CHECK-NOT: memref.alloca
// CHECK: return
// LIFE-LABEL: lifetimes of @stack_shared
// LIFE: memref<16xf32>
// LIFE-NEXT: bytes: 64
// LIFE: live: [1, 3), from 'memref.store' at 1 to 'memref.load' at 2
// LIFE: ends: with its last use
// LIFE: memref<8xf64>
// LIFE-NEXT: bytes: 64
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
func.func @stack_shared(%i: index, %v: f32, %d: f64) -> (f32, f64) {
  %0 = memref.alloca() : memref<16xf32>
  memref.store %v, %0[%i] : memref<16xf32>
  %x = memref.load %0[%i] : memref<16xf32>
  %1 = memref.alloca() : memref<8xf64>
  memref.store %d, %1[%i] : memref<8xf64>
  %y = memref.load %1[%i] : memref<8xf64>
  return %x, %y : f32, f64
}
