//===- ArenaCallers.h - Which functions may get an arena --------*- C++ -*-===//

#ifndef MEMOPT_PASSES_ARENACALLERS_H
#define MEMOPT_PASSES_ARENACALLERS_H

#include "ProgramPlan.h"

#include "memopt/IR/Rewrite.h"

namespace memopt {

/// For each entry of `program`, which are the functions under `root`: why it
/// cannot get an arena in `mode`, as the end of "'func.func' ..."; empty if it
/// can.
std::vector<llvm::StringRef> whyNoArena(mlir::Operation *root,
                                        ProgramPlan &program, ArenaMode mode);

} // namespace memopt

#endif // MEMOPT_PASSES_ARENACALLERS_H
