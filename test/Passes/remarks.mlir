// RUN: memopt-opt %s --allow-unregistered-dialect --min-peak-schedule=quiet=true --remarks-filter=memopt -o /dev/null 2>&1 | FileCheck %s
// RUN: memopt-opt %s --allow-unregistered-dialect --peak-memory=output=%t --remarks-filter=memopt -o /dev/null 2>&1 | FileCheck %s --check-prefix=PEAK
// RUN: memopt-opt %models_dir/randwire_ws_stage.mlir --min-peak-schedule="quiet=true max-steps=1" --remarks-filter=memopt -o /dev/null 2>&1 | FileCheck %s --check-prefix=LIMIT

// The same facts through MLIR's remark engine.

// CHECK-DAG: remarks.mlir:[[#@LINE+4]]:1: remark: [Passed] MinPeakSchedule | Category:memopt | Function=better | GapBytes=0, GapPercent=0.0000, LowerBoundBytes=1024, PeakBytes=1024, PeakBytesBefore=2048, Remark="peak memory 1024 bytes, before 2048", Status=optimal
// PEAK-DAG: remarks.mlir:[[#@LINE+3]]:1: remark: [Analysis] PeakMemory | Category:memopt | Function=better | ArgumentBytes=1024, ConstantBytes=0, NoFreeBytes=2048, PeakAt=math.cos, PeakBytes=2048, PeakLocation={{.*}}remarks.mlir:[[#@LINE+5]]:8, Remark="peak memory 2048 bytes", ResultBytes=0, UnknownBuffers=0
// LIMIT: remark: [Missed] MinPeakSchedule | Category:memopt | Function={{[a-z_]+}} | {{.*}}Reason="the search ended with a gap of {{[0-9]+}} bytes, {{[0-9.]+}}% of the peak", Remark="the peak is not proved to be the least", Status=limit-reached, Suggestion="raise max-steps

func.func @better(%a: tensor<256xf32>, %i: index) -> f32 {
  %0 = math.exp %a : tensor<256xf32>
  %1 = math.cos %a : tensor<256xf32>
  %x = tensor.extract %0[%i] : tensor<256xf32>
  %y = tensor.extract %1[%i] : tensor<256xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// CHECK-DAG: remarks.mlir:[[#@LINE+3]]:3: remark: [Missed] Barrier | Category:memopt | Function=stuck | Reason="'test.unknown' is of a dialect that is not registered, so its effects are unknown", Remark="nothing moves across 1 ops of this block", Suggestion="if the ops of the 'test' dialect have no side effects, say assume-pure=test"
func.func @stuck(%a: tensor<256xf32>) -> tensor<256xf32> {
  %0 = math.exp %a : tensor<256xf32>
  "test.unknown"() : () -> ()
  return %0 : tensor<256xf32>
}
