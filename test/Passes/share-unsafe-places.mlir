// Places and contents that look free to share and are not.
// RUN: memopt-opt --share-buffers="quiet=true dynamic-size=16 classes=bytes" %s | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A copy between two buffers that nothing wrote is the first use of both, and
// is erased once.
// CHECK-LABEL: func @copy_of_nothing
// CHECK-COUNT-1: memref.alloc
// CHECK-NOT: memref.alloc
// LIFE-LABEL: lifetimes of @copy_of_nothing
// LIFE: live: [1, 3), from 'memref.copy' at 1 to 'memref.copy' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 6), from 'memref.copy' at 5 to 'memref.copy' at 5
// LIFE-NEXT: freed by: 'memref.dealloc' at 8
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 7), from 'memref.copy' at 5 to 'memref.copy' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: reads what nothing wrote
func.func @copy_of_nothing(%x: memref<4xf32>) {
  %z = memref.alloc() : memref<4xf32>
  memref.copy %x, %z : memref<4xf32> to memref<4xf32>
  memref.copy %z, %x : memref<4xf32> to memref<4xf32>
  %a = memref.alloc() : memref<4xf32>
  %b = memref.alloc() : memref<4xf32>
  memref.copy %a, %b : memref<4xf32> to memref<4xf32>
  memref.copy %b, %x : memref<4xf32> to memref<4xf32>
  memref.dealloc %z : memref<4xf32>
  memref.dealloc %a : memref<4xf32>
  memref.dealloc %b : memref<4xf32>
  return
}

// An allocation that is freed before its first use, on another path, stays in
// front of that.
// CHECK-LABEL: func @freed_on_the_other_path
// CHECK: memref.alloc
// CHECK: scf.if
// CHECK: memref.dealloc
// LIFE-LABEL: lifetimes of @freed_on_the_other_path
// LIFE: live: [6, 11), from 'scf.if' at 6 to 'scf.if' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 4, 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
func.func @freed_on_the_other_path(%c: i1, %x: memref<4xf32>) {
  %true = arith.constant true
  %other = arith.xori %c, %true : i1
  %a = memref.alloc() : memref<4xf32>
  scf.if %c {
    memref.dealloc %a : memref<4xf32>
  }
  scf.if %other {
    memref.copy %x, %a : memref<4xf32> to memref<4xf32>
    memref.copy %a, %x : memref<4xf32> to memref<4xf32>
    memref.dealloc %a : memref<4xf32>
  }
  return
}

// A size that makes sense only under the condition: neither the stack's nor the
// heap's allocation leaves it. A constant one does.
// CHECK-LABEL: func @guarded_sizes
// CHECK-NOT: memref.alloc
// CHECK: scf.if
// CHECK: memref.alloca(
// CHECK: memref.alloc(
// CHECK: scf.if
// CHECK: memref.alloca(
// CHECK: memref.alloc(
// LIFE-LABEL: lifetimes of @guarded_sizes
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [7, 9), from 'memref.copy' at 7 to 'memref.load' at 8
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [5, 8), from 'linalg.fill' at 5 to 'memref.copy' at 7
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [17, 19), from 'memref.copy' at 17 to 'memref.load' at 18
// LIFE: ends: with its last use
// LIFE: memref<?xf32>
// LIFE-NEXT: bytes: unknown, a dynamic dimension (say dynamic-size=N to assume one)
// LIFE: live: [15, 18), from 'linalg.fill' at 15 to 'memref.copy' at 17
// LIFE-NEXT: freed by: 'memref.dealloc' at 20
// LIFE-NEXT: ends: with its last use
func.func @guarded_sizes(%n: index, %v: f32, %x: memref<f32>) {
  %c0 = arith.constant 0 : index
  %positive = arith.cmpi sgt, %n, %c0 : index
  scf.if %positive {
    %a = memref.alloca(%n) : memref<?xf32>
    %h = memref.alloc(%n) : memref<?xf32>
    linalg.fill ins(%v : f32) outs(%h : memref<?xf32>)
    memref.copy %h, %a : memref<?xf32> to memref<?xf32>
    %w = memref.load %a[%c0] : memref<?xf32>
    memref.store %w, %x[] : memref<f32>
    memref.dealloc %h : memref<?xf32>
  }
  scf.if %positive {
    %a = memref.alloca(%n) : memref<?xf32>
    %h = memref.alloc(%n) : memref<?xf32>
    linalg.fill ins(%v : f32) outs(%h : memref<?xf32>)
    memref.copy %h, %a : memref<?xf32> to memref<?xf32>
    %w = memref.load %a[%c0] : memref<?xf32>
    memref.store %w, %x[] : memref<f32>
    memref.dealloc %h : memref<?xf32>
  }
  return
}

