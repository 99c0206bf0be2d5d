//===- ProgramPlan.h - All functions of a module, callees first -*- C++ -*-===//

#ifndef MEMOPT_PASSES_PROGRAMPLAN_H
#define MEMOPT_PASSES_PROGRAMPLAN_H

#include "FunctionPlan.h"

#include "mlir/IR/SymbolTable.h"

#include <memory>
#include <vector>

namespace memopt {

/// The plans of the functions under an op.
struct ProgramPlan {
  /// A function, with its plan unless it is a declaration.
  struct Entry {
    mlir::FunctionOpInterface function;
    std::unique_ptr<FunctionPlan> plan;
  };
  /// In the order of the module.
  std::vector<Entry> entries;
  /// The indices of all entries, callees before their callers.
  std::vector<size_t> calleesFirst;
  /// For each entry, whether it may call itself by way of others in the
  /// program. All, if the plan is of one function only.
  std::vector<bool> recursive;
  /// What each planned function looks like to its callers.
  Summaries summaries;
  mlir::SymbolTableCollection symbols;
  ModelOptions options;
};

/// Plans `root`, or all functions in it, callees before their callers, so that
/// a call's workspace is its callee's peak. Members of a recursion are planned
/// with their recursive calls unknown. Returns null, with an error at the op at
/// fault, if one of them cannot be planned; nothing has been changed then.
std::unique_ptr<ProgramPlan> planProgram(mlir::Operation *root,
                                         const ModelOptions &options,
                                         const ScheduleOptions *scheduling);

} // namespace memopt

#endif // MEMOPT_PASSES_PROGRAMPLAN_H
