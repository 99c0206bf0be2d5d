//===- GatherFacts.cpp - From a plan to a report --------------------------===//
//
// Follows the peak from the function's body into the region or the callee where
// it is reached, and names what is alive there. Linear in the function.
//
//===----------------------------------------------------------------------===//

#include "GatherFacts.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/Matchers.h"

#include <numeric>

using namespace mlir;

namespace memopt {

std::string describeLocation(Location location) {
  std::string text;
  llvm::raw_string_ostream os(text);
  FileLineColLoc found;
  location->walk([&](Location inner) {
    if (auto file = dyn_cast<FileLineColLoc>(inner)) {
      found = file;
      return WalkResult::interrupt();
    }
    return WalkResult::advance();
  });
  if (found)
    os << found.getFilename().getValue() << ':' << found.getLine() << ':'
       << found.getColumn();
  else if (isa<UnknownLoc>(location))
    os << "unknown location";
  else
    location.print(os);
  return text;
}

std::string describeOp(Operation *op) {
  return "'" + op->getName().getStringRef().str() + "' at " +
         describeLocation(op->getLoc());
}

static std::string statusWord(const BlockPlan &plan) {
  // With nothing to choose there is nothing to prove.
  if (!plan.mayReorder || (plan.model.numBarriers != 0 &&
                           plan.model.numBarriers + 1 >= plan.model.ops.size()))
    return "unchanged";
  return toString(plan.status).str();
}

namespace {
/// Fills in the facts of one function.
class Gatherer {
public:
  explicit Gatherer(const FunctionPlan &plan)
      : plan(plan), storage(plan.getStorage()), function(plan.getFunction()),
        // The IR was valid when the pass began, and the passes keep it so.
        names(function, OpPrintingFlags().assumeVerified()) {}

  FunctionFacts run(bool scheduled);

private:
  void addTotals();
  void addPeak();
  void addLiveIn(const BlockPlan &block);
  void addLiveBuffer(const BlockPlan &block, ArrayRef<size_t> positions,
                     ArrayRef<RootId> readAtEnd, BufferId buffer);
  void addSchedule();
  void addNotes();
  const BlockPlan *largestInside(Operation *op) const;

