// RUN: memopt-opt --plan-arena=quiet %s | FileCheck %s

// Buffers of nested regions are parts of the arena of the function: at steps at
// which others are needed beside them, and in the bytes of others otherwise.

func.func private @use(f32)

// What a loop makes and uses is needed in its iteration only; what it takes from
// outside, all over the loop.
// CHECK-LABEL: func.func @iteration
// CHECK: %[[ARENA:.*]] = memref.alloc() : memref<192xi8>
func.func @iteration(%n: index, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  // CHECK: arith.constant 1 : index
  // CHECK-NEXT: %[[OUT:.*]] = arith.constant 0 : index
  // CHECK: memref.view %[[ARENA]][%[[OUT]]][] : memref<192xi8> to memref<16xf32>
  %outside = memref.alloc() : memref<16xf32>
  linalg.fill ins(%x : f32) outs(%outside : memref<16xf32>)
  // CHECK: scf.for
  scf.for %i = %c0 to %n step %c1 {
    // CHECK: %[[A:.*]] = arith.constant 64 : index
    // CHECK: memref.view %[[ARENA]][%[[A]]][] : memref<192xi8> to memref<32xf32>
    // CHECK-NOT: memref.dealloc
    %a = memref.alloc() : memref<32xf32>
    linalg.fill ins(%x : f32) outs(%a : memref<32xf32>)
    %v = memref.load %a[%c0] : memref<32xf32>
    memref.dealloc %a : memref<32xf32>
    // CHECK: %[[B:.*]] = arith.constant 64 : index
    // CHECK: memref.view %[[ARENA]][%[[B]]][] : memref<192xi8> to memref<8xf32>
    %b = memref.alloc() : memref<8xf32>
    memref.store %v, %b[%c0] : memref<8xf32>
    %w = memref.load %b[%c0] : memref<8xf32>
    memref.dealloc %b : memref<8xf32>
    memref.store %w, %outside[%c0] : memref<16xf32>
  }
  // CHECK: memref.dealloc %[[ARENA]]
  // CHECK-NEXT: return
  memref.dealloc %outside : memref<16xf32>
  return
}

// CHECK-LABEL: func.func @arms
// CHECK: memref.alloc() : memref<64xi8>
func.func @arms(%c: i1, %x: f32) {
  %c0 = arith.constant 0 : index
  scf.if %c {
    %a = memref.alloc() : memref<16xf32>
    memref.store %x, %a[%c0] : memref<16xf32>
    %v = memref.load %a[%c0] : memref<16xf32>
    func.call @use(%v) : (f32) -> ()
    memref.dealloc %a : memref<16xf32>
  } else {
    %b = memref.alloc() : memref<8xf32>
    memref.store %x, %b[%c0] : memref<8xf32>
    %v = memref.load %b[%c0] : memref<8xf32>
    func.call @use(%v) : (f32) -> ()
    memref.dealloc %b : memref<8xf32>
  }
  return
}

// The two regions of a while run one after the other.
// CHECK-LABEL: func.func @while
// CHECK: memref.alloc() : memref<64xi8>
func.func @while(%x: f32) {
  %c0 = arith.constant 0 : index
  scf.while (%y = %x) : (f32) -> f32 {
    %a = memref.alloc() : memref<16xf32>
    memref.store %y, %a[%c0] : memref<16xf32>
    %v = memref.load %a[%c0] : memref<16xf32>
    memref.dealloc %a : memref<16xf32>
    %more = arith.cmpf olt, %v, %x : f32
    scf.condition(%more) %v : f32
  } do {
  ^bb0(%y: f32):
    %b = memref.alloc() : memref<16xf32>
    memref.store %y, %b[%c0] : memref<16xf32>
    %v = memref.load %b[%c0] : memref<16xf32>
    memref.dealloc %b : memref<16xf32>
    scf.yield %v : f32
  }
  return
}

// Without any dealloc the last use ends a lifetime.
// CHECK-LABEL: func.func @never_freed
// CHECK: memref.alloc() : memref<64xi8>
// CHECK: memref.dealloc
// CHECK-NOT: memref.alloc
func.func @never_freed(%x: f32) {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<16xf32>
  memref.store %x, %a[%c0] : memref<16xf32>
  %v = memref.load %a[%c0] : memref<16xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.store %v, %b[%c0] : memref<16xf32>
  %w = memref.load %b[%c0] : memref<16xf32>
  func.call @use(%w) : (f32) -> ()
  return
}
