// RUN: memopt-opt %s --min-peak-schedule="report=- quiet=true" -o /dev/null | FileCheck %s
// RUN: memopt-opt %s --min-peak-schedule="report=%t.json" -o /dev/null 2>/dev/null
// RUN: FileCheck %s --input-file=%t.json
// RUN: %python -c "import json,sys; d=json.load(open(sys.argv[1])); assert d['version']==1; f=d['functions'][0]; assert sum(b['bytes'] for b in f['liveAtPeak'])==f['peakBytes']" %t.json
// RUN: memopt-opt %s --peak-memory="format=json output=%t.peak.json" -o /dev/null
// RUN: FileCheck %s --input-file=%t.peak.json --check-prefix=PEAK
// RUN: not memopt-opt %s --min-peak-schedule="report=%t.missing-folder/report.json quiet=true" -o /dev/null 2>&1 | FileCheck %s --check-prefix=NOFOLDER
// RUN: not memopt-opt %s --peak-memory="format=yaml" -o /dev/null 2>&1 | FileCheck %s --check-prefix=FORMAT

// The JSON of both passes.

// CHECK: "version": 1,
// CHECK: "functions": [
// CHECK: "name": "f",
// CHECK: "location": "{{.*}}report.mlir:[[#]]:1",
// CHECK: "peakBytes": 1024,
// CHECK: "peakBytesBefore": 2048,
// CHECK-NEXT: "lowerBoundBytes": 1024,
// CHECK-NEXT: "status": "optimal",
// CHECK-NEXT: "gapBytes": 0,
// CHECK-NEXT: "gapPercent": 0,
// CHECK: "unknownBuffers": 0,
// CHECK: "argumentBytes": 1024,
// CHECK: "constantBytes": 0,
// CHECK: "resultBytes": 0,
// CHECK: "noFreeBytes": 2048,
// CHECK: "peakAt": {
// CHECK: "op": "math.exp",
// CHECK: "location": "{{.*}}report.mlir:[[#]]:8"
// CHECK: "liveAtPeak": [
// CHECK: "value": "%0",
// CHECK: "type": "tensor<256xf32>",
// CHECK: "bytes": 1024,
// CHECK: "madeBy": "'math.exp' at {{.*}}report.mlir:[[#]]:8",
// CHECK: "lastReadBy": "'tensor.extract' at {{.*}}report.mlir:[[#]]:8"
// CHECK: "blocks": [
// CHECK: "ops": 5,
// CHECK: "peakBytesBefore": 2048,
// CHECK: "peakBytes": 1024,
// CHECK-NEXT: "lowerBoundBytes": 1024,
// CHECK-NEXT: "status": "optimal",
// CHECK-NEXT: "gapBytes": 0,
// CHECK-NEXT: "gapPercent": 0,
// CHECK: "steps":
// PEAK: "peakBytes": 2048,
// PEAK-NOT: "status"
// PEAK-NOT: "blocks"
// NOFOLDER: error: min-peak-schedule: {{.*}}No such file or directory
// FORMAT: error: peak-memory: format must be 'text' or 'json', not 'yaml'
func.func @f(%a: tensor<256xf32>, %i: index) -> f32 {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}
