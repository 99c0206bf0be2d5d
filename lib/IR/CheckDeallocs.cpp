//===- CheckDeallocs.cpp - A second proof that memrefs are apart ----------===//
//
// Walks from a memref back to what made it, through views, selects, results of
// regions and calls, and knows nothing of anything else: an allocation or the
// call of a function that returns nothing but its own is a maker; arguments and
// globals are foreign; a block argument, a load or any other op is unknown.
//
// What an SSA value names is the youngest instance of each of its makers, since
// no walk goes through a block argument. So memrefs without a common maker are
// apart, in loops too.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Deallocs.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;

namespace memopt {

namespace {

/// What a memref may be.
struct Origins {
  llvm::SmallPtrSet<Operation *, 4> makers;
  bool foreign = false;
};

class OriginFinder {
public:
  OriginFinder(bool followCalls, SymbolTableCollection &symbols)
      : followCalls(followCalls), symbols(symbols) {}

  /// Everything that `memref` may be, or nothing if that is not known.
  std::optional<Origins> originsOf(Value memref);

private:
  bool returnsItsOwn(CallOpInterface call);
  bool computeReturnsItsOwn(FunctionOpInterface function);

  bool followCalls;
  SymbolTableCollection &symbols;
  /// For each function, whether all memrefs that it returns are made by it.
  /// False while that is not known, as in a recursion.
  DenseMap<Operation *, bool> ownResults;
};

} // namespace

static bool isAllocatedBy(OpResult memref) {
  auto effects = dyn_cast<MemoryEffectOpInterface>(memref.getOwner());
  return effects && effects.getEffectOnValue<MemoryEffects::Allocate>(memref) &&
         !isa<memref::ReallocOp>(memref.getOwner());
}

/// Adds to `sources` the memrefs that `memref` is a view of, or one of. False
/// if they are not known.
static bool addSources(OpResult memref, SmallVectorImpl<Value> &sources) {
  Operation *op = memref.getOwner();
  if (isa<memref::CastOp, memref::ExtractStridedMetadataOp, memref::TransposeOp,
          memref::SubViewOp, memref::ExpandShapeOp, memref::CollapseShapeOp,
          memref::ReinterpretCastOp, memref::ReshapeOp, memref::ViewOp>(op)) {
    sources.push_back(op->getOperand(0));
    return true;
  }
  if (auto select = dyn_cast<SelectLikeOpInterface>(op)) {
    sources.push_back(select.getTrueValue());
    sources.push_back(select.getFalseValue());
    return true;
  }
  auto branch = dyn_cast<RegionBranchOpInterface>(op);
  if (!branch)
    return false;
  RegionBranchInverseSuccessorMapping mapping;
  branch.getSuccessorInputOperandMapping(mapping);
  auto flowing = mapping.find(memref);
  if (flowing == mapping.end())
    return false;
  for (OpOperand *operand : flowing->second)
    sources.push_back(operand->get());
  return !flowing->second.empty();
}

std::optional<Origins> OriginFinder::originsOf(Value memref) {
  Origins origins;
  SmallVector<Value> worklist = {memref};
  llvm::SmallPtrSet<Value, 8> seen;
  while (!worklist.empty()) {
    Value value = worklist.pop_back_val();
    if (!seen.insert(value).second)
      continue;
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      if (!isa<FunctionOpInterface>(argument.getOwner()->getParentOp()) ||
          !argument.getOwner()->isEntryBlock())
        return std::nullopt;
      origins.foreign = true;
      continue;
    }
    auto result = cast<OpResult>(value);
    auto call = dyn_cast<CallOpInterface>(result.getOwner());
    if (isa<memref::GetGlobalOp>(result.getOwner()))
      origins.foreign = true;
    else if (isAllocatedBy(result) || (call && returnsItsOwn(call)))
      origins.makers.insert(result.getOwner());
    else if (call || !addSources(result, worklist))
      return std::nullopt;
  }
  return origins;
}

bool OriginFinder::returnsItsOwn(CallOpInterface call) {
  if (!followCalls)
    return false;
  auto callee = dyn_cast_or_null<FunctionOpInterface>(
      call.resolveCallableInTable(&symbols));
  if (!callee || callee.isExternal())
    return false;
  auto [entry, isNew] = ownResults.try_emplace(callee, false);
  if (!isNew)
    return entry->second;
  bool own = computeReturnsItsOwn(callee);
  ownResults[callee] = own;
  return own;
}

bool OriginFinder::computeReturnsItsOwn(FunctionOpInterface function) {
  for (Block &block : function.getFunctionBody()) {
    Operation *terminator = terminatorOf(block);
    if (!terminator)
      return false;
    if (terminator->getNumSuccessors() != 0)
      continue;
    for (Value operand : terminator->getOperands()) {
      if (!isa<BaseMemRefType>(operand.getType()))
        continue;
      std::optional<Origins> origins = originsOf(operand);
      if (!origins || origins->foreign)
        return false;
    }
  }
  return true;
}

void keepProvedSplits(std::vector<DeallocSplit> &splits, bool followCalls,
                      SymbolTableCollection &symbols) {
  OriginFinder finder(followCalls, symbols);
  for (DeallocSplit &split : splits) {
    std::vector<Origins> origins;
    DenseMap<Operation *, unsigned> numMemRefsOf;
    for (ValueRange memrefs : {ValueRange(split.op.getMemrefs()),
                               ValueRange(split.op.getRetained())})
      for (Value memref : memrefs) {
        std::optional<Origins> found = finder.originsOf(memref);
        if (!found)
          break;
        for (Operation *maker : found->makers)
          ++numMemRefsOf[maker];
        origins.push_back(std::move(*found));
      }
    if (origins.size() !=
        split.op.getMemrefs().size() + split.op.getRetained().size()) {
      split.alone.clear();
      continue;
    }
    llvm::erase_if(split.alone, [&](unsigned number) {
      const Origins &own = origins[number];
      return own.foreign || own.makers.empty() ||
             llvm::any_of(own.makers, [&](Operation *maker) {
               return numMemRefsOf.lookup(maker) != 1;
             });
    });
  }
  llvm::erase_if(splits,
                 [](const DeallocSplit &split) { return split.alone.empty(); });
}

} // namespace memopt
