// RUN: memopt-opt %s --share-buffers="quiet=true in-place=false" | FileCheck %s --check-prefix=OFF
// RUN: memopt-opt %s --share-buffers="report=-" -o /dev/null 2>%t.txt | FileCheck %s --check-prefix=JSON
// RUN: FileCheck %s --check-prefix=TEXT < %t.txt
// RUN: memopt-opt %s --share-buffers=quiet=true --remarks-filter=memopt -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: not memopt-opt %s --share-buffers=classes=shape 2>&1 | FileCheck %s --check-prefix=BAD
// RUN: memopt-opt %s --pass-pipeline='builtin.module(func.func(share-buffers{quiet=true}))' | FileCheck %s
// RUN: memopt-opt %s --share-buffers=quiet=true --share-buffers=quiet=true | FileCheck %s

// Options, report and remarks.

// BAD: error: share-buffers: classes must be 'type' or 'bytes', not 'shape'

// TEXT: memopt: @chain
// TEXT-NEXT: allocations 2 [before: 3], of 2.00 KiB [before: 3.00 KiB]; 1 in place, 1 left alone
// TEXT-NEXT: peak 2.00 KiB [before: 3.00 KiB], 66.7% of before

// JSON: "name": "chain"
// JSON: "peakBytes": 2048
// JSON-NEXT: "peakBytesBefore": 3072
// JSON-NEXT: "sharing": {
// JSON-NEXT: "allocations": 2
// JSON-NEXT: "allocationsBefore": 3
// JSON-NEXT: "bytes": 2048
// JSON-NEXT: "bytesBefore": 3072
// JSON-NEXT: "inPlace": 1
// JSON-NEXT: "leftAlone": 1

// REMARK-DAG: [[#@LINE+16]]:{{[0-9]+}}: remark: [Passed] ShareBuffers | Category:memopt | Function=chain | Buffers=2, Bytes=1024, Remark="one of 2 buffers that share an allocation"
// REMARK-DAG: [[#@LINE+17]]:{{[0-9]+}}: remark: [Missed] ShareBuffers | Category:memopt | Function=chain | Reason="'func.return' returns it", Remark="the allocation is left alone"

// CHECK-LABEL: func @chain
// CHECK-NEXT: %[[A:.*]] = memref.alloc()
// CHECK-NEXT: linalg.fill
// CHECK-NEXT: linalg.exp ins(%[[A]] : memref<256xf32>) outs(%[[A]] : memref<256xf32>)
// CHECK-NEXT: memref.alloc()
// CHECK-NEXT: linalg.exp
// CHECK-NEXT: memref.dealloc %[[A]]
// CHECK-NEXT: return
// OFF-LABEL: func @chain
// OFF-COUNT-3: memref.alloc()
func.func @chain(%v: f32) -> memref<256xf32> {
  %a = memref.alloc() : memref<256xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<256xf32>)
  %b = memref.alloc() : memref<256xf32>
  linalg.exp ins(%a : memref<256xf32>) outs(%b : memref<256xf32>)
  %r = memref.alloc() : memref<256xf32>
  linalg.exp ins(%b : memref<256xf32>) outs(%r : memref<256xf32>)
  memref.dealloc %a : memref<256xf32>
  memref.dealloc %b : memref<256xf32>
  return %r : memref<256xf32>
}
