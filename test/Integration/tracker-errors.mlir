// The allocation tracker counts a leak, a double free, a free of memory that is
// not from it and a write to freed memory, and the program goes on. What it
// reads is the pattern of fresh and of freed memory.

// RUN: not %python %integration_dir/run_model.py %s --no-bufferize --measure \
// RUN:   --lib-dir %mlir_lib_dir --allocator %alloc_tracker --keep %t.dir \
// RUN:   > %t.out 2> %t.err
// RUN: FileCheck %s --input-file %t.out
// RUN: FileCheck %s --check-prefix=ERROR --input-file %t.err

// 0x7FF57FF5 and 0x7FFA7FFA, which are NaN as floats.
// CHECK: 2146795509
// CHECK: 2147123194
// CHECK: nan
// CHECK: 2146795509
// CHECK: program peakBytes: 32
// CHECK: program liveBytes: 16
// CHECK: program allocations: 3
// CHECK: program frees: 2
// CHECK: program leakedAllocations: 1
// CHECK: program leakedBytes: 16
// CHECK: program doubleFrees: 1
// CHECK: program foreignFrees: 1
// CHECK: program writesAfterFree: 1
// CHECK: 3 invalid frees or writes to freed memory

// ERROR: memopt-alloc-tracker: second free of allocation 2 of 16 bytes
// ERROR: memopt-alloc-tracker: free of memory that is not from here
// ERROR: memopt-alloc-tracker: write after the free of allocation 2 of 16 bytes

// On its own, without the harness: one line at exit, and the exit code.

// RUN: not env MEMOPT_ALLOC_TRACKER=error-exit-code=3 mlir-runner \
// RUN:   %t.dir/original.llvm.mlir -e main -O0 --entry-point-result=void \
// RUN:   --shared-libs=%mlir_lib_dir/libmlir_runner_utils.so,%mlir_lib_dir/libmlir_c_runner_utils.so,%alloc_tracker \
// RUN:   2>&1 | FileCheck %s --check-prefix=EXIT
// EXIT: memopt-alloc-tracker: peak-bytes: 32, live-bytes: 16, allocations: 3, frees: 2, leaked-allocations: 1, leaked-bytes: 16, double-frees: 1, foreign-frees: 1, writes-after-free: 1

// Other patterns; a file; and what is not understood is said.

// RUN: rm -f %t.json
// RUN: env MEMOPT_ALLOC_TRACKER=fresh=0001,freed=0002,format=json,output=%t.json,quarantine=3 \
// RUN:   mlir-runner %t.dir/original.llvm.mlir -e main -O0 --entry-point-result=void \
// RUN:   --shared-libs=%mlir_lib_dir/libmlir_runner_utils.so,%mlir_lib_dir/libmlir_c_runner_utils.so,%alloc_tracker \
// RUN:   > %t.out 2> %t.err
// RUN: FileCheck %s --check-prefix=OTHER --input-file %t.out
// RUN: FileCheck %s --check-prefix=SETTING --input-file %t.err
// RUN: FileCheck %s --check-prefix=FILE --input-file %t.json
// OTHER: {{^}}65537
// OTHER-NEXT: {{^}}131074
// SETTING: MEMOPT_ALLOC_TRACKER: cannot read 'quarantine=3'; known are format=text|json, {{.*}}quarantine-bytes=N
// FILE-COUNT-2: {"version": 1, "peakBytes": 32, "liveBytes": 16, "allocations": 3, "frees": 2, "leakedAllocations": 1, "leakedBytes": 16, "doubleFrees": 1, "foreignFrees": 1, "writesAfterFree": 1}

func.func private @memopt_tracker_report()

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
  %floats = memref.alloc() : memref<f32>
  %float = memref.load %floats[] : memref<f32>
  vector.print %float : f32
  memref.dealloc %floats : memref<f32>
  %stack = memref.alloca() : memref<4xi32>
  memref.store %fresh, %stack[%zero] : memref<4xi32>
  %read = memref.load %stack[%zero] : memref<4xi32>
  vector.print %read : i32
  memref.dealloc %stack : memref<4xi32>
  memref.store %fresh, %leak[%one] : memref<4xi32>
  call @memopt_tracker_report() : () -> ()
  return
}
