// RUN: memopt-opt %s --split-deallocs | FileCheck %s
// RUN: memopt-opt %s --pass-pipeline='builtin.module(func.func(split-deallocs))' | FileCheck %s --check-prefix=ALONE
// RUN: memopt-opt %s --split-deallocs --split-deallocs | FileCheck %s
// RUN: memopt-opt %S/Inputs/unfreed.mlir --pass-pipeline='builtin.module(func.func(ownership-based-buffer-deallocation,canonicalize),split-deallocs,func.func(buffer-deallocation-simplification),bufferization-lower-deallocations,func.func(cse,canonicalize))' | FileCheck %s --check-prefix=LOWERED

// The pipeline of the pass's description.
// LOWERED-LABEL: func @two_calls
// LOWERED-NOT: extract_aligned_pointer_as_index
// LOWERED: memref.dealloc
// LOWERED: memref.dealloc
// LOWERED: return

// A memref gets a dealloc of its own if no other memref of the dealloc, and none
// that is retained, may be in the same storage.

func.func private @fresh(%a: memref<8xf32>) -> memref<8xf32> {
  %0 = memref.alloc() : memref<8xf32>
  memref.copy %a, %0 : memref<8xf32> to memref<8xf32>
  return %0 : memref<8xf32>
}

func.func private @fresh_by_way_of_another(%a: memref<8xf32>) -> memref<8xf32> {
  %0 = call @fresh(%a) : (memref<8xf32>) -> memref<8xf32>
  return %0 : memref<8xf32>
}

func.func private @passes_on(%a: memref<8xf32>, %c: i1) -> memref<8xf32> {
  %0 = memref.alloc() : memref<8xf32>
  %1 = arith.select %c, %a, %0 : memref<8xf32>
  return %1 : memref<8xf32>
}

func.func private @two(%c: i1) -> (memref<8xf32>, memref<8xf32>) {
  %0 = memref.alloc() : memref<8xf32>
  %1 = memref.alloc() : memref<8xf32>
  %2 = arith.select %c, %0, %1 : memref<8xf32>
  return %0, %2 : memref<8xf32>, memref<8xf32>
}

func.func private @calls_itself(%c: i1) -> memref<8xf32> {
  %0 = scf.if %c -> memref<8xf32> {
    %1 = func.call @calls_itself(%c) : (i1) -> memref<8xf32>
    scf.yield %1 : memref<8xf32>
  } else {
    %1 = memref.alloc() : memref<8xf32>
    scf.yield %1 : memref<8xf32>
  }
  return %0 : memref<8xf32>
}

func.func private @keeps(%slot: memref<memref<8xf32>>) -> memref<8xf32> {
  %0 = memref.alloc() : memref<8xf32>
  memref.store %0, %slot[] : memref<memref<8xf32>>
  return %0 : memref<8xf32>
}

func.func private @elsewhere(memref<8xf32>) -> memref<8xf32>

// What a callee makes is no other memref. A pass on one function cannot know
// that, and leaves all of the dealloc alone.
// CHECK-LABEL: func @results_of_calls
// CHECK: %[[A:.*]] = memref.alloc
// CHECK: %[[X:.*]] = call @fresh(
// CHECK: %[[Y:.*]] = call @fresh_by_way_of_another(
// CHECK-NEXT: bufferization.dealloc (%[[A]] : memref<8xf32>) if (%[[C:.*]])
// CHECK-NEXT: bufferization.dealloc (%[[X]] : memref<8xf32>) if (%[[C]])
// CHECK-NEXT: bufferization.dealloc (%[[Y]] : memref<8xf32>) if (%{{.*}})
// CHECK-NEXT: return
// ALONE-LABEL: func @results_of_calls
// ALONE: bufferization.dealloc (%{{.*}}, %{{.*}}, %{{.*}} :
func.func @results_of_calls(%c: i1, %d: i1) {
  %a = memref.alloc() : memref<8xf32>
  %x = call @fresh(%a) : (memref<8xf32>) -> memref<8xf32>
  %y = call @fresh_by_way_of_another(%x) : (memref<8xf32>) -> memref<8xf32>
  bufferization.dealloc (%a, %x, %y : memref<8xf32>, memref<8xf32>, memref<8xf32>) if (%c, %c, %d)
  return
}

