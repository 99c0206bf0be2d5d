// What a thread of a parallel region makes stays its own, and is shared within the
// thread only; on the threads of OpenMP. Each of the two threads fills a buffer,
// waits at a barrier until the other has done so too, and only then reads it: if
// both had the same, both would read the same.

// REQUIRES: openmp-runtime

// DEFINE: %{lower} = mlir-opt --pass-pipeline="builtin.module(finalize-memref-to-llvm,convert-arith-to-llvm,convert-openmp-to-llvm,convert-func-to-llvm,reconcile-unrealized-casts)"
// DEFINE: %{run} = mlir-runner -e main --entry-point-result=void -O0 --shared-libs=%mlir_lib_dir/libmlir_runner_utils.so,%mlir_lib_dir/libmlir_c_runner_utils.so,%mlir_lib_dir/libomp.so

// RUN: %{lower} %s | %{run} | FileCheck %s --check-prefix=OUT
// RUN: memopt-opt --share-buffers=quiet %s -o %t.mlir
// RUN: FileCheck %s --input-file %t.mlir
// RUN: %{lower} %t.mlir | %{run} | FileCheck %s --check-prefix=OUT

// With the storage from outside, which is dead by then, for both threads:
// RUN: sed "s/%own = memref.alloc() :.*/%own = memref.cast %before : memref<2xi64> to memref<2xi64>/; /dealloc %before/d; /dealloc %own/d" %s > %t.wrong.mlir
// RUN: %{lower} %t.wrong.mlir | %{run} | not FileCheck %s --check-prefix=OUT

// CHECK-LABEL: func.func @parallel
// CHECK: memref.alloc() : memref<2xi64>
// CHECK: omp.parallel
// CHECK: memref.alloc() : memref<2xi64>
// CHECK-NOT: memref.alloc
// CHECK: omp.terminator

// OUT: 10
// OUT-NEXT: 20

func.func private @printI64(i64)
func.func private @printNewline()

func.func @parallel(%tickets: memref<i64>, %out: memref<2xi64>) {
  %c1 = arith.constant 1 : index
  %one = arith.constant 1 : i64
  %ten = arith.constant 10 : i64
  %threads = arith.constant 2 : i32
  %before = memref.alloc() : memref<2xi64>
  memref.store %ten, %before[%c1] : memref<2xi64>
  %x = memref.load %before[%c1] : memref<2xi64>
  memref.dealloc %before : memref<2xi64>
  omp.parallel num_threads(%threads : i32) {
    %own = memref.alloc() : memref<2xi64>
    %n = memref.atomic_rmw addi %one, %tickets[] : (i64, memref<i64>) -> i64
    %i = arith.index_cast %n : i64 to index
    %m = arith.addi %n, %one : i64
    %y = arith.muli %m, %x : i64
    memref.store %y, %own[%c1] : memref<2xi64>
    omp.barrier
    %z = memref.load %own[%c1] : memref<2xi64>
    memref.dealloc %own : memref<2xi64>
    %next = memref.alloc() : memref<2xi64>
    memref.store %z, %next[%c1] : memref<2xi64>
    %r = memref.load %next[%c1] : memref<2xi64>
    memref.dealloc %next : memref<2xi64>
    memref.store %r, %out[%i] : memref<2xi64>
    omp.terminator
  }
  return
}

func.func @main() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0 : i64
  %tickets = memref.alloca() : memref<i64>
  %out = memref.alloca() : memref<2xi64>
  memref.store %zero, %tickets[] : memref<i64>
  call @parallel(%tickets, %out) : (memref<i64>, memref<2xi64>) -> ()
  %0 = memref.load %out[%c0] : memref<2xi64>
  %1 = memref.load %out[%c1] : memref<2xi64>
  call @printI64(%0) : (i64) -> ()
  call @printNewline() : () -> ()
  call @printI64(%1) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
