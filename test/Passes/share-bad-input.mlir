// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Programs that are wrong, or have nothing to do: they stay as they are.

// CHECK: func private @declaration
func.func private @declaration(memref<8xf32>)

// CHECK-LABEL: func @empty
func.func @empty() {
  return
}

// CHECK-LABEL: func @double_free
// CHECK: memref.alloc()
// CHECK: memref.dealloc
// CHECK: memref.dealloc
// CHECK: memref.alloc()
// CHECK: memref.dealloc
// CHECK: return
// LIFE-LABEL: lifetimes of @double_free
// LIFE: freed by: 'memref.dealloc' at 2, 'memref.dealloc' at 3
func.func @double_free(%i: index, %v: f32) {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  return
}

// CHECK-LABEL: func @use_after_free
// CHECK: memref.alloc()
// CHECK: memref.dealloc
// CHECK: memref.alloc()
// CHECK: memref.load
// CHECK: return
// LIFE-LABEL: lifetimes of @use_after_free
// LIFE: ends: unknown, as 'memref.load' at {{[0-9]+}} uses it after its dealloc
func.func @use_after_free(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  memref.dealloc %b : memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  return %x : f32
}

// CHECK-LABEL: func @argument
// CHECK-NEXT: memref.dealloc %{{.*}} : memref<8xf32>
// CHECK-NEXT: return
func.func @argument(%a: memref<8xf32>) {
  memref.dealloc %a : memref<8xf32>
  return
}

// CHECK-LABEL: func @stack
// CHECK: memref.alloca()
// CHECK: memref.dealloc
// CHECK: memref.alloca()
// CHECK: return
// LIFE-LABEL: lifetimes of @stack
// LIFE: ends: unknown, as 'memref.dealloc' at {{[0-9]+}} frees it, though it is on the stack
func.func @stack(%i: index, %v: f32) {
  %a = memref.alloca() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloca() : memref<8xf32>
  memref.store %v, %b[%i] : memref<8xf32>
  return
}

// CHECK-LABEL: func @never_used
// CHECK-NEXT: memref.alloc()
// CHECK-NEXT: memref.dealloc
func.func @never_used() {
  %a = memref.alloc() : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  return
}
