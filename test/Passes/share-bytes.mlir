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
func.func @shared(%i: index, %v: f32, %n: i32, %b: i1, %q: i4, %t: i12, %e: f80) {
  %0 = memref.alloc() : memref<16xf32>
  memref.store %v, %0[%i] : memref<16xf32>
  %1 = memref.alloc() : memref<4x4xi32>
  memref.store %n, %1[%i, %i] : memref<4x4xi32>
  %2 = memref.alloc() : memref<64xi1>
  memref.store %b, %2[%i] : memref<64xi1>
  %3 = memref.alloc() : memref<64xi4>
  memref.store %q, %3[%i] : memref<64xi4>
  %4 = memref.alloc() : memref<32xi12>
  memref.store %t, %4[%i] : memref<32xi12>
  %5 = memref.alloc() : memref<4xf80>
  memref.store %e, %5[%i] : memref<4xf80>
  return
}

// As many elements, but not as many bytes; vectors, which have an alignment of
// their own; another memory space; a layout that no view has.
// CHECK-LABEL: func @apart
// CHECK-COUNT-6: memref.alloc()
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
// LIFE: memref<16xf32, 1>
// LIFE-NEXT: bytes: 64
// LIFE: memref<8xf32, strided<[2], offset: 1>>
// LIFE-NEXT: bytes: 64
func.func @apart(%i: index, %v: f32, %b: i1, %t: i12, %w: vector<3xf32>) {
  %0 = memref.alloc() : memref<16xi1>
  memref.store %b, %0[%i] : memref<16xi1>
  %1 = memref.alloc() : memref<16xi12>
  memref.store %t, %1[%i] : memref<16xi12>
  %2 = memref.alloc() : memref<4xvector<3xf32>>
  memref.store %w, %2[%i] : memref<4xvector<3xf32>>
  %3 = memref.alloc() : memref<16xf32>
  memref.store %v, %3[%i] : memref<16xf32>
  %4 = memref.alloc() : memref<16xf32, 1>
  memref.store %v, %4[%i] : memref<16xf32, 1>
  %5 = memref.alloc() : memref<8xf32, strided<[2], offset: 1>>
  memref.store %v, %5[%i] : memref<8xf32, strided<[2], offset: 1>>
  return
}

// Buffers of no bytes, and of no dimensions.
// CHECK-LABEL: func @zero_shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @zero_shared
// LIFE: bytes: 0
// LIFE: bytes: 0
// LIFE: bytes: 4
func.func @zero_shared(%i: index, %v: f32) {
  %0 = memref.alloc() : memref<0xf32>
  linalg.fill ins(%v : f32) outs(%0 : memref<0xf32>)
  %1 = memref.alloc() : memref<4x0xf32>
  linalg.fill ins(%v : f32) outs(%1 : memref<4x0xf32>)
  %2 = memref.alloc() : memref<f32>
  memref.store %v, %2[] : memref<f32>
  %3 = memref.alloc() : memref<f32>
  memref.store %v, %3[] : memref<f32>
  return
}

// On the stack the bytes are aligned for every element.
// CHECK-LABEL: func @stack_shared
// CHECK-NEXT: memref.alloca() {alignment = 16 : i64} : memref<64xi8>
// CHECK-NOT: memref.alloca
// CHECK: return
// LIFE-LABEL: lifetimes of @stack_shared
func.func @stack_shared(%i: index, %v: f32, %d: f64) {
  %0 = memref.alloca() : memref<16xf32>
  memref.store %v, %0[%i] : memref<16xf32>
  %1 = memref.alloca() : memref<8xf64>
  memref.store %d, %1[%i] : memref<8xf64>
  return
}
