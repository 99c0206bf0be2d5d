// RUN: memopt-opt %s --memopt="quiet=true buffer-alignment=0 compare=false schedule=false" | FileCheck %s
// RUN: memopt-opt %s --memopt="quiet=true buffer-alignment=0 compare=false schedule=false private-function-dynamic-ownership=true" | FileCheck %s --check-prefix=OWNED

// Where upstream's analysis misses that two tensors share storage, the pipeline
// says the same in another way first: no op may write over what is still read.

// The result of a switch may be %a, which is read after the write.
// CHECK-LABEL: func.func @switch
// CHECK: %[[A:.*]] = memref.alloc() : memref<6xf32>
// CHECK: %[[B:.*]] = memref.alloc() : memref<6xf32>
// CHECK: %[[IS:.*]] = arith.cmpi eq
// CHECK: %[[R:.*]] = arith.select %[[IS]], %[[A]], %[[B]]
// CHECK: %[[C:.*]] = memref.alloc() : memref<6xf32>
// CHECK: memref.copy %[[R]], %[[C]]
// CHECK: memref.store %{{.*}}, %[[C]]
// CHECK: memref.load %[[A]]
func.func @switch(%i: index, %f: f32, %k: index) -> (f32, f32) {
  %ea = tensor.empty() : tensor<6xf32>
  %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
  %eb = tensor.empty() : tensor<6xf32>
  %b = linalg.exp ins(%a : tensor<6xf32>) outs(%eb : tensor<6xf32>) -> tensor<6xf32>
  %r = scf.index_switch %i -> tensor<6xf32>
  case 4 { scf.yield %a : tensor<6xf32> }
  default { scf.yield %b : tensor<6xf32> }
  %w = tensor.insert %f into %r[%k] : tensor<6xf32>
  %x = tensor.extract %w[%k] : tensor<6xf32>
  %y = tensor.extract %a[%k] : tensor<6xf32>
  return %x, %y : f32, f32
}

