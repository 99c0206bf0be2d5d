// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A callee of which nothing is known may keep what it is given.
func.func private @unknown(memref<8xf32>)

// CHECK-LABEL: func @apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: ends: unknown, as 'func.call' at {{[0-9]+}} may keep a pointer to it
func.func @apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  call @unknown(%a) : (memref<8xf32>) -> ()
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  return %x : f32
}

// The dealloc comes too late.
// CHECK-LABEL: func @freed_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_apart
// LIFE: ends: with its dealloc, as 'func.call' at {{[0-9]+}} may keep a pointer to it
func.func @freed_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  call @unknown(%a) : (memref<8xf32>) -> ()
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: ends: with its dealloc, as 'func.call' at {{[0-9]+}} may keep a pointer to it
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  call @unknown(%a) : (memref<8xf32>) -> ()
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}
