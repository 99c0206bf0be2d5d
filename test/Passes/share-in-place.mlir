// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// Which ops may write over their dying input.

#id = affine_map<(d0, d1) -> (d0, d1)>
#transposed = affine_map<(d0, d1) -> (d1, d0)>
#column = affine_map<(d0, d1) -> (d1)>
#scalar = affine_map<(d0, d1) -> ()>
#rows = affine_map<(d0, d1, d2) -> (d0, d1)>
#third = affine_map<(d0, d1, d2) -> (d2)>

// Elements at the same place: one buffer.
// CHECK-LABEL: func @elementwise_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @elementwise_shared
// LIFE: live: [1, 6), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 7), from 'linalg.generic' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
func.func @elementwise_shared(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
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
// LIFE-LABEL: lifetimes of @reshaped_shared
// LIFE: live: [1, 8), from 'memref.copy' at 1 to 'linalg.exp' at 5
// LIFE-NEXT: aliases: %collapse_shape
// LIFE: ends: with its last use
// LIFE: live: [5, 9), from 'linalg.exp' at 5 to 'memref.copy' at 8
// LIFE-NEXT: aliases: %collapse_shape_1
// LIFE: ends: with its last use
func.func @reshaped_shared(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
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
// LIFE-LABEL: lifetimes of @transpose_apart
// LIFE: live: [1, 5), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 6), from 'linalg.generic' at 3 to 'memref.copy' at 5
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @transpose_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#transposed, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    linalg.yield %x : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// Both read and written in the other order: elements at the same place.
// CHECK-LABEL: func @transposed_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @transposed_shared
// LIFE: live: [1, 6), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 7), from 'linalg.generic' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
func.func @transposed_shared(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#transposed, #transposed], iterator_types = ["parallel", "parallel"]}
    ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    %z = arith.addf %x, %x : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// The same input twice, once elsewhere.
// CHECK-LABEL: func @read_elsewhere_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @read_elsewhere_apart
// LIFE: live: [1, 6), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 7), from 'linalg.generic' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @read_elsewhere_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
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
// LIFE-LABEL: lifetimes of @view_apart
// LIFE: live: [1, 7), from 'memref.copy' at 1 to 'linalg.exp' at 4
// LIFE-NEXT: aliases: %transpose
// LIFE: ends: with its last use
// LIFE: live: [4, 8), from 'linalg.exp' at 4 to 'memref.copy' at 7
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @view_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
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
// LIFE-LABEL: lifetimes of @broadcast_apart
// LIFE: live: [1, 7), from 'memref.copy' at 1 to 'linalg.generic' at 4
// LIFE-NEXT: aliases: %subview
// LIFE: ends: with its last use
// LIFE: live: [4, 8), from 'linalg.generic' at 4 to 'memref.copy' at 7
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @broadcast_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %r = memref.subview %a[0, 0] [1, 4] [1, 1] : memref<4x4xf32> to memref<4xf32, strided<[1]>>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#column, #id], iterator_types = ["parallel", "parallel"]}
    ins(%r : memref<4xf32, strided<[1]>>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    %z = arith.addf %x, %x : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// What is broadcast besides, from a buffer that lives on, is no obstacle.
// CHECK-LABEL: func @broadcast_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @broadcast_shared
// LIFE: live: [1, 6), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 7), from 'linalg.generic' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
func.func @broadcast_shared(%in: memref<4x4xf32>, %row: memref<4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#id, #column, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a, %row : memref<4x4xf32>, memref<4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %z = arith.addf %x, %y : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// One element of the input is read for all of them.
// CHECK-LABEL: func @scalar_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @scalar_apart
// LIFE: live: [1, 7), from 'memref.copy' at 1 to 'linalg.generic' at 4
// LIFE-NEXT: aliases: %subview
// LIFE: ends: with its last use
// LIFE: live: [4, 8), from 'linalg.generic' at 4 to 'memref.copy' at 7
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @scalar_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %s = memref.subview %a[1, 1] [1, 1] [1, 1] : memref<4x4xf32> to memref<f32, strided<[], offset: 5>>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#id, #scalar, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a, %s : memref<4x4xf32>, memref<f32, strided<[], offset: 5>>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %z = arith.addf %x, %y : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// A third parallel loop writes each element three times.
// CHECK-LABEL: func @repeated_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @repeated_apart
// LIFE: live: [1, 6), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 7), from 'linalg.generic' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @repeated_apart(%in: memref<4x4xf32>, %times: memref<3xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#rows, #third, #rows], iterator_types = ["parallel", "parallel", "parallel"]}
    ins(%a, %times : memref<4x4xf32>, memref<3xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %z = arith.addf %x, %x : f32
    linalg.yield %z : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// A reduction reads after it has written.
// CHECK-LABEL: func @reduction_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @reduction_apart
// LIFE: live: [1, 10), from 'memref.copy' at 1 to 'linalg.matmul' at 6
// LIFE: ends: with its last use
// LIFE: live: [4, 11), from 'linalg.fill' at 4 to 'memref.copy' at 10
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @reduction_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%b : memref<4x4xf32>)
  linalg.matmul ins(%a, %a : memref<4x4xf32>, memref<4x4xf32>) outs(%b : memref<4x4xf32>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// Wider elements, or fewer of them, are another kind of buffer.
// CHECK-LABEL: func @widening_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @widening_apart
// LIFE: live: [1, 6), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 7), from 'linalg.generic' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
// EDITED: %a = memref.alloc\(\) : memref<4x4xf32> => %zero = arith.constant 0 : index\n  %s = memref.alloc() : memref<128xi8>\n  %a = memref.view %s[%zero][] : memref<128xi8> to memref<4x4xf32>
// EDITED: memref.alloc\(\) : memref<4x4xf64> => memref.view %s[%zero][] : memref<128xi8> to memref<4x4xf64>
func.func @widening_apart(%in: memref<4x4xf32>, %out: memref<4x4xf64>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
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

// As wide as before, in two steps: the same kind of buffer.
// CHECK-LABEL: func @rounding_shared
// CHECK-COUNT-1: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @rounding_shared
// LIFE: live: [1, 8), from 'memref.copy' at 1 to 'linalg.generic' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 9), from 'linalg.generic' at 3 to 'memref.copy' at 8
// LIFE: ends: with its last use
func.func @rounding_shared(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
    ins(%a : memref<4x4xf32>) outs(%b : memref<4x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    %y = arith.extf %x : f32 to f64
    %z = arith.mulf %y, %y : f64
    %r = arith.truncf %z : f64 to f32
    linalg.yield %r : f32
  }
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}

// One half of the result each: the second input is still read.
// CHECK-LABEL: func @concat_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @concat_apart
// LIFE: live: [1, 9), from 'memref.copy' at 1 to 'memref.copy' at 8
// LIFE-NEXT: aliases: %subview_2 %subview_3
// LIFE: ends: with its last use
// LIFE: live: [7, 10), from 'memref.copy' at 7 to 'memref.copy' at 9
// LIFE-NEXT: aliases: %subview %subview_1
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @concat_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
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
// LIFE-LABEL: lifetimes of @subview_apart
// LIFE: live: [1, 8), from 'memref.copy' at 1 to 'linalg.exp' at 5
// LIFE-NEXT: aliases: %subview
// LIFE: ends: with its last use
// LIFE: live: [5, 10), from 'linalg.exp' at 5 to 'memref.copy' at 9
// LIFE-NEXT: aliases: %subview_1
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @subview_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  %top = memref.subview %a[0, 0] [3, 4] [1, 1] : memref<4x4xf32> to memref<3x4xf32, strided<[4, 1]>>
  %low = memref.subview %b[1, 0] [3, 4] [1, 1] : memref<4x4xf32> to memref<3x4xf32, strided<[4, 1], offset: 4>>
  linalg.exp ins(%top : memref<3x4xf32, strided<[4, 1]>>) outs(%low : memref<3x4xf32, strided<[4, 1], offset: 4>>)
  %to = memref.subview %out[1, 0] [3, 4] [1, 1] : memref<4x4xf32> to memref<3x4xf32, strided<[4, 1], offset: 4>>
  memref.copy %low, %to : memref<3x4xf32, strided<[4, 1], offset: 4>> to memref<3x4xf32, strided<[4, 1], offset: 4>>
  return
}

// The old content of the output is read: it is not written as a whole.
// CHECK-LABEL: func @accumulate_apart
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @accumulate_apart
// LIFE: live: [1, 9), from 'memref.copy' at 1 to 'linalg.generic' at 6
// LIFE: ends: with its last use
// LIFE: live: [4, 10), from 'linalg.fill' at 4 to 'memref.copy' at 9
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @accumulate_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%b : memref<4x4xf32>)
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
// LIFE-LABEL: lifetimes of @alive_apart
// LIFE: live: [1, 8), from 'memref.copy' at 1 to 'memref.copy' at 7
// LIFE: ends: with its last use
// LIFE: live: [3, 7), from 'linalg.exp' at 3 to 'memref.copy' at 6
// LIFE: ends: with its last use
// MERGED: %a %b
func.func @alive_apart(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
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
// CHECK-COUNT-2: memref.copy
// CHECK-NOT: memref.copy
// CHECK: return
// LIFE-LABEL: lifetimes of @copy_shared
// LIFE: live: [1, 4), from 'memref.copy' at 1 to 'memref.copy' at 3
// LIFE: ends: with its last use
// LIFE: live: [3, 8), from 'memref.copy' at 3 to 'memref.copy' at 7
// LIFE: ends: with its last use
func.func @copy_shared(%in: memref<4x4xf32>, %out: memref<4x4xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  memref.copy %in, %a : memref<4x4xf32> to memref<4x4xf32>
  %b = memref.alloc() : memref<4x4xf32>
  memref.copy %a, %b : memref<4x4xf32> to memref<4x4xf32>
  linalg.exp ins(%b : memref<4x4xf32>) outs(%b : memref<4x4xf32>)
  memref.copy %b, %out : memref<4x4xf32> to memref<4x4xf32>
  return
}
