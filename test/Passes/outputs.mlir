// A file that cannot be written is found before anything is changed, and asking
// leaves no file behind.

// DEFINE: %{opt} = memopt-opt %s --mlir-print-ir-after-failure
// RUN: rm -rf %t && mkdir -p %t/plot-main_1_1.svg
// RUN: not %{opt} --plan-arena=report=%t/none/r.json 2>&1 | FileCheck %s --check-prefixes=NONE,SAME -DPASS=plan-arena -DDUMP=PlanArena
// RUN: not %{opt} --plan-arena=plot=%t/none/r.json 2>&1 | FileCheck %s --check-prefixes=NONE,SAME -DPASS=plan-arena -DDUMP=PlanArena
// RUN: not %{opt} --plan-arena=plot=%t/plot.svg 2>&1 | FileCheck %s --check-prefixes=FOLDER,SAME -DDUMP=PlanArena
// RUN: not %{opt} --share-buffers=report=%t/none/r.json 2>&1 | FileCheck %s --check-prefixes=NONE,SAME -DPASS=share-buffers -DDUMP=ShareBuffers
// RUN: not %{opt} --min-peak-schedule=report=%t/none/r.json 2>&1 | FileCheck %s --check-prefixes=NONE,SAME -DPASS=min-peak-schedule -DDUMP=MinPeakSchedule
// RUN: not %{opt} --bufferize-least="report=%t/none/r.json" 2>&1 | FileCheck %s --check-prefixes=NONE,SAME -DPASS=share-buffers -DDUMP=BufferizeLeast
// RUN: not %{opt} --pass-pipeline="builtin.module(func.func(plan-arena{report=%t/none/r.json}))" 2>&1 | FileCheck %s --check-prefixes=NONE,SAME -DPASS=plan-arena -DDUMP=PlanArena
// RUN: ls %t | FileCheck %s --check-prefix=LEFT

// NONE: error: [[PASS]]: '{{.*}}r.json': No such file or directory
// FOLDER: error: plan-arena: '{{.*}}plot-main_1_1.svg': Is a directory
// SAME: IR Dump After [[DUMP]] Failed
// SAME: func.func @main
// SAME-NEXT: %[[A:.*]] = memref.alloc() : memref<16xf32>
// SAME-NEXT: %[[B:.*]] = memref.alloc() : memref<16xf32, 1>
// SAME-NEXT: memref.copy %{{.*}}, %[[A]]
// SAME-NEXT: memref.copy %[[A]], %[[B]]
// SAME-NEXT: memref.copy %[[B]]
// SAME-NEXT: return
// LEFT: plot-main_1_1.svg
// LEFT-NOT: {{.}}

func.func @main(%m: memref<16xf32>) {
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<16xf32, 1>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  memref.copy %a, %b : memref<16xf32> to memref<16xf32, 1>
  memref.copy %b, %m : memref<16xf32, 1> to memref<16xf32>
  return
}
