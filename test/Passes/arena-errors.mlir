// RUN: memopt-opt --plan-arena="quiet max-bytes=128" --split-input-file --verify-diagnostics %s -o /dev/null

// What does not fit is said with what needs most; the IR stays as it was.

// expected-error @below {{plan-arena: the arena of memory space default does not fit in max-bytes=128: it is proved that no arena below 192 bytes holds the buffers}}
func.func @too_large(%m: memref<16xf32>, %n: memref<32xf32>) {
  // expected-note @below {{'memref.alloc' takes 64 bytes then}}
  %a = memref.alloc() : memref<16xf32>
  // expected-note @below {{'memref.alloc' takes 128 bytes then}}
  %b = memref.alloc() : memref<32xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  // expected-note @below {{most is needed during 'memref.copy'}}
  memref.copy %n, %b : memref<32xf32> to memref<32xf32>
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  memref.copy %b, %n : memref<32xf32> to memref<32xf32>
  return
}
