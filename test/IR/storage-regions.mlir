// RUN: memopt-opt %s --peak-memory=format=json -o /dev/null | FileCheck %s

// Regions, inside out, and branches. tensor<256xf32> is 1024 bytes.

// The larger branch counts; what it yields is the result.
// CHECK-LABEL: "name": "if"
// CHECK: "peakBytes": 3072
// CHECK: "liveAtPeak": [
// CHECK: "madeBy": "'math.cos'
func.func @if(%c: i1, %a: tensor<256xf32>) -> tensor<256xf32> {
  %r = scf.if %c -> tensor<256xf32> {
    %0 = math.exp %a : tensor<256xf32>
    %1 = math.cos %a : tensor<256xf32>
    %2 = arith.addf %0, %1 : tensor<256xf32>
    scf.yield %2 : tensor<256xf32>
  } else {
    %0 = math.exp %a : tensor<256xf32>
    scf.yield %0 : tensor<256xf32>
  }
  return %r : tensor<256xf32>
}

// Yielding what was there before makes nothing.
// CHECK-LABEL: "name": "if_alias"
// CHECK: "peakBytes": 2048
func.func @if_alias(%c: i1, %a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %r = scf.if %c -> tensor<256xf32> {
    scf.yield %0 : tensor<256xf32>
  } else {
    scf.yield %1 : tensor<256xf32>
  }
  return %r : tensor<256xf32>
}

// A loop whose body needs the carried tensor, a temporary and the next one; its
// dying init becomes the first carried tensor.
// CHECK-LABEL: "name": "for"
// CHECK: "peakBytes": 3072
func.func @for(%n: index, %a: tensor<256xf32>) -> tensor<256xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %i = math.exp %a : tensor<256xf32>
  %r = scf.for %k = %c0 to %n step %c1 iter_args(%x = %i) -> tensor<256xf32> {
    %0 = math.exp %x : tensor<256xf32>
    %1 = arith.addf %0, %x : tensor<256xf32>
    scf.yield %1 : tensor<256xf32>
  }
  return %r : tensor<256xf32>
}

// The same with an init that lives on.
// CHECK-LABEL: "name": "for_init_lives_on"
// CHECK: "peakBytes": 4096
func.func @for_init_lives_on(%n: index, %a: tensor<256xf32>) -> tensor<256xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %i = math.exp %a : tensor<256xf32>
  %r = scf.for %k = %c0 to %n step %c1 iter_args(%x = %i) -> tensor<256xf32> {
    %0 = math.exp %x : tensor<256xf32>
    %1 = arith.addf %0, %x : tensor<256xf32>
    scf.yield %1 : tensor<256xf32>
  }
  %s = arith.addf %r, %i : tensor<256xf32>
  return %s : tensor<256xf32>
}

// A loop that works in place needs nothing more than what it carries.
// CHECK-LABEL: "name": "for_in_place"
// CHECK: "peakBytes": 1024
func.func @for_in_place(%n: index, %v: f32) -> tensor<256xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %e = tensor.empty() : tensor<256xf32>
  %r = scf.for %k = %c0 to %n step %c1 iter_args(%x = %e) -> tensor<256xf32> {
    %0 = tensor.insert %v into %x[%k] : tensor<256xf32>
    scf.yield %0 : tensor<256xf32>
  }
  return %r : tensor<256xf32>
}

// CHECK-LABEL: "name": "while"
// CHECK: "peakBytes": 2048
func.func @while(%a: tensor<256xf32>, %n: index) -> tensor<256xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %i = math.exp %a : tensor<256xf32>
  %r:2 = scf.while (%x = %i, %k = %c0) : (tensor<256xf32>, index) -> (tensor<256xf32>, index) {
    %c = arith.cmpi ult, %k, %n : index
    scf.condition(%c) %x, %k : tensor<256xf32>, index
  } do {
  ^bb0(%y: tensor<256xf32>, %k: index):
    %0 = math.exp %y : tensor<256xf32>
    %next = arith.addi %k, %c1 : index
    scf.yield %0, %next : tensor<256xf32>, index
  }
  return %r#0 : tensor<256xf32>
}

// One iteration of a forall, and its shared result once.
// CHECK-LABEL: "name": "forall"
// CHECK: "peakBytes": 1280
func.func @forall(%a: tensor<256xf32>) -> tensor<256xf32> {
  %e = tensor.empty() : tensor<256xf32>
  %r = scf.forall (%i) in (4) shared_outs(%o = %e) -> tensor<256xf32> {
    %s = tensor.extract_slice %a[%i] [64] [1] : tensor<256xf32> to tensor<64xf32>
    %x = math.exp %s : tensor<64xf32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %x into %o[%i] [64] [1] : tensor<64xf32> into tensor<256xf32>
    }
  }
  return %r : tensor<256xf32>
}

// Branches hand a tensor over: it lives on one side or the other.
// CHECK-LABEL: "name": "cfg"
// CHECK: "peakBytes": 2048
func.func @cfg(%c: i1, %a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  cf.cond_br %c, ^bb1(%0 : tensor<256xf32>), ^bb2
^bb1(%x: tensor<256xf32>):
  %1 = math.exp %x : tensor<256xf32>
  %2 = math.exp %1 : tensor<256xf32>
  cf.br ^bb3(%2 : tensor<256xf32>)
^bb2:
  cf.br ^bb3(%0 : tensor<256xf32>)
^bb3(%y: tensor<256xf32>):
  return %y : tensor<256xf32>
}

// What is alive across a block that does not use it counts there too.
// CHECK-LABEL: "name": "cfg_live_through"
// CHECK: "peakBytes": 3072
func.func @cfg_live_through(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.exp %a : tensor<256xf32>
  cf.br ^bb1(%1 : tensor<256xf32>)
^bb1(%x: tensor<256xf32>):
  %2 = math.exp %x : tensor<256xf32>
  cf.br ^bb2(%2 : tensor<256xf32>)
^bb2(%y: tensor<256xf32>):
  %3 = arith.addf %y, %0 : tensor<256xf32>
  return %3 : tensor<256xf32>
}

// The regions of a terminator run when the rest of the block is done.
// CHECK-LABEL: "name": "reduction"
// CHECK: "peakBytes": 3072
// CHECK: "liveAtPeak": [
// CHECK: "bytes": 2048
// CHECK: "bytes": 1024
func.func @reduction(%n: index, %f: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<256xf32>
  %r = scf.parallel (%i) = (%c0) to (%n) step (%c1) init (%f) -> f32 {
    memref.store %f, %a[%i] : memref<256xf32>
    scf.reduce(%f : f32) {
    ^bb0(%x: f32, %y: f32):
      %b = memref.alloc() : memref<512xf32>
      memref.dealloc %b : memref<512xf32>
      scf.reduce.return %x : f32
    }
  }
  memref.dealloc %a : memref<256xf32>
  return %r : f32
}
