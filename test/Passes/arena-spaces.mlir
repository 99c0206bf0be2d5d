// RUN: memopt-opt --plan-arena=quiet %s | FileCheck %s
// RUN: memopt-opt --plan-arena="quiet memory-spaces=1,#gpu.address_space<private>" %s | FileCheck %s --check-prefix=SOME
// RUN: memopt-opt --plan-arena="quiet memory-spaces=default" %s | FileCheck %s --check-prefix=HEAP
// RUN: memopt-opt --plan-arena="quiet mode=argument" %s | FileCheck %s --check-prefix=ARGUMENT
// RUN: memopt-opt --plan-arena="quiet mode=global" %s | FileCheck %s --check-prefix=GLOBAL

// Each memory space has an arena of its own.
// CHECK-LABEL: func.func @spaces
// CHECK-DAG: %[[DEFAULT:.*]] = memref.alloc() : memref<64xi8>
// CHECK-DAG: %[[ONE:.*]] = memref.alloc() : memref<128xi8, 1>
// CHECK-DAG: %[[PRIVATE:.*]] = memref.alloc() : memref<32xi8, #gpu.address_space<private>>
// CHECK: memref.view %[[DEFAULT]]{{.*}} : memref<64xi8> to memref<16xf32>
// CHECK: memref.view %[[ONE]]{{.*}} : memref<128xi8, 1> to memref<16xf32, 1>
// CHECK: memref.view %[[ONE]]{{.*}} : memref<128xi8, 1> to memref<16xf32, 1>
// CHECK: memref.view %[[PRIVATE]]
// CHECK-DAG: memref.dealloc %[[DEFAULT]]
// CHECK-DAG: memref.dealloc %[[ONE]]
// CHECK-DAG: memref.dealloc %[[PRIVATE]]
// CHECK: return

// SOME-LABEL: func.func @spaces
// SOME-DAG: memref.alloc() : memref<128xi8, 1>
// SOME-DAG: memref.alloc() : memref<32xi8, #gpu.address_space<private>>
// SOME: memref.alloc() : memref<16xf32>

// HEAP-LABEL: func.func @spaces
// HEAP: memref.alloc() : memref<64xi8>
// HEAP-COUNT-2: memref.alloc() : memref<16xf32, 1>

// ARGUMENT-LABEL: func.func @spaces
// ARGUMENT-SAME: memref<?xi8> {memopt.arena_alignment = 4 : i64, memopt.arena_size = 64 : i64}
// ARGUMENT-SAME: memref<?xi8, 1> {memopt.arena_alignment = 4 : i64, memopt.arena_size = 128 : i64}
// ARGUMENT-SAME: memref<?xi8, #gpu.address_space<private>>
// ARGUMENT: func.func @spaces_arena_size() -> index
// ARGUMENT: func.func @spaces_arena_size_1() -> index
// ARGUMENT: func.func @spaces_arena_size__gpu_address_space_private_() -> index

// GLOBAL-DAG: memref.global "private" @spaces_arena : memref<64xi8>
// GLOBAL-DAG: memref.global "private" @spaces_arena_1 : memref<128xi8, 1>
func.func @spaces(%x: f32) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<16xf32, 1>
  %c = memref.alloc() : memref<16xf32, 1>
  %d = memref.alloc() : memref<8xf32, #gpu.address_space<private>>
  memref.store %x, %b[%c0] : memref<16xf32, 1>
  memref.store %x, %c[%c0] : memref<16xf32, 1>
  memref.store %x, %d[%c0] : memref<8xf32, #gpu.address_space<private>>
  %v = memref.load %b[%c0] : memref<16xf32, 1>
  memref.store %v, %a[%c0] : memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  memref.dealloc %b : memref<16xf32, 1>
  memref.dealloc %c : memref<16xf32, 1>
  memref.dealloc %d : memref<8xf32, #gpu.address_space<private>>
  return
}
