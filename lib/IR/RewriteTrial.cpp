//===- RewriteTrial.cpp - Copies of a module to try things on -------------===//
//
// A pass may run pipelines only on what is inside its own op, so a trial is a
// module in the module while it lasts. An edit that is checked once it is done
// needs no pipeline, and gets a copy of its own.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"
#include "memopt/IR/SameProgram.h"

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

ModuleOp addMixedTrial(ModuleOp module, ArrayRef<ModuleOp> sources,
                       function_ref<unsigned(Operation *)> choose) {
  std::vector<std::vector<Operation *>> opsOf;
  for (ModuleOp source : sources) {
    opsOf.emplace_back();
    for (Operation &op : *source.getBody())
      opsOf.back().push_back(&op);
    if (opsOf.back().size() != opsOf.front().size())
      return ModuleOp();
  }
  ModuleOp trial = addTrial(module, sources.front());
  std::vector<Operation *> places;
  for (Operation &op : *trial.getBody())
    places.push_back(&op);
  for (auto [number, op] : llvm::enumerate(places)) {
    unsigned chosen = choose(op);
    if (chosen == 0)
      continue;
    OpBuilder(op).clone(*opsOf[chosen][number]);
    op->erase();
  }
  return trial;
}

FailureOr<bool> rewriteChecked(Operation *root, StringRef what,
                               function_ref<bool(Operation *)> rewrite) {
  OwningOpRef<Operation *> copy = root->clone();
  if (!rewrite(*copy))
    return false;
  if (std::optional<Difference> difference = checkSameProgram(root, *copy)) {
    difference->op->emitError()
        << "memopt rewrote " << what
        << " in a way that its checker rejects, so nothing was changed; "
           "please report this: "
        << difference->message;
    return failure();
  }
  for (auto [to, from] :
       llvm::zip_equal(root->getRegions(), copy->getRegions()))
    to.takeBody(from);
  return true;
}

} // namespace memopt
