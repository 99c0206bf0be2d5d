// RUN: memopt-opt %s --plan-arena="quiet mode=argument" --verify-diagnostics -o /dev/null

// Two memory spaces may not want one name for the function that says the size.

// expected-error @below {{plan-arena: two memory spaces of @spaces want the name @spaces_arena_size_1; give them others}}
func.func @spaces(%o: memref<4xf32>) {
  %a = memref.alloc() : memref<4xf32, 1>
  %b = memref.alloc() : memref<4xf32, 1 : i32>
  memref.copy %o, %a : memref<4xf32> to memref<4xf32, 1>
  memref.copy %o, %b : memref<4xf32> to memref<4xf32, 1 : i32>
  memref.copy %a, %o : memref<4xf32, 1> to memref<4xf32>
  memref.copy %b, %o : memref<4xf32, 1 : i32> to memref<4xf32>
  return
}
