// RUN: memopt-opt %s --peak-memory="format=json min-bytes=0" -o /dev/null | FileCheck %s
// RUN: memopt-opt %s --peak-memory="dynamic-size=10 format=json" -o /dev/null | FileCheck %s --check-prefix=TEN
// RUN: memopt-opt %s --peak-memory -o /dev/null 2>&1 | FileCheck %s --check-prefix=TEXT

// Bytes as the lowered program allocates them.

// CHECK-LABEL: "name": "elements"
// CHECK-DAG: "type": "memref<10xi1>",{{[[:space:]]+}}"bytes": 10,
// CHECK-DAG: "type": "memref<10xi4>",{{[[:space:]]+}}"bytes": 10,
// CHECK-DAG: "type": "memref<10xi24>",{{[[:space:]]+}}"bytes": 40,
// CHECK-DAG: "type": "memref<10xf16>",{{[[:space:]]+}}"bytes": 20,
// CHECK-DAG: "type": "memref<10xbf16>",{{[[:space:]]+}}"bytes": 20,
// CHECK-DAG: "type": "memref<10xf8E4M3FN>",{{[[:space:]]+}}"bytes": 10,
// CHECK-DAG: "type": "memref<10xindex>",{{[[:space:]]+}}"bytes": 80,
// CHECK-DAG: "type": "memref<10xcomplex<f32>>",{{[[:space:]]+}}"bytes": 80,
// CHECK-DAG: "type": "memref<10xvector<3xf32>>",{{[[:space:]]+}}"bytes": 160,
// CHECK-DAG: "type": "memref<0x4xf32>",{{[[:space:]]+}}"bytes": 0,
// CHECK-DAG: "type": "memref<f64>",{{[[:space:]]+}}"bytes": 8,
// CHECK-DAG: "type": "memref<4x4xf32, strided<[8, 1]>>",{{[[:space:]]+}}"bytes": 112,
func.func @elements() -> (memref<10xi1>, memref<10xi4>, memref<10xi24>, memref<10xf16>, memref<10xbf16>, memref<10xf8E4M3FN>, memref<10xindex>, memref<10xcomplex<f32>>, memref<10xvector<3xf32>>, memref<0x4xf32>, memref<f64>, memref<4x4xf32, strided<[8, 1]>>) {
  %0 = memref.alloc() : memref<10xi1>
  %1 = memref.alloc() : memref<10xi4>
  %2 = memref.alloc() : memref<10xi24>
  %3 = memref.alloc() : memref<10xf16>
  %4 = memref.alloc() : memref<10xbf16>
  %5 = memref.alloc() : memref<10xf8E4M3FN>
  %6 = memref.alloc() : memref<10xindex>
  %7 = memref.alloc() : memref<10xcomplex<f32>>
  %8 = memref.alloc() : memref<10xvector<3xf32>>
  %9 = memref.alloc() : memref<0x4xf32>
  %10 = memref.alloc() : memref<f64>
  %11 = memref.alloc() : memref<4x4xf32, strided<[8, 1]>>
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11 : memref<10xi1>, memref<10xi4>, memref<10xi24>, memref<10xf16>, memref<10xbf16>, memref<10xf8E4M3FN>, memref<10xindex>, memref<10xcomplex<f32>>, memref<10xvector<3xf32>>, memref<0x4xf32>, memref<f64>, memref<4x4xf32, strided<[8, 1]>>
}

// A vector element is an array of vectors of the last dimension, whose bits are
// packed and whose bytes are a power of two.
// CHECK-LABEL: "name": "vectors"
// CHECK-DAG: "type": "memref<10xvector<f32>>",{{[[:space:]]+}}"bytes": 40,
// CHECK-DAG: "type": "memref<10xvector<3xi1>>",{{[[:space:]]+}}"bytes": 10,
// CHECK-DAG: "type": "memref<10xvector<2x9xi1>>",{{[[:space:]]+}}"bytes": 40,
// CHECK-DAG: "type": "memref<10xvector<5xi4>>",{{[[:space:]]+}}"bytes": 40,
// CHECK-DAG: "type": "memref<10xvector<3xi24>>",{{[[:space:]]+}}"bytes": 160,
// CHECK-DAG: "type": "memref<10xvector<3x2xf32>>",{{[[:space:]]+}}"bytes": 240,
// CHECK-DAG: "type": "memref<10xvector<3xindex>>",{{[[:space:]]+}}"bytes": 320,
// CHECK-DAG: "type": "memref<10xvector<3xf80>>",{{[[:space:]]+}}"bytes": 320,
func.func @vectors() -> (memref<10xvector<f32>>, memref<10xvector<3xi1>>, memref<10xvector<2x9xi1>>, memref<10xvector<5xi4>>, memref<10xvector<3xi24>>, memref<10xvector<3x2xf32>>, memref<10xvector<3xindex>>, memref<10xvector<3xf80>>) {
  %0 = memref.alloc() : memref<10xvector<f32>>
  %1 = memref.alloc() : memref<10xvector<3xi1>>
  %2 = memref.alloc() : memref<10xvector<2x9xi1>>
  %3 = memref.alloc() : memref<10xvector<5xi4>>
  %4 = memref.alloc() : memref<10xvector<3xi24>>
  %5 = memref.alloc() : memref<10xvector<3x2xf32>>
  %6 = memref.alloc() : memref<10xvector<3xindex>>
  %7 = memref.alloc() : memref<10xvector<3xf80>>
  return %0, %1, %2, %3, %4, %5, %6, %7 : memref<10xvector<f32>>, memref<10xvector<3xi1>>, memref<10xvector<2x9xi1>>, memref<10xvector<5xi4>>, memref<10xvector<3xi24>>, memref<10xvector<3x2xf32>>, memref<10xvector<3xindex>>, memref<10xvector<3xf80>>
}

// With a negative stride the first element is the last one.
// CHECK-LABEL: "name": "backwards"
// CHECK: "peakBytes": 16
func.func @backwards() -> memref<4xf32, strided<[-1], offset: 3>> {
  %0 = memref.alloc() : memref<4xf32, strided<[-1], offset: 3>>
  return %0 : memref<4xf32, strided<[-1], offset: 3>>
}

// What is unknown is listed, first, and the total is "at least".
// CHECK-LABEL: "name": "dynamic"
// CHECK: "peakBytes": 16
// CHECK: "unknownBuffers": 2
// CHECK: "type": "tensor<?x4xf32>",{{[[:space:]]+}}"bytes": null
// TEN-LABEL: "name": "dynamic"
// TEN: "peakBytes": 176
// TEN: "unknownBuffers": 0
// TEXT-LABEL: memopt: @dynamic
// TEXT: peak 16 B 16 B at least; see the notes
// TEXT: unknown {{.*}} : tensor<?x4xf32>
// TEXT: note: size unknown: a dynamic dimension (say dynamic-size=N to assume one)
func.func @dynamic(%a: tensor<?x4xf32>, %b: tensor<4xf32>) -> tensor<?x4xf32> {
  %0 = math.exp %b : tensor<4xf32>
  %1 = math.exp %a : tensor<?x4xf32>
  %c0 = arith.constant 0 : index
  %2 = tensor.insert_slice %0 into %1[%c0, 0] [1, 4] [1, 1] : tensor<4xf32> into tensor<?x4xf32>
  return %2 : tensor<?x4xf32>
}

// CHECK-LABEL: "name": "unranked"
// CHECK: "unknownBuffers": 1
func.func @unranked(%a: tensor<*xf32>) -> tensor<*xf32> {
  %0 = math.exp %a : tensor<*xf32>
  return %0 : tensor<*xf32>
}
