//===- BlockModel.cpp - A block as a scheduling problem -------------------===//
//
// One pass over the block for the buffers and the SSA edges, one for the edges
// that effects demand. Linear in the ops (nested ones included) and their
// operands, but for sorting; effect edges are added to the latest op they need,
// never pairwise.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/BlockModel.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"

using namespace mlir;

namespace memopt {

//===----------------------------------------------------------------------===//
// The graph
//===----------------------------------------------------------------------===//

namespace {
/// Fills a BlockModel.
class Builder {
public:
  Builder(Block &block, const Storage &storage, const RegionLiveness &liveness)
      : storage(storage), liveness(liveness) {
    model.block = &block;
  }

  BlockModel run() {
    addOps();
    addBuffers();
    addValueEdges();
    addEffectEdges();
    addOrdering();
    addInPlacePairs();
    return std::move(model);
  }

private:
  void addOps();
  void addBuffers();
  void addBuffer(RootId id, OpId producer);
  void addLeft(Bytes bytes, OpId producer);
  void addValueEdges();
  void addValueEdge(OpId op, Value value);
  void addEffectEdges();
  void addOrdering();
  void addInPlacePairs();

  BlockModel model;
  const Storage &storage;
  const RegionLiveness &liveness;
  DenseMap<Operation *, OpId> opIds;
  DenseMap<RootId, BufferId> bufferIds;
  /// For each op the ops that must come before it though no buffer says so, in
  /// any order and with repetitions.
  std::vector<SmallVector<OpId, 1>> comesAfter;
  /// For each op the last op that was seen to read a buffer of its making.
  std::vector<OpId> lastReader;
};
} // namespace

void Builder::addOps() {
  Operation *terminator = terminatorOf(*model.block);
  for (Operation &op : *model.block) {
    if (&op == terminator)
      continue;
    if (storage.isFloating(&op)) {
      model.floating.push_back(&op);
      continue;
    }
    opIds[&op] = model.graph.addOp();
    model.ops.push_back(&op);
    model.graph.opNames.push_back(op.getName().getStringRef().str());
  }
  comesAfter.resize(model.ops.size());
  lastReader.assign(model.ops.size(), kNoOp);
}

void Builder::addBuffer(RootId id, OpId producer) {
  const Root &root = storage.root(id);
  bool liveOut = llvm::binary_search(liveness.liveOut(model.block), id);
  // Stack storage lasts to the end of its scope.
  if (root.value.getDefiningOp<memref::AllocaOp>())
    liveOut = true;
  BufferId buffer =
      model.graph.addBuffer(root.size.bytes.value_or(0), producer, liveOut);
  bufferIds[id] = buffer;
  model.bufferRoots.push_back(id);
}

/// Adds a buffer for `bytes` that linger, if there are any.
void Builder::addLeft(Bytes bytes, OpId producer) {
  if (bytes == 0)
    return;
  model.graph.addBuffer(bytes, producer, /*liveOut=*/true);
  model.bufferRoots.push_back(kNoRoot);
}

void Builder::addBuffers() {
  for (RootId id : liveness.liveIn(model.block))
    addBuffer(id, kNoOp);
  addLeft(liveness.leftBefore(model.block), kNoOp);
  for (auto [index, op] : llvm::enumerate(model.ops)) {
    for (Value result : op->getResults())
      if (std::optional<RootId> id = storage.ownRoot(result))
        if (storage.root(*id).isCounted())
          addBuffer(*id, static_cast<OpId>(index));
    addLeft(storage.bytesLeftBy(op), static_cast<OpId>(index));
  }
}

void Builder::addValueEdge(OpId op, Value value) {
  SmallVector<Value, 4> worklist = {value};
  while (!worklist.empty()) {
    Operation *definition = worklist.pop_back_val().getDefiningOp();
    if (!definition || definition->getBlock() != model.block)
      continue;
    auto it = opIds.find(definition);
    if (it == opIds.end()) {
      // A floating op stands wherever its user does, so its user waits for
      // its operands.
      llvm::append_range(worklist, definition->getOperands());
      continue;
    }
    bool bufferSaysSo = lastReader[it->second] == op;
    if (it->second != op && !bufferSaysSo)
      comesAfter[op].push_back(it->second);
  }
}

void Builder::addValueEdges() {
  for (auto [index, op] : llvm::enumerate(model.ops)) {
    auto id = static_cast<OpId>(index);
    for (RootId root : storage.touchedRoots(op)) {
      auto it = bufferIds.find(root);
      if (it != bufferIds.end())
        model.graph.addRead(id, it->second);
    }
    for (BufferId input : model.graph.ops[id].inputs)
      if (OpId producer = model.graph.buffers[input].producer;
          producer != kNoOp)
        lastReader[producer] = id;
    for (Value operand : op->getOperands())
      addValueEdge(id, operand);
    for (Region &region : op->getRegions())
      region.walk([&](Operation *nested) {
        for (Value operand : nested->getOperands())
          addValueEdge(id, operand);
      });
  }
}

void Builder::addEffectEdges() {
  OpId lastBarrier = kNoOp;
  OpId lastMayNotReturn = kNoOp;
  SmallVector<OpId> sensitive;
  DenseMap<unsigned, OpId> lastWriter;
  DenseMap<unsigned, SmallVector<OpId>> readersSince;
  auto orderAfter = [&](OpId op, OpId before) {
    if (before != kNoOp && before != op)
      comesAfter[op].push_back(before);
  };

  for (auto [index, op] : llvm::enumerate(model.ops)) {
    auto id = static_cast<OpId>(index);
    OpEffects effects = computeEffects(op, storage);
    orderAfter(id, lastBarrier);
    if (effects.barrier) {
      for (OpId before = lastBarrier == kNoOp ? 0 : lastBarrier + 1;
           before < id; ++before)
        comesAfter[id].push_back(before);
      if (!model.barrierOp) {
        model.barrierOp = effects.barrierOp;
        model.barrierReason = effects.barrierReason;
      }
      ++model.numBarriers;
      // The barrier orders everything before it against everything after it.
      lastBarrier = id;
      lastMayNotReturn = kNoOp;
      sensitive.clear();
      lastWriter.clear();
      readersSince.clear();
      continue;
    }

    for (unsigned accessed : effects.reads) {
      auto writer = lastWriter.find(accessed);
      if (writer != lastWriter.end())
        orderAfter(id, writer->second);
    }
    for (unsigned accessed : effects.writes) {
      auto writer = lastWriter.find(accessed);
      if (writer != lastWriter.end())
        orderAfter(id, writer->second);
      for (OpId reader : readersSince[accessed])
        orderAfter(id, reader);
    }
    for (unsigned accessed : effects.writes) {
      lastWriter[accessed] = id;
      readersSince[accessed].clear();
    }
    for (unsigned accessed : effects.reads)
      if (!llvm::binary_search(effects.writes, accessed))
        readersSince[accessed].push_back(id);

    if (effects.mayNotReturn) {
      orderAfter(id, lastMayNotReturn);
      for (OpId before : sensitive)
        orderAfter(id, before);
      sensitive.clear();
      lastMayNotReturn = id;
    } else if (!effects.speculatable || !effects.writes.empty()) {
      orderAfter(id, lastMayNotReturn);
      sensitive.push_back(id);
    }
  }
}

void Builder::addOrdering() {
  for (auto [index, list] : llvm::enumerate(comesAfter)) {
    llvm::sort(list);
    for (OpId before : list)
      model.graph.addAfter(static_cast<OpId>(index), before);
  }
}

void Builder::addInPlacePairs() {
  Graph &graph = model.graph;
  for (auto [index, op] : llvm::enumerate(model.ops)) {
    for (OpResult result : op->getResults()) {
      OpOperand *taken = storage.takeOverCandidate(result);
      std::optional<RootId> own = storage.ownRoot(result);
      if (!taken || !own)
        continue;
      auto input = bufferIds.find(storage.rootsOf(taken->get()).front());
      auto output = bufferIds.find(*own);
      if (input == bufferIds.end() || output == bufferIds.end())
        continue;
      InPlacePair pair{output->second, input->second};
      if (graph.buffers[pair.input].liveOut ||
          graph.buffers[pair.output].producer != index)
        continue;
      Op &node = graph.ops[index];
      bool isPaired = llvm::any_of(node.inPlace, [&](const InPlacePair &other) {
        return other.input == pair.input || other.output == pair.output;
      });
      if (!isPaired)
        node.inPlace.push_back(pair);
    }
  }
}

BlockModel buildBlockModel(Block &block, const Storage &storage,
                           const RegionLiveness &liveness) {
  return Builder(block, storage, liveness).run();
}

//===----------------------------------------------------------------------===//
// Workspaces
//===----------------------------------------------------------------------===//

/// The bytes of the storage that the results of `op` bring into being.
static Bytes ownResultBytes(Operation *op, const Storage &storage) {
  Bytes sum = 0;
  for (Value result : op->getResults())
    if (std::optional<RootId> id = storage.ownRoot(result))
      sum = addSaturating(sum, storage.root(*id).size.bytes.value_or(0));
  return sum;
}

/// The largest peak in the regions of `op`, with what other regions, which may
/// have run before, have left.
static Bytes peakInside(Operation *op, const Storage &storage,
                        const BlockPeaks &peaks, Bytes Peaks::*member) {
  Bytes left = 0;
  if (op->getNumRegions() > 1 && regionsFollowEachOther(op))
    for (Region &region : op->getRegions())
      left = addSaturating(left, storage.bytesLeftIn(&region));
  Bytes inside = 0;
  for (Region &region : op->getRegions()) {
    Bytes before = left ? left - storage.bytesLeftIn(&region) : 0;
    for (Block &block : region) {
      auto it = peaks.find(&block);
      if (it != peaks.end())
        inside = std::max(inside, addSaturating(it->second.*member, before));
    }
  }
  return inside;
}

Bytes workspaceOf(Operation *op, const Storage &storage,
                  const BlockPeaks &peaks, Bytes Peaks::*member) {
  Bytes inside = peakInside(op, storage, peaks, member);
  // What a branch yields, and what a loop carries, is inside and is the result
  // outside: one storage, counted once. The regions of a forall work on the
  // result's own storage, which is not counted inside.
  bool resultsAreInside =
      isa<RegionBranchOpInterface>(op) && !isa<scf::ForallOp>(op);
  if (auto call = dyn_cast<CallOpInterface>(op)) {
    if (const FunctionSummary *summary = storage.summaryOf(call)) {
      inside = summary->peak.*member;
      resultsAreInside = true;
    }
  }
  if (resultsAreInside)
    inside -= ownResultBytes(op, storage);
  return std::max<Bytes>(inside - storage.bytesLeftBy(op), 0);
}

void setWorkspaces(BlockModel &model, const Storage &storage,
                   const BlockPeaks &peaks, Bytes Peaks::*member) {
  for (auto [index, op] : llvm::enumerate(model.ops))
    model.graph.ops[index].workspace = workspaceOf(op, storage, peaks, member);
}

bool mayReorderInside(Operation *op, const ModelOptions &options) {
  if (isNestedFunctionOrModule(op))
    return isa<FunctionOpInterface>(op);
  return op->isRegistered() || options.isAssumedPure(op);
}

} // namespace memopt
