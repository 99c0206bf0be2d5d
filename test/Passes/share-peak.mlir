// RUN: memopt-opt %s --share-buffers=quiet=true | FileCheck %s
// RUN: memopt-opt %s --share-buffers=quiet=true --remarks-filter=memopt -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: memopt-opt %s --share-buffers="quiet=true max-bytes=2Ki" 2>/dev/null | FileCheck %s --check-prefix=ROOM
// RUN: memopt-opt %s --share-buffers="quiet=true move-deallocs=false" | FileCheck %s --check-prefix=STAY
// RUN: memopt-opt %s --share-buffers="max-bytes=100" -o /dev/null 2>&1 | FileCheck %s --check-prefix=WARN
// RUN: memopt-opt %s --share-buffers="max-bytes=18446744073709551615" -o /dev/null 2>&1 | FileCheck %s --check-prefix=NOWARN --allow-empty
// RUN: not memopt-opt %s --share-buffers="max-bytes=-1" -o /dev/null 2>&1 | FileCheck %s --check-prefix=BYTES
// RUN: memopt-opt %s --print-lifetimes=output=- -o /dev/null | FileCheck %s --check-prefix=LIFE

// A buffer is kept from one use to the next only where it fits below the peak.
// Between the two small ones there is a big one, which is the peak.

// REMARK: remark: [Missed] KeptApart | Category:memopt | Function=apart | Reason="keeping the storage in between would raise the peak of 1024 bytes", Remark="1 allocations do not join an earlier one", Suggestion="say max-bytes=N to allow up to N bytes"
// CHECK-LABEL: func @apart
// CHECK: %[[A:.*]] = memref.alloc() : memref<8xf32>
// CHECK-NEXT: memref.store %{{.*}}, %[[A]]
// CHECK-NEXT: %{{.*}} = memref.load %[[A]]
// CHECK-NEXT: memref.dealloc %[[A]]
// CHECK-NEXT: %[[D:.*]] = memref.alloc() : memref<256xf32>
// CHECK: memref.dealloc %[[D]]
// CHECK-NEXT: %[[B:.*]] = memref.alloc() : memref<8xf32>
// CHECK: memref.dealloc %[[B]]
// CHECK-NEXT: return
// ROOM-LABEL: func @apart
// ROOM-COUNT-2: memref.alloc()
// ROOM-NOT: memref.alloc()
// ROOM: return
// Where deallocs stay, the first is freed at the end in any case.
// STAY-LABEL: func @apart
// STAY-COUNT-2: memref.alloc()
// STAY-NOT: memref.alloc()
// STAY: return
// LIFE-LABEL: lifetimes of @apart
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
// WARN: warning: share-buffers: the peak of 1024 bytes is above max-bytes=100
// NOWARN-NOT: warning
// BYTES: for the --max-bytes option: '-1' is no number of bytes; say for example 1048576, 64M, 512Mi or 1Gi
// NOT MERGED: as it stands, all three are freed at the end
func.func @apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %d = memref.alloc() : memref<256xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  memref.store %w, %d[%i] : memref<256xf32>
  %u = memref.load %d[%i] : memref<256xf32>
  memref.store %u, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %d : memref<256xf32>
  memref.dealloc %b : memref<8xf32>
  return %x : f32
}

