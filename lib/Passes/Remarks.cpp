//===- Remarks.cpp - The facts of a run as MLIR remarks -------------------===//

#include "Remarks.h"

#include "GatherFacts.h"

#include "memopt/Model/Schedule.h"

#include "mlir/IR/Remarks.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;

namespace memopt {

static remark::RemarkOpts named(StringRef name, FunctionOpInterface function) {
  return remark::RemarkOpts::name(name).category("memopt").function(
      function.getName());
}

void emitPeakRemarks(FunctionOpInterface function, const FunctionFacts &facts) {
  remark::analysis(function.getLoc(), named("PeakMemory", function))
      << remark::add("peak memory {0}{1} bytes",
                     facts.isLowerLimit() ? "at least " : "", facts.peak)
      << remark::metric("PeakBytes", facts.peak)
      << remark::metric("UnknownBuffers", facts.unknownBuffers)
      << remark::metric("ArgumentBytes", facts.argumentBytes)
      << remark::metric("ConstantBytes", facts.constantBytes)
      << remark::metric("ResultBytes", facts.resultBytes)
      << remark::metric("NoFreeBytes", facts.noFree)
      << remark::metric("PeakAt", facts.peakOp)
      << remark::metric("PeakLocation", facts.peakLocation);
}

void emitScheduleRemarks(const FunctionPlan &plan, const FunctionFacts &facts) {
  FunctionOpInterface function = plan.getFunction();
  if (!facts.schedule)
    return;
  const ScheduleFacts &schedule = *facts.schedule;
  Location location = function.getLoc();
  std::string gap =
      llvm::formatv("{0:f4}", gapPercent(facts.peak, schedule.lowerBound));
  auto addFigures = [&](remark::detail::InFlightRemark &remark) {
    remark << remark::metric("PeakBytes", facts.peak)
           << remark::metric("PeakBytesBefore", schedule.peakBefore)
           << remark::metric("LowerBoundBytes", schedule.lowerBound)
           << remark::metric("GapBytes", facts.peak - schedule.lowerBound)
           << remark::metric("GapPercent", gap)
           << remark::metric("Status", schedule.status);
  };
  if (facts.peak < schedule.peakBefore)
    addFigures(remark::passed(location, named("MinPeakSchedule", function))
               << remark::add("peak memory {0} bytes, before {1}", facts.peak,
                              schedule.peakBefore));
  else
    addFigures(remark::analysis(location, named("MinPeakSchedule", function))
               << remark::add("the input order is kept, with a peak of {0} "
                              "bytes",
                              facts.peak));

  if (facts.peak > schedule.lowerBound)
    addFigures(remark::missed(location, named("MinPeakSchedule", function))
               << remark::add("the peak is not proved to be the least")
               << remark::reason("the search ended with a gap of {0} bytes, "
                                 "{1}% of the peak",
                                 facts.peak - schedule.lowerBound, gap)
               << remark::suggest("raise max-steps, or send the problem that "
                                  "dump-problem=DIR writes"));
  for (const BlockPlan &block : plan.getBlocks()) {
    if (block.model.graph.buffers.empty() || block.model.numBarriers == 0)
      continue;
    Operation *barrier = block.model.barrierOp;
    remark::missed(barrier->getLoc(), named("Barrier", function))
        << remark::add("nothing moves across {0} ops of this block",
                       block.model.numBarriers)
        << remark::reason("'{0}' {1}", barrier->getName().getStringRef().str(),
                          block.model.barrierReason.str())
        << remark::suggest("if the ops of the '{0}' dialect have no side "
                           "effects, say assume-pure={0}",
                           barrier->getName().getDialectNamespace().str());
  }
}

} // namespace memopt