// What is returned keeps its dealloc, which says who owns it.
// CHECK-LABEL: func @retained
// CHECK: %[[A:.*]] = memref.alloc
// CHECK: %[[X:.*]] = call @fresh(
// CHECK: bufferization.dealloc (%[[A]] : memref<8xf32>) if (%[[C:.*]])
// CHECK-NEXT: %[[OWN:.*]] = bufferization.dealloc (%[[X]] : memref<8xf32>) if (%[[C]]) retain (%[[X]] : memref<8xf32>)
// CHECK-NEXT: return %[[X]], %[[OWN]]
func.func @retained(%c: i1) -> (memref<8xf32>, i1) {
  %a = memref.alloc() : memref<8xf32>
  %x = call @fresh(%a) : (memref<8xf32>) -> memref<8xf32>
  %own = bufferization.dealloc (%a, %x : memref<8xf32>, memref<8xf32>) if (%c, %c) retain (%x : memref<8xf32>)
  return %x, %own : memref<8xf32>, i1
}

// Views of the whole and of a part: the allocation behind them counts.
// CHECK-LABEL: func @views
// CHECK: bufferization.dealloc (%[[B:.*]] : memref<8xf32>)
// CHECK-NEXT: bufferization.dealloc (%[[A:.*]] : memref<8xf32>) if (%{{.*}}) retain (%{{.*}} : memref<4xf32,
func.func @views(%c: i1) -> memref<4xf32, strided<[1], offset: 4>> {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %part = memref.subview %a[4] [4] [1] : memref<8xf32> to memref<4xf32, strided<[1], offset: 4>>
  %own = bufferization.dealloc (%a, %b : memref<8xf32>, memref<8xf32>) if (%c, %c) retain (%part : memref<4xf32, strided<[1], offset: 4>>)
  return %part : memref<4xf32, strided<[1], offset: 4>>
}

// The callee may return what it was given: these two stay together.
// CHECK-LABEL: func @argument_comes_back
// CHECK: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>)
// CHECK-NEXT: return
func.func @argument_comes_back(%c: i1) {
  %a = memref.alloc() : memref<8xf32>
  %x = call @passes_on(%a, %c) : (memref<8xf32>, i1) -> memref<8xf32>
  bufferization.dealloc (%a, %x : memref<8xf32>, memref<8xf32>) if (%c, %c)
  return
}

