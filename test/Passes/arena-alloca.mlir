// RUN: memopt-opt --plan-arena=quiet %s | FileCheck %s
// RUN: memopt-opt --plan-arena="quiet include-allocas" %s | FileCheck %s --check-prefix=STACK

// What is on the stack takes part if asked for. In a loop without an allocation
// scope each iteration would take more of the stack.
// CHECK-LABEL: func.func @stack
// CHECK: memref.alloc() : memref<64xi8>
// CHECK: memref.alloca() : memref<16xf32>
// STACK-LABEL: func.func @stack
// STACK: memref.alloc() : memref<128xi8>
// STACK-NOT: memref.alloca()
func.func @stack(%x: f32, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<16xf32>
  memref.store %x, %a[%c0] : memref<16xf32>
  scf.for %i = %c0 to %n step %c1 {
    %s = memref.alloca() : memref<16xf32>
    %v = memref.load %a[%c0] : memref<16xf32>
    memref.store %v, %s[%c0] : memref<16xf32>
    %w = memref.load %s[%c0] : memref<16xf32>
    memref.store %w, %a[%c0] : memref<16xf32>
  }
  memref.dealloc %a : memref<16xf32>
  return
}
