// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Control flow graphs: back edges, irreducible loops, blocks side by side.

// Around the back edge the first buffer is read again.
// CHECK-LABEL: func @back_edge_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @back_edge_apart
// LIFE: live: [2, 9)
// LIFE: live: [1, 9)
func.func @back_edge_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.br ^bb1
^bb1:
  %x = memref.load %a[%i] : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %c = arith.cmpf olt, %y, %v : f32
  cf.cond_br %c, ^bb1, ^bb2
^bb2:
  return %y : f32
}

// A loop with two entries.
// CHECK-LABEL: func @irreducible_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @irreducible_apart
// LIFE: live: [2, 10)
func.func @irreducible_apart(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %x = memref.load %a[%i] : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  cf.br ^bb2
^bb2:
  %y = memref.load %b[%i] : memref<8xf32>
  %d = arith.cmpf olt, %y, %v : f32
  cf.cond_br %d, ^bb1, ^bb3
^bb3:
  return %y : f32
}

// Used in two blocks side by side.
// CHECK-LABEL: func @siblings_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @siblings_apart
// LIFE: live: [2, 5)
// LIFE: live: [1, 4) [6, 8)
func.func @siblings_apart(%c: i1, %i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %x = memref.load %a[%i] : memref<8xf32>
  cf.br ^bb3(%x : f32)
^bb2:
  memref.store %v, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  cf.br ^bb3(%y : f32)
^bb3(%r: f32):
  return %r : f32
}

// A branch passes the first one on, under another name.
// CHECK-LABEL: func @argument_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @argument_apart
// LIFE: aliases: %0
func.func @argument_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.br ^bb1(%a : memref<8xf32>)
^bb1(%m: memref<8xf32>):
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %m[%i] : memref<8xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// Each turn makes a new one while the old one is still there.
// CHECK-LABEL: func @around_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @around_apart
// LIFE: ends: unknown, as 'cf.cond_br' at {{[0-9]+}} passes it on around a loop
func.func @around_apart(%m: memref<8xf32>, %i: index, %v: f32) -> f32 {
  cf.br ^bb1(%m : memref<8xf32>)
^bb1(%old: memref<8xf32>):
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %x = memref.load %old[%i] : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %c = arith.cmpf olt, %x, %v : f32
  cf.cond_br %c, ^bb1(%a : memref<8xf32>), ^bb2
^bb2:
  return %x : f32
}

// What one block makes and uses shares in it, in a loop as well.
// CHECK-LABEL: func @shared
// CHECK: ^bb1
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE-COUNT-2: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  cf.br ^bb1
^bb1:
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %c = arith.cmpf olt, %y, %v : f32
  cf.cond_br %c, ^bb1, ^bb2
^bb2:
  return %y : f32
}
