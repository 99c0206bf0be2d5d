// The options of plan-arena, through the pipeline.

// RUN: memopt-opt %s --memopt="quiet plan-arena buffer-alignment=0" | FileCheck %s
// RUN: memopt-opt %s --memopt="quiet plan-arena arena-mode=argument arena-check-arguments=false" | FileCheck %s --check-prefix=ARGUMENT
// RUN: memopt-opt %s --memopt="quiet plan-arena buffer-alignment=0 arena-poison-dead" | FileCheck %s --check-prefix=POISON
// RUN: memopt-opt %s --memopt="plan-arena arena-map=4 arena-plot=%t.svg arena-report=%t.json report=%t.share.json schedule-report=%t.schedule.json min-bytes=0 top=1" -o /dev/null 2>&1 | FileCheck %s --check-prefix=MAP
// RUN: FileCheck %s --check-prefix=SVG --input-file %t.svg
// RUN: FileCheck %s --check-prefix=JSON --input-file %t.json
// RUN: FileCheck %s --check-prefix=TOP --input-file %t.share.json
// RUN: FileCheck %s --check-prefix=TOP --input-file %t.schedule.json
// RUN: not memopt-opt %s --memopt="plan-arena arena-max-bytes=1Ki" -o /dev/null 2>&1 | FileCheck %s --check-prefix=LIMIT
// RUN: memopt-opt %s --memopt="plan-arena arena-max-bytes=2Ki arena-max-memory=1Mi arena-max-steps=0 max-memory=1Mi dump-problem=%t.problems quiet" -o /dev/null
// RUN: ls %t.problems | FileCheck %s --check-prefix=PROBLEMS

// CHECK-LABEL: func.func @two
// CHECK: memref.alloc() : memref<2048xi8>
// CHECK-NOT: linalg.fill
// CHECK: return
// ARGUMENT: func.func @two({{.*}}: memref<?xi8> {memopt.arena_alignment = 64 : i64, memopt.arena_size = 2048 : i64})
// ARGUMENT-NOT: cf.assert
// ARGUMENT: func.func @two_arena_size() -> index
// POISON: linalg.fill ins(%{{.*}} : i8)
// MAP: arena: 2.00 KiB
// MAP: a %{{.*}} : memref<256xf32>, 1024 B at
// SVG: <svg
// JSON: "mode": "allocate"
// TOP-COUNT-1: "madeBy"
// TOP-NOT: "madeBy"
// LIMIT: error: plan-arena: the arena of memory space default does not fit in max-bytes=1024
// PROBLEMS: two.{{[0-9]+}}.json
func.func @two(%a: tensor<256xf32>, %i: index) -> f32 {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %2 = arith.addf %0, %1 : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %2[%i] : tensor<256xf32>
  %w = tensor.extract %a[%i] : tensor<256xf32>
  %u = arith.addf %x, %y : f32
  %z = arith.addf %u, %w : f32
  return %z : f32
}
