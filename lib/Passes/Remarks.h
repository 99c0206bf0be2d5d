//===- Remarks.h - The facts of a run as MLIR remarks -----------*- C++ -*-===//
//
// Category "memopt": passed when a peak fell, missed with a reason and a
// suggestion when more may be possible, analysis for what was found. Costs
// nothing unless the remark engine is on.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_PASSES_REMARKS_H
#define MEMOPT_PASSES_REMARKS_H

#include "FunctionPlan.h"

#include "memopt/Report/Facts.h"

namespace memopt {

/// Says what --peak-memory found of `function`.
void emitPeakRemarks(mlir::FunctionOpInterface function,
                     const FunctionFacts &facts);

/// Says what --min-peak-schedule did to the function of `plan`, and what kept
/// it from doing more.
void emitScheduleRemarks(const FunctionPlan &plan, const FunctionFacts &facts);

} // namespace memopt

#endif // MEMOPT_PASSES_REMARKS_H
