// RUN: memopt-opt %s --verify-diagnostics --share-buffers=quiet=true -o /dev/null
// RUN: not memopt-opt %s --share-buffers=quiet=true -o %t 2>/dev/null
// RUN: not ls %t

// Sizes whose sum does not fit in 63 bits: an error, and no output.
// NOT EXECUTED: more memory than there is
func.func @huge(%i: index, %v: i8) {
  %a = memref.alloc() : memref<4611686018427387904xi8>
  memref.store %v, %a[%i] : memref<4611686018427387904xi8>
  memref.dealloc %a : memref<4611686018427387904xi8>
  // expected-error @below {{memopt cannot compute the peak memory of this block}}
  %b = memref.alloc() : memref<4611686018427387904xi8>
  memref.store %v, %b[%i] : memref<4611686018427387904xi8>
  memref.dealloc %b : memref<4611686018427387904xi8>
  return
}
