// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A buffer whose address is stored in another one may be read through it.

// CHECK-LABEL: func @apart
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: memref<1xmemref<8xf32>>
// LIFE-NEXT: bytes: unknown, an element type without a data layout
// LIFE: live: [4, 9), from 'memref.store' at 4 to 'memref.load' at 8
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [2, 10), from 'memref.store' at 3 to 'memref.store' at 4
// LIFE: ends: unknown, as 'memref.store' at 4 may keep a pointer to it
// LIFE: live: [6, 7), from 'memref.store' at 6 to 'memref.store' at 6
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @apart(%i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %box = memref.alloc() : memref<1xmemref<8xf32>>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %a, %box[%c0] : memref<1xmemref<8xf32>>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %kept = memref.load %box[%c0] : memref<1xmemref<8xf32>>
  %x = memref.load %kept[%i] : memref<8xf32>
  return %x : f32
}

// A dealloc before the other one begins is the end.
// CHECK-LABEL: func @freed_shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @freed_shared
// LIFE: memref<1xmemref<8xf32>>
// LIFE-NEXT: bytes: unknown, an element type without a data layout
// LIFE: live: [4, 7), from 'memref.store' at 4 to 'memref.load' at 6
// LIFE-NEXT: aliases: %0
// LIFE-NEXT: freed by: 'memref.dealloc' at 12
// LIFE-NEXT: ends: with its last use
// LIFE: live: [3, 7), from 'memref.store' at 3 to 'memref.store' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its dealloc, as 'memref.store' at 4 may keep a pointer to it
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
func.func @freed_shared(%i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %box = memref.alloc() : memref<1xmemref<8xf32>>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %a, %box[%c0] : memref<1xmemref<8xf32>>
  %kept = memref.load %box[%c0] : memref<1xmemref<8xf32>>
  %x = memref.load %kept[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  memref.dealloc %box : memref<1xmemref<8xf32>>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// The content alone is stored: nobody else can reach the buffer.
// CHECK-LABEL: func @shared
// CHECK-COUNT-2: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [5, 10), from 'memref.store' at 5 to 'memref.load' at 9
// LIFE: ends: with its last use
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
func.func @shared(%i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %box = memref.alloc() : memref<1xf32>
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %content = memref.load %a[%i] : memref<8xf32>
  memref.store %content, %box[%c0] : memref<1xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %box[%c0] : memref<1xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}