// CHECK-LABEL: func @guarded_constant_size
// CHECK-COUNT-1: memref.alloca
// CHECK-NOT: memref.alloca
// LIFE-LABEL: lifetimes of @guarded_constant_size
// LIFE: live: [2, 4), from 'memref.copy' at 2 to 'memref.copy' at 3
// LIFE: ends: with its last use
// LIFE: live: [7, 9), from 'memref.copy' at 7 to 'memref.copy' at 8
// LIFE: ends: with its last use
func.func @guarded_constant_size(%c: i1, %x: memref<4xf32>) {
  scf.if %c {
    %a = memref.alloca() : memref<4xf32>
    memref.copy %x, %a : memref<4xf32> to memref<4xf32>
    memref.copy %a, %x : memref<4xf32> to memref<4xf32>
  }
  scf.if %c {
    %a = memref.alloca() : memref<4xf32>
    memref.copy %x, %a : memref<4xf32> to memref<4xf32>
    memref.copy %a, %x : memref<4xf32> to memref<4xf32>
  }
  return
}

// Neither side of a clone may be written after it.
// CHECK-LABEL: func @clone
// CHECK-COUNT-2: memref.alloc
// LIFE-LABEL: lifetimes of @clone
// LIFE: live: [0, 9), from 'memref.copy' at 1 to 'bufferization.clone' at 2
// LIFE: ends: unknown, as 'bufferization.clone' at 2 may become one buffer with it
// LIFE: live: [4, 6), from 'memref.copy' at 4 to 'memref.copy' at 5
// LIFE: ends: with its last use
// NOT EXECUTED: the runner makes a copy of a clone
func.func @clone(%x: memref<4xf32>, %y: memref<4xf32>) {
  %a = memref.alloc() : memref<4xf32>
  memref.copy %x, %a : memref<4xf32> to memref<4xf32>
  %c = bufferization.clone %a : memref<4xf32> to memref<4xf32>
  %b = memref.alloc() : memref<4xf32>
  memref.copy %y, %b : memref<4xf32> to memref<4xf32>
  memref.copy %b, %x : memref<4xf32> to memref<4xf32>
  memref.copy %c, %y : memref<4xf32> to memref<4xf32>
  memref.dealloc %c : memref<4xf32>
  return
}

// How many bytes an i96 takes differs from target to target; an i32 takes four.
// CHECK-LABEL: func @odd_widths
// CHECK-COUNT-2: memref.alloc
// LIFE-LABEL: lifetimes of @odd_widths
// LIFE: live: [1, 3), from 'memref.copy' at 1 to 'memref.copy' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 3
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 7), from 'memref.copy' at 5 to 'memref.copy' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
// NOT EXECUTED: the test prints no i96
func.func @odd_widths(%x: memref<4xi96>, %y: memref<12xi32>) {
  %a = memref.alloc() : memref<12xi32>
  memref.copy %y, %a : memref<12xi32> to memref<12xi32>
  memref.copy %a, %y : memref<12xi32> to memref<12xi32>
  memref.dealloc %a : memref<12xi32>
  %b = memref.alloc() : memref<4xi96>
  memref.copy %x, %b : memref<4xi96> to memref<4xi96>
  memref.copy %b, %x : memref<4xi96> to memref<4xi96>
  memref.dealloc %b : memref<4xi96>
  return
}

