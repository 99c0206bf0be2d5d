//===- PassSetup.cpp - What the passes have in common ---------------------===//

#include "PassSetup.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Operation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/FunctionInterfaces.h"

using namespace mlir;

namespace memopt {

bool runsOnFunctionsIn(RegisteredOperationName name) {
  return name.hasInterface<FunctionOpInterface>() ||
         name.hasTrait<OpTrait::SymbolTable>();
}

LogicalResult checkOutputs(Operation *root, StringRef pass,
                           ArrayRef<std::string> files) {
  for (const std::string &file : files)
    if (llvm::Error error = checkOutput(file))
      return root->emitError()
             << pass << ": " << llvm::toString(std::move(error));
  return success();
}

LogicalResult deliver(Operation *root, StringRef pass,
                      std::vector<FunctionFacts> facts, Sink &sink,
                      const Sink::Writer &write) {
  if (isa<FunctionOpInterface>(root)) {
    for (FunctionFacts &function : facts)
      sink.add(std::move(function), write);
    return success();
  }
  if (llvm::Error error = write(facts))
    return root->emitError()
           << pass << ": " << llvm::toString(std::move(error));
  return success();
}

Sink::Writer comparisonWriter(const FactsPrinter &print, bool quiet,
                              const std::string &file, ReportOptions options) {
  return [=](const std::vector<FunctionFacts> &facts) -> llvm::Error {
    if (!quiet)
      for (const FunctionFacts &function : facts)
        print(function, llvm::errs());
    if (file.empty())
      return llvm::Error::success();
    return writeTo(
        file, [&](llvm::raw_ostream &os) { writeJson(facts, options, os); });
  };
}

} // namespace memopt
