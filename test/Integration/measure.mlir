// The measured peak of a tensor program is that of its own buffers, to the
// byte: t = 400, u = 400 read t, the result 40 reads u; t dies when u is made.
// The argument does not count.

// RUN: %python %integration_dir/run_model.py %s --measure \
// RUN:   --lib-dir %mlir_lib_dir --allocator %alloc_tracker \
// RUN:   --expect-peak 800 --emit-buffers %t.buffers.mlir | FileCheck %s
// RUN: FileCheck %s --check-prefix=BUFFERS --input-file %t.buffers.mlir

// CHECK: original peakBytes: 800
// CHECK: original allocations: 3
// CHECK: original leakedAllocations: 0
// CHECK: original doubleFrees: 0

// BUFFERS-LABEL: func.func @entry
// BUFFERS-COUNT-2: memref.alloc() : memref<10x10xf32>
// BUFFERS: memref.dealloc
// BUFFERS: memref.alloc() : memref<10xf32>

func.func @entry(%a: tensor<10x10xf32>) -> tensor<10xf32> {
  %cst = arith.constant 0.0 : f32
  %t_init = tensor.empty() : tensor<10x10xf32>
  %t = linalg.exp ins(%a : tensor<10x10xf32>)
      outs(%t_init : tensor<10x10xf32>) -> tensor<10x10xf32>
  %u_init = tensor.empty() : tensor<10x10xf32>
  %u = linalg.transpose ins(%t : tensor<10x10xf32>)
      outs(%u_init : tensor<10x10xf32>) permutation = [1, 0]
  %r_init = tensor.empty() : tensor<10xf32>
  %zero = linalg.fill ins(%cst : f32) outs(%r_init : tensor<10xf32>)
      -> tensor<10xf32>
  %r = linalg.reduce { arith.addf } ins(%u : tensor<10x10xf32>)
      outs(%zero : tensor<10xf32>) dimensions = [1]
  return %r : tensor<10xf32>
}
