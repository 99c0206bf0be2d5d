// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s

// Memrefs: storage lasts from the alloc to the dealloc.

// CHECK-LABEL: "name": "alloc_dealloc"
// CHECK: "peakBytes": 2048
// CHECK: "noFreeBytes": 3072
func.func @alloc_dealloc(%out: memref<256xf32>) {
  %zero = arith.constant 0.0 : f32
  %a = memref.alloc() : memref<256xf32>
  %b = memref.alloc() : memref<256xf32>
  linalg.fill ins(%zero : f32) outs(%a : memref<256xf32>)
  linalg.copy ins(%a : memref<256xf32>) outs(%b : memref<256xf32>)
  memref.dealloc %a : memref<256xf32>
  %c = memref.alloc() : memref<256xf32>
  linalg.copy ins(%b : memref<256xf32>) outs(%c : memref<256xf32>)
  memref.dealloc %b : memref<256xf32>
  linalg.copy ins(%c : memref<256xf32>) outs(%out : memref<256xf32>)
  memref.dealloc %c : memref<256xf32>
  return
}

// Through views: a dealloc of the base after the last use of a view.
// CHECK-LABEL: "name": "views"
// CHECK: "peakBytes": 1024
func.func @views(%i: index) -> f32 {
  %a = memref.alloc() : memref<256xf32>
  %s = memref.subview %a[%i] [16] [1] : memref<256xf32> to memref<16xf32, strided<[1], offset: ?>>
  %r = memref.reinterpret_cast %a to offset: [0], sizes: [16, 16], strides: [16, 1] : memref<256xf32> to memref<16x16xf32>
  %v = memref.load %s[%i] : memref<16xf32, strided<[1], offset: ?>>
  memref.store %v, %r[%i, %i] : memref<16x16xf32>
  memref.dealloc %a : memref<256xf32>
  return %v : f32
}

// Without a dealloc, an alloc is taken to end at its last use.
// CHECK-LABEL: "name": "no_dealloc"
// CHECK: "peakBytes": 1024
// CHECK: 2 memref.alloc without dealloc
func.func @no_dealloc(%i: index, %v: f32) {
  %a = memref.alloc() : memref<256xf32>
  memref.store %v, %a[%i] : memref<256xf32>
  %b = memref.alloc() : memref<256xf32>
  memref.store %v, %b[%i] : memref<256xf32>
  return
}

// ... unless something may keep a pointer to it.
// CHECK-LABEL: "name": "kept"
// CHECK: "peakBytes": 2056
func.func @kept(%i: index, %v: f32) {
  %box = memref.alloc() : memref<1xindex>
  %a = memref.alloc() : memref<256xf32>
  %p = memref.extract_aligned_pointer_as_index %a : memref<256xf32> -> index
  memref.store %p, %box[%i] : memref<1xindex>
  %b = memref.alloc() : memref<256xf32>
  memref.store %v, %b[%i] : memref<256xf32>
  memref.dealloc %box : memref<1xindex>
  return
}

// Stack storage lasts to the end of its scope.
// CHECK-LABEL: "name": "alloca"
// CHECK: "peakBytes": 2048
func.func @alloca(%i: index, %v: f32) {
  %a = memref.alloca() : memref<256xf32>
  memref.store %v, %a[%i] : memref<256xf32>
  %b = memref.alloca() : memref<256xf32>
  memref.store %v, %b[%i] : memref<256xf32>
  return
}

// What a branch allocates and yields is counted once.
// CHECK-LABEL: "name": "if_yields_alloc"
// CHECK: "peakBytes": 1024
func.func @if_yields_alloc(%c: i1, %i: index) -> f32 {
  %m = scf.if %c -> memref<256xf32> {
    %a = memref.alloc() : memref<256xf32>
    scf.yield %a : memref<256xf32>
  } else {
    %b = memref.alloc() : memref<256xf32>
    scf.yield %b : memref<256xf32>
  }
  %v = memref.load %m[%i] : memref<256xf32>
  memref.dealloc %m : memref<256xf32>
  return %v : f32
}

// Globals are static data.
memref.global "private" constant @g : memref<256xf32> = dense<1.0>
// CHECK-LABEL: "name": "global"
// CHECK: "peakBytes": 0
// CHECK: "constantBytes": 1024
func.func @global(%i: index) -> f32 {
  %g = memref.get_global @g : memref<256xf32>
  %h = memref.get_global @g : memref<256xf32>
  %v = memref.load %g[%i] : memref<256xf32>
  return %v : f32
}

// A tensor that is the content of a memref lives there.
// CHECK-LABEL: "name": "to_tensor"
// CHECK: "peakBytes": 1024
func.func @to_tensor(%m: memref<256xf32>) -> tensor<256xf32> {
  %t = bufferization.to_tensor %m restrict : memref<256xf32> to tensor<256xf32>
  %0 = math.exp %t : tensor<256xf32>
  return %0 : tensor<256xf32>
}

