// What the functions under test and the main of run_traps.py call. It is added
// after the pass, which so knows none of it.

memref.global "private" @callee_kept : memref<1xmemref<8xf32>> = uninitialized

func.func @callee_keep(%m: memref<8xf32>) {
  %zero = arith.constant 0 : index
  %kept = memref.get_global @callee_kept : memref<1xmemref<8xf32>>
  memref.store %m, %kept[%zero] : memref<1xmemref<8xf32>>
  return
}

func.func @callee_read_kept(%i: index) -> f32 {
  %zero = arith.constant 0 : index
  %kept = memref.get_global @callee_kept : memref<1xmemref<8xf32>>
  %m = memref.load %kept[%zero] : memref<1xmemref<8xf32>>
  %x = memref.load %m[%i] : memref<8xf32>
  return %x : f32
}

// Writes over the stack below its caller.
func.func @callee_clobber() {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %size = arith.constant 4096 : index
  %value = arith.constant 77.0 : f32
  %stack = memref.alloca(%size) : memref<?xf32>
  scf.for %i = %zero to %size step %one {
    memref.store %value, %stack[%i] : memref<?xf32>
  }
  return
}

func.func @callee_print(%value: i64) {
  func.call @printI64(%value) : (i64) -> ()
  func.call @printNewline() : () -> ()
  return
}
