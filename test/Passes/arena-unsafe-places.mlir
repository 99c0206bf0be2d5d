// RUN: memopt-opt %s --split-input-file --plan-arena=quiet | FileCheck %s
// RUN: memopt-opt %s --split-input-file --plan-arena="quiet mode=global" | FileCheck %s --check-prefix=GLOBAL

// What a callee relies on is not looked at: what it is given is aligned as an
// allocator would.
// CHECK-LABEL: func.func @aligned_for_callee
// CHECK: memref.alloc() : memref<196xi8>
// CHECK-DAG: %[[AT:.*]] = arith.constant 128 : index
// CHECK: memref.view %{{.*}}[%[[AT]]][] : memref<196xi8> to memref<17xf32>
// CHECK: call @loads
func.func private @loads(%m: memref<16xf32>, %o: memref<16xf32>) {
  %c0 = arith.constant 0 : index
  %w = vector.load %m[%c0] {alignment = 16} : memref<16xf32>, vector<4xf32>
  vector.store %w, %o[%c0] {alignment = 16} : memref<16xf32>, vector<4xf32>
  return
}
func.func @aligned_for_callee(%f: f32) {
  %x = memref.alloc() : memref<17xf32>
  %y = memref.alloc() : memref<16xf32>
  %o = memref.alloc() : memref<16xf32>
  linalg.fill ins(%f : f32) outs(%x : memref<17xf32>)
  linalg.fill ins(%f : f32) outs(%y : memref<16xf32>)
  linalg.fill ins(%f : f32) outs(%o : memref<16xf32>)
  call @loads(%y, %o) : (memref<16xf32>, memref<16xf32>) -> ()
  linalg.fill ins(%f : f32) outs(%o : memref<16xf32>)
  linalg.fill ins(%f : f32) outs(%x : memref<17xf32>)
  return
}

// -----

// Blocks that nothing reaches are in nobody's way, whatever they use.
// GLOBAL-LABEL: func.func @unreachable
// GLOBAL: // -----
// CHECK-LABEL: func.func @unreachable
// CHECK: memref.alloc() : memref<32xi8>
// CHECK-COUNT-2: memref.view
func.func @unreachable(%c: i1, %v: f32, %o: memref<4xf32>) {
  %a = memref.alloc() : memref<4xf32>
  %b = memref.alloc() : memref<4xf32>
  linalg.fill ins(%v : f32) outs(%a : memref<4xf32>)
  linalg.fill ins(%v : f32) outs(%b : memref<4xf32>)
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  memref.copy %a, %o : memref<4xf32> to memref<4xf32>
  memref.copy %b, %o : memref<4xf32> to memref<4xf32>
  return
^bb2:
  return
^dead:
  memref.copy %a, %o : memref<4xf32> to memref<4xf32>
  cf.br ^bb1
}

// -----

// Called by a pointer to a caller, @calls_by_pointer may run again while it
// runs, though its own calls are direct.
// GLOBAL-NOT: memref.global
// GLOBAL-LABEL: func.func private @calls_by_pointer
// GLOBAL: memref.alloc() : memref<4xindex>
func.func private @calls_by_pointer(%n: index) -> index {
  %a = memref.alloc() : memref<4xindex>
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  memref.store %n, %a[%c0] : memref<4xindex>
  %more = arith.cmpi sgt, %n, %c0 : index
  scf.if %more {
    %m = arith.subi %n, %c1 : index
    %p = func.constant @comes_back : (index) -> ()
    func.call_indirect %p(%m) : (index) -> ()
  }
  %x = memref.load %a[%c0] : memref<4xindex>
  memref.dealloc %a : memref<4xindex>
  return %x : index
}
func.func private @comes_back(%n: index) {
  %0 = call @calls_by_pointer(%n) : (index) -> index
  return
}

// -----

// A cycle of calls in a parallel loop: what it calls runs several times at once.
// GLOBAL-NOT: memref.global
// GLOBAL-LABEL: func.func private @leaf
// GLOBAL: memref.alloc() : memref<4xindex>
// GLOBAL-LABEL: func.func @parallel
// GLOBAL: // -----
func.func private @even(%n: index, %o: memref<64xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %more = arith.cmpi sgt, %n, %c0 : index
  scf.if %more {
    %m = arith.subi %n, %c1 : index
    func.call @odd(%m, %o) : (index, memref<64xindex>) -> ()
  }
  return
}
func.func private @odd(%n: index, %o: memref<64xindex>) {
  call @leaf(%n, %o) : (index, memref<64xindex>) -> ()
  call @even(%n, %o) : (index, memref<64xindex>) -> ()
  return
}
func.func private @leaf(%n: index, %o: memref<64xindex>) {
  %a = memref.alloc() : memref<4xindex>
  %c0 = arith.constant 0 : index
  memref.store %n, %a[%c0] : memref<4xindex>
  %x = memref.load %a[%c0] : memref<4xindex>
  memref.store %x, %o[%n] : memref<64xindex>
  memref.dealloc %a : memref<4xindex>
  return
}
func.func @parallel(%o: memref<64xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c64 = arith.constant 64 : index
  scf.parallel (%i) = (%c0) to (%c64) step (%c1) {
    func.call @even(%i, %o) : (index, memref<64xindex>) -> ()
  }
  return
}

// -----

// The name of a later symbol is taken.
// GLOBAL: memref.global "private" @named_arena_0 : memref<16xi8>
// GLOBAL-LABEL: func.func @named
// GLOBAL: memref.get_global @named_arena_0
func.func @named(%o: memref<4xf32>) {
  %a = memref.alloc() : memref<4xf32>
  memref.copy %o, %a : memref<4xf32> to memref<4xf32>
  memref.copy %a, %o : memref<4xf32> to memref<4xf32>
  return
}
func.func @named_arena() {
  return
}

// -----

// A loop that is mapped to a device: its iterations have no slices of the host's.
// CHECK-LABEL: func.func @mapped
// CHECK-NOT: memref.view
// CHECK: scf.parallel
// CHECK: memref.alloc() : memref<4xf32>
func.func @mapped(%v: f32, %o: memref<4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  scf.parallel (%i) = (%c0) to (%c4) step (%c1) {
    %a = memref.alloc() : memref<4xf32>
    linalg.fill ins(%v : f32) outs(%a : memref<4xf32>)
    %x = memref.load %a[%i] : memref<4xf32>
    memref.store %x, %o[%i] : memref<4xf32>
    memref.dealloc %a : memref<4xf32>
  } {mapping = [#gpu.loop_dim_map<processor = thread_x, map = (d0) -> (d0), bound = (d0) -> (d0)>]}
  return
}
