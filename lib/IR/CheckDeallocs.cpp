//===- CheckDeallocs.cpp - A second proof that memrefs are apart ----------===//
//
// Walks from a memref back to what made it, through views, selects, results of
// regions and calls, and knows nothing of anything else: an allocation or the
// call of a function that returns nothing but its own is a maker; arguments and
// globals are foreign; a block argument, a load or any other op is unknown.
//
// Two results of an op with regions may be one, as they have their makers in
// it.
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
  /// The result of each maker; of a call the first one if its results may be
  /// one.
  llvm::SmallPtrSet<Value, 4> makers;
  bool foreign = false;
};

class OriginFinder {
public:
  OriginFinder(ArrayRef<FunctionOpInterface> calleesFirst,
               SymbolTableCollection &symbols)
      : symbols(symbols) {
    for (FunctionOpInterface function : calleesFirst)
      if (std::optional<bool> apart = returnsItsOwn(function))
        ownResults[function] = *apart;
  }

  /// Everything that `memref` may be, or nothing if that is not known.
  std::optional<Origins> originsOf(Value memref);

private:
  bool addSources(OpResult memref, SmallVectorImpl<Value> &sources);
  std::optional<bool> returnsItsOwn(FunctionOpInterface function);

  SymbolTableCollection &symbols;
  /// The functions that return no memref but those that they make, and whether
  /// no two of their results may be one. One that calls itself is none.
  DenseMap<Operation *, bool> ownResults;
  /// What flows where in ops with regions that were asked for.
  DenseMap<Operation *, RegionBranchInverseSuccessorMapping> flows;
};

} // namespace

static bool isAllocatedBy(OpResult memref) {
  auto effects = dyn_cast<MemoryEffectOpInterface>(memref.getOwner());
  return effects && effects.getEffectOnValue<MemoryEffects::Allocate>(memref) &&
         !isa<memref::ReallocOp>(memref.getOwner());
}

/// Adds to `sources` the memrefs that `memref` is a view of, or one of. False
/// if they are not known.
bool OriginFinder::addSources(OpResult memref,
                              SmallVectorImpl<Value> &sources) {
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
  auto [flow, isNew] = flows.try_emplace(op);
  if (isNew)
    branch.getSuccessorInputOperandMapping(flow->second);
  auto flowing = flow->second.find(memref);
  if (flowing == flow->second.end())
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
    if (isa<memref::GetGlobalOp>(result.getOwner())) {
      origins.foreign = true;
    } else if (isAllocatedBy(result)) {
      origins.makers.insert(result);
    } else if (auto call = dyn_cast<CallOpInterface>(result.getOwner())) {
      auto own = ownResults.find(call.resolveCallableInTable(&symbols));
      if (own == ownResults.end())
        return std::nullopt;
      origins.makers.insert(own->second ? value : call->getResult(0));
    } else if (!addSources(result, worklist)) {
      return std::nullopt;
    }
  }
  return origins;
}

/// Nothing if `function` may return a memref that it does not make; otherwise
/// whether each of them is another one.
std::optional<bool> OriginFinder::returnsItsOwn(FunctionOpInterface function) {
  if (function.isExternal())
    return std::nullopt;
  bool apart = true;
  DenseMap<Value, unsigned> returnedAs;
  for (Block &block : function.getFunctionBody()) {
    Operation *terminator = terminatorOf(block);
    if (!terminator)
      return std::nullopt;
    if (terminator->getNumSuccessors() != 0)
      continue;
    for (OpOperand &operand : terminator->getOpOperands()) {
      if (!isa<BaseMemRefType>(operand.get().getType()))
        continue;
      std::optional<Origins> origins = originsOf(operand.get());
      if (!origins || origins->foreign)
        return std::nullopt;
      unsigned number = operand.getOperandNumber();
      for (Value maker : origins->makers)
        apart &= returnedAs.try_emplace(maker, number).first->second == number;
    }
  }
  return apart;
}

void keepProvedSplits(std::vector<DeallocSplit> &splits,
                      ArrayRef<FunctionOpInterface> calleesFirst,
                      SymbolTableCollection &symbols) {
  if (splits.empty())
    return;
  OriginFinder finder(calleesFirst, symbols);
  for (DeallocSplit &split : splits) {
    std::vector<Origins> origins;
    DenseMap<Value, unsigned> numMemRefsOf;
    for (ValueRange memrefs : {ValueRange(split.op.getMemrefs()),
                               ValueRange(split.op.getRetained())})
      for (Value memref : memrefs) {
        std::optional<Origins> found = finder.originsOf(memref);
        if (!found)
          break;
        for (Value maker : found->makers)
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
             llvm::any_of(own.makers, [&](Value maker) {
               return numMemRefsOf.lookup(maker) != 1;
             });
    });
  }
  llvm::erase_if(splits,
                 [](const DeallocSplit &split) { return split.alone.empty(); });
}

} // namespace memopt
