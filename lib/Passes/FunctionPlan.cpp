//===- FunctionPlan.cpp - A function, modelled and scheduled --------------===//
//
// Goes through the regions of a function innermost first, since the peak inside
// an op's regions is that op's workspace one level up. Each order that a
// scheduler returns passes the checker before it is taken.
//
//===----------------------------------------------------------------------===//

#include "FunctionPlan.h"

#include "memopt/IR/KeptRoots.h"
#include "memopt/IR/Rewrite.h"
#include "memopt/Model/Check.h"

#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/RegionGraphTraits.h"
#include "mlir/IR/RegionKindInterface.h"
#include "llvm/ADT/DepthFirstIterator.h"

using namespace mlir;

namespace memopt {

/// The ops under `region` that have regions of their own, such that every op
/// comes after those inside it. Does not enter nested functions.
static SmallVector<Operation *> regionOpsInnermostFirst(Region &region) {
  SmallVector<Operation *> ops;
  region.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isNestedFunctionOrModule(op))
      return WalkResult::skip();
    if (op->getNumRegions() != 0)
      ops.push_back(op);
    return WalkResult::advance();
  });
  std::reverse(ops.begin(), ops.end());
  return ops;
}

/// True for regions that only combine scalars for an op of which we know
/// nothing more, such as the body of a reduction in generic form. They are
/// executed element by element and need no storage.
static bool isScalarCombiner(Region &region) {
  if (region.getParentOp()->isRegistered())
    return false;
  return !region
              .walk([](Operation *op) {
                for (Type type : op->getResultTypes()) {
                  auto shaped = dyn_cast<ShapedType>(type);
                  if (shaped && (!shaped.hasRank() || shaped.getRank() != 0))
                    return WalkResult::interrupt();
                }
                return WalkResult::advance();
              })
              .wasInterrupted();
}

std::unique_ptr<FunctionPlan>
FunctionPlan::compute(FunctionOpInterface function, const ModelOptions &options,
                      const Summaries *summaries,
                      SymbolTableCollection &symbols,
                      const ScheduleOptions *scheduling) {
  std::unique_ptr<FunctionPlan> plan(
      new FunctionPlan(function, options, summaries, symbols));
  Region &body = function.getFunctionBody();
  body.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isNestedFunctionOrModule(op))
      return WalkResult::skip();
    auto call = dyn_cast<CallOpInterface>(op);
    if (call && !options.isAssumedPure(op)) {
      const FunctionSummary *callee = plan->storage.summaryOf(call);
      if (!callee || !callee->complete)
        plan->unknownCalls.push_back(call);
    }
    return WalkResult::advance();
  });

  // An op we do not know may give any meaning to the order inside it.
  llvm::SmallPtrSet<Operation *, 8> frozen;
  SmallVector<Operation *> regionOps = regionOpsInnermostFirst(body);
  for (Operation *op : llvm::reverse(regionOps))
    if (frozen.contains(op->getParentOp()) || !mayReorderInside(op, options))
      frozen.insert(op);
  for (Operation *op : regionOps)
    for (Region &region : op->getRegions())
      if (failed(plan->planRegion(region, !frozen.contains(op), scheduling)))
        return nullptr;
  if (failed(plan->planRegion(body, /*mayReorder=*/true, scheduling)))
    return nullptr;
  return plan;
}

LogicalResult FunctionPlan::planRegion(Region &region, bool mayReorder,
                                       const ScheduleOptions *scheduling) {
  if (region.empty() || !mayHaveSSADominance(region) ||
      isScalarCombiner(region))
    return success();
  RegionLiveness liveness(region, storage);
  // Blocks that nothing reaches may hold ops that use their own results.
  llvm::df_iterator_default_set<Block *> reachable;
  for (Block *block : llvm::depth_first_ext(&region.front(), reachable))
    (void)block;
  for (Block &block : region) {
    if (!reachable.contains(&block))
      continue;
    BlockPlan plan;
    plan.model = buildBlockModel(block, storage, liveness);
    plan.model.graph.name = function.getName().str();
    plan.mayReorder = mayReorder;
    if (failed(planBlock(plan, scheduling)))
      return failure();
    blockPeaks[&block] = plan.peaks;
    blockIndex[&block] = blocks.size();
    blocks.push_back(std::move(plan));
  }
  return success();
}

