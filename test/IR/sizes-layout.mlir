// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s

// The module's data layout decides: here an index is four bytes.
module attributes { dlti.dl_spec = #dlti.dl_spec<index = 32 : i64> } {
  // CHECK: "peakBytes": 4096
  func.func @index32(%i: index) -> memref<1024xindex> {
    %0 = memref.alloc() : memref<1024xindex>
    return %0 : memref<1024xindex>
  }
}
