//===- PassSetup.h - What the passes have in common -------------*- C++ -*-===//

#ifndef MEMOPT_PASSES_PASSSETUP_H
#define MEMOPT_PASSES_PASSSETUP_H

#include "Sink.h"

#include "memopt/IR/ModelOptions.h"
#include "memopt/Report/Report.h"

#include "mlir/IR/OperationSupport.h"
#include "mlir/Support/LLVM.h"

#include <memory>

namespace memopt {

/// True for the ops that the passes run on: functions, and what holds them.
bool runsOnFunctionsIn(mlir::RegisteredOperationName name);

/// Writes the facts of a run on `root`: at once if that is a whole program, and
/// through `sink` if it is one function of several. On failure says why at
/// `root`, in the name of `pass`.
mlir::LogicalResult deliver(mlir::Operation *root, llvm::StringRef pass,
                            std::vector<FunctionFacts> facts, Sink &sink,
                            const Sink::Writer &write);

/// Says at `root`, in the name of `pass`, which of the files cannot be written,
/// if there is one. To be called before the first edit.
mlir::LogicalResult checkOutputs(mlir::Operation *root, llvm::StringRef pass,
                                 llvm::ArrayRef<std::string> files);

/// Prints the facts of one function.
using FactsPrinter =
    std::function<void(const FunctionFacts &, llvm::raw_ostream &)>;

/// Prints each function to standard error unless `quiet`, and writes the JSON
/// report to `file` unless that is empty.
Sink::Writer comparisonWriter(const FactsPrinter &print, bool quiet,
                              const std::string &file, ReportOptions options);

} // namespace memopt

#endif // MEMOPT_PASSES_PASSSETUP_H
