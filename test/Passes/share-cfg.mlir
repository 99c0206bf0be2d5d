// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Control flow graphs: back edges, irreducible loops, blocks side by side.

// Around the back edge the first buffer is read again.
// CHECK-LABEL: func @back_edge_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @back_edge_apart
// LIFE: live: [4, 13)
// LIFE: ends: with its last use
// LIFE: live: [3, 13)
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @back_edge_apart(%n: index, %i: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.br ^bb1(%c0 : index)
^bb1(%k: index):
  %x = memref.load %a[%i] : memref<8xf32>
  %y = arith.addf %x, %v : f32
  memref.store %y, %b[%i] : memref<8xf32>
  %z = memref.load %b[%i] : memref<8xf32>
  %next = arith.addi %k, %c1 : index
  %more = arith.cmpi ult, %next, %n : index
  cf.cond_br %more, ^bb1(%next : index), ^bb2
^bb2:
  return %z : f32
}

// What one block makes and uses shares in it, in a loop as well.
// CHECK-LABEL: func @back_edge_shared
// CHECK: ^bb1
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @back_edge_shared
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// LIFE: live: [8, 10), from 'memref.store' at 8 to 'memref.load' at 9
// LIFE: ends: with its last use
func.func @back_edge_shared(%n: index, %i: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  cf.br ^bb1(%c0, %v : index, f32)
^bb1(%k: index, %sum: f32):
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %sum, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  %y = arith.addf %x, %v : f32
  memref.store %y, %b[%i] : memref<8xf32>
  %z = memref.load %b[%i] : memref<8xf32>
  %next = arith.addi %k, %c1 : index
  %more = arith.cmpi ult, %next, %n : index
  cf.cond_br %more, ^bb1(%next, %z : index, f32), ^bb2
^bb2:
  return %z : f32
}

// A loop with two entries.
// CHECK-LABEL: func @irreducible_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @irreducible_apart
// LIFE: live: [4, 14)
// LIFE: ends: with its last use
// LIFE: live: [5, 14)
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @irreducible_apart(%c: i1, %n: index, %i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  cf.cond_br %c, ^bb1(%c0 : index), ^bb2(%c0 : index)
^bb1(%j: index):
  %x = memref.load %a[%i] : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  cf.br ^bb2(%j : index)
^bb2(%k: index):
  %y = memref.load %b[%i] : memref<8xf32>
  %next = arith.addi %k, %c1 : index
  %more = arith.cmpi ult, %next, %n : index
  cf.cond_br %more, ^bb1(%next : index), ^bb3
^bb3:
  %z = arith.subf %y, %w : f32
  return %z : f32
}

// CHECK-LABEL: func @irreducible_shared
// CHECK: ^bb2
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @irreducible_shared
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE: ends: with its last use
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE: ends: with its last use
func.func @irreducible_shared(%c: i1, %n: index, %i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  cf.cond_br %c, ^bb1(%c0, %v : index, f32), ^bb2(%c0, %w : index, f32)
^bb1(%j: index, %u: f32):
  %s = arith.addf %u, %v : f32
  cf.br ^bb2(%j, %s : index, f32)
^bb2(%k: index, %t: f32):
  %a = memref.alloc() : memref<8xf32>
  memref.store %t, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %next = arith.addi %k, %c1 : index
  %more = arith.cmpi ult, %next, %n : index
  cf.cond_br %more, ^bb1(%next, %y : index, f32), ^bb3
^bb3:
  return %y : f32
}

// Used in two blocks side by side, and one of them after they have met.
// CHECK-LABEL: func @siblings_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @siblings_apart
// LIFE: live: [2, 10)
// LIFE: ends: with its last use
// LIFE: live: [1, 4) [6, 8)
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @siblings_apart(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %x = memref.load %a[%i] : memref<8xf32>
  cf.br ^bb3(%x : f32)
^bb2:
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  cf.br ^bb3(%y : f32)
^bb3(%r: f32):
  %z = memref.load %a[%i] : memref<8xf32>
  %s = arith.subf %r, %z : f32
  return %s : f32
}

