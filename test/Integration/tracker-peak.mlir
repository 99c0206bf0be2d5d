// The allocation tracker on a program with a known peak. Live bytes: a = 1000
// (before the reset: does not count), b = 400, c = 80, free b, d = 500, free c,
// free d: the peak is 80 + 500; the 8 bytes after the stop do not count.

// RUN: %python %integration_dir/run_model.py %s --no-bufferize --measure \
// RUN:   --lib-dir %mlir_lib_dir --allocator %alloc_tracker \
// RUN:   --expect-peak 580 | FileCheck %s
// RUN: not %python %integration_dir/run_model.py %s --no-bufferize --measure \
// RUN:   --lib-dir %mlir_lib_dir --allocator %alloc_tracker \
// RUN:   --expect-peak 581 | FileCheck %s --check-prefix=WRONG

// CHECK: program peakBytes: 580
// CHECK: program allocations: 3
// CHECK: program leakedAllocations: 0
// CHECK: program doubleFrees: 0
// WRONG: peak is 580 bytes, expected 581

func.func private @memopt_tracker_start()
func.func private @memopt_tracker_stop()
func.func private @memopt_tracker_report()

// Each buffer is read, or its allocation would be folded away.
func.func @main() {
  %zero = arith.constant 0 : index
  %value = arith.constant 1.0 : f32
  %wide = arith.constant 2.0 : f64
  %a = memref.alloc() : memref<250xf32>
  memref.store %value, %a[%zero] : memref<250xf32>
  %a0 = memref.load %a[%zero] : memref<250xf32>
  vector.print %a0 : f32
  call @memopt_tracker_start() : () -> ()
  %b = memref.alloc() : memref<100xf32>
  memref.store %value, %b[%zero] : memref<100xf32>
  %b0 = memref.load %b[%zero] : memref<100xf32>
  vector.print %b0 : f32
  %c = memref.alloc() : memref<10xf64>
  memref.store %wide, %c[%zero] : memref<10xf64>
  %c0 = memref.load %c[%zero] : memref<10xf64>
  vector.print %c0 : f64
  memref.dealloc %b : memref<100xf32>
  %d = memref.alloc() : memref<125xf32>
  memref.store %value, %d[%zero] : memref<125xf32>
  %d0 = memref.load %d[%zero] : memref<125xf32>
  vector.print %d0 : f32
  memref.dealloc %c : memref<10xf64>
  memref.dealloc %d : memref<125xf32>
  memref.dealloc %a : memref<250xf32>
  call @memopt_tracker_stop() : () -> ()
  %e = memref.alloc() : memref<1xf64>
  memref.store %wide, %e[%zero] : memref<1xf64>
  %e0 = memref.load %e[%zero] : memref<1xf64>
  vector.print %e0 : f64
  memref.dealloc %e : memref<1xf64>
  call @memopt_tracker_report() : () -> ()
  return
}
