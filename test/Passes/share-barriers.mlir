// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// In memory that the threads of a kernel share, others may still read when one
// thread is done. A barrier is the end.

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc() : memref<8xf32, #gpu.address_space<workgroup>>
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [0, 9), from 'memref.store' at 1 to 'memref.load' at 3
// LIFE: ends: unknown, as 'memref.load' at 3 uses it, in workgroup memory, with no barrier after it
// LIFE: live: [4, 9), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: unknown, as 'memref.load' at 6 uses it, in workgroup memory, with no barrier after it
// NOT EXECUTED: needs the threads of a device
func.func @apart(%i: index, %j: index, %v: f32, %out: memref<8xf32>) {
  %a = memref.alloc() : memref<8xf32, #gpu.address_space<workgroup>>
  memref.store %v, %a[%i] : memref<8xf32, #gpu.address_space<workgroup>>
  gpu.barrier
  %x = memref.load %a[%j] : memref<8xf32, #gpu.address_space<workgroup>>
  %b = memref.alloc() : memref<8xf32, #gpu.address_space<workgroup>>
  memref.store %x, %b[%i] : memref<8xf32, #gpu.address_space<workgroup>>
  %y = memref.load %b[%i] : memref<8xf32, #gpu.address_space<workgroup>>
  memref.store %y, %out[%i] : memref<8xf32>
  return
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [1, 5), from 'memref.store' at 1 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [6, 9), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE: ends: with its last use
// NOT EXECUTED: needs the threads of a device
func.func @shared(%i: index, %j: index, %v: f32, %out: memref<8xf32>) {
  %a = memref.alloc() : memref<8xf32, #gpu.address_space<workgroup>>
  memref.store %v, %a[%i] : memref<8xf32, #gpu.address_space<workgroup>>
  gpu.barrier
  %x = memref.load %a[%j] : memref<8xf32, #gpu.address_space<workgroup>>
  gpu.barrier
  %b = memref.alloc() : memref<8xf32, #gpu.address_space<workgroup>>
  memref.store %x, %b[%i] : memref<8xf32, #gpu.address_space<workgroup>>
  %y = memref.load %b[%i] : memref<8xf32, #gpu.address_space<workgroup>>
  gpu.barrier
  memref.store %y, %out[%i] : memref<8xf32>
  return
}
