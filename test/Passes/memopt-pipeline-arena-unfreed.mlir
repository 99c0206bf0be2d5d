// Where nothing is freed, what shares a buffer keeps it between its uses: an
// arena of such buffers is higher than one of the buffers as they are. So the
// pipeline does not share them first.

// RUN: memopt-opt %s --allow-unregistered-dialect --memopt="quiet plan-arena assume-nocapture=device" 2>%t.warnings | FileCheck %s
// RUN: FileCheck %s --check-prefix=WARNING < %t.warnings
// RUN: memopt-opt %s --allow-unregistered-dialect --memopt="quiet assume-nocapture=device" 2>/dev/null | FileCheck %s --check-prefix=SHARED

// WARNING: memopt: no memref is freed

// Two of 1024 bytes and one of 2048 bytes, never all at once.
// CHECK-LABEL: func.func @phases
// CHECK: memref.alloc() {{.*}}: memref<2048xi8>
// CHECK-NOT: memref.alloc
// CHECK: return
// SHARED-LABEL: func.func @phases
// SHARED-COUNT-2: memref.alloc()
// SHARED-NOT: memref.alloc()
func.func @phases(%in: memref<256xf32>, %wide: memref<512xf32>) {
  %a = memref.alloc() : memref<256xf32>
  "device.run"(%in, %a) : (memref<256xf32>, memref<256xf32>) -> ()
  "device.run"(%a, %in) : (memref<256xf32>, memref<256xf32>) -> ()
  %b = memref.alloc() : memref<512xf32>
  "device.run"(%wide, %b) : (memref<512xf32>, memref<512xf32>) -> ()
  "device.run"(%b, %wide) : (memref<512xf32>, memref<512xf32>) -> ()
  %c = memref.alloc() : memref<256xf32>
  "device.run"(%in, %c) : (memref<256xf32>, memref<256xf32>) -> ()
  "device.run"(%c, %in) : (memref<256xf32>, memref<256xf32>) -> ()
  return
}
