//===- MemOptPlugin.cpp - memopt's passes for any mlir-opt ----------------===//
//
// The entry point that `mlir-opt --load-pass-plugin` looks for.
//
//===----------------------------------------------------------------------===//

#include "memopt/Passes/Passes.h"
#include "memopt/Passes/Pipelines.h"

#include "mlir/Tools/Plugins/PassPlugin.h"
#include "llvm/Config/llvm-config.h"

extern "C" LLVM_ATTRIBUTE_WEAK mlir::PassPluginLibraryInfo
mlirGetPassPluginInfo() {
  return {MLIR_PLUGIN_API_VERSION, "MemOpt", LLVM_VERSION_STRING, [] {
            memopt::registerMemOptPasses();
            memopt::registerMemOptPipelines();
          }};
}