  const FunctionPlan &plan;
  const Storage &storage;
  FunctionOpInterface function;
  AsmState names;
  FunctionFacts facts;
};
} // namespace

void Gatherer::addTotals() {
  facts.peak = plan.getPeaks().after;
  facts.noFree = plan.noFreeBytes();
  facts.unknownCalls = plan.getUnknownCalls().size();

  llvm::SetVector<std::pair<Attribute, Type>> constants;
  llvm::SetVector<Attribute> globals;
  for (RootId id = 0; id < storage.numRoots(); ++id) {
    const Root &root = storage.root(id);
    facts.unknownBuffers += root.isOfUnknownSize();
    Bytes bytes = root.size.bytes.value_or(0);
    switch (root.kind) {
    case RootKind::Argument:
      facts.argumentBytes = addSaturating(facts.argumentBytes, bytes);
      break;
    case RootKind::Static: {
      // One constant is one piece of static data however often it is named.
      Attribute content;
      bool first;
      if (auto global = root.value.getDefiningOp<memref::GetGlobalOp>())
        first = globals.insert(global.getNameAttr());
      else if (matchPattern(root.value, m_Constant(&content)))
        first = constants.insert({content, root.value.getType()});
      else
        first = true;
      if (first)
        facts.constantBytes = addSaturating(facts.constantBytes, bytes);
      break;
    }
    case RootKind::Local:
    case RootKind::Carried:
    case RootKind::External:
      break;
    }
  }

  llvm::SetVector<RootId> results;
  for (Block &block : function.getFunctionBody()) {
    Operation *terminator = terminatorOf(block);
    if (!terminator || !terminator->hasTrait<OpTrait::ReturnLike>())
      continue;
    for (Value value : terminator->getOperands())
      for (RootId id : storage.rootsHeldBy(value)) {
        const Root &root = storage.root(id);
        if (root.isCounted() && results.insert(id))
          facts.resultBytes =
              addSaturating(facts.resultBytes, root.size.bytes.value_or(0));
      }
  }
}

/// The block inside `op` whose peak is `op`'s workspace, or null.
const BlockPlan *Gatherer::largestInside(Operation *op) const {
  const BlockPlan *largest = nullptr;
  for (Region &region : op->getRegions())
    for (Block &block : region)
      if (const BlockPlan *inner = plan.planOf(&block))
        if (!largest || inner->peaks.after > largest->peaks.after)
          largest = inner;
  return largest;
}

/// Adds a buffer of `block`, whose ops have `positions`, and whose terminator
/// touches the roots `readAtEnd`.
void Gatherer::addLiveBuffer(const BlockPlan &block, ArrayRef<size_t> positions,
                             ArrayRef<RootId> readAtEnd, BufferId buffer) {
  const Graph &graph = block.model.graph;
  LiveBufferFact fact;
  if (block.model.bufferRoots[buffer] == kNoRoot) {
    fact.value = "(left behind inside)";
    fact.bytes = graph.buffers[buffer].bytes;
    OpId producer = graph.buffers[buffer].producer;
    fact.madeBy = producer == kNoOp ? "what other blocks execute"
                                    : describeOp(block.model.ops[producer]);
    fact.lastReadBy = "the end of the block (it lives on)";
    facts.liveAtPeak.push_back(std::move(fact));
    return;
  }
  const Root &root = storage.root(block.model.bufferRoots[buffer]);
  Value value = root.value;
  llvm::raw_string_ostream(fact.type) << value.getType();
  {
    llvm::raw_string_ostream os(fact.value);
    value.printAsOperand(os, names);
  }
  fact.bytes = root.size.bytes;
  if (Operation *definition = value.getDefiningOp())
    fact.madeBy = describeOp(definition);
  else if (value.getParentRegion() == &function.getFunctionBody())
    fact.madeBy = "the branches that pass it on";
  else
    fact.madeBy = "what is passed into " +
                  describeOp(value.getParentBlock()->getParentOp());

  const Buffer &node = graph.buffers[buffer];
  if (node.liveOut) {
    bool byTerminator =
        llvm::binary_search(readAtEnd, block.model.bufferRoots[buffer]);
    fact.lastReadBy = byTerminator
                          ? describeOp(terminatorOf(*block.model.block))
                          : "the end of the block (it lives on)";
  } else {
    OpId last = kNoOp;
    for (OpId reader : node.readers)
      if (last == kNoOp || positions[reader] > positions[last])
        last = reader;
    fact.lastReadBy =
        last == kNoOp ? "nothing" : describeOp(block.model.ops[last]);
  }
  facts.liveAtPeak.push_back(std::move(fact));
}

/// The step of `block` to call its peak: of those with the most bytes, one with
/// the most buffers of unknown size, and of those the first.
static size_t findPeakStep(const BlockPlan &block, const Storage &storage,
                           const LiveProfile &profile,
                           ArrayRef<size_t> positions) {
  const Graph &graph = block.model.graph;
  // How many more unknown buffers each step has than the one before it.
  std::vector<int64_t> change(positions.size() + 1, 0);
  for (auto [buffer, id] :
       llvm::zip_equal(graph.buffers, block.model.bufferRoots)) {
    if (id == kNoRoot || storage.root(id).size.bytes)
      continue;
    size_t first = buffer.producer == kNoOp ? 0 : positions[buffer.producer];
    size_t last = buffer.liveOut ? positions.size() - 1 : first;
    for (OpId reader : buffer.readers)
      last = std::max(last, positions[reader]);
    ++change[first];
    --change[last + 1];
  }
  size_t peakStep = profile.peakStep;
  int64_t unknown = 0, most = -1;
  for (size_t step = 0; step < positions.size(); ++step) {
    unknown += change[step];
    if (profile.steps[step].during == profile.peak && unknown > most) {
      most = unknown;
      peakStep = step;
    }
  }
  return peakStep;
}

/// Lists what is alive at the peak of `block`, and goes on inside the op that
/// reaches it.
void Gatherer::addLiveIn(const BlockPlan &start) {
  const BlockPlan *block = &start;
  while (block) {
    const Graph &graph = block->model.graph;
    LiveProfile profile = computeLiveProfile(graph, block->order);
    std::vector<size_t> positions(block->order.size());
    for (auto [position, op] : llvm::enumerate(block->order))
      positions[op] = position;
    SmallVector<RootId> readAtEnd;
    if (Operation *terminator = terminatorOf(*block->model.block))
      readAtEnd = storage.touchedRoots(terminator);
    if (block->peaks.after > profile.peak) {
      // It is reached in the regions of the terminator.
      for (BufferId buffer = 0; buffer < graph.numBuffers(); ++buffer)
        if (graph.buffers[buffer].liveOut)
          addLiveBuffer(*block, positions, readAtEnd, buffer);
      block = largestInside(terminatorOf(*block->model.block));
      continue;
    }
    if (block->order.empty()) {
      for (BufferId buffer = 0; buffer < graph.numBuffers(); ++buffer)
        addLiveBuffer(*block, positions, readAtEnd, buffer);
      return;
    }
    size_t peakStep = findPeakStep(*block, storage, profile, positions);
    Operation *op = block->model.ops[block->order[peakStep]];
    facts.peakOp = op->getName().getStringRef().str();
    facts.peakLocation = describeLocation(op->getLoc());
    Bytes workspace = graph.ops[block->order[peakStep]].workspace;
    const BlockPlan *inner = workspace > 0 ? largestInside(op) : nullptr;
    // Inside, the storage of the op's results is listed as what the region
    // carries and yields, and what the regions leave behind as what it is.
    bool resultsAreInside =
        inner && !isa<scf::ForallOp>(op) && isa<RegionBranchOpInterface>(op);
    for (BufferId buffer : liveDuringStep(graph, block->order, peakStep)) {
      OpId producer = graph.buffers[buffer].producer;
      bool isMadeHere = producer != kNoOp && block->model.ops[producer] == op;
      bool isLeft = block->model.bufferRoots[buffer] == kNoRoot;
      if (!isMadeHere || !(isLeft ? inner != nullptr : resultsAreInside))
        addLiveBuffer(*block, positions, readAtEnd, buffer);
    }
    if (workspace > 0 && !inner) {
      LiveBufferFact fact;
      fact.value = "(inside the callee)";
      fact.bytes = workspace;
      fact.madeBy = describeOp(op);
      fact.lastReadBy = fact.madeBy;
      facts.liveAtPeak.push_back(std::move(fact));
    }
    block = inner;
  }
}

/// Sorts by size, what is unknown first, as it may be the biggest of all; the
/// rest by the order in which they were found.
static void sortBiggestFirst(std::vector<LiveBufferFact> &buffers) {
  SmallVector<size_t> order(buffers.size());
  std::iota(order.begin(), order.end(), 0);
  llvm::sort(order, [&](size_t a, size_t b) {
    constexpr Bytes unknown = std::numeric_limits<Bytes>::max();
    Bytes bytesA = buffers[a].bytes.value_or(unknown);
    Bytes bytesB = buffers[b].bytes.value_or(unknown);
    return bytesA != bytesB ? bytesA > bytesB : a < b;
  });
  std::vector<LiveBufferFact> sorted;
  sorted.reserve(buffers.size());
  for (size_t index : order)
    sorted.push_back(std::move(buffers[index]));
  buffers = std::move(sorted);
}

void Gatherer::addPeak() {
  const BlockPlan *peakBlock = nullptr;
  for (const BlockPlan &block : plan.getBlocks()) {
    if (block.model.block->getParent() != &function.getFunctionBody())
      continue;
    if (!peakBlock || block.peaks.after > peakBlock->peaks.after)
      peakBlock = &block;
  }
  if (!peakBlock || peakBlock->model.graph.buffers.empty())
    return;
  addLiveIn(*peakBlock);
  sortBiggestFirst(facts.liveAtPeak);
  for (const StepBytes &step :
       computeLiveProfile(peakBlock->model.graph, peakBlock->order).steps)
    facts.curve.push_back(step.during);
}

void Gatherer::addSchedule() {
  ScheduleFacts schedule;
  Peaks peaks = plan.getPeaks();
  schedule.peakBefore = peaks.before;
  schedule.lowerBound = peaks.bound;
  bool anySearched = false, limitReached = false;
  for (const BlockPlan &block : plan.getBlocks()) {
    if (block.model.graph.buffers.empty() && block.peaks.after == 0)
      continue;
    BlockFact fact;
    fact.numOps = block.model.ops.size();
    fact.peakBefore = block.peaks.before;
    fact.peak = block.peaks.after;
    fact.lowerBound = block.peaks.bound;
    fact.status = statusWord(block);
    fact.steps = block.steps;
    Block *body = block.model.block;
    fact.location = describeLocation(
        body->empty() ? body->getParentOp()->getLoc() : body->front().getLoc());
    anySearched |= fact.status != "unchanged";
    limitReached |= block.status == Status::LimitReached;
    schedule.blocks.push_back(std::move(fact));
  }
  if (!anySearched)
    schedule.status = "unchanged";
  else if (peaks.after == peaks.bound)
    schedule.status = toString(Status::Optimal);
  else
    schedule.status =
        toString(limitReached ? Status::LimitReached : Status::Feasible);
  facts.schedule = std::move(schedule);
}

void Gatherer::addNotes() {
  size_t tensors = 0, undealloced = 0, kept = 0;
  for (RootId id = 0; id < storage.numRoots(); ++id) {
    const Root &root = storage.root(id);
    if (root.kind == RootKind::Local && isa<TensorType>(root.value.getType()))
      ++tensors;
    if (root.isOfUnknownSize())
      facts.notes.push_back("size unknown: " + root.size.whyUnknown.str() +
                            ", at " + describeLocation(root.value.getLoc()));
    if (root.kind == RootKind::Argument && !root.size.bytes)
      facts.notes.push_back("argument size unknown: " +
                            root.size.whyUnknown.str());
    if (root.kind == RootKind::Local && !root.freed &&
        root.value.getDefiningOp<memref::AllocOp>()) {
      ++undealloced;
      kept += root.lingers;
    }
  }
  for (CallOpInterface call : plan.getUnknownCalls())
    facts.notes.push_back(
        "the memory of the callee is not wholly known (a declaration, "
        "a recursion, or outside of what the pass runs on): " +
        describeOp(call));
  if (undealloced)
    facts.notes.push_back(
        std::to_string(undealloced) +
        " memref.alloc without dealloc: each is taken to end with its last "
        "use, or at the end where a pointer to it may be kept (" +
        std::to_string(kept) + ")");
  if (tensors)
    facts.notes.push_back(
        "an estimate: " + std::to_string(tensors) +
        " buffers are tensors, whose storage is decided by bufferization");
  size_t barriers = 0;
  const BlockPlan *firstBarrier = nullptr;
  for (const BlockPlan &block : plan.getBlocks()) {
    if (!block.model.graph.buffers.empty() && block.model.numBarriers != 0) {
      barriers += block.model.numBarriers;
      if (!firstBarrier)
        firstBarrier = &block;
    }
  }
  if (facts.schedule && firstBarrier)
    facts.notes.push_back("nothing moves across " + std::to_string(barriers) +
                          " ops; the first, " +
                          describeOp(firstBarrier->model.barrierOp) + ", " +
                          firstBarrier->model.barrierReason.str());
}

FunctionFacts Gatherer::run(bool scheduled) {
  facts.name = function.getName().str();
  facts.location = describeLocation(function.getLoc());
  addTotals();
  addPeak();
  if (scheduled)
    addSchedule();
  addNotes();
  return std::move(facts);
}

FunctionFacts gatherFacts(const FunctionPlan &plan, bool scheduled) {
  return Gatherer(plan).run(scheduled);
}

FunctionFacts declarationFacts(FunctionOpInterface function) {
  FunctionFacts facts;
  facts.name = function.getName().str();
  facts.location = describeLocation(function.getLoc());
  facts.hasBody = false;
  return facts;
}

} // namespace memopt
