func.func private @fresh(%v: f32) -> memref<8xf32> {
  %m = memref.alloc() : memref<8xf32>
  linalg.fill ins(%v : f32) outs(%m : memref<8xf32>)
  return %m : memref<8xf32>
}
func.func @two_calls(%v: f32, %i: index) -> f32 {
  %a = call @fresh(%v) : (f32) -> memref<8xf32>
  %x = memref.load %a[%i] : memref<8xf32>
  %b = call @fresh(%x) : (f32) -> memref<8xf32>
  %y = memref.load %b[%i] : memref<8xf32>
  return %y : f32
}
