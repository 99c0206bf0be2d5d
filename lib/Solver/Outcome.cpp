//===- Outcome.cpp - What a scheduler says --------------------------------===//

#include "memopt/Solver/Outcome.h"

using namespace memopt;

llvm::StringRef memopt::toString(Status status) {
  switch (status) {
  case Status::Optimal:
    return "optimal";
  case Status::Feasible:
    return "feasible";
  case Status::Infeasible:
    return "infeasible";
  case Status::LimitReached:
    return "limit-reached";
  }
  return "";
}