// The same below a higher peak: shared.
// CHECK-LABEL: func @shared
// CHECK-COUNT-3: memref.alloc()
// CHECK-NOT: memref.alloc()
// CHECK: return
// LIFE-LABEL: lifetimes of @shared
// LIFE: live: [3, 5), from 'memref.store' at 3 to 'memref.load' at 4
// LIFE-NEXT: freed by: 'memref.dealloc' at 9
// LIFE-NEXT: ends: with its last use
// LIFE: live: [5, 7), from 'memref.store' at 5 to 'memref.load' at 6
// LIFE-NEXT: freed by: 'memref.dealloc' at 10
// LIFE-NEXT: ends: with its last use
// LIFE: live: [7, 9), from 'memref.store' at 7 to 'memref.load' at 8
// LIFE-NEXT: freed by: 'memref.dealloc' at 11
// LIFE-NEXT: ends: with its last use
// LIFE: live: [13, 15), from 'memref.store' at 13 to 'memref.load' at 14
// LIFE-NEXT: freed by: 'memref.dealloc' at 15
// LIFE-NEXT: ends: with its last use
func.func @shared(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  %d = memref.alloc() : memref<256xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  memref.store %w, %d[%i] : memref<256xf32>
  %u = memref.load %d[%i] : memref<256xf32>
  memref.store %u, %b[%i] : memref<8xf32>
  %x = memref.load %b[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  memref.dealloc %d : memref<256xf32>
  memref.dealloc %b : memref<8xf32>
  %e = memref.alloc() : memref<512xf32>
  memref.store %x, %e[%i] : memref<512xf32>
  %y = memref.load %e[%i] : memref<512xf32>
  memref.dealloc %e : memref<512xf32>
  return %y : f32
}

// What a callee leaves behind is there between the two small ones.
func.func private @leaves(%table: memref<1xmemref<256xf32>>) {
  %c0 = arith.constant 0 : index
  %m = memref.alloc() : memref<256xf32>
  memref.store %m, %table[%c0] : memref<1xmemref<256xf32>>
  return
}
// CHECK-LABEL: func @left_apart
// CHECK-COUNT-4: memref.alloc()
// CHECK: return
// MERGED: %a %d
func.func @left_apart(%i: index, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %table = memref.alloc() : memref<1xmemref<256xf32>>
  call @leaves(%table) : (memref<1xmemref<256xf32>>) -> ()
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.store %w, %b[%i] : memref<16xf32>
  %u = memref.load %b[%i] : memref<16xf32>
  memref.dealloc %b : memref<16xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %u, %d[%i] : memref<8xf32>
  %x = memref.load %d[%i] : memref<8xf32>
  memref.dealloc %d : memref<8xf32>
  %left = memref.load %table[%c0] : memref<1xmemref<256xf32>>
  memref.dealloc %left : memref<256xf32>
  memref.dealloc %table : memref<1xmemref<256xf32>>
  return %x : f32
}

// Only one of the two results is made in a run, so that the peak is what is
// needed before them.
// CHECK-LABEL: func @one_return_apart
// CHECK-COUNT-5: memref.alloc()
// CHECK: return
// MERGED: %a %d
func.func @one_return_apart(%i: index, %v: f32, %t: i1) -> memref<12xf32> {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.store %w, %b[%i] : memref<16xf32>
  %u = memref.load %b[%i] : memref<16xf32>
  memref.dealloc %b : memref<16xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %u, %d[%i] : memref<8xf32>
  %x = memref.load %d[%i] : memref<8xf32>
  memref.dealloc %d : memref<8xf32>
  cf.cond_br %t, ^one, ^two
^one:
  %y = memref.alloc() : memref<12xf32>
  linalg.fill ins(%x : f32) outs(%y : memref<12xf32>)
  return %y : memref<12xf32>
^two:
  %z = memref.alloc() : memref<12xf32>
  linalg.fill ins(%v : f32) outs(%z : memref<12xf32>)
  return %z : memref<12xf32>
}

// What is never freed, of which nobody knows when it ends, does not count as
// room for what is freed before it.
// CHECK-LABEL: func @unfreed_apart
// CHECK-COUNT-5: memref.alloc()
// CHECK: return
// NOT MERGED: what is never freed is the peak when it runs
func.func @unfreed_apart(%i: index, %v: f32) -> f32 {
  %a = memref.alloc() : memref<8xf32>
  memref.store %v, %a[%i] : memref<8xf32>
  %w = memref.load %a[%i] : memref<8xf32>
  memref.dealloc %a : memref<8xf32>
  %b = memref.alloc() : memref<16xf32>
  memref.store %w, %b[%i] : memref<16xf32>
  %u = memref.load %b[%i] : memref<16xf32>
  memref.dealloc %b : memref<16xf32>
  %d = memref.alloc() : memref<8xf32>
  memref.store %u, %d[%i] : memref<8xf32>
  %x = memref.load %d[%i] : memref<8xf32>
  memref.dealloc %d : memref<8xf32>
  %e = memref.alloc() : memref<12xf32>
  memref.store %x, %e[%i] : memref<12xf32>
  %y = memref.load %e[%i] : memref<12xf32>
  %f = memref.alloc() : memref<13xf32>
  memref.store %y, %f[%i] : memref<13xf32>
  %z = memref.load %f[%i] : memref<13xf32>
  return %z : f32
}

// The same in a loop, where what an earlier iteration made may still be there.
// CHECK-LABEL: func @unfreed_in_loop_apart
// CHECK: scf.for
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// NOT MERGED: what is never freed is the peak when it runs
func.func @unfreed_in_loop_apart(%i: index, %n: index, %v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %k = %c0 to %n step %c1 {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %w = memref.load %a[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
    %b = memref.alloc() : memref<16xf32>
    memref.store %w, %b[%i] : memref<16xf32>
    %u = memref.load %b[%i] : memref<16xf32>
    %d = memref.alloc() : memref<8xf32>
    memref.store %u, %d[%i] : memref<8xf32>
    %x = memref.load %d[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    memref.dealloc %d : memref<8xf32>
  }
  return
}

// Nor is what a loop keeps in memory until the next iteration.
// CHECK-LABEL: func @kept_in_loop_apart
// CHECK: scf.for
// CHECK-COUNT-3: memref.alloc()
// CHECK: return
// MERGED: %a %d
func.func @kept_in_loop_apart(%i: index, %n: index, %v: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %table = memref.alloc() : memref<1xmemref<16xf32>>
  %first = memref.alloc() : memref<16xf32>
  memref.store %first, %table[%c0] : memref<1xmemref<16xf32>>
  scf.for %k = %c0 to %n step %c1 {
    %a = memref.alloc() : memref<8xf32>
    memref.store %v, %a[%i] : memref<8xf32>
    %w = memref.load %a[%i] : memref<8xf32>
    memref.dealloc %a : memref<8xf32>
    %b = memref.alloc() : memref<16xf32>
    memref.store %w, %b[%i] : memref<16xf32>
    %old = memref.load %table[%c0] : memref<1xmemref<16xf32>>
    memref.dealloc %old : memref<16xf32>
    memref.store %b, %table[%c0] : memref<1xmemref<16xf32>>
    %u = memref.load %b[%i] : memref<16xf32>
    %d = memref.alloc() : memref<8xf32>
    memref.store %u, %d[%i] : memref<8xf32>
    %x = memref.load %d[%i] : memref<8xf32>
    memref.store %x, %out[%i] : memref<8xf32>
    memref.dealloc %d : memref<8xf32>
  }
  %last = memref.load %table[%c0] : memref<1xmemref<16xf32>>
  memref.dealloc %last : memref<16xf32>
  memref.dealloc %table : memref<1xmemref<16xf32>>
  return
}
