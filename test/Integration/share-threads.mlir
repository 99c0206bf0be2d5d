// What an iteration of a parallel loop makes stays its own, and is shared within
// the iteration only; on threads. Each of the two iterations fills a buffer,
// waits until the other has done so too, and only then reads it: if both had the
// same, both would read the same.

// REQUIRES: several-threads

// DEFINE: %{lower} = mlir-opt --pass-pipeline="builtin.module(func.func(scf-forall-to-parallel,lower-affine),async-parallel-for{num-workers=2 min-task-size=1},async-to-async-runtime,func.func(async-runtime-ref-counting),convert-async-to-llvm,convert-scf-to-cf,finalize-memref-to-llvm,convert-arith-to-llvm,convert-index-to-llvm,convert-func-to-llvm,convert-cf-to-llvm,reconcile-unrealized-casts)"
// DEFINE: %{run} = mlir-runner -e main --entry-point-result=void -O0 --shared-libs=%mlir_lib_dir/libmlir_runner_utils.so,%mlir_lib_dir/libmlir_c_runner_utils.so,%mlir_lib_dir/libmlir_async_runtime.so

// RUN: %{lower} %s | %{run} | FileCheck %s --check-prefix=OUT
// RUN: memopt-opt --share-buffers=quiet %s -o %t.mlir
// RUN: FileCheck %s --input-file %t.mlir
// RUN: %{lower} %t.mlir | %{run} | FileCheck %s --check-prefix=OUT

// With the storage from outside, which is dead by then, for both iterations:
// RUN: sed "s/%own = memref.alloc() :.*/%own = memref.cast %before : memref<2xi64> to memref<2xi64>/; /dealloc %before/d; /dealloc %own/d" %s > %t.wrong.mlir
// RUN: %{lower} %t.wrong.mlir | %{run} | not FileCheck %s --check-prefix=OUT

// CHECK-LABEL: func.func @forall
// CHECK: memref.alloc() : memref<2xi64>
// CHECK: scf.forall
// CHECK: memref.alloc() : memref<2xi64>
// CHECK-NOT: memref.alloc
// CHECK-LABEL: func.func @parallel
// CHECK: memref.alloc() : memref<2xi64>
// CHECK: scf.parallel
// CHECK: memref.alloc() : memref<2xi64>
// CHECK-NOT: memref.alloc
// CHECK-LABEL: func.func @affine
// CHECK: memref.alloc() : memref<2xi64>
// CHECK: affine.parallel
// CHECK: memref.alloc() : memref<2xi64>
// CHECK-NOT: memref.alloc
// CHECK-LABEL: func.func @main

// OUT: 10
// OUT-NEXT: 20
// OUT-NEXT: 10
// OUT-NEXT: 20
// OUT-NEXT: 10
// OUT-NEXT: 20

func.func private @printI64(i64)
func.func private @printNewline()

// Returns when both iterations have come here, or the patience is at its end:
// so that it ends, whatever the threads are.
func.func private @meet(%arrived: memref<i64>) {
  %zero = arith.constant 0 : i64
  %one = arith.constant 1 : i64
  %two = arith.constant 2 : i64
  %patience = arith.constant 2000000000 : i64
  memref.atomic_rmw addi %one, %arrived[] : (i64, memref<i64>) -> i64
  scf.while (%tries = %zero) : (i64) -> i64 {
    %now = memref.atomic_rmw addi %zero, %arrived[] : (i64, memref<i64>) -> i64
    %alone = arith.cmpi slt, %now, %two : i64
    %more = arith.cmpi slt, %tries, %patience : i64
    %wait = arith.andi %alone, %more : i1
    %next = arith.addi %tries, %one : i64
    scf.condition(%wait) %next : i64
  } do {
  ^bb0(%tries: i64):
    scf.yield %tries : i64
  }
  return
}

