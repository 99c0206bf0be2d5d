//===- GatherFacts.h - From a plan to a report ------------------*- C++ -*-===//

#ifndef MEMOPT_PASSES_GATHERFACTS_H
#define MEMOPT_PASSES_GATHERFACTS_H

#include "FunctionPlan.h"

#include "memopt/Report/Facts.h"

namespace memopt {

/// Gathers the facts of `plan`, in the order that it plans. Call it after
/// apply(), so that SSA names are those of the IR that is printed. With
/// `scheduled`, says what scheduling did.
FunctionFacts gatherFacts(const FunctionPlan &plan, bool scheduled);

/// The facts of a function without a body.
FunctionFacts declarationFacts(mlir::FunctionOpInterface function);

/// "file:line:column" where `location` has one, else its printed form.
std::string describeLocation(mlir::Location location);

/// "'dialect.op' at file:line:column".
std::string describeOp(mlir::Operation *op);

} // namespace memopt

#endif // MEMOPT_PASSES_GATHERFACTS_H
