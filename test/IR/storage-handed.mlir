// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s

// Memrefs that loops, branches and calls hand on hold what flows into them,
// whatever their types say.

// A loop hands on a view of what it makes: 16 elements of unknown layout, which
// keep the 1,024 bytes that they are part of. Beside them are the storage that
// the loop began with, which is freed after it, and the next iteration's.
// CHECK-LABEL: "name": "view_made_anew"
// CHECK: "peakBytes": 3072
// CHECK: "unknownBuffers": 0
func.func @view_made_anew(%n: index, %f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %no = arith.constant false
  %yes = arith.constant true
  %first = memref.alloc() : memref<256xf32>
  linalg.fill ins(%f : f32) outs(%first : memref<256xf32>)
  %part = memref.subview %first[8] [16] [1] : memref<256xf32> to memref<16xf32, strided<[1], offset: 8>>
  %start = memref.cast %part : memref<16xf32, strided<[1], offset: 8>> to memref<16xf32, strided<[?], offset: ?>>
  %last:2 = scf.for %i = %c0 to %n step %c1 iter_args(%view = %start, %owned = %no) -> (memref<16xf32, strided<[?], offset: ?>>, i1) {
    %next = memref.alloc() : memref<256xf32>
    linalg.fill ins(%f : f32) outs(%next : memref<256xf32>)
    %middle = memref.subview %next[%i] [16] [1] : memref<256xf32> to memref<16xf32, strided<[1], offset: ?>>
    memref.copy %view, %middle : memref<16xf32, strided<[?], offset: ?>> to memref<16xf32, strided<[1], offset: ?>>
    scf.if %owned {
      %base, %offset, %size, %stride = memref.extract_strided_metadata %view : memref<16xf32, strided<[?], offset: ?>> -> memref<f32>, index, index, index
      memref.dealloc %base : memref<f32>
    }
    %handed = memref.cast %middle : memref<16xf32, strided<[1], offset: ?>> to memref<16xf32, strided<[?], offset: ?>>
    scf.yield %handed, %yes : memref<16xf32, strided<[?], offset: ?>>, i1
  }
  memref.dealloc %first : memref<256xf32>
  scf.if %last#1 {
    %base, %offset, %size, %stride = memref.extract_strided_metadata %last#0 : memref<16xf32, strided<[?], offset: ?>> -> memref<f32>, index, index, index
    memref.dealloc %base : memref<f32>
  }
  return
}

// What the loop began with is a small part of something large, and is that
// beside the new ones, which are small: 1,024 bytes, and 64 for each of two.
// CHECK-LABEL: "name": "view_of_larger_at_first"
// CHECK: "peakBytes": 1152
// CHECK: "unknownBuffers": 0
func.func @view_of_larger_at_first(%n: index, %f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %no = arith.constant false
  %yes = arith.constant true
  %large = memref.alloc() : memref<256xf32>
  linalg.fill ins(%f : f32) outs(%large : memref<256xf32>)
  %part = memref.subview %large[8] [16] [1] : memref<256xf32> to memref<16xf32, strided<[1], offset: 8>>
  %start = memref.cast %part : memref<16xf32, strided<[1], offset: 8>> to memref<16xf32, strided<[?], offset: ?>>
  %last:2 = scf.for %i = %c0 to %n step %c1 iter_args(%old = %start, %owned = %no) -> (memref<16xf32, strided<[?], offset: ?>>, i1) {
    %next = memref.alloc() : memref<16xf32>
    memref.copy %old, %next : memref<16xf32, strided<[?], offset: ?>> to memref<16xf32>
    scf.if %owned {
      %base, %offset, %size, %stride = memref.extract_strided_metadata %old : memref<16xf32, strided<[?], offset: ?>> -> memref<f32>, index, index, index
      memref.dealloc %base : memref<f32>
    }
    %handed = memref.cast %next : memref<16xf32> to memref<16xf32, strided<[?], offset: ?>>
    scf.yield %handed, %yes : memref<16xf32, strided<[?], offset: ?>>, i1
  }
  memref.dealloc %large : memref<256xf32>
  scf.if %last#1 {
    %base, %offset, %size, %stride = memref.extract_strided_metadata %last#0 : memref<16xf32, strided<[?], offset: ?>> -> memref<f32>, index, index, index
    memref.dealloc %base : memref<f32>
  }
  return
}

// Two made anew and swapped, of types without and with a layout: what the loop
// began with, the last two and the next two.
// CHECK-LABEL: "name": "swapped_by_while"
// CHECK: "peakBytes": 5120
// CHECK: "unknownBuffers": 0
func.func @swapped_by_while(%n: index, %f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %no = arith.constant false
  %yes = arith.constant true
  %first = memref.alloc() : memref<256xf32>
  linalg.fill ins(%f : f32) outs(%first : memref<256xf32>)
  %start = memref.cast %first : memref<256xf32> to memref<256xf32, strided<[?], offset: ?>>
  %last:3 = scf.while (%i = %c0, %a = %first, %b = %start, %owned = %no) : (index, memref<256xf32>, memref<256xf32, strided<[?], offset: ?>>, i1) -> (index, memref<256xf32>, memref<256xf32>) {
    %more = arith.cmpi slt, %i, %n : index
    %p = memref.alloc() : memref<256xf32>
    memref.copy %b, %p : memref<256xf32, strided<[?], offset: ?>> to memref<256xf32>
    %q = memref.alloc() : memref<256xf32>
    memref.copy %a, %q : memref<256xf32> to memref<256xf32>
    scf.if %owned {
      %base, %offset, %size, %stride = memref.extract_strided_metadata %b : memref<256xf32, strided<[?], offset: ?>> -> memref<f32>, index, index, index
      memref.dealloc %a : memref<256xf32>
      memref.dealloc %base : memref<f32>
    }
    scf.condition(%more) %i, %p, %q : index, memref<256xf32>, memref<256xf32>
  } do {
  ^bb0(%i: index, %p: memref<256xf32>, %q: memref<256xf32>):
    %j = arith.addi %i, %c1 : index
    %layout = memref.cast %p : memref<256xf32> to memref<256xf32, strided<[?], offset: ?>>
    scf.yield %j, %q, %layout, %yes : index, memref<256xf32>, memref<256xf32, strided<[?], offset: ?>>, i1
  }
  memref.dealloc %first : memref<256xf32>
  memref.dealloc %last#1 : memref<256xf32>
  memref.dealloc %last#2 : memref<256xf32>
  return
}