// CHECK-LABEL: func @plain_widths
// CHECK-COUNT-1: memref.alloc
// CHECK-NOT: memref.alloc
// LIFE-LABEL: lifetimes of @plain_widths
// LIFE: live: [1, 3), from 'memref.copy' at 1 to 'memref.copy' at 2
// LIFE-NEXT: freed by: 'memref.dealloc' at 3
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 7), from 'memref.copy' at 5 to 'memref.copy' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 7
// LIFE-NEXT: ends: with its last use
func.func @plain_widths(%x: memref<6xi64>, %y: memref<12xi32>) {
  %a = memref.alloc() : memref<12xi32>
  memref.copy %y, %a : memref<12xi32> to memref<12xi32>
  memref.copy %a, %y : memref<12xi32> to memref<12xi32>
  memref.dealloc %a : memref<12xi32>
  %b = memref.alloc() : memref<6xi64>
  memref.copy %x, %b : memref<6xi64> to memref<6xi64>
  memref.copy %b, %x : memref<6xi64> to memref<6xi64>
  memref.dealloc %b : memref<6xi64>
  return
}

// What lies on the stack between a save and its restore ends there.
// CHECK-LABEL: func @stack_restore
// CHECK-COUNT-2: memref.alloca
// LIFE-LABEL: lifetimes of @stack_restore
// LIFE: live: [2, 4), from 'memref.copy' at 2 to 'memref.copy' at 3
// LIFE: ends: with its last use
// LIFE: live: [6, 9), from 'memref.copy' at 6 to 'memref.copy' at 8
// LIFE: ends: with its last use
func.func private @callee_clobber()
// NOT MERGED: LLVM gives a place of its own to what has a constant size
func.func @stack_restore(%x: memref<4xf32>) {
  %pointer = llvm.intr.stacksave : !llvm.ptr
  %a = memref.alloca() : memref<4xf32>
  memref.copy %x, %a : memref<4xf32> to memref<4xf32>
  memref.copy %a, %x : memref<4xf32> to memref<4xf32>
  llvm.intr.stackrestore %pointer : !llvm.ptr
  %b = memref.alloca() : memref<4xf32>
  memref.copy %x, %b : memref<4xf32> to memref<4xf32>
  func.call @callee_clobber() : () -> ()
  memref.copy %b, %x : memref<4xf32> to memref<4xf32>
  return
}

// Two indices of these are one element: updating it in place would do so twice.
// A transposed layout has an element for each index.
#id = affine_map<(i, j) -> (i, j)>
// CHECK-LABEL: func @overlapping_layout
// CHECK-COUNT-2: memref.alloc
// LIFE-LABEL: lifetimes of @overlapping_layout
// LIFE: live: [2, 8), from 'linalg.fill' at 2 to 'linalg.generic' at 5
// LIFE: ends: with its last use
// LIFE: live: [5, 9), from 'linalg.generic' at 5 to 'memref.copy' at 8
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @overlapping_layout(%x: memref<4x4xf32>) {
  %one = arith.constant 1.0 : f32
  %a = memref.alloc() : memref<4x4xf32, strided<[1, 1]>>
  linalg.fill ins(%one : f32) outs(%a : memref<4x4xf32, strided<[1, 1]>>)
  %b = memref.alloc() : memref<4x4xf32, strided<[1, 1]>>
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%a : memref<4x4xf32, strided<[1, 1]>>) outs(%b : memref<4x4xf32, strided<[1, 1]>>) {
  ^bb0(%p: f32, %q: f32):
    %s = arith.addf %p, %p : f32
    linalg.yield %s : f32
  }
  memref.copy %b, %x : memref<4x4xf32, strided<[1, 1]>> to memref<4x4xf32>
  return
}

