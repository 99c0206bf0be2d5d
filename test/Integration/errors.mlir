// What cannot be run is said with what to do, with exit code 2.

// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   2>&1 | FileCheck %s --check-prefix=ENTRY
// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --entry complex 2>&1 | FileCheck %s --check-prefix=TYPE
// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --entry plain --transform "{python} {in}" 2>&1 \
// RUN:   | FileCheck %s --check-prefix=TEMPLATE
// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --entry plain --transform "{python} -c 'import sys; sys.exit(\"no luck\")' {in} {out}" \
// RUN:   2>&1 | FileCheck %s --check-prefix=FAILS
// RUN: not %python %integration_dir/run_model.py %s --lib-dir %mlir_lib_dir \
// RUN:   --entry plain --measure 2>&1 | FileCheck %s --check-prefix=ALLOCATOR
// RUN: not %python %integration_dir/run_model.py %t.none 2>&1 \
// RUN:   | FileCheck %s --check-prefix=FILE

// ENTRY: need one public entry function with a body; choose with --entry (there are: complex, plain)
// TYPE: cannot make or print values of type tensor<complex<f32>>
// TEMPLATE: --transform must contain {in} and {out}
// FAILS: --transform failed with code 1
// FAILS: no luck
// ALLOCATOR: --measure needs --allocator
// FILE: no file

func.func @complex(%a: tensor<complex<f32>>) -> tensor<complex<f32>> {
  return %a : tensor<complex<f32>>
}

func.func @plain(%a: tensor<f32>) -> tensor<f32> {
  return %a : tensor<f32>
}