// A branch yields a view of what it makes.
// CHECK-LABEL: "name": "view_out_of_branch"
// CHECK: "peakBytes": 2048
func.func @view_out_of_branch(%c: i1, %x: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %v = scf.if %c -> memref<2xf32, strided<[1]>> {
    %a = memref.alloc() : memref<256xf32>
    memref.store %x, %a[%c0] : memref<256xf32>
    %front = memref.subview %a[0] [2] [1] : memref<256xf32> to memref<2xf32, strided<[1]>>
    scf.yield %front : memref<2xf32, strided<[1]>>
  } else {
    %a = memref.alloc() : memref<128xf32>
    memref.store %x, %a[%c0] : memref<128xf32>
    %front = memref.subview %a[0] [2] [1] : memref<128xf32> to memref<2xf32, strided<[1]>>
    scf.yield %front : memref<2xf32, strided<[1]>>
  }
  %b = memref.alloc() : memref<256xf32>
  memref.store %x, %b[%c0] : memref<256xf32>
  %y = memref.load %v[%c0] : memref<2xf32, strided<[1]>>
  memref.dealloc %b : memref<256xf32>
  memref.dealloc %v : memref<2xf32, strided<[1]>>
  return %y : f32
}

// A callee returns one.
// CHECK-LABEL: "name": "front"
// CHECK: "peakBytes": 1024
// CHECK: "resultBytes": 1024
// CHECK-LABEL: "name": "view_out_of_call"
// CHECK: "peakBytes": 2048
func.func private @front(%x: f32) -> memref<2xf32, strided<[1]>> {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<256xf32>
  memref.store %x, %a[%c0] : memref<256xf32>
  %v = memref.subview %a[0] [2] [1] : memref<256xf32> to memref<2xf32, strided<[1]>>
  return %v : memref<2xf32, strided<[1]>>
}
func.func @view_out_of_call(%x: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %v = call @front(%x) : (f32) -> memref<2xf32, strided<[1]>>
  %b = memref.alloc() : memref<256xf32>
  memref.store %x, %b[%c0] : memref<256xf32>
  %y = memref.load %v[%c0] : memref<2xf32, strided<[1]>>
  memref.dealloc %b : memref<256xf32>
  memref.dealloc %v : memref<2xf32, strided<[1]>>
  return %y : f32
}

// A loop carries a tensor of a size that only its init knows: what it carries,
// what it makes and its result are of unknown size.
// CHECK-LABEL: "name": "size_lost_in_loop"
// CHECK: "unknownBuffers": 3
func.func @size_lost_in_loop(%n: index, %t: tensor<8xf32>) -> tensor<?xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %start = tensor.cast %t : tensor<8xf32> to tensor<?xf32>
  %last = scf.for %i = %c0 to %n step %c1 iter_args(%a = %start) -> tensor<?xf32> {
    %b = linalg.exp ins(%a : tensor<?xf32>) outs(%a : tensor<?xf32>) -> tensor<?xf32>
    scf.yield %b : tensor<?xf32>
  }
  return %last : tensor<?xf32>
}

// A loop of branches inside of a region begins with storage from outside, and
// may hand that out of the region: 4,096 bytes, beside 16,384. Counted with it
// are 1,024 for what the loop makes.
// CHECK-LABEL: "name": "outer_through_inner_loop"
// CHECK: "peakBytes": 21504
// CHECK: "unknownBuffers": 0
func.func @outer_through_inner_loop(%n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<1024xf32>
  %start = memref.cast %a : memref<1024xf32> to memref<?xf32>
  %last = scf.execute_region -> memref<?xf32> {
    cf.br ^head(%start, %c0 : memref<?xf32>, index)
  ^head(%old: memref<?xf32>, %i: index):
    %more = arith.cmpi slt, %i, %n : index
    cf.cond_br %more, ^body, ^exit
  ^body:
    %new = memref.alloc() : memref<256xf32>
    %next = memref.cast %new : memref<256xf32> to memref<?xf32>
    memref.dealloc %old : memref<?xf32>
    %j = arith.addi %i, %c1 : index
    cf.br ^head(%next, %j : memref<?xf32>, index)
  ^exit:
    scf.yield %old : memref<?xf32>
  }
  %b = memref.alloc() : memref<4096xf32>
  memref.dealloc %b : memref<4096xf32>
  memref.dealloc %last : memref<?xf32>
  return
}
