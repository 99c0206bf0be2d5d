// A public function checks the arena that it is given: its size, and its
// alignment.

// RUN: memopt-opt --plan-arena="quiet mode=argument" %s -o %t.planned
// DEFINE: %{main} = %python -c "import re,sys; m = ''.join(re.findall('(?m)^//MAIN (.*\n)', open(sys.argv[2]).read())); t = open(sys.argv[1]).read().rstrip()[:-1] + m + '}'; print(t.replace('EXTRA', sys.argv[3]).replace('SHIFT', sys.argv[4]))" %t.planned %s
// DEFINE: %{lower} = mlir-opt --pass-pipeline="builtin.module(convert-scf-to-cf,finalize-memref-to-llvm,convert-arith-to-llvm,convert-index-to-llvm,convert-cf-to-llvm,convert-func-to-llvm,reconcile-unrealized-casts)"
// DEFINE: %{run} = mlir-runner -e main --entry-point-result=void --shared-libs=%mlir_lib_dir/libmlir_runner_utils.so,%mlir_lib_dir/libmlir_c_runner_utils.so

// RUN: %{main} 0 0 | %{lower} | %{run} | FileCheck %s --check-prefix=GOOD
// GOOD: 5
// RUN: %{main} -1 0 | %{lower} > %t.small
// RUN: not --crash %{run} %t.small
// RUN: %{main} 8 4 | %{lower} > %t.shifted
// RUN: not --crash %{run} %t.shifted

func.func @work(%x: f64) -> f64 {
  %c3 = arith.constant 3 : index
  %a = memref.alloc() {alignment = 64 : i64} : memref<8xf64>
  memref.store %x, %a[%c3] : memref<8xf64>
  %v = memref.load %a[%c3] : memref<8xf64>
  memref.dealloc %a : memref<8xf64>
  return %v : f64
}

//MAIN func.func private @printF64(f64)
//MAIN func.func @main() {
//MAIN   %n = call @work_arena_size() : () -> index
//MAIN   %extra = arith.constant EXTRA : index
//MAIN   %shift = arith.constant SHIFT : index
//MAIN   %bytes = arith.addi %n, %extra : index
//MAIN   %whole = memref.alloc() {alignment = 64 : i64} : memref<256xi8>
//MAIN   %arena = memref.view %whole[%shift][%bytes] : memref<256xi8> to memref<?xi8>
//MAIN   %x = arith.constant 5.0 : f64
//MAIN   %y = call @work(%x, %arena) : (f64, memref<?xi8>) -> f64
//MAIN   call @printF64(%y) : (f64) -> ()
//MAIN   memref.dealloc %whole : memref<256xi8>
//MAIN   return
//MAIN }