/// The most that a lower bound of `model` can drop when the workspaces that it
/// was computed with are themselves only known down to their bounds.
static Bytes largestInnerGap(BlockModel &model, const Storage &storage,
                             const BlockPeaks &peaks) {
  setWorkspaces(model, storage, peaks, &Peaks::bound);
  SmallVector<Bytes> bounds;
  for (const Op &op : model.graph.ops)
    bounds.push_back(op.workspace);
  setWorkspaces(model, storage, peaks, &Peaks::after);
  Bytes gap = 0;
  for (auto [op, bound] : llvm::zip_equal(model.graph.ops, bounds))
    gap = std::max(gap, op.workspace - bound);
  return gap;
}

LogicalResult FunctionPlan::planBlock(BlockPlan &plan,
                                      const ScheduleOptions *scheduling) {
  Graph &graph = plan.model.graph;
  Operation *parent = plan.model.block->getParentOp();
  plan.order = inputOrder(graph);
  // The regions of a terminator, such as those of scf.reduce, run at the end.
  Operation *terminator = terminatorOf(*plan.model.block);
  auto atEnd = [&](Bytes Peaks::*member) {
    return terminator ? addSaturating(workspaceOf(terminator, storage,
                                                  blockPeaks, member),
                                      storage.bytesLeftBy(terminator))
                      : 0;
  };
  if (graph.buffers.empty()) {
    setWorkspaces(plan.model, storage, blockPeaks, &Peaks::after);
    bool anyInside =
        llvm::any_of(graph.ops, [](const Op &op) { return op.workspace != 0; });
    if (!anyInside && atEnd(&Peaks::after) == 0) {
      plan.status = Status::Optimal;
      return success();
    }
  }

  setWorkspaces(plan.model, storage, blockPeaks, &Peaks::before);
  if (std::optional<Violation> violation = checkGraph(graph)) {
    Operation *culprit =
        violation->op == kNoOp ? parent : plan.model.ops[violation->op];
    culprit->emitError() << "memopt cannot compute the peak memory of this "
                            "block: "
                         << violation->message;
    return failure();
  }
  Bytes liveAtEnd = 0;
  for (const Buffer &buffer : graph.buffers)
    liveAtEnd += buffer.liveOut ? buffer.bytes : 0;
  auto withEnd = [&](Bytes peak, Bytes Peaks::*member) {
    return std::max(peak, addSaturating(liveAtEnd, atEnd(member)));
  };
  plan.peaks.before =
      withEnd(computeLiveProfile(graph, plan.order).peak, &Peaks::before);
  setWorkspaces(plan.model, storage, blockPeaks, &Peaks::after);
  plan.peaks.after =
      withEnd(computeLiveProfile(graph, plan.order).peak, &Peaks::after);
  plan.peaks.bound = plan.peaks.after;
  if (!scheduling || !plan.mayReorder)
    return success();

  ScheduleOutcome outcome = scheduleAuto(graph, *scheduling);
  if (std::optional<Violation> violation =
          checkSchedule(graph, outcome.order, outcome.peak)) {
    parent->emitError() << "memopt's scheduler returned an order that its "
                           "checker rejects, so nothing was changed; please "
                           "report this with dump-problem=DIR: "
                        << violation->message;
    return failure();
  }
  plan.reordered = outcome.order != plan.order;
  plan.order = std::move(outcome.order);
  plan.peaks.after = withEnd(outcome.peak, &Peaks::after);
  plan.peaks.bound = withEnd(
      outcome.lowerBound - largestInnerGap(plan.model, storage, blockPeaks),
      &Peaks::bound);
  plan.status = outcome.status;
  plan.steps = outcome.steps;
  return success();
}

const BlockPlan *FunctionPlan::planOf(Block *block) const {
  auto it = blockIndex.find(block);
  return it == blockIndex.end() ? nullptr : &blocks[it->second];
}

Peaks FunctionPlan::getPeaks() const {
  Peaks peaks;
  for (const BlockPlan &plan : blocks) {
    if (plan.model.block->getParent() != &function.getFunctionBody())
      continue;
    peaks.before = std::max(peaks.before, plan.peaks.before);
    peaks.after = std::max(peaks.after, plan.peaks.after);
    peaks.bound = std::max(peaks.bound, plan.peaks.bound);
  }
  return peaks;
}

namespace {
/// Knows which results are storage that is made in a region of their op.
class RegionResults {
public:
  explicit RegionResults(const Storage &storage) : storage(storage) {}

  /// True when a region of `result`'s op passes storage that is made in it to
  /// `result`, so that the two are one.
  bool isMadeInside(OpResult result) {
    Operation *op = result.getOwner();
    auto branch = dyn_cast<RegionBranchOpInterface>(op);
    if (!branch || isa<scf::ForallOp>(op))
      return false;
    if (op != mapped) {
      mapped = op;
      sources.clear();
      branch.getSuccessorInputOperandMapping(sources);
    }
    for (OpOperand *source : sources.lookup(result))
      for (RootId id : storage.rootsOf(source->get()))
        if (storage.isMadeInside(id, op) &&
            storage.root(id).kind == RootKind::Local)
          return true;
    return false;
  }

private:
  const Storage &storage;
  /// The op asked about last, since results come op by op, and what its regions
  /// pass to its results.
  Operation *mapped = nullptr;
  RegionBranchInverseSuccessorMapping sources;
};
} // namespace

