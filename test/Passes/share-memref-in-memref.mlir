// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A buffer whose address is stored in another one may be read through it.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: %alloc_0 : memref<8xf32>
// LIFE: ends: unknown, as 'memref.store' at {{[0-9]+}} may keep a pointer to it
func.func @apart(%i: index, %v: f32) -> f32 {
  %box = memref.alloc() : memref<1xmemref<8xf32>>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %a, %box[%i] : memref<1xmemref<8xf32>>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %kept = memref.load %box[%i] : memref<1xmemref<8xf32>>
  %x = memref.load %kept[%i] : memref<8xf32>
  return %x : f32
}

// The content alone is stored: nobody else can reach the buffer.
// CHECK-LABEL: func @shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: %alloc_0 : memref<8xf32>
// LIFE: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %box = memref.alloc() : memref<1xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %content = memref.load %a[%i] : memref<8xf32>
  memref.store %content, %box[%i] : memref<1xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %box[%i] : memref<1xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}
