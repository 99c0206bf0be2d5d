// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Which ops may write over their dying input.

#id = affine_map<(d0, d1) -> (d0, d1)>
#transposed = affine_map<(d0, d1) -> (d1, d0)>
#row = affine_map<(d0, d1) -> (d0)>

// Elements at the same place: one buffer.
// CHECK-LABEL: func @elementwise_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @elementwise_shared
// LIFE: live: [1, 7), from 'linalg.fill' at 1 to 'linalg.generic' at 4
// LIFE: from 'linalg.generic'
func.func @elementwise_shared(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a, %a : memref<4x4xf32>, memref<4x4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %z = arith.mulf %x, %y : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// Through other shapes of the same elements.
// CHECK-LABEL: func @reshaped_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
func.func @reshaped_shared(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %flat = memref.collapse_shape %a [[0, 1]] : memref<4x4xf32> into memref<16xf32>
  %b = memref.alloc() : memref<4x4xf32>
  %flatb = memref.collapse_shape %b [[0, 1]] : memref<4x4xf32> into memref<16xf32>
  linalg.exp ins(%flat : memref<16xf32>) outs(%flatb : memref<16xf32>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// CHECK-LABEL: func @transpose_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @transpose_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#transposed, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    linalg.yield %x : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// The same input twice, once elsewhere.
// CHECK-LABEL: func @read_elsewhere_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @read_elsewhere_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#id, #transposed, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a, %a : memref<4x4xf32>, memref<4x4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %z = arith.addf %x, %y : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// The same through a view with its own order.
// CHECK-LABEL: func @view_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @view_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %t = memref.transpose %a (i, j) -> (j, i) : memref<4x4xf32> to memref<4x4xf32, strided<[1, 4]>>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.exp ins(%t : memref<4x4xf32, strided<[1, 4]>>) outs(%b : memref<4x4xf32>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// A row is read for each of its elements.
// CHECK-LABEL: func @broadcast_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @broadcast_apart(%v: f32, %out: memref<4x1xf32>) {
  %a = memref.alloc() : memref<4x1xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x1xf32>)
  %r = memref.collapse_shape %a [[0, 1]] : memref<4x1xf32> into memref<4xf32>
  %b = memref.alloc() : memref<4x1xf32>
  linalg.generic {indexing_maps = [#row, #id], iterator_types = ["parallel", "parallel"]}
    ins(%r : memref<4xf32>) outs(%b : memref<4x1xf32>) {
  ^bb0(%x: f32, %o: f32):
    linalg.yield %x : f32
  }
  memref.copy %b, %out : memref<4x1xf32> to memref<4x1xf32>
  return
}

// A reduction reads after it has written.
// CHECK-LABEL: func @reduction_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @reduction_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  linalg.matmul ins(%a, %a : memref<4x4xf32>, memref<4x4xf32>) outs(%b : memref<4x4xf32>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// Wider elements, or fewer of them, are another kind of buffer.
// CHECK-LABEL: func @widening_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @widening_apart(%v: f32, %out: memref<4x4xf64>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf64>
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf64>) {
  ^bb0(%x: f32, %o: f64):
    %z = arith.extf %x : f32 to f64
    linalg.yield %z : f64
  }
  memref.copy %b, %out : memref<4x4xf64> to memref<4x4xf64>
  return
}

// One half of the result each: the second input is still read.
// CHECK-LABEL: func @concat_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @concat_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  %top = memref.subview %b[0, 0] [2, 4] [1, 1] : memref<4x4xf32> to memref<2x4xf32, strided<[4, 1]>>
  %low = memref.subview %b[2, 0] [2, 4] [1, 1] : memref<4x4xf32> to memref<2x4xf32, strided<[4, 1], offset: 8>>
  %first = memref.subview %a[2, 0] [2, 4] [1, 1] : memref<4x4xf32> to memref<2x4xf32, strided<[4, 1], offset: 8>>
  %second = memref.subview %a[0, 0] [2, 4] [1, 1] : memref<4x4xf32> to memref<2x4xf32, strided<[4, 1]>>
  memref.copy %first, %top : memref<2x4xf32, strided<[4, 1], offset: 8>> to memref<2x4xf32, strided<[4, 1]>>
  memref.copy %second, %low : memref<2x4xf32, strided<[4, 1]>> to memref<2x4xf32, strided<[4, 1], offset: 8>>
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// A part of the buffer is written with another part of its source.
// CHECK-LABEL: func @subview_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @subview_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  %low = memref.subview %a[1, 0] [3, 4] [1, 1] : memref<4x4xf32> to memref<3x4xf32, strided<[4, 1], offset: 4>>
  %top = memref.subview %b[0, 0] [3, 4] [1, 1] : memref<4x4xf32> to memref<3x4xf32, strided<[4, 1]>>
  linalg.exp ins(%low : memref<3x4xf32, strided<[4, 1], offset: 4>>) outs(%top : memref<3x4xf32, strided<[4, 1]>>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// The old content of the output is read: it is not written as a whole.
// CHECK-LABEL: func @accumulate_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @accumulate_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    %z = arith.addf %x, %o : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// The input is read again later.
// CHECK-LABEL: func @alive_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
func.func @alive_apart(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  linalg.exp ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  memref.copy %a, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// A copy of a dying buffer is the buffer.
// CHECK-LABEL: func @copy_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK-COUNT-1: memref.copy
// CHECK-NOT: memref.copy
// CHECK: return
func.func @copy_shared(%v: f32, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4x4xf32>)
  %b = memref.alloc() : memref<4x4xf32>
  memref.copy %a, %b : memref<4x4xf32> to memref<4x4xf32>
  linalg.fill ins(%v : f32) outs(%b : memref<4x4xf32>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}
