//===- ShareBuffers.cpp - The --share-buffers pass ------------------------===//
//
// Model, solve, check, rewrite, report. All functions are planned and checked
// before the first edit, so that a failure leaves the IR as it was.
//
//===----------------------------------------------------------------------===//

#include "memopt/Passes/Passes.h"

#include "FunctionSharing.h"
#include "GatherFacts.h"
#include "PassSetup.h"
#include "ProgramPlan.h"

#include "llvm/Support/raw_ostream.h"

#include <limits>

namespace memopt {

#define GEN_PASS_DEF_SHAREBUFFERS
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

namespace {

struct ShareBuffersPass : memopt::impl::ShareBuffersBase<ShareBuffersPass> {
  using ShareBuffersBase::ShareBuffersBase;

  bool canScheduleOn(RegisteredOperationName name) const override {
    return runsOnFunctionsIn(name);
  }

  void runOnOperation() override {
    SharingModelOptions model;
    model.inPlace = inPlace;
    model.moveDeallocs = moveDeallocs;
    model.byBytes = classes == "bytes";
    if (classes != "type" && classes != "bytes") {
      getOperation()->emitError()
          << "share-buffers: classes must be 'type' or 'bytes', not '"
          << classes << "'";
      return signalPassFailure();
    }
    if (failed(checkOutputs(getOperation(), "share-buffers", {reportFile})))
      return signalPassFailure();
    ModelOptions reading;
    reading.assumeNoCapture.assign(assumeNoCapture.begin(),
                                   assumeNoCapture.end());
    if (dynamicSize >= 0)
      reading.dynamicSize = dynamicSize;

    std::unique_ptr<ProgramPlan> before =
        planProgram(getOperation(), reading, /*scheduling=*/nullptr);
    if (!before)
      return signalPassFailure();
    std::vector<SharingFacts> facts;
    if (failed(share(*before, model, facts)))
      return signalPassFailure();
    before.reset();
    // The peak of a function depends on those of its callees.
    std::unique_ptr<ProgramPlan> after =
        planProgram(getOperation(), reading, /*scheduling=*/nullptr);
    if (!after)
      return signalPassFailure();
    report(*after, facts);
  }

private:
  /// What a function may take, or 0 for no limit.
  Bytes mostBytes() const {
    constexpr uint64_t kMost = std::numeric_limits<Bytes>::max();
    return static_cast<Bytes>(std::min(maxBytes.getValue().bytes, kMost));
  }

  LogicalResult share(ProgramPlan &program, const SharingModelOptions &model,
                      std::vector<SharingFacts> &facts) {
    SharingOptions options;
    options.maxBytes = mostBytes();
    std::vector<std::unique_ptr<FunctionSharing>> sharings;
    for (ProgramPlan::Entry &entry : program.entries) {
      facts.emplace_back();
      if (!entry.plan)
        continue;
      sharings.push_back(
          FunctionSharing::compute(entry.plan->getStorage(), model, options));
      if (!sharings.back())
        return failure();
      facts.back() = sharings.back()->gatherFacts();
      facts.back().peakBefore = entry.plan->getPeaks().after;
      sharings.back()->emitRemarks();
    }
    bool changed = false;
    for (std::unique_ptr<FunctionSharing> &sharing : sharings)
      changed |= sharing->apply();
    if (!changed)
      markAllAnalysesPreserved();
    return success();
  }

  void report(const ProgramPlan &program, ArrayRef<SharingFacts> sharings) {
    std::vector<FunctionFacts> facts;
    for (auto [entry, sharing] : llvm::zip_equal(program.entries, sharings)) {
      if (!entry.plan)
        continue;
      facts.push_back(memopt::gatherFacts(*entry.plan, /*scheduled=*/false));
      facts.back().sharing = sharing;
      FunctionOpInterface function = entry.function;
      if (mostBytes() > 0 && facts.back().peak > mostBytes())
        function->emitWarning()
            << "share-buffers: the peak of " << facts.back().peak
            << " bytes is above max-bytes=" << mostBytes();
    }
    ReportOptions options;
    options.top = top;
    options.minBytes = minBytes;
    if (failed(deliver(
            getOperation(), "share-buffers", std::move(facts), *sink,
            comparisonWriter(writeSharingText, quiet, reportFile, options))))
      signalPassFailure();
  }

  std::shared_ptr<Sink> sink = std::make_shared<Sink>();
};

} // namespace
