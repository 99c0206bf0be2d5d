// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s

// Storage whose pointer is kept in memory lives on where no value stands for it:
// in other blocks, after the region that made it, in the caller.

memref.global "private" @box : memref<1xmemref<256xf32>> = uninitialized

func.func private @free_boxed() {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %x = memref.load %box[%c0] : memref<1xmemref<256xf32>>
  memref.dealloc %x : memref<256xf32>
  return
}

// In another block of a control flow graph.
// CHECK-LABEL: "name": "in_another_block"
// CHECK: "peakBytes": 3072
// CHECK: "unknownBuffers": 0
func.func @in_another_block() {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %a = memref.alloc() : memref<256xf32>
  memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
  cf.br ^next
^next:
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  call @free_boxed() : () -> ()
  return
}

// There it is freed, so it does not live on.
// CHECK-LABEL: "name": "freed_in_another_block"
// CHECK: "peakBytes": 2048
func.func @freed_in_another_block() {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %a = memref.alloc() : memref<256xf32>
  memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
  cf.br ^next
^next:
  memref.dealloc %a : memref<256xf32>
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  return
}

// Freed here on one path, by whoever finds it in the box on the other.
// CHECK-LABEL: "name": "freed_on_one_path"
// CHECK: "peakBytes": 3072
func.func @freed_on_one_path(%c: i1) {
  %c0 = arith.constant 0 : index
  %true = arith.constant true
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %a = memref.alloc() : memref<256xf32>
  memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
  scf.if %c {
    memref.dealloc %a : memref<256xf32>
  }
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  %other = arith.xori %c, %true : i1
  scf.if %other {
    func.call @free_boxed() : () -> ()
  }
  return
}

// After the branch that made it: that of the larger of the two.
// CHECK-LABEL: "name": "out_of_a_branch"
// CHECK: "peakBytes": 6144
// CHECK: "value": "(left behind inside)"
// CHECK-NEXT: "type": ""
// CHECK-NEXT: "bytes": 4096
func.func @out_of_a_branch(%c: i1) {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  scf.if %c {
    %a = memref.alloc() : memref<256xf32>
    memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
  } else {
    %a = memref.alloc() : memref<1024xf32>
    %part = memref.reinterpret_cast %a to offset: [0], sizes: [256], strides: [1] : memref<1024xf32> to memref<256xf32>
    memref.store %part, %box[%c0] : memref<1xmemref<256xf32>>
  }
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  func.call @free_boxed() : () -> ()
  return
}

// The branch yields it too: it is counted once, as the result.
// CHECK-LABEL: "name": "yielded_by_a_branch"
// CHECK: "peakBytes": 3072
func.func @yielded_by_a_branch(%c: i1) -> f32 {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %r = scf.if %c -> memref<256xf32> {
    %a = memref.alloc() : memref<256xf32>
    memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
    scf.yield %a : memref<256xf32>
  } else {
    %a = memref.alloc() : memref<256xf32>
    memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
    scf.yield %a : memref<256xf32>
  }
  %x = memref.load %r[%c0] : memref<256xf32>
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  func.call @free_boxed() : () -> ()
  return %x : f32
}

// In the other region of a loop.
// CHECK-LABEL: "name": "in_the_other_region"
// CHECK: "peakBytes": 3072
func.func @in_the_other_region(%n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %last = scf.while (%i = %c0) : (index) -> index {
    %a = memref.alloc() : memref<256xf32>
    memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
    %more = arith.cmpi slt, %i, %n : index
    scf.condition(%more) %i : index
  } do {
  ^bb0(%i: index):
    %b = memref.alloc() : memref<512xf32>
    memref.dealloc %b : memref<512xf32>
    func.call @free_boxed() : () -> ()
    %next = arith.addi %i, %c1 : index
    scf.yield %next : index
  }
  call @free_boxed() : () -> ()
  return
}

