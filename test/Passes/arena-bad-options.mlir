// RUN: not memopt-opt --plan-arena=mode=heap %s 2>&1 | FileCheck %s --check-prefix=MODE
// RUN: not memopt-opt --plan-arena=alignment=3 %s 2>&1 | FileCheck %s --check-prefix=ALIGN
// RUN: not memopt-opt --plan-arena=alignment=0 %s 2>&1 | FileCheck %s --check-prefix=ZERO
// RUN: not memopt-opt --plan-arena=max-workers=-1 %s 2>&1 | FileCheck %s --check-prefix=WORKERS
// RUN: not memopt-opt --plan-arena=max-bytes=18446744073709551615 %s 2>&1 | FileCheck %s --check-prefix=BYTES
// RUN: not memopt-opt --pass-pipeline="builtin.module(func.func(plan-arena{mode=argument}))" %s 2>&1 | FileCheck %s --check-prefix=NESTED
// RUN: not memopt-opt --plan-arena=mode=argument %s 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not memopt-opt --plan-arena="max-bytes=100" %s 2>&1 | FileCheck %s --check-prefix=FAILED
// RUN: memopt-opt --plan-arena="max-bytes=256" %s -o /dev/null
// RUN: not memopt-opt --plan-arena=report=%t.none/r.json %s 2>&1 | FileCheck %s --check-prefix=FILE
// RUN: memopt-opt --pass-pipeline="builtin.module(func.func(plan-arena{quiet}))" %s | FileCheck %s --check-prefix=EACH

// MODE: error: plan-arena: mode must be 'allocate', 'argument' or 'global', not 'heap'
// ALIGN: error: plan-arena: alignment must be a power of 2 up to 2^30, not 3
// ZERO: error: plan-arena: alignment must be a power of 2 up to 2^30, not 0
// WORKERS: error: plan-arena: max-workers must not be negative
// BYTES: error: plan-arena: max-bytes must not be above 2^62
// NESTED: error: plan-arena: mode=argument changes more than one function; run the pass on a module
// NAME: error: plan-arena: @first_arena_size is to return the size of the arena of @first, but there is such a symbol already; rename it
// FAILED: error: plan-arena: the arena of memory space default does not fit in max-bytes=100: it is proved that no arena below 256 bytes holds the buffers
// FILE: error: plan-arena: '{{.*}}r.json': No such file or directory
// EACH: memref.alloc() : memref<64xi8>
// EACH: memref.alloc() : memref<256xi8>

func.func private @first_arena_size()
func.func @first(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  memref.copy %a, %m : memref<16xf32> to memref<16xf32>
  return
}
func.func @second(%m: memref<64xf32>) {
  %a = memref.alloc() : memref<64xf32>
  memref.copy %m, %a : memref<64xf32> to memref<64xf32>
  memref.copy %a, %m : memref<64xf32> to memref<64xf32>
  return
}