// Without that use they are never live together: print-lifetimes shows the gap.
// They are left alone even so, as several blocks use one of them.
// CHECK-LABEL: func @siblings_left
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @siblings_left
// LIFE: live: [2, 4) [7, 8)
// LIFE: ends: with its last use
// LIFE: live: [1, 6)
// LIFE: ends: with its last use
func.func @siblings_left(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  cf.br ^bb3(%y : f32)
^bb2:
  %x = memref.load %a[%i] : memref<8xf32>
  cf.br ^bb3(%x : f32)
^bb3(%r: f32):
  return %r : f32
}

// Each block shares what is its own.
// CHECK-LABEL: func @siblings_shared
// CHECK: ^bb1:
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: ^bb2:
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @siblings_shared
// LIFE: live: [2, 4), from 'memref.store' at 2 to 'memref.load' at 3
// LIFE: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE: ends: with its last use
// LIFE: live: [9, 11), from 'memref.store' at 9 to 'memref.load' at 10
// LIFE: ends: with its last use
// LIFE: live: [12, 14), from 'memref.store' at 12 to 'memref.load' at 13
// LIFE: ends: with its last use
func.func @siblings_shared(%c: i1, %i: index, %v: f32, %w: f32) -> f32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %x, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  cf.br ^bb3(%y : f32)
^bb2:
  %d = memref.alloc() : memref<8xf32>
  memref.store %w, %d[%i] : memref<8xf32>
  %s = memref.load %d[%i] : memref<8xf32>
  %e = memref.alloc() : memref<8xf32>
  memref.store %s, %e[%i] : memref<8xf32>
  %t = memref.load %e[%i] : memref<8xf32>
  cf.br ^bb3(%t : f32)
^bb3(%r: f32):
  return %r : f32
}

// A branch passes the first one on, under another name.
// CHECK-LABEL: func @argument_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @argument_apart
// LIFE: live: [1, 7)
// LIFE-NEXT: aliases: %0
// LIFE: ends: with its last use
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @argument_apart(%i: index, %v: f32, %w: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  cf.br ^bb1(%a : memref<8xf32>)
^bb1(%m: memref<8xf32>):
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %m[%i] : memref<8xf32>
  %z = arith.subf %x, %y : f32
  return %z : f32
}

// Each turn makes a new one while the old one is still there.
// CHECK-LABEL: func @around_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @around_apart
// LIFE: live: [3, 14)
// LIFE-NEXT: aliases: %1
// LIFE: ends: unknown, as 'cf.cond_br' at 12 passes it on around a loop
// LIFE: live: [6, 8), from 'memref.store' at 6 to 'memref.load' at 7
// LIFE: ends: with its last use
// EDITED: %b = memref.alloc\(\) : memref<8xf32> => %b = memref.cast %a : memref<8xf32> to memref<8xf32>
func.func @around_apart(%m: memref<8xf32>, %n: index, %i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  cf.br ^bb1(%c0, %m : index, memref<8xf32>)
^bb1(%k: index, %old: memref<8xf32>):
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  %x = memref.load %old[%i] : memref<8xf32>
  %z = arith.subf %x, %y : f32
  %next = arith.addi %k, %c1 : index
  %more = arith.cmpi ult, %next, %n : index
  cf.cond_br %more, ^bb1(%next, %a : index, memref<8xf32>), ^bb2
^bb2:
  return %z : f32
}

// The same old one goes round: what a turn makes is dead at its end.
// CHECK-LABEL: func @around_shared
// CHECK: ^bb1
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @around_shared
// LIFE: live: [4, 6), from 'memref.store' at 4 to 'memref.load' at 5
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
func.func @around_shared(%m: memref<8xf32>, %n: index, %i: index, %v: f32, %w: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  cf.br ^bb1(%c0, %m : index, memref<8xf32>)
^bb1(%k: index, %old: memref<8xf32>):
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %u = memref.load %a[%i] : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %u, %b[%i] : memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  memref.store %y, %old[%i] : memref<8xf32>
  %next = arith.addi %k, %c1 : index
  %more = arith.cmpi ult, %next, %n : index
  cf.cond_br %more, ^bb1(%next, %old : index, memref<8xf32>), ^bb2
^bb2:
  return %y : f32
}