// In the caller, and in its caller; also past a branch.
func.func private @fill_box() {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %a = memref.alloc() : memref<256xf32>
  memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
  return
}
func.func private @fill_by_call() {
  call @fill_box() : () -> ()
  return
}
// CHECK-LABEL: "name": "in_the_caller"
// CHECK: "peakBytes": 3072
// CHECK: "unknownCalls": 0
func.func @in_the_caller() {
  scf.execute_region {
    func.call @fill_by_call() : () -> ()
    cf.br ^out
  ^out:
    scf.yield
  }
  cf.br ^next
^next:
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  call @free_boxed() : () -> ()
  return
}

// The callee returns it as well, counted once; a free ends it.
func.func private @fill_and_return() -> memref<256xf32> {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %a = memref.alloc() : memref<256xf32>
  memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
  return %a : memref<256xf32>
}
// CHECK-LABEL: "name": "returned"
// CHECK: "peakBytes": 3072
func.func @returned() {
  %a = call @fill_and_return() : () -> memref<256xf32>
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  call @free_boxed() : () -> ()
  return
}
// CHECK-LABEL: "name": "returned_and_freed"
// CHECK: "peakBytes": 2048
func.func @returned_and_freed() {
  %a = call @fill_and_return() : () -> memref<256xf32>
  memref.dealloc %a : memref<256xf32>
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  return
}

// The callee keeps the pointer and frees the storage itself.
func.func private @keep_and_free(%a: memref<256xf32>) {
  %c0 = arith.constant 0 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  memref.store %a, %box[%c0] : memref<1xmemref<256xf32>>
  memref.dealloc %a : memref<256xf32>
  return
}
// CHECK-LABEL: "name": "freed_by_callee"
// CHECK: "peakBytes": 2048
func.func @freed_by_callee() {
  %a = memref.alloc() : memref<256xf32>
  call @keep_and_free(%a) : (memref<256xf32>) -> ()
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  return
}

// Made in the regions of a terminator, beside what these use.
// CHECK-LABEL: "name": "in_a_reduction"
// CHECK: "peakBytes": 3072
func.func @in_a_reduction(%f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %box = memref.get_global @box : memref<1xmemref<256xf32>>
  %r = scf.parallel (%i) = (%c0) to (%c1) step (%c1) init (%f) -> f32 {
    %a = memref.alloc() : memref<512xf32>
    memref.store %f, %a[%i] : memref<512xf32>
    scf.reduce(%f : f32) {
    ^bb0(%x: f32, %y: f32):
      %b = memref.alloc() : memref<256xf32>
      memref.store %b, %box[%c0] : memref<1xmemref<256xf32>>
      memref.dealloc %a : memref<512xf32>
      scf.reduce.return %x : f32
    }
  }
  call @free_boxed() : () -> ()
  return
}

// An address that is only compared is not kept.
// CHECK-LABEL: "name": "compared"
// CHECK: "peakBytes": 2048
func.func @compared(%f: memref<256xf32>) {
  %a = memref.alloc() : memref<256xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<256xf32> -> index
  %q = memref.extract_aligned_pointer_as_index %f : memref<256xf32> -> index
  %own = arith.cmpi ne, %p, %q : index
  scf.if %own {
    memref.dealloc %a : memref<256xf32>
  }
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  return
}
// Nor is one that is stored, as deallocation does, if its storage is freed by
// its name.
// CHECK-LABEL: "name": "address_of_freed"
// CHECK: "peakBytes": 2048
func.func @address_of_freed(%f: memref<256xf32>, %g: memref<1xindex>) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<256xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<256xf32> -> index
  %q = memref.extract_aligned_pointer_as_index %f : memref<256xf32> -> index
  memref.store %p, %g[%c0] : memref<1xindex>
  %own = arith.cmpi ne, %p, %q : index
  scf.if %own {
    memref.dealloc %a : memref<256xf32>
  }
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  return
}
// CHECK-LABEL: "name": "address_of_not_freed"
// CHECK: "peakBytes": 3072
func.func @address_of_not_freed(%g: memref<1xindex>) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<256xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<256xf32> -> index
  memref.store %p, %g[%c0] : memref<1xindex>
  %b = memref.alloc() : memref<512xf32>
  memref.dealloc %b : memref<512xf32>
  return
}