// Cases become tests one after another; a switch of numbers stays.
// CHECK-LABEL: func.func @cases
// CHECK: scf.index_switch %{{.*}} -> index
// CHECK-DAG: arith.cmpi eq, %{{.*}}, %c3
// CHECK-DAG: arith.cmpi eq, %{{.*}}, %c5
// CHECK-NOT: scf.index_switch
// CHECK: return
func.func @cases(%i: index, %f: f32, %g: f32, %k: index) -> f32 {
  %ea = tensor.empty() : tensor<6xf32>
  %j = scf.index_switch %i -> index
  case 1 { scf.yield %k : index }
  default { scf.yield %i : index }
  %r = scf.index_switch %j -> tensor<6xf32>
  case 3 {
    %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
    scf.yield %a : tensor<6xf32>
  }
  case 5 {
    %a = linalg.fill ins(%g : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
    %b = linalg.exp ins(%a : tensor<6xf32>) outs(%a : tensor<6xf32>) -> tensor<6xf32>
    scf.yield %b : tensor<6xf32>
  }
  default {
    %a = linalg.fill ins(%g : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
    scf.yield %a : tensor<6xf32>
  }
  %x = tensor.extract %r[%k] : tensor<6xf32>
  return %x : f32
}

// A switch without cases is its default.
// CHECK-LABEL: func.func @no_case
// CHECK-NOT: scf.
// CHECK: return
func.func @no_case(%i: index, %f: f32, %k: index) -> f32 {
  %r = scf.index_switch %i -> tensor<6xf32>
  default {
    %ea = tensor.empty() : tensor<6xf32>
    %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
    scf.yield %a : tensor<6xf32>
  }
  %x = tensor.extract %r[%k] : tensor<6xf32>
  return %x : f32
}

// The loop yields a slice from outside, which is written after the loop: it
// keeps it in a buffer of its own.
// CHECK-LABEL: func.func @loop
// CHECK: %[[A:.*]] = memref.alloc() : memref<6xf32>
// CHECK: %[[T:.*]] = memref.alloc() : memref<3xf32>
// CHECK: scf.for
// CHECK-NEXT: linalg.copy ins(%{{.*}}) outs(%[[T]] : memref<3xf32>)
// CHECK-NEXT: }
// CHECK: memref.load %[[T]]
func.func @loop(%n: index, %f: f32, %k: index) -> (f32, f32, f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %ea = tensor.empty() : tensor<6xf32>
  %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
  %eb = tensor.empty() : tensor<3xf32>
  %b = linalg.fill ins(%f : f32) outs(%eb : tensor<3xf32>) -> tensor<3xf32>
  %s = tensor.extract_slice %a[0] [3] [1] : tensor<6xf32> to tensor<3xf32>
  %r = scf.for %j = %c0 to %n step %c1 iter_args(%t = %b) -> (tensor<3xf32>) {
    scf.yield %s : tensor<3xf32>
  }
  %w = tensor.insert %f into %s[%k] : tensor<3xf32>
  %x = tensor.extract %w[%k] : tensor<3xf32>
  %y = tensor.extract %r[%k] : tensor<3xf32>
  %z = tensor.extract %a[%k] : tensor<6xf32>
  return %x, %y, %z : f32, f32, f32
}

// What comes in and goes out unchanged needs no storage of the loop's own.
// CHECK-LABEL: func.func @unchanged
// CHECK: memref.alloc() : memref<6xf32>
// CHECK-NOT: memref.alloc
// CHECK-NOT: scf.for
// CHECK: return
func.func @unchanged(%n: index, %f: f32, %k: index) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %ea = tensor.empty() : tensor<6xf32>
  %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
  %r = scf.for %j = %c0 to %n step %c1 iter_args(%t = %a) -> (tensor<6xf32>) {
    scf.yield %a : tensor<6xf32>
  }
  %y = tensor.extract %r[%k] : tensor<6xf32>
  return %y : f32
}

// A view of another dynamic size does not fit into what the loop carries.
// CHECK-LABEL: func.func @other_size
// CHECK: scf.for
// CHECK-NOT: linalg.copy
// CHECK: memref.alloc(%{{.*}}) : memref<?xf32>
// CHECK-NOT: linalg.copy
// CHECK: return
func.func @other_size(%n: index, %f: f32, %k: index, %m: index) -> (f32, tensor<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %ea = tensor.empty() : tensor<6xf32>
  %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
  %eb = tensor.empty(%m) : tensor<?xf32>
  %b = linalg.fill ins(%f : f32) outs(%eb : tensor<?xf32>) -> tensor<?xf32>
  %s = tensor.extract_slice %a[0] [%k] [1] : tensor<6xf32> to tensor<?xf32>
  %r = scf.for %j = %c0 to %n step %c1 iter_args(%t = %b) -> (tensor<?xf32>) {
    scf.yield %s : tensor<?xf32>
  }
  %z = tensor.extract %a[%k] : tensor<6xf32>
  return %z, %r : f32, tensor<?xf32>
}

// Both regions of a while.
// CHECK-LABEL: func.func @while
// CHECK: scf.while
// CHECK: linalg.copy
// CHECK: scf.condition
// CHECK: linalg.copy
// CHECK: scf.yield
func.func @while(%f: f32, %k: index, %n: index) -> (f32, f32) {
  %c1 = arith.constant 1 : index
  %ea = tensor.empty() : tensor<6xf32>
  %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
  %eb = tensor.empty() : tensor<6xf32>
  %b = linalg.exp ins(%a : tensor<6xf32>) outs(%eb : tensor<6xf32>) -> tensor<6xf32>
  %s = tensor.extract_slice %a[0] [6] [1] : tensor<6xf32> to tensor<6xf32>
  %r:2 = scf.while (%t = %b, %c = %n) : (tensor<6xf32>, index) -> (tensor<6xf32>, index) {
    %more = arith.cmpi sgt, %c, %c1 : index
    scf.condition(%more) %s, %c : tensor<6xf32>, index
  } do {
  ^bb0(%t: tensor<6xf32>, %c: index):
    %d = arith.subi %c, %c1 : index
    scf.yield %s, %d : tensor<6xf32>, index
  }
  %w = tensor.insert %f into %a[%k] : tensor<6xf32>
  %x = tensor.extract %w[%k] : tensor<6xf32>
  %y = tensor.extract %r#0[%k] : tensor<6xf32>
  return %x, %y : f32, f32
}

// Without an argument of the type that takes it, what comes from outside becomes
// a copy of the loop's own.
// CHECK-LABEL: func.func @while_types
// CHECK: %[[A:.*]] = memref.alloc() : memref<6xf32>
// CHECK: scf.while
// CHECK: %[[OWN:.*]] = memref.alloc() : memref<6xf32>
// CHECK: memref.copy %[[A]], %[[OWN]]
// CHECK: scf.condition
func.func @while_types(%f: f32, %k: index, %n: index) -> (f32, f32) {
  %c1 = arith.constant 1 : index
  %ea = tensor.empty() : tensor<6xf32>
  %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
  %s = tensor.extract_slice %a[0] [6] [1] : tensor<6xf32> to tensor<6xf32>
  %r:2 = scf.while (%c = %n) : (index) -> (tensor<6xf32>, index) {
    %more = arith.cmpi sgt, %c, %c1 : index
    scf.condition(%more) %s, %c : tensor<6xf32>, index
  } do {
  ^bb0(%t: tensor<6xf32>, %c: index):
    %d = arith.subi %c, %c1 : index
    scf.yield %d : index
  }
  %w = tensor.insert %f into %a[%k] : tensor<6xf32>
  %x = tensor.extract %w[%k] : tensor<6xf32>
  %y = tensor.extract %r#0[%k] : tensor<6xf32>
  return %x, %y : f32, f32
}

// A result of a loop that passes values around is not asked what it aliases.
// CHECK-LABEL: func.func @of_a_loop
// CHECK: scf.while
// CHECK: scf.while
func.func @of_a_loop(%f: f32, %k: index, %n: index) -> f32 {
  %c1 = arith.constant 1 : index
  %ea = tensor.empty() : tensor<6xf32>
  %a = linalg.fill ins(%f : f32) outs(%ea : tensor<6xf32>) -> tensor<6xf32>
  %eb = tensor.empty() : tensor<6xf32>
  %b = linalg.exp ins(%a : tensor<6xf32>) outs(%eb : tensor<6xf32>) -> tensor<6xf32>
  %r:3 = scf.while (%t = %a, %u = %b, %c = %n) : (tensor<6xf32>, tensor<6xf32>, index) -> (tensor<6xf32>, tensor<6xf32>, index) {
    %more = arith.cmpi sgt, %c, %c1 : index
    scf.condition(%more) %u, %t, %c : tensor<6xf32>, tensor<6xf32>, index
  } do {
  ^bb0(%t: tensor<6xf32>, %u: tensor<6xf32>, %c: index):
    %d = arith.subi %c, %c1 : index
    scf.yield %u, %t, %d : tensor<6xf32>, tensor<6xf32>, index
  }
  %s:2 = scf.while (%t = %b, %c = %n) : (tensor<6xf32>, index) -> (tensor<6xf32>, index) {
    %more = arith.cmpi sgt, %c, %c1 : index
    scf.condition(%more) %r#0, %c : tensor<6xf32>, index
  } do {
  ^bb0(%t: tensor<6xf32>, %c: index):
    %d = arith.subi %c, %c1 : index
    scf.yield %r#1, %d : tensor<6xf32>, index
  }
  %y = tensor.extract %s#0[%k] : tensor<6xf32>
  return %y : f32
}

// Callers may take two results for two tensors, and write over one of them: what
// is returned already is returned as a copy, under the name of a view as well.
// CHECK-LABEL: func.func private @returned_twice
// CHECK: %[[V:.*]] = memref.alloc() : memref<6xf32>
// CHECK: linalg.exp
// CHECK-SAME: outs(%[[W:.*]] :
// CHECK: %[[S:.*]] = scf.if
// CHECK: %[[C:.*]] = memref.alloc() : memref<6xf32>
// CHECK-NEXT: memref.copy %[[S]], %[[C]]
// CHECK-NEXT: return %[[V]], %[[C]], %[[W]]
// CHECK-LABEL: func.func @results_of_a_call
// CHECK: %[[R:.*]]:3 = call @returned_twice
// CHECK: memref.store %{{.*}}, %[[R]]#0
func.func private @returned_twice(%f: f32, %c: i1) -> (tensor<6xf32>, tensor<6xf32>, tensor<6xf32>) {
  %e = tensor.empty() : tensor<6xf32>
  %v = linalg.fill ins(%f : f32) outs(%e : tensor<6xf32>) -> tensor<6xf32>
  %d = tensor.empty() : tensor<6xf32>
  %w = linalg.exp ins(%v : tensor<6xf32>) outs(%d : tensor<6xf32>) -> tensor<6xf32>
  %s = scf.if %c -> tensor<6xf32> {
    scf.yield %v : tensor<6xf32>
  } else {
    %x = tensor.extract_slice %v[0] [6] [1] : tensor<6xf32> to tensor<6xf32>
    scf.yield %x : tensor<6xf32>
  }
  return %v, %s, %w : tensor<6xf32>, tensor<6xf32>, tensor<6xf32>
}
func.func @results_of_a_call(%f: f32, %g: f32, %k: index, %c: i1) -> (f32, f32, f32) {
  %r:3 = call @returned_twice(%f, %c) : (f32, i1) -> (tensor<6xf32>, tensor<6xf32>, tensor<6xf32>)
  %w = tensor.insert %g into %r#0[%k] : tensor<6xf32>
  %x = tensor.extract %r#1[%k] : tensor<6xf32>
  %y = tensor.extract %w[%k] : tensor<6xf32>
  %z = tensor.extract %r#2[%k] : tensor<6xf32>
  return %x, %y, %z : f32, f32, f32
}

// An argument is returned under one name, too.
// CHECK-LABEL: func.func private @argument_twice
// CHECK-COUNT-2: memref.alloc()
// CHECK: return
// OWNED-LABEL: func.func private @argument_twice(
// OWNED-SAME: %[[A:[^:]*]]: memref<6xf32>
// OWNED: %[[C:.*]] = memref.alloc() : memref<6xf32>
// OWNED-NEXT: memref.copy %[[A]], %[[C]]
// OWNED: return %[[A]], %[[C]]
func.func private @argument_twice(%a: tensor<6xf32>) -> (tensor<6xf32>, tensor<6xf32>) {
  return %a, %a : tensor<6xf32>, tensor<6xf32>
}
func.func @of_an_argument(%f: f32, %g: f32, %k: index) -> (f32, f32) {
  %e = tensor.empty() : tensor<6xf32>
  %v = linalg.fill ins(%f : f32) outs(%e : tensor<6xf32>) -> tensor<6xf32>
  %r:2 = call @argument_twice(%v) : (tensor<6xf32>) -> (tensor<6xf32>, tensor<6xf32>)
  %w = tensor.insert %g into %r#0[%k] : tensor<6xf32>
  %x = tensor.extract %r#1[%k] : tensor<6xf32>
  %y = tensor.extract %w[%k] : tensor<6xf32>
  return %x, %y : f32, f32
}
