// RUN: memopt-opt --plan-arena=report=%t.json %s -o /dev/null 2>&1 | FileCheck %s
// RUN: FileCheck %s --input-file=%t.json --check-prefix=JSON
// RUN: memopt-opt --plan-arena=quiet %s -o /dev/null 2>&1 | count 0
// RUN: memopt-opt --plan-arena=quiet --remarks-filter=memopt %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: memopt-opt --pass-pipeline="builtin.module(func.func(plan-arena))" %s -o /dev/null 2>&1 | FileCheck %s
// RUN: memopt-opt --plan-arena="map=3 plot=%t.svg" %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=MAP
// RUN: FileCheck %s --input-file=%t.svg --check-prefix=SVG

// MAP: arena: 192 B
// MAP: aaaccc
// MAP: bb
// MAP: a %alloc : memref<16xf32>, 64 B at 128
// MAP-NEXT: b %alloc_0 : memref<32xf32>, 128 B at 0
// SVG: <svg

// CHECK: memopt: @main ({{.*}}:[[#@LINE+49]]:1)
// CHECK-NEXT: arena: 192 B for 3 buffers of 256 B; lower bound 192 B, optimal; 1 in place
// CHECK-NEXT: left out: 1 (
// CHECK-NEXT: peak 256 B

// REMARK: remark: [Passed] PlanArena | Category:memopt | Function=main | ArenaBytes=192, LowerBoundBytes=192, MemorySpace=default, Remark="3 buffers placed, 1 left out", Status=optimal

// JSON: "name": "main"
// JSON: "arena": {
// JSON-NEXT: "mode": "allocate",
// JSON-NEXT: "arenas": [
// JSON-NEXT: {
// JSON-NEXT: "memorySpace": "default",
// JSON-NEXT: "bytes": 192,
// JSON-NEXT: "lowerBoundBytes": 192,
// JSON-NEXT: "status": "optimal",
// JSON-NEXT: "gapBytes": 0,
// JSON-NEXT: "gapPercent": 0,
// JSON-NEXT: "steps":
// JSON-NEXT: "alignment": 4,
// JSON-NEXT: "alignmentWasteBytes": 0,
// JSON-NEXT: "bufferBytes": 256,
// JSON-NEXT: "inPlace": 1,
// JSON-NEXT: "buffers": [
// JSON-NEXT: {
// JSON-NEXT: "value": "%alloc",
// JSON-NEXT: "type": "memref<16xf32>",
// JSON-NEXT: "location": "{{.*}}:[[#@LINE+23]]:8",
// JSON-NEXT: "offset": 128,
// JSON-NEXT: "bytes": 64,
// JSON-NEXT: "alignment": 4,
// JSON-NEXT: "live": [
// JSON-NEXT: [
// JSON-NEXT: 3,
// JSON-NEXT: 6
// JSON-NEXT: ]
// JSON-NEXT: ]
// JSON-NEXT: },
// JSON: "leftOut": [
// JSON-NEXT: {
// JSON-NEXT: "value": "%{{.*}}",
// JSON-NEXT: "type": "memref<16xf32>",
// JSON-NEXT: "location": "{{.*}}",
// JSON-NEXT: "reason": "'func.return' at {{.*}} returns it"
// JSON-NEXT: }
// JSON-NEXT: ]
// JSON-NEXT: },
// JSON: "noFreeBytes": 256

func.func @main(%m: memref<16xf32>, %n: memref<32xf32>) -> memref<16xf32> {
  %a = memref.alloc() : memref<16xf32>
  %b = memref.alloc() : memref<32xf32>
  %c = memref.alloc() : memref<16xf32>
  memref.copy %m, %a : memref<16xf32> to memref<16xf32>
  linalg.transpose ins(%a : memref<16xf32>) outs(%c : memref<16xf32>) permutation = [0]
  memref.copy %n, %b : memref<32xf32> to memref<32xf32>
  memref.copy %b, %n : memref<32xf32> to memref<32xf32>
  memref.copy %c, %m : memref<16xf32> to memref<16xf32>
  %r = memref.alloc() : memref<16xf32>
  memref.copy %m, %r : memref<16xf32> to memref<16xf32>
  return %r : memref<16xf32>
}
