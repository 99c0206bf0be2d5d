//===- CallComponents.cpp - Functions that calls connect ------------------===//

#include "CallComponents.h"

#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "llvm/ADT/EquivalenceClasses.h"

using namespace mlir;

namespace memopt {

/// The name of an op that is, or holds, a function; empty for others.
static StringRef nameOf(Operation *op) {
  auto name = op->getAttrOfType<StringAttr>(SymbolTable::getSymbolAttrName());
  bool holds = isa<FunctionOpInterface>(op) || isa<ModuleOp>(op);
  return name && holds ? name.getValue() : StringRef();
}

CallComponents::CallComponents(ModuleOp module) {
  llvm::EquivalenceClasses<StringRef> classes;
  SmallVector<Operation *> holders;
  for (Operation &op : *module.getBody()) {
    if (nameOf(&op).empty())
      continue;
    holders.push_back(&op);
    classes.insert(nameOf(&op));
  }
  for (Operation *op : holders) {
    std::optional<SymbolTable::UseRange> uses = SymbolTable::getSymbolUses(op);
    // Who may refer to anything is joined with all.
    if (!uses) {
      for (Operation *other : holders)
        classes.unionSets(nameOf(op), nameOf(other));
      continue;
    }
    for (SymbolTable::SymbolUse use : *uses) {
      StringRef used = use.getSymbolRef().getRootReference().getValue();
      if (classes.contains(used))
        classes.unionSets(nameOf(op), used);
    }
  }
  llvm::StringMap<unsigned> numberOf;
  for (Operation *op : holders) {
    StringRef leader = classes.getLeaderValue(nameOf(op));
    auto [entry, isNew] = numberOf.try_emplace(leader, numComponents);
    numComponents += isNew;
    componentOf[nameOf(op)] = entry->second;
  }
}

std::optional<unsigned> CallComponents::of(Operation *op) const {
  auto entry = componentOf.find(nameOf(op));
  if (entry == componentOf.end())
    return std::nullopt;
  return entry->second;
}

} // namespace memopt