// A loop of branches makes a memref anew while it still has the last one: two
// at a time, the first one among them.
// CHECK-LABEL: "name": "made_anew"
// CHECK: "peakBytes": 2048
func.func @made_anew(%n: index, %f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %first = memref.alloc() : memref<256xf32>
  linalg.fill ins(%f : f32) outs(%first : memref<256xf32>)
  cf.br ^head(%c0, %first : index, memref<256xf32>)
^head(%i: index, %last: memref<256xf32>):
  %more = arith.cmpi slt, %i, %n : index
  cf.cond_br %more, ^body, ^exit
^body:
  %next = memref.alloc() : memref<256xf32>
  cf.br ^copy
^copy:
  memref.copy %last, %next : memref<256xf32> to memref<256xf32>
  memref.dealloc %last : memref<256xf32>
  %j = arith.addi %i, %c1 : index
  cf.br ^head(%j, %next : index, memref<256xf32>)
^exit:
  memref.dealloc %last : memref<256xf32>
  return
}

// Three at a time, where the loop has the last two.
// CHECK-LABEL: "name": "last_two"
// CHECK: "peakBytes": 3072
func.func @last_two(%n: index, %f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %p = memref.alloc() : memref<256xf32>
  %q = memref.alloc() : memref<256xf32>
  linalg.fill ins(%f : f32) outs(%p : memref<256xf32>)
  linalg.fill ins(%f : f32) outs(%q : memref<256xf32>)
  cf.br ^head(%c0, %p, %q : index, memref<256xf32>, memref<256xf32>)
^head(%i: index, %a: memref<256xf32>, %b: memref<256xf32>):
  %more = arith.cmpi slt, %i, %n : index
  cf.cond_br %more, ^body, ^exit
^body:
  %next = memref.alloc() : memref<256xf32>
  linalg.add ins(%a, %b : memref<256xf32>, memref<256xf32>) outs(%next : memref<256xf32>)
  memref.dealloc %a : memref<256xf32>
  %j = arith.addi %i, %c1 : index
  cf.br ^head(%j, %b, %next : index, memref<256xf32>, memref<256xf32>)
^exit:
  memref.dealloc %a : memref<256xf32>
  memref.dealloc %b : memref<256xf32>
  return
}

// Buffers made outside and swapped stay two.
// CHECK-LABEL: "name": "swapped"
// CHECK: "peakBytes": 2048
func.func @swapped(%n: index, %f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %p = memref.alloc() : memref<256xf32>
  %q = memref.alloc() : memref<256xf32>
  linalg.fill ins(%f : f32) outs(%p : memref<256xf32>)
  cf.br ^head(%c0, %p, %q : index, memref<256xf32>, memref<256xf32>)
^head(%i: index, %a: memref<256xf32>, %b: memref<256xf32>):
  %more = arith.cmpi slt, %i, %n : index
  cf.cond_br %more, ^body, ^exit
^body:
  linalg.exp ins(%a : memref<256xf32>) outs(%b : memref<256xf32>)
  %j = arith.addi %i, %c1 : index
  cf.br ^head(%j, %b, %a : index, memref<256xf32>, memref<256xf32>)
^exit:
  memref.dealloc %p : memref<256xf32>
  memref.dealloc %q : memref<256xf32>
  return
}

// A realloc leaves the storage where it is if it has enough: all of it, or
// nothing new. Where that is decided at run time, both are counted.
// CHECK-LABEL: "name": "realloc_same"
// CHECK: "peakBytes": 1024
func.func @realloc_same() {
  %a = memref.alloc() : memref<256xf32>
  %r = memref.realloc %a : memref<256xf32> to memref<256xf32>
  memref.dealloc %r : memref<256xf32>
  return
}
// CHECK-LABEL: "name": "realloc_less"
// CHECK: "peakBytes": 2112
func.func @realloc_less() {
  %a = memref.alloc() : memref<256xf32>
  %d = memref.cast %a : memref<256xf32> to memref<?xf32>
  %r = memref.realloc %d : memref<?xf32> to memref<16xf32>
  %b = memref.alloc() : memref<256xf32>
  memref.dealloc %b : memref<256xf32>
  memref.dealloc %r : memref<16xf32>
  return
}
// CHECK-LABEL: "name": "realloc_more"
// CHECK: "peakBytes": 1088
func.func @realloc_more() {
  %a = memref.alloc() : memref<16xf32>
  %r = memref.realloc %a : memref<16xf32> to memref<256xf32>
  memref.dealloc %r : memref<256xf32>
  return
}
