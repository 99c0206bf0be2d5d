//===- Passes.h - memopt's passes -------------------------------*- C++ -*-===//
//
// Creation and registration of the passes that Passes.td describes.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_PASSES_PASSES_H
#define MEMOPT_PASSES_PASSES_H

#include "memopt/Model/ByteSize.h"
#include "memopt/Solver/Options.h"
#include "memopt/Solver/Packers.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Pass/Pass.h"

namespace memopt {

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

#endif // MEMOPT_PASSES_PASSES_H
