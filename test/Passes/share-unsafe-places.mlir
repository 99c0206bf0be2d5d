// Places and contents that look free to share and are not.
// RUN: memopt-opt --share-buffers="quiet=true dynamic-size=16 classes=bytes" %s | FileCheck %s

// A copy between two buffers that nothing wrote is the first use of both, and
// is erased once.
// CHECK-LABEL: func @copy_of_nothing
// CHECK-COUNT-1: memref.alloc
// CHECK-NOT: memref.alloc
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
func.func @guarded_sizes(%n: index, %x: memref<f32>) {
  %c0 = arith.constant 0 : index
  %positive = arith.cmpi sgt, %n, %c0 : index
  scf.if %positive {
    %a = memref.alloca(%n) : memref<?xf32>
    %h = memref.alloc(%n) : memref<?xf32>
    memref.copy %h, %a : memref<?xf32> to memref<?xf32>
    %w = memref.load %a[%c0] : memref<?xf32>
    memref.store %w, %x[] : memref<f32>
    memref.dealloc %h : memref<?xf32>
  }
  scf.if %positive {
    %a = memref.alloca(%n) : memref<?xf32>
    %h = memref.alloc(%n) : memref<?xf32>
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
func.func private @clobber()
func.func @stack_restore(%x: memref<4xf32>) {
  %pointer = llvm.intr.stacksave : !llvm.ptr
  %a = memref.alloca() : memref<4xf32>
  memref.copy %x, %a : memref<4xf32> to memref<4xf32>
  memref.copy %a, %x : memref<4xf32> to memref<4xf32>
  llvm.intr.stackrestore %pointer : !llvm.ptr
  %b = memref.alloca() : memref<4xf32>
  memref.copy %x, %b : memref<4xf32> to memref<4xf32>
  func.call @clobber() : () -> ()
  memref.copy %b, %x : memref<4xf32> to memref<4xf32>
  return
}

// Two indices of these are one element: updating it in place would do so twice.
// A transposed layout has an element for each index.
#id = affine_map<(i, j) -> (i, j)>
// CHECK-LABEL: func @overlapping_layout
// CHECK-COUNT-2: memref.alloc
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

// Memory of a kernel in a space that another dialect names may be shared by its
// threads: each reads what the others wrote.
gpu.module @kernels {
// CHECK-LABEL: gpu.func @workgroup
// CHECK-COUNT-2: memref.alloc
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
