// Slices of a parallel loop's iterations, on threads. Each of the two iterations
// fills its buffers, waits until the other has done so too, and only then reads
// them: on buffers that are not their own, both would read the same.

// REQUIRES: several-threads

// DEFINE: %{lower} = mlir-opt --pass-pipeline="builtin.module(async-parallel-for{num-workers=2 min-task-size=1},async-to-async-runtime,func.func(async-runtime-ref-counting),convert-async-to-llvm,convert-scf-to-cf,expand-strided-metadata,lower-affine,finalize-memref-to-llvm,convert-arith-to-llvm,convert-index-to-llvm,convert-func-to-llvm,convert-cf-to-llvm,reconcile-unrealized-casts)"
// DEFINE: %{run} = mlir-runner -e main --entry-point-result=void -O0 --shared-libs=%mlir_lib_dir/libmlir_runner_utils.so,%mlir_lib_dir/libmlir_c_runner_utils.so,%mlir_lib_dir/libmlir_async_runtime.so

// RUN: %{lower} %s | %{run} | FileCheck %s --check-prefix=OUT
// RUN: memopt-opt --plan-arena=quiet %s -o %t.mlir
// RUN: FileCheck %s --input-file %t.mlir
// RUN: %{lower} %t.mlir | %{run} | FileCheck %s --check-prefix=OUT

// With one slice for both:
// RUN: sed "s/arith.muli %arg[0-9]*, %c32.* : index/arith.constant 0 : index/" %t.mlir > %t.wrong.mlir
// RUN: not diff %t.mlir %t.wrong.mlir
// RUN: %{lower} %t.wrong.mlir | %{run} | not FileCheck %s --check-prefix=OUT

// CHECK-LABEL: func.func @work
// CHECK: memref.alloc() : memref<[[#]]xi8>
// CHECK: scf.parallel
// CHECK: %[[SLICE:.*]] = memref.view {{.*}} to memref<32xi8>
// CHECK: memref.view %[[SLICE]]{{.*}} to memref<2xi64>
// CHECK: memref.view %[[SLICE]]{{.*}} to memref<2xi64>
// CHECK-NOT: memref.alloc
// CHECK: scf.reduce

// OUT: 1010
// OUT-NEXT: 2020

func.func private @printI64(i64)
func.func private @printNewline()

func.func @work(%out: memref<2xi64>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %zero = arith.constant 0 : i64
  %one = arith.constant 1 : i64
  %two = arith.constant 2 : i64
  %ten = arith.constant 10 : i64
  %thousand = arith.constant 1000 : i64
  // So that it ends, whatever the threads are.
  %patience = arith.constant 2000000000 : i64
  %arrived = memref.alloc() : memref<1xi64>
  memref.store %zero, %arrived[%c0] : memref<1xi64>
  scf.parallel (%i) = (%c0) to (%c2) step (%c1) {
    %a = memref.alloc() : memref<2xi64>
    %b = memref.alloc() : memref<2xi64>
    %n = arith.index_cast %i : index to i64
    %m = arith.addi %n, %one : i64
    %x = arith.muli %m, %ten : i64
    %y = arith.muli %m, %thousand : i64
    memref.store %x, %a[%c1] : memref<2xi64>
    memref.store %y, %b[%c1] : memref<2xi64>
    memref.atomic_rmw addi %one, %arrived[%c0] : (i64, memref<1xi64>) -> i64
    scf.while (%tries = %zero) : (i64) -> i64 {
      %now = memref.atomic_rmw addi %zero, %arrived[%c0] : (i64, memref<1xi64>) -> i64
      %alone = arith.cmpi slt, %now, %two : i64
      %more = arith.cmpi slt, %tries, %patience : i64
      %wait = arith.andi %alone, %more : i1
      %next = arith.addi %tries, %one : i64
      scf.condition(%wait) %next : i64
    } do {
    ^bb0(%tries: i64):
      scf.yield %tries : i64
    }
    %p = memref.load %a[%c1] : memref<2xi64>
    %q = memref.load %b[%c1] : memref<2xi64>
    %sum = arith.addi %p, %q : i64
    memref.store %sum, %out[%i] : memref<2xi64>
    memref.dealloc %a : memref<2xi64>
    memref.dealloc %b : memref<2xi64>
  }
  memref.dealloc %arrived : memref<1xi64>
  return
}

func.func @main() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %out = memref.alloca() : memref<2xi64>
  call @work(%out) : (memref<2xi64>) -> ()
  %0 = memref.load %out[%c0] : memref<2xi64>
  %1 = memref.load %out[%c1] : memref<2xi64>
  call @printI64(%0) : (i64) -> ()
  call @printNewline() : () -> ()
  call @printI64(%1) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
