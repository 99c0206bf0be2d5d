// RUN: memopt-opt --plan-arena=quiet %s | FileCheck %s

// Functions of several blocks: lifetimes that end in other blocks than they
// begin in, deallocs on several paths, several returns.

func.func private @use(f32)

// %a is live from ^bb0 into both branches; %b and %c have its bytes afterwards.
// CHECK-LABEL: func.func @branches
// CHECK: %[[ARENA:.*]] = memref.alloc() : memref<64xi8>
// CHECK-NOT: memref.alloc
// CHECK: memref.dealloc %[[ARENA]]
// CHECK-NEXT: return
// CHECK-NOT: memref.alloc
// CHECK: memref.dealloc %[[ARENA]]
// CHECK-NEXT: return
func.func @branches(%p: i1, %x: f32) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<16xf32>
  memref.store %x, %a[%c0] : memref<16xf32>
  cf.cond_br %p, ^bb1, ^bb2
^bb1:
  %v = memref.load %a[%c0] : memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.store %v, %b[%c0] : memref<16xf32>
  %vb = memref.load %b[%c0] : memref<16xf32>
  memref.dealloc %b : memref<16xf32>
  call @use(%vb) : (f32) -> ()
  return
^bb2:
  %w = memref.load %a[%c0] : memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  %c = memref.alloc() : memref<16xf32>
  memref.store %w, %c[%c0] : memref<16xf32>
  %wc = memref.load %c[%c0] : memref<16xf32>
  memref.dealloc %c : memref<16xf32>
  call @use(%wc) : (f32) -> ()
  return
}

// Around the back edge %a is needed, so %b, made in the loop, is beside it.
// CHECK-LABEL: func.func @loop
// CHECK: memref.alloc() : memref<128xi8>
// CHECK-NOT: memref.alloc
// CHECK: memref.dealloc
func.func @loop(%n: index, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<16xf32>
  memref.store %x, %a[%c0] : memref<16xf32>
  cf.br ^bb1(%c0 : index)
^bb1(%i: index):
  %more = arith.cmpi ult, %i, %n : index
  cf.cond_br %more, ^bb2, ^bb3
^bb2:
  %v = memref.load %a[%c0] : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.store %v, %b[%c0] : memref<16xf32>
  %w = memref.load %b[%c0] : memref<16xf32>
  memref.dealloc %b : memref<16xf32>
  call @use(%w) : (f32) -> ()
  %next = arith.addi %i, %c1 : index
  cf.br ^bb1(%next : index)
^bb3:
  memref.dealloc %a : memref<16xf32>
  return
}

// A path that does not return frees nothing.
// CHECK-LABEL: func.func @no_return
// CHECK: memref.alloc() : memref<64xi8>
// CHECK: ^bb1:
// CHECK-NEXT: ub.unreachable
// CHECK: memref.dealloc
// CHECK-NEXT: return
func.func @no_return(%p: i1, %x: f32) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<16xf32>
  memref.store %x, %a[%c0] : memref<16xf32>
  cf.cond_br %p, ^bb1, ^bb2
^bb1:
  ub.unreachable
^bb2:
  %v = memref.load %a[%c0] : memref<16xf32>
  memref.dealloc %a : memref<16xf32>
  call @use(%v) : (f32) -> ()
  return
}

// Carried around a loop by a branch: left alone.
// CHECK-LABEL: func.func @carried
// CHECK: memref.alloc() : memref<16xf32>
// CHECK: memref.alloc() : memref<16xf32>
func.func @carried(%n: index, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %first = memref.alloc() : memref<16xf32>
  cf.br ^bb1(%c0, %first : index, memref<16xf32>)
^bb1(%i: index, %m: memref<16xf32>):
  %other = memref.alloc() : memref<16xf32>
  memref.store %x, %m[%c0] : memref<16xf32>
  memref.copy %m, %other : memref<16xf32> to memref<16xf32>
  memref.dealloc %m : memref<16xf32>
  %next = arith.addi %i, %c1 : index
  %more = arith.cmpi ult, %next, %n : index
  cf.cond_br %more, ^bb1(%next, %other : index, memref<16xf32>), ^bb2
^bb2:
  memref.dealloc %other : memref<16xf32>
  return
}
