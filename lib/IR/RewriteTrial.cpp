//===- RewriteTrial.cpp - Copies of a module to try things on -------------===//
//
// A pass may run pipelines only on what is inside its own op, so a trial is a
// module in the module while it lasts.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "mlir/Interfaces/DataLayoutInterfaces.h"

using namespace mlir;

namespace memopt {

ModuleOp addTrial(ModuleOp module, ModuleOp source) {
  // Cloned before it is inserted, so that it does not contain itself.
  ModuleOp trial = source.clone();
  // The layout around it holds for it too; to combine it with the same once
  // more is not supported everywhere.
  for (NamedAttribute attribute : llvm::to_vector(trial->getDiscardableAttrs()))
    if (isa<DataLayoutSpecInterface, TargetSystemSpecInterface>(
            attribute.getValue()))
      trial->removeDiscardableAttr(attribute.getName());
  module.getBody()->push_back(trial);
  return trial;
}

void removeTrial(ModuleOp trial) { trial.erase(); }

void adoptTrial(ModuleOp module, ModuleOp trial) {
  Block *body = module.getBody();
  trial->remove();
  body->clear();
  body->getOperations().splice(body->end(), trial.getBody()->getOperations());
  trial->destroy();
}

} // namespace memopt