Bytes FunctionPlan::noFreeBytes() const {
  Bytes sum = 0;
  RegionResults regionResults(storage);
  for (RootId id = 0; id < storage.numRoots(); ++id) {
    const Root &root = storage.root(id);
    if (root.kind != RootKind::Local)
      continue;
    auto result = dyn_cast<OpResult>(root.value);
    if (result && regionResults.isMadeInside(result))
      continue;
    sum = addSaturating(sum, root.size.bytes.value_or(0));
  }
  function.getFunctionBody().walk([&](CallOpInterface call) {
    const FunctionSummary *summary = storage.summaryOf(call);
    if (!summary)
      return;
    Bytes counted = 0;
    for (Value result : call->getResults())
      if (std::optional<RootId> id = storage.ownRoot(result))
        counted =
            addSaturating(counted, storage.root(*id).size.bytes.value_or(0));
    sum = addSaturating(sum, std::max<Bytes>(summary->noFree - counted, 0));
  });
  return std::max(sum, getPeaks().after);
}

bool FunctionPlan::apply() {
  bool changed = false;
  for (BlockPlan &plan : blocks) {
    if (!plan.mayReorder)
      continue;
    if (plan.reordered) {
      applyOrder(plan.model, plan.order, storage);
      changed = true;
    } else {
      changed |= sinkEmptyTensors(plan.model, storage);
    }
  }
  return changed;
}

FunctionSummary FunctionPlan::summarize() const {
  FunctionSummary summary;
  summary.peak = getPeaks();
  summary.noFree = noFreeBytes();
  summary.complete = unknownCalls.empty();
  for (RootId id = 0; id < storage.numRoots(); ++id)
    if (storage.root(id).isOfUnknownSize())
      summary.complete = false;

  Region &body = function.getFunctionBody();
  summary.effectFree = body.hasOneBlock();
  if (summary.effectFree) {
    for (Operation &op : body.front()) {
      OpEffects effects = computeEffects(&op, storage);
      summary.effectFree &= !effects.hasEffect() && !effects.mayNotReturn;
    }
  }

  std::vector<bool> kept = findKeptRoots(storage);
  for (BlockArgument argument : function.getArguments()) {
    std::optional<RootId> id = storage.ownRoot(argument);
    summary.keptArguments.push_back(id && kept[*id]);
    bool isFreed = id && storage.isSurelyFreed(*id);
    summary.freedArguments.push_back(isFreed);
    summary.lingeringArguments.push_back(id && storage.root(*id).kept &&
                                         !isFreed);
  }
  summary.leftBytes = storage.bytesLeftBy(function);
  unsigned numResults = function.getNumResults();
  summary.results.resize(numResults);
  DenseMap<RootId, size_t> returnedAs;
  for (Block &block : body) {
    Operation *terminator = terminatorOf(block);
    if (!terminator || !terminator->hasTrait<OpTrait::ReturnLike>() ||
        terminator->getNumOperands() != numResults)
      continue;
    for (auto [number, value] : llvm::enumerate(terminator->getOperands())) {
      for (RootId id : storage.rootsOf(value)) {
        const Root &root = storage.root(id);
        ResultSummary &result = summary.results[number];
        switch (root.kind) {
        case RootKind::Argument:
          result.arguments.push_back(
              cast<BlockArgument>(root.value).getArgNumber());
          break;
        case RootKind::Local:
        case RootKind::Carried:
          result.mayBeLocal = true;
          result.lingers |= root.lingers;
          result.kept |= kept[id];
          // Under the name of another result it is reachable, too.
          if (size_t first = returnedAs.try_emplace(id, number).first->second;
              first != number)
            summary.results[first].kept = result.kept = true;
          if (!root.size.bytes)
            result.localBytes = std::nullopt;
          else if (result.localBytes)
            result.localBytes = std::max(*result.localBytes, *root.size.bytes);
          break;
        case RootKind::Static:
          // A constant tensor is nobody's storage; a global is everybody's.
          result.mayBeForeign |= isa<BaseMemRefType>(root.value.getType());
          break;
        case RootKind::External:
          result.mayBeForeign = true;
          break;
        }
      }
    }
  }
  return summary;
}

} // namespace memopt
