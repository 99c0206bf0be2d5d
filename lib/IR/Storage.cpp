//===- Storage.cpp - Which values live in which storage -------------------===//
//
// The roots and the questions about them. The alias sets themselves come from
// Aliases.cpp, the marks from Escapes.cpp, updates in place from InPlace.cpp.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Storage.h"

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/RegionGraphTraits.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace mlir;

namespace memopt {

bool isNestedFunctionOrModule(Operation *op) {
  return isa<FunctionOpInterface>(op) || op->hasTrait<OpTrait::SymbolTable>();
}

Operation *terminatorOf(Block &block) {
  return block.mightHaveTerminator() ? block.getTerminator() : nullptr;
}

bool isConstantData(Operation *op, const ModelOptions &options) {
  if (op->hasTrait<OpTrait::ConstantLike>())
    return true;
  // A foreign dialect's constant in generic form: no operands, and an elements
  // attribute that is the whole result.
  if (!options.isAssumedPure(op) || op->getNumOperands() != 0 ||
      op->getNumResults() != 1 || op->getNumRegions() != 0)
    return false;
  return llvm::any_of(op->getAttrs(), [&](NamedAttribute attribute) {
    auto elements = dyn_cast<ElementsAttr>(attribute.getValue());
    return elements && elements.getType() == op->getResult(0).getType();
  });
}

Storage::Storage(FunctionOpInterface function, const ModelOptions &options,
                 const Summaries *summaries, SymbolTableCollection &symbols)
    : function(function), options(options), summaries(summaries),
      symbols(symbols), typeSizes(function, options.dynamicSize),
      analysisState(bufferizationOptions) {
  if (function.isExternal())
    return;
  for (BlockArgument argument : function.getArguments())
    if (Sizes::isStorageType(argument.getType()))
      makeRoot(argument, RootKind::Argument);
  unsigned counter = 0;
  numberRegions(function.getFunctionBody(), counter);
  for (Operation *op : opsInFlowOrder)
    if (isa<tensor::EmptyOp>(op) && onlyUsedAsDestination(op->getResult(0)))
      floatingEmpties.insert(op);
  findAliases();
  sizeHandedMemRefs();
  markRoots();
  findLingering();
  findHeldRoots();
}

/// Numbers the regions from `region` down so that those inside an op are a
/// range of numbers, and lists the ops so that on straight paths a value's
/// definition comes before its uses: blocks in reverse post-order, unreachable
/// ones last.
void Storage::numberRegions(Region &region, unsigned &counter) {
  regionNumbers[&region] = counter++;
  if (region.empty())
    return;
  SmallVector<Block *> blocks;
  llvm::SmallPtrSet<Block *, 8> reachable;
  for (Block *block :
       llvm::ReversePostOrderTraversal<Block *>(&region.front())) {
    blocks.push_back(block);
    reachable.insert(block);
  }
  for (Block &block : region)
    if (!reachable.contains(&block))
      blocks.push_back(&block);
  for (Block *block : blocks) {
    for (Operation &op : *block) {
      if (isNestedFunctionOrModule(&op))
        continue;
      opsInFlowOrder.push_back(&op);
      unsigned first = counter;
      for (Region &nested : op.getRegions())
        numberRegions(nested, counter);
      if (counter != first)
        regionRanges[&op] = {first, counter};
    }
  }
}

ArrayRef<RootId> Storage::rootsOf(Value value) const {
  auto it = valueRoots.find(value);
  return it == valueRoots.end() ? ArrayRef<RootId>() : it->second;
}

ArrayRef<RootId> Storage::rootsHeldBy(Value value) const {
  if (olderInstances.empty())
    return rootsOf(value);
  auto it = heldRoots.find(value);
  return it == heldRoots.end() ? ArrayRef<RootId>() : it->second;
}

std::optional<RootId> Storage::ownRoot(Value value) const {
  auto it = ownRoots.find(value);
  if (it == ownRoots.end())
    return std::nullopt;
  return it->second;
}

bool Storage::isFloating(Operation *op) const {
  return floatingEmpties.contains(op) || isConstantData(op, options);
}

bool Storage::isMadeInside(RootId id, Operation *op) const {
  auto range = regionRanges.find(op);
  unsigned region = roots[id].regionNumber;
  return range != regionRanges.end() && range->second.first <= region &&
         region < range->second.second;
}

/// True when the storage of `id` is named by a value of `region` itself.
bool Storage::isMadeIn(RootId id, Region *region) const {
  Value value = roots[id].value;
  return value && roots[id].isCounted() && value.getParentRegion() == region;
}

SmallVector<RootId> Storage::madeElsewhere(ArrayRef<RootId> ids,
                                           Region *region) const {
  return llvm::filter_to_vector(
      ids, [&](RootId id) { return !isMadeIn(id, region); });
}

const FunctionSummary *Storage::summaryOf(CallOpInterface call) const {
  if (!summaries)
    return nullptr;
  Operation *callee = call.resolveCallableInTable(&symbols);
  if (!callee)
    return nullptr;
  auto it = summaries->find(callee);
  return it == summaries->end() ? nullptr : &it->second;
}

bool Storage::callsDeclaration(CallOpInterface call) const {
  if (!summaries)
    return false;
  auto callee = dyn_cast_or_null<FunctionOpInterface>(
      call.resolveCallableInTable(&symbols));
  return callee && callee.isExternal();
}

SmallVector<RootId> Storage::touchedRoots(Operation *op) const {
  SmallVector<RootId> touched;
  for (Value operand : op->getOperands())
    llvm::append_range(touched, rootsHeldBy(operand));
  for (Region &region : op->getRegions())
    region.walk([&](Operation *nested) {
      for (Value operand : nested->getOperands())
        for (RootId id : rootsHeldBy(operand))
          if (!isMadeInside(id, op))
            touched.push_back(id);
    });
  llvm::sort(touched);
  touched.erase(llvm::unique(touched), touched.end());
  return touched;
}

RootId Storage::makeRoot(Value value, RootKind kind) {
  auto [it, inserted] = ownRoots.try_emplace(value, numRoots());
  if (!inserted)
    return it->second;
  RootId id = it->second;
  Root root{kind, value, typeSizes.sizeOf(value.getType())};
  auto number = regionNumbers.find(value.getParentRegion());
  if (number != regionNumbers.end())
    root.regionNumber = number->second;
  roots.push_back(root);
  add(value, id);
  return id;
}

RootId Storage::externalRoot() {
  if (!external) {
    external = numRoots();
    Root root{RootKind::External, Value(), {0, {}}};
    root.escapes = true;
    root.mixed = true;
    roots.push_back(root);
  }
  return *external;
}

bool Storage::add(Value value, ArrayRef<RootId> ids) {
  if (ids.empty())
    return false;
  // `ids` may point into the map that the insertion below moves.
  SmallVector<RootId, 4> added(ids);
  SmallVector<RootId, 1> &set = valueRoots[value];
  bool changed = false;
  for (RootId id : added) {
    auto *it = llvm::lower_bound(set, id);
    if (it != set.end() && *it == id)
      continue;
    set.insert(it, id);
    changed = true;
  }
  return changed;
}

} // namespace memopt
