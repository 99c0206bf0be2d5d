// Work goes; allocations, their control flow, views and calls stay.

func.func private @declared(memref<4xf32>)

func.func private @made() -> memref<4xf32> {
  %m = memref.alloc() : memref<4xf32>
  return %m : memref<4xf32>
}

// CHECK-LABEL: func.func @f
// CHECK-NEXT: arith.constant
// CHECK-NEXT: arith.constant
// CHECK-NEXT: %[[A:.*]] = memref.alloc() : memref<4xf32>
// CHECK-NEXT: memref.subview %[[A]]
// CHECK-NEXT: scf.for
// CHECK-NEXT:   %[[B:.*]] = memref.alloc() : memref<4xf32>
// CHECK-NEXT:   memref.dealloc %[[B]]
// CHECK-NEXT: }
// CHECK-NEXT: %[[M:.*]] = call @made
// CHECK-NEXT: scf.if
// CHECK-NEXT:   memref.dealloc %[[M]]
// CHECK-NEXT: }
// CHECK-NEXT: memref.load %[[A]]
// CHECK-NEXT: memref.dealloc %[[A]]
// CHECK-NEXT: return
func.func @f(%n: index, %x: f32, %c: i1) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<4xf32>
  linalg.fill ins(%x : f32) outs(%a : memref<4xf32>)
  %v = memref.subview %a[1] [2] [1] : memref<4xf32> to memref<2xf32, strided<[1], offset: 1>>
  linalg.map { math.exp } ins(%v : memref<2xf32, strided<[1], offset: 1>>)
      outs(%v : memref<2xf32, strided<[1], offset: 1>>)
  scf.for %i = %c0 to %n step %c1 {
    memref.store %x, %a[%i] : memref<4xf32>
  }
  scf.for %i = %c0 to %n step %c1 {
    %b = memref.alloc() : memref<4xf32>
    memref.copy %a, %b : memref<4xf32> to memref<4xf32>
    memref.dealloc %b : memref<4xf32>
  }
  %m = call @made() : () -> memref<4xf32>
  call @declared(%a) : (memref<4xf32>) -> ()
  scf.if %c {
    memref.store %x, %m[%c0] : memref<4xf32>
    memref.dealloc %m : memref<4xf32>
  }
  cf.assert %c, "a } in a { string"
  %r = memref.load %a[%c0] : memref<4xf32>
  memref.dealloc %a : memref<4xf32>
  return %r : f32
}
