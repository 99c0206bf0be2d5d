// The counting allocator sees a leak, a double free, a free of an unknown
// pointer and a write to freed memory, and poisons fresh and freed memory.

// RUN: not %python %integration_dir/run_model.py %s --no-bufferize --measure \
// RUN:   --lib-dir %mlir_lib_dir --allocator %counting_allocator \
// RUN:   > %t.out 2> %t.err
// RUN: FileCheck %s --input-file %t.out
// RUN: FileCheck %s --check-prefix=ERROR --input-file %t.err

// 0xCDCDCDCD and 0xDDDDDDDD as signed integers.
// CHECK: -842150451
// CHECK: -572662307
// CHECK: -842150451
// CHECK: leaked: 1
// CHECK: errors: 3
// CHECK: 3 invalid frees or writes to freed memory

// ERROR-DAG: counting allocator: double free
// ERROR-DAG: counting allocator: free of an unknown pointer
// ERROR-DAG: counting allocator: write to freed memory

func.func private @memopt_print_counters()

func.func @main() {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %leak = memref.alloc() : memref<4xi32>
  %fresh = memref.load %leak[%zero] : memref<4xi32>
  vector.print %fresh : i32
  %twice = memref.alloc() : memref<4xi32>
  memref.dealloc %twice : memref<4xi32>
  memref.dealloc %twice : memref<4xi32>
  %freed = memref.load %twice[%zero] : memref<4xi32>
  vector.print %freed : i32
  memref.store %fresh, %twice[%one] : memref<4xi32>
  %stack = memref.alloca() : memref<4xi32>
  memref.store %fresh, %stack[%zero] : memref<4xi32>
  %read = memref.load %stack[%zero] : memref<4xi32>
  vector.print %read : i32
  memref.dealloc %stack : memref<4xi32>
  memref.store %fresh, %leak[%one] : memref<4xi32>
  call @memopt_print_counters() : () -> ()
  return
}
