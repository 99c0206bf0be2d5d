//===- PackPortfolio.cpp - The packer that users get ----------------------===//

#include "memopt/Solver/Packers.h"

using namespace memopt;

PackOutcome memopt::packAuto(const PackingProblem &problem,
                             const PackOptions &options) {
  PackOutcome outcome = packFirstFit(problem, options);
  if (outcome.height == outcome.lowerBound)
    outcome.status = Status::Optimal;
  return outcome;
}
