// Functions that call each other, in a loop too, in every mode: the same output.
// With arguments, @main keeps its type, as @keep uses it, and allocates what its
// callees need.

// DEFINE: %{lower} = mlir-opt --pass-pipeline="builtin.module(func.func(convert-linalg-to-loops),convert-scf-to-cf,expand-strided-metadata,lower-affine,finalize-memref-to-llvm,convert-arith-to-llvm,convert-index-to-llvm,convert-cf-to-llvm,convert-func-to-llvm,reconcile-unrealized-casts)"
// DEFINE: %{run} = mlir-runner -e main --entry-point-result=void -O0 --shared-libs=%mlir_lib_dir/libmlir_runner_utils.so,%mlir_lib_dir/libmlir_c_runner_utils.so

// RUN: %{lower} %s | %{run} | FileCheck %s --check-prefix=OUT
// RUN: memopt-opt --plan-arena="quiet poison-dead" %s | %{lower} | %{run} | FileCheck %s --check-prefix=OUT
// RUN: memopt-opt --plan-arena="quiet poison-dead mode=argument" %s -o %t.argument
// RUN: FileCheck %s --input-file %t.argument
// RUN: %{lower} %t.argument | %{run} | FileCheck %s --check-prefix=OUT
// RUN: sed '/^func.func private @keep/,$d' %s > %t.mlir
// RUN: memopt-opt --plan-arena="quiet poison-dead mode=global" %t.mlir -o %t.global
// RUN: FileCheck %s --input-file %t.global --check-prefix=GLOBAL
// RUN: %{lower} %t.global | %{run} | FileCheck %s --check-prefix=OUT

// CHECK-LABEL: func.func @leaf
// CHECK-SAME: memopt.arena_size = 16
// CHECK-LABEL: func.func @middle
// CHECK-SAME: memopt.arena_size = 48
// CHECK-NOT: memref.alloc(
// CHECK-LABEL: func.func @main()
// CHECK: memref.alloc() : memref<{{.*}}xi8>
// CHECK: call @middle
// GLOBAL: memref.global "private" @leaf_arena : memref<16xi8> = uninitialized {alignment = 8 : i64}
// GLOBAL: memref.global "private" @middle_arena : memref<32xi8> = uninitialized

// OUT: 36
// OUT-NEXT: 66

func.func private @printF64(f64)
func.func private @printNewline()

// The square, by way of a buffer.
func.func @leaf(%x: f64) -> f64 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<2xf64>
  memref.store %x, %a[%c0] : memref<2xf64>
  memref.store %x, %a[%c1] : memref<2xf64>
  %u = memref.load %a[%c0] : memref<2xf64>
  %v = memref.load %a[%c1] : memref<2xf64>
  %r = arith.mulf %u, %v : f64
  memref.dealloc %a : memref<2xf64>
  return %r : f64
}

// x + the squares of 1, 2, ..., n: what it keeps lives while it calls.
func.func @middle(%x: f64, %n: index) -> f64 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %one = arith.constant 1.0 : f64
  %sum = memref.alloc() : memref<2xf64>
  %count = memref.alloc() : memref<2xf64>
  memref.store %x, %sum[%c0] : memref<2xf64>
  memref.store %one, %count[%c1] : memref<2xf64>
  scf.for %i = %c0 to %n step %c1 {
    %k = memref.load %count[%c1] : memref<2xf64>
    %s = func.call @leaf(%k) : (f64) -> f64
    %old = memref.load %sum[%c0] : memref<2xf64>
    %new = arith.addf %old, %s : f64
    memref.store %new, %sum[%c0] : memref<2xf64>
    %next = arith.addf %k, %one : f64
    memref.store %next, %count[%c1] : memref<2xf64>
  }
  %r = memref.load %sum[%c0] : memref<2xf64>
  memref.dealloc %count : memref<2xf64>
  memref.dealloc %sum : memref<2xf64>
  return %r : f64
}

// 6 + 30, and 36 + 30 once more.
func.func @main() {
  %c4 = arith.constant 4 : index
  %six = arith.constant 6.0 : f64
  %0 = call @middle(%six, %c4) : (f64, index) -> f64
  %1 = call @middle(%0, %c4) : (f64, index) -> f64
  call @printF64(%0) : (f64) -> ()
  call @printNewline() : () -> ()
  call @printF64(%1) : (f64) -> ()
  call @printNewline() : () -> ()
  return
}

func.func private @keep() -> (() -> ()) {
  %main = func.constant @main : () -> ()
  return %main : () -> ()
}