// CHECK-LABEL: func @transposed_layout
// CHECK-COUNT-1: memref.alloc
// CHECK-NOT: memref.alloc
// LIFE-LABEL: lifetimes of @transposed_layout
// LIFE: live: [2, 8), from 'linalg.fill' at 2 to 'linalg.generic' at 5
// LIFE: ends: with its last use
// LIFE: live: [5, 9), from 'linalg.generic' at 5 to 'memref.copy' at 8
// LIFE: ends: with its last use
func.func @transposed_layout(%x: memref<4x4xf32>) {
  %one = arith.constant 1.0 : f32
  %a = memref.alloc() : memref<4x4xf32, strided<[1, 4]>>
  linalg.fill ins(%one : f32) outs(%a : memref<4x4xf32, strided<[1, 4]>>)
  %b = memref.alloc() : memref<4x4xf32, strided<[1, 4]>>
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%a : memref<4x4xf32, strided<[1, 4]>>) outs(%b : memref<4x4xf32, strided<[1, 4]>>) {
  ^bb0(%p: f32, %q: f32):
    %s = arith.addf %p, %p : f32
    linalg.yield %s : f32
  }
  memref.copy %b, %x : memref<4x4xf32, strided<[1, 4]>> to memref<4x4xf32>
  return
}

// A reshape reads its shape from memory: the shape is needed until then.
// CHECK-LABEL: func @shape_in_memory
// CHECK-COUNT-2: memref.alloc
// LIFE-LABEL: lifetimes of @shape_in_memory
// LIFE: live: [6, 10), from 'memref.store' at 6 to 'memref.reshape' at 9
// LIFE-NEXT: freed by: 'memref.dealloc' at 14
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 15
// LIFE-NEXT: ends: with its last use
// MERGED: %shape %other
func.func @shape_in_memory(%x: memref<4xf32>, %y: memref<4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c4 = arith.constant 4 : index
  %shape = memref.alloc() : memref<1xindex>
  %other = memref.alloc() : memref<1xindex>
  memref.store %c4, %shape[%c0] : memref<1xindex>
  memref.store %c2, %other[%c0] : memref<1xindex>
  %i = memref.load %other[%c0] : memref<1xindex>
  %r = memref.reshape %x(%shape) : (memref<4xf32>, memref<1xindex>) -> memref<?xf32>
  %v = memref.load %r[%i] : memref<?xf32>
  %n = memref.dim %r, %c0 : memref<?xf32>
  %last = arith.subi %n, %c1 : index
  memref.store %v, %y[%last] : memref<4xf32>
  memref.dealloc %shape : memref<1xindex>
  memref.dealloc %other : memref<1xindex>
  return
}

// Memory of a kernel in a space that another dialect names may be shared by its
// threads: each reads what the others wrote.
gpu.module @kernels {
// CHECK-LABEL: gpu.func @workgroup
// CHECK-COUNT-2: memref.alloc
// LIFE-LABEL: lifetimes of @workgroup
// LIFE: live: [5, 11), from 'memref.store' at 5 to 'memref.load' at 7
// LIFE: ends: with its last use
// LIFE: live: [8, 14), from 'memref.store' at 9 to 'memref.load' at 11
// LIFE: ends: unknown, as 'memref.load' at 11 uses it, in workgroup memory, with no barrier after it
gpu.func @workgroup(%x: memref<16xf32>) kernel {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %i = gpu.thread_id x
  %a = memref.alloc() : memref<16xf32, #spirv.storage_class<Workgroup>>
  %v = memref.load %x[%i] : memref<16xf32>
  memref.store %v, %a[%i] : memref<16xf32, #spirv.storage_class<Workgroup>>
  gpu.barrier
  %u = memref.load %a[%c0] : memref<16xf32, #spirv.storage_class<Workgroup>>
  %b = memref.alloc() : memref<16xf32, #spirv.storage_class<Workgroup>>
  memref.store %u, %b[%i] : memref<16xf32, #spirv.storage_class<Workgroup>>
  gpu.barrier
  %w = memref.load %b[%c1] : memref<16xf32, #spirv.storage_class<Workgroup>>
  memref.store %w, %x[%i] : memref<16xf32>
  gpu.return
}
}