// Two results of one call may be one.
// CHECK-LABEL: func @two_results
// CHECK: bufferization.dealloc (%{{.*}} : memref<8xf32>)
// CHECK-NEXT: bufferization.dealloc (%[[R:.*]]#0, %[[R]]#1 : memref<8xf32>, memref<8xf32>)
func.func @two_results(%c: i1) {
  %a = memref.alloc() : memref<8xf32>
  %r:2 = call @two(%c) : (i1) -> (memref<8xf32>, memref<8xf32>)
  bufferization.dealloc (%r#0, %a, %r#1 : memref<8xf32>, memref<8xf32>, memref<8xf32>) if (%c, %c, %c)
  return
}

// CHECK-LABEL: func @unknown_callees
// CHECK: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>)
// CHECK-NEXT: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>)
// CHECK-NEXT: return
func.func @unknown_callees(%c: i1) {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %x = call @elsewhere(%a) : (memref<8xf32>) -> memref<8xf32>
  %y = call @calls_itself(%c) : (i1) -> memref<8xf32>
  bufferization.dealloc (%a, %x : memref<8xf32>, memref<8xf32>) if (%c, %c)
  bufferization.dealloc (%b, %y : memref<8xf32>, memref<8xf32>) if (%c, %c)
  return
}

// Two results of one call that are not.
// CHECK-LABEL: func @two_different_results
// CHECK: %[[R:.*]]:2 = call @two_different
// CHECK-NEXT: bufferization.dealloc (%[[R]]#0 : memref<8xf32>)
// CHECK-NEXT: bufferization.dealloc (%[[R]]#1 : memref<8xf32>)
func.func private @two_different() -> (memref<8xf32>, memref<8xf32>) {
  %0 = memref.alloc() : memref<8xf32>
  %1 = memref.alloc() : memref<8xf32>
  return %0, %1 : memref<8xf32>, memref<8xf32>
}
func.func @two_different_results(%c: i1) {
  %r:2 = call @two_different() : () -> (memref<8xf32>, memref<8xf32>)
  bufferization.dealloc (%r#0, %r#1 : memref<8xf32>, memref<8xf32>) if (%c, %c)
  return
}

// What is loaded may be what a callee made and kept.
// CHECK-LABEL: func @loaded
// CHECK: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>)
// CHECK-NEXT: return
func.func @loaded(%slot: memref<memref<8xf32>>, %c: i1) {
  %x = call @keeps(%slot) : (memref<memref<8xf32>>) -> memref<8xf32>
  %y = memref.load %slot[] : memref<memref<8xf32>>
  bufferization.dealloc (%x, %y : memref<8xf32>, memref<8xf32>) if (%c, %c)
  return
}

// CHECK-LABEL: func @branches
// CHECK: bufferization.dealloc (%[[B:.*]] : memref<8xf32>)
// CHECK-NEXT: bufferization.dealloc (%[[A:.*]], %[[S:.*]] : memref<8xf32>, memref<8xf32>)
func.func @branches(%c: i1) {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %s = scf.if %c -> memref<8xf32> {
    %new = memref.alloc() : memref<8xf32>
    scf.yield %new : memref<8xf32>
  } else {
    scf.yield %a : memref<8xf32>
  }
  bufferization.dealloc (%a, %b, %s : memref<8xf32>, memref<8xf32>, memref<8xf32>) if (%c, %c, %c)
  return
}

// In the loop %old is what an earlier iteration made, or %init, and so is what
// comes out: neither analysis tells instances of one allocation apart.
// CHECK-LABEL: func @loop
// CHECK: scf.for
// CHECK: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>) if ({{.*}}) retain
// CHECK: bufferization.dealloc (%{{.*}}, %{{.*}}, %{{.*}}#0 :
func.func @loop(%n: index, %c: i1) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %init = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %last:2 = scf.for %i = %c0 to %n step %c1 iter_args(%old = %init, %own = %c) -> (memref<8xf32>, i1) {
    %new = memref.alloc() : memref<8xf32>
    %yielded = arith.select %c, %new, %old : memref<8xf32>
    %next = bufferization.dealloc (%old, %new : memref<8xf32>, memref<8xf32>) if (%own, %c) retain (%yielded : memref<8xf32>)
    scf.yield %yielded, %next : memref<8xf32>, i1
  }
  bufferization.dealloc (%b, %init, %last#0 : memref<8xf32>, memref<8xf32>, memref<8xf32>) if (%c, %c, %last#1)
  return
}

// CHECK-LABEL: func @block_arguments
// CHECK: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>)
// CHECK-NEXT: return
func.func @block_arguments(%c: i1) {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  cf.cond_br %c, ^next(%a : memref<8xf32>), ^next(%b : memref<8xf32>)
^next(%x: memref<8xf32>):
  bufferization.dealloc (%a, %x : memref<8xf32>, memref<8xf32>) if (%c, %c)
  return
}

// The same memref twice, and one that is a tensor's.
// CHECK-LABEL: func @twice_and_tensor
// CHECK: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>)
// CHECK-NEXT: bufferization.dealloc (%{{.*}}, %{{.*}} : memref<8xf32>, memref<8xf32>)
// CHECK-NEXT: return
func.func @twice_and_tensor(%t: tensor<8xf32>, %c: i1) {
  %a = memref.alloc() : memref<8xf32>
  %b = memref.alloc() : memref<8xf32>
  %x = bufferization.to_buffer %t : tensor<8xf32> to memref<8xf32>
  bufferization.dealloc (%a, %a : memref<8xf32>, memref<8xf32>) if (%c, %c)
  bufferization.dealloc (%b, %x : memref<8xf32>, memref<8xf32>) if (%c, %c)
  return
}

// Nothing is left of a dealloc but what it retains.
// CHECK-LABEL: func @argument_returned
// CHECK: bufferization.dealloc (%{{.*}} : memref<8xf32>) if (%{{.*}})
// CHECK-NEXT: %{{.*}} = bufferization.dealloc retain (%arg0 : memref<8xf32>)
func.func @argument_returned(%p: memref<8xf32>, %c: i1) -> (memref<8xf32>, i1) {
  %a = memref.alloc() : memref<8xf32>
  %own = bufferization.dealloc (%a : memref<8xf32>) if (%c) retain (%p : memref<8xf32>)
  return %p, %own : memref<8xf32>, i1
}
