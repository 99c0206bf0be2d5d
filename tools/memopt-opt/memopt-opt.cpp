//===- memopt-opt.cpp - mlir-opt with memopt's passes ---------------------===//
//
// The driver: every upstream dialect and pass, and memopt's own.
//
//===----------------------------------------------------------------------===//

#include "memopt/Passes/Passes.h"
#include "memopt/Passes/Pipelines.h"

#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"

int main(int argc, char **argv) {
  mlir::registerAllPasses();
  memopt::registerMemOptPasses();
  memopt::registerMemOptPipelines();
  mlir::DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  return mlir::asMainReturnCode(mlir::MlirOptMain(
      argc, argv, "memopt: peak memory of MLIR programs\n", registry));
}
