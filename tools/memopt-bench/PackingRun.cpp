//===- PackingRun.cpp - A packer at work, measured ------------------------===//

#include "PackingRun.h"

#include "Child.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Schedule.h"

using namespace memopt;
using namespace memopt::bench;

llvm::ArrayRef<Packer> memopt::bench::allPackers() {
  static constexpr Packer packers[] = {
      {"first-fit", packFirstFit},
      {"best-fit", packBestFit},
      {"auto", packAuto},
  };
  return packers;
}

const Packer &memopt::bench::autoPacker() { return allPackers().back(); }

static llvm::Expected<PackingFigures> measureHere(const PackingSource &source,
                                                  const Packer &packer,
                                                  std::optional<Bytes> capacity,
                                                  const Settings &settings) {
  PackingFigures figures;
  figures.startResident = residentBytes();
  llvm::Expected<PackingProblem> problem = source.make();
  if (!problem)
    return problem.takeError();
  problem->capacity = capacity;
  PackOptions options;
  options.maxSteps = settings.maxSteps;
  PackOutcome outcome;
  figures.times =
      measureTimes([&] { outcome = packer.run(*problem, options); });
  figures.peakResident = peakResidentBytes();
  figures.buffers = problem->numBuffers();
  figures.lowerBound = outcome.lowerBound;
  figures.steps = outcome.steps;
  figures.status = outcome.status;
  if (outcome.status == Status::Feasible && outcome.steps >= options.maxSteps)
    figures.status = Status::LimitReached;
  if (outcome.offsets.size() != problem->buffers.size())
    return figures;
  figures.hasPacking = true;
  figures.height = outcome.height;
  if (std::optional<Violation> violation =
          checkPacking(*problem, outcome.offsets, outcome.height))
    return llvm::createStringError(
        "the packing of " + packer.name +
        " is wrong, please report a bug: " + violation->message);
  return figures;
}

llvm::Expected<PackingFigures>
memopt::bench::measure(const PackingSource &source, const Packer &packer,
                       std::optional<Bytes> capacity,
                       const Settings &settings) {
  llvm::Expected<PackingFigures> figures =
      runInChild<PackingFigures>(packer.name, [&] {
        return measureHere(source, packer, capacity, settings);
      });
  if (!figures)
    return llvm::createStringError(source.origin + ": " +
                                   llvm::toString(figures.takeError()));
  return figures;
}

void memopt::bench::writeJson(const PackingFigures &figures,
                              const OutputOptions &options,
                              llvm::json::OStream &json) {
  if (figures.hasPacking) {
    json.attribute("height", figures.height);
    json.attribute("gapBytes", figures.height - figures.lowerBound);
    json.attribute("gapPercent",
                   gapPercent(figures.height, figures.lowerBound));
  }
  json.attribute("lowerBound", figures.lowerBound);
  json.attribute("status", toString(figures.status));
  json.attribute("steps", figures.steps);
  if (!options.times)
    return;
  json.attribute("cpuSeconds", figures.times.cpuSeconds);
  json.attribute("wallSeconds", figures.times.wallSeconds);
  json.attribute("startResidentBytes", figures.startResident);
  json.attribute("peakResidentBytes", figures.peakResident);
}
