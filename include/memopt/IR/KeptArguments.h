//===- KeptArguments.h - Which arguments outlive a call ----------*- C++-*-===//

#ifndef MEMOPT_IR_KEPTARGUMENTS_H
#define MEMOPT_IR_KEPTARGUMENTS_H

#include "memopt/IR/Storage.h"

namespace memopt {

/// For each argument of the function, whether somebody may still reach it by a
/// pointer after the function has returned, other than by its results; or
/// whether the function frees it. Linear in the ops and their operands.
llvm::SmallVector<bool> findKeptArguments(const Storage &storage);

} // namespace memopt

#endif // MEMOPT_IR_KEPTARGUMENTS_H