func.func @forall(%arrived: memref<i64>, %out: memref<2xi64>) {
  %c1 = arith.constant 1 : index
  %one = arith.constant 1 : i64
  %ten = arith.constant 10 : i64
  %before = memref.alloc() : memref<2xi64>
  memref.store %ten, %before[%c1] : memref<2xi64>
  %x = memref.load %before[%c1] : memref<2xi64>
  memref.dealloc %before : memref<2xi64>
  scf.forall (%i) in (2) {
    %own = memref.alloc() : memref<2xi64>
    %n = arith.index_cast %i : index to i64
    %m = arith.addi %n, %one : i64
    %y = arith.muli %m, %x : i64
    memref.store %y, %own[%c1] : memref<2xi64>
    func.call @meet(%arrived) : (memref<i64>) -> ()
    %z = memref.load %own[%c1] : memref<2xi64>
    memref.dealloc %own : memref<2xi64>
    %next = memref.alloc() : memref<2xi64>
    memref.store %z, %next[%c1] : memref<2xi64>
    %r = memref.load %next[%c1] : memref<2xi64>
    memref.dealloc %next : memref<2xi64>
    memref.store %r, %out[%i] : memref<2xi64>
  }
  return
}

func.func @parallel(%arrived: memref<i64>, %out: memref<2xi64>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %one = arith.constant 1 : i64
  %ten = arith.constant 10 : i64
  %before = memref.alloc() : memref<2xi64>
  memref.store %ten, %before[%c1] : memref<2xi64>
  %x = memref.load %before[%c1] : memref<2xi64>
  memref.dealloc %before : memref<2xi64>
  scf.parallel (%i) = (%c0) to (%c2) step (%c1) {
    %own = memref.alloc() : memref<2xi64>
    %n = arith.index_cast %i : index to i64
    %m = arith.addi %n, %one : i64
    %y = arith.muli %m, %x : i64
    memref.store %y, %own[%c1] : memref<2xi64>
    func.call @meet(%arrived) : (memref<i64>) -> ()
    %z = memref.load %own[%c1] : memref<2xi64>
    memref.dealloc %own : memref<2xi64>
    %next = memref.alloc() : memref<2xi64>
    memref.store %z, %next[%c1] : memref<2xi64>
    %r = memref.load %next[%c1] : memref<2xi64>
    memref.dealloc %next : memref<2xi64>
    memref.store %r, %out[%i] : memref<2xi64>
  }
  return
}

func.func @affine(%arrived: memref<i64>, %out: memref<2xi64>) {
  %c1 = arith.constant 1 : index
  %one = arith.constant 1 : i64
  %ten = arith.constant 10 : i64
  %before = memref.alloc() : memref<2xi64>
  memref.store %ten, %before[%c1] : memref<2xi64>
  %x = memref.load %before[%c1] : memref<2xi64>
  memref.dealloc %before : memref<2xi64>
  affine.parallel (%i) = (0) to (2) {
    %own = memref.alloc() : memref<2xi64>
    %n = arith.index_cast %i : index to i64
    %m = arith.addi %n, %one : i64
    %y = arith.muli %m, %x : i64
    memref.store %y, %own[%c1] : memref<2xi64>
    func.call @meet(%arrived) : (memref<i64>) -> ()
    %z = memref.load %own[%c1] : memref<2xi64>
    memref.dealloc %own : memref<2xi64>
    %next = memref.alloc() : memref<2xi64>
    memref.store %z, %next[%c1] : memref<2xi64>
    %r = memref.load %next[%c1] : memref<2xi64>
    memref.dealloc %next : memref<2xi64>
    memref.store %r, %out[%i] : memref<2xi64>
  }
  return
}

func.func @main() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0 : i64
  %arrived = memref.alloca() : memref<i64>
  %out = memref.alloca() : memref<2xi64>
  memref.store %zero, %arrived[] : memref<i64>
  call @forall(%arrived, %out) : (memref<i64>, memref<2xi64>) -> ()
  call @print(%out) : (memref<2xi64>) -> ()
  memref.store %zero, %arrived[] : memref<i64>
  call @parallel(%arrived, %out) : (memref<i64>, memref<2xi64>) -> ()
  call @print(%out) : (memref<2xi64>) -> ()
  memref.store %zero, %arrived[] : memref<i64>
  call @affine(%arrived, %out) : (memref<i64>, memref<2xi64>) -> ()
  call @print(%out) : (memref<2xi64>) -> ()
  return
}

func.func private @print(%out: memref<2xi64>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = memref.load %out[%c0] : memref<2xi64>
  %1 = memref.load %out[%c1] : memref<2xi64>
  call @printI64(%0) : (i64) -> ()
  call @printNewline() : () -> ()
  call @printI64(%1) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
