//===- PackingRun.h - A packer at work, measured ----------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGRUN_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGRUN_H

#include "Compare.h"
#include "PackingSource.h"

#include "memopt/Solver/Packers.h"

namespace memopt::bench {

/// A packer under test.
struct Packer {
  /// As JSON and the options know it.
  llvm::StringRef name;
  PackOutcome (*run)(const PackingProblem &, const PackOptions &);
};

/// First fit, best fit, and what users get, which comes last.
llvm::ArrayRef<Packer> allPackers();
/// What users get.
const Packer &autoPacker();

/// The figures of one packer on one problem.
struct PackingFigures {
  uint32_t buffers = 0;
  /// Whether there is a packing, and its height.
  bool hasPacking = false;
  Bytes height = 0;
  Bytes lowerBound = 0;
  /// `LimitReached` for every packer that took all the steps it may.
  Status status = Status::Feasible;
  uint64_t steps = 0;
  Times times;
  /// Bytes in use before the problem was made, and at most until the packer was
  /// done.
  uint64_t startResident = 0;
  uint64_t peakResident = 0;
};

/// Makes the problem and runs the packer on it, both in a child; checks the
/// packing; and says how it went. With a capacity the question is whether the
/// buffers fit in it. An error names the problem.
llvm::Expected<PackingFigures> measure(const PackingSource &source,
                                       const Packer &packer,
                                       std::optional<Bytes> capacity,
                                       const Settings &settings);

/// Writes the attributes of the figures into the open object.
void writeJson(const PackingFigures &figures, const OutputOptions &options,
               llvm::json::OStream &json);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_PACKINGRUN_H
