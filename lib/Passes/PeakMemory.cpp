//===- PeakMemory.cpp - The --peak-memory pass ----------------------------===//
//
// Plans nothing and changes nothing: models every function and writes what it
// found. Linear in the program.
//
//===----------------------------------------------------------------------===//

#include "memopt/Passes/Passes.h"

#include "GatherFacts.h"
#include "PassSetup.h"
#include "ProgramPlan.h"
#include "Remarks.h"

#include "llvm/Support/raw_ostream.h"

namespace memopt {

#define GEN_PASS_DEF_PEAKMEMORY
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

namespace {

struct PeakMemoryPass : memopt::impl::PeakMemoryBase<PeakMemoryPass> {
  using PeakMemoryBase::PeakMemoryBase;

  bool canScheduleOn(RegisteredOperationName name) const override {
    return runsOnFunctionsIn(name);
  }

  void runOnOperation() override {
    markAllAnalysesPreserved();
    if (format != "text" && format != "json") {
      getOperation()->emitError()
          << "peak-memory: format must be 'text' or 'json', not '" << format
          << "'";
      return signalPassFailure();
    }
    ModelOptions model;
    model.assumePure.assign(assumePure.begin(), assumePure.end());
    model.assumeNoCapture.assign(assumeNoCapture.begin(),
                                 assumeNoCapture.end());
    if (dynamicSize >= 0)
      model.dynamicSize = dynamicSize;
    std::unique_ptr<ProgramPlan> program =
        planProgram(getOperation(), model, /*scheduling=*/nullptr);
    if (!program)
      return signalPassFailure();

    std::vector<FunctionFacts> facts;
    for (ProgramPlan::Entry &entry : program->entries) {
      facts.push_back(entry.plan ? gatherFacts(*entry.plan, /*scheduled=*/false)
                                 : declarationFacts(entry.function));
      if (entry.plan)
        emitPeakRemarks(entry.function, facts.back());
    }
    if (failed(deliver(getOperation(), "peak-memory", std::move(facts), *sink,
                       makeWriter())))
      signalPassFailure();
  }

private:
  /// Writes the facts in the form and to the place that the options say.
  Sink::Writer makeWriter() const {
    ReportOptions report;
    report.top = top;
    report.minBytes = minBytes;
    bool json = format == "json";
    std::string place = output;
    if (json && place.empty())
      place = "-";
    return [=](const std::vector<FunctionFacts> &facts) {
      return writeTo(place, [&](llvm::raw_ostream &os) {
        if (json)
          return writeJson(facts, report, os);
        for (const FunctionFacts &function : facts)
          writeText(function, report, os);
      });
    };
  }

  std::shared_ptr<Sink> sink = std::make_shared<Sink>();
};

} // namespace
