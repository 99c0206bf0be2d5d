// RUN: memopt-opt %s --allow-unregistered-dialect --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=UNKNOWN
// RUN: memopt-opt %s --allow-unregistered-dialect --print-lifetimes="output=- assume-nocapture=other,device" -o /dev/null | FileCheck %s --check-prefix=KNOWN
// RUN: memopt-opt %s --allow-unregistered-dialect --share-buffers=quiet | FileCheck %s --check-prefix=APART
// RUN: memopt-opt %s --allow-unregistered-dialect --share-buffers="quiet assume-nocapture=device" | FileCheck %s --check-prefix=SHARED
// RUN: memopt-opt %s --allow-unregistered-dialect --peak-memory -o /dev/null 2>&1 | FileCheck %s --check-prefix=PEAK-UNKNOWN
// RUN: memopt-opt %s --allow-unregistered-dialect --peak-memory=assume-nocapture=device -o /dev/null 2>&1 | FileCheck %s --check-prefix=PEAK-KNOWN

// Ops of unknown effects may keep a pointer; with assume-nocapture, those of the
// dialects named do not. They still use what they are given.

// UNKNOWN-LABEL: lifetimes of @launches
// UNKNOWN: ends: unknown, as 'device.launch' at 1 may keep a pointer to it
// KNOWN-LABEL: lifetimes of @launches
// KNOWN: live: [1, 3), from 'device.launch' at 1 to 'device.launch' at 2
// KNOWN: ends: with its last use
// KNOWN: live: [4, 6), from 'device.launch' at 4 to 'device.launch' at 5
// KNOWN: ends: with its last use
// APART-LABEL: func.func @launches
// APART-COUNT-2: memref.alloc()
// SHARED-LABEL: func.func @launches
// SHARED: memref.alloc()
// SHARED-NOT: memref.alloc()
// PEAK-UNKNOWN: @launches
// PEAK-UNKNOWN: peak 512 B
// PEAK-KNOWN: @launches
// PEAK-KNOWN: peak 256 B
func.func @launches(%in: memref<64xf32>, %out: memref<64xf32>) {
  %a = memref.alloc() : memref<64xf32>
  "device.launch"(%in, %a) : (memref<64xf32>, memref<64xf32>) -> ()
  "device.launch"(%a, %out) : (memref<64xf32>, memref<64xf32>) -> ()
  %b = memref.alloc() : memref<64xf32>
  "device.launch"(%out, %b) : (memref<64xf32>, memref<64xf32>) -> ()
  "device.launch"(%b, %out) : (memref<64xf32>, memref<64xf32>) -> ()
  return
}

// A result may be a pointer after all, and so may what goes to a region.

// KNOWN-LABEL: lifetimes of @handle
// KNOWN: ends: unknown, as 'device.open'
// SHARED-LABEL: func.func @handle
// SHARED-COUNT-2: memref.alloc()
func.func @handle(%in: memref<64xf32>, %out: memref<64xf32>) {
  %a = memref.alloc() : memref<64xf32>
  %b = memref.alloc() : memref<64xf32>
  %h = "device.open"(%a) : (memref<64xf32>) -> i64
  "device.launch"(%in, %b) : (memref<64xf32>, memref<64xf32>) -> ()
  "device.read"(%h, %b) : (i64, memref<64xf32>) -> ()
  return
}
