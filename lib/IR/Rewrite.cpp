//===- Rewrite.cpp - The edits --------------------------------------------===//
//
// Moves ops within their block, and clones `tensor.empty`. Linear in the block:
// the new sequence is computed first and then spliced, so that no query for the
// relative order of two ops is made while the order changes.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Builders.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"

#include <tuple>

using namespace mlir;

namespace memopt {

namespace {
/// The ops to be placed before each position of an order; the last position is
/// the end of the block.
class Placement {
public:
  Placement(const BlockModel &model, ArrayRef<OpId> order)
      : model(model), block(*model.block), positions(order.size() + 1) {
    for (auto [position, op] : llvm::enumerate(order)) {
      positionOf[model.ops[op]] = position;
      opIds[model.ops[op]] = op;
    }
  }

  /// True if `operand`'s storage dies at its op and is taken over there.
  bool isTakenOver(OpOperand &operand, ArrayRef<RootId> operandRoots) const {
    auto op = opIds.find(operand.getOwner());
    if (op == opIds.end() || operandRoots.size() != 1)
      return false;
    size_t position = positionOf.lookup(operand.getOwner());
    for (const InPlacePair &pair : model.graph.ops[op->second].inPlace)
      if (model.bufferRoots[pair.input] == operandRoots.front())
        return llvm::all_of(
            model.graph.buffers[pair.input].readers, [&](OpId reader) {
              return positionOf.lookup(model.ops[reader]) <= position;
            });
    return false;
  }

  /// The position at which the op that holds `use` stands. Uses outside the
  /// block, and by its terminator, are at the end.
  size_t positionOfUse(OpOperand &use) const {
    Operation *user = block.findAncestorOpInBlock(*use.getOwner());
    auto it = positionOf.find(user);
    return it == positionOf.end() ? positions.size() - 1 : it->second;
  }

  /// Places `op` before everything that was placed at the position before.
  void place(Operation *op, size_t position) {
    positions[position].push_back(op);
    positionOf[op] = position;
  }

  /// The ops placed at `position`, in block order.
  auto placedAt(size_t position) const {
    return llvm::reverse(positions[position]);
  }

private:
  const BlockModel &model;
  Block &block;
  DenseMap<Operation *, size_t> positionOf;
  DenseMap<Operation *, OpId> opIds;
  std::vector<SmallVector<Operation *, 1>> positions;
};
} // namespace

/// The earlier use of the same empty tensor whose storage the op of `use`
/// writes over, or null.
static OpOperand *predecessorInPlace(OpOperand &use, const Placement &placement,
                                     const Storage &storage) {
  auto destination = dyn_cast<DestinationStyleOpInterface>(use.getOwner());
  if (!destination || !destination.isDpsInit(&use))
    return nullptr;
  OpResult result = destination.getTiedOpResult(&use);
  OpOperand *taken = result ? storage.takeOverCandidate(result) : nullptr;
  if (!taken || taken == &use ||
      !placement.isTakenOver(*taken, storage.rootsOf(taken->get())))
    return nullptr;
  return storage.sharedEmptyUse(*taken);
}

/// Groups the uses of `empty` so that each group can have an op of its own:
/// each destination is a group, unless its op writes over what another one of
/// them made; uses that want no storage go with the first group.
static SmallVector<SmallVector<OpOperand *>>
groupUses(tensor::EmptyOp empty, const Placement &placement,
          const Storage &storage) {
  // By position and operand number; use lists are in no promised order, and
  // the last key only keeps apart uses inside one op's regions.
  struct PlacedUse {
    size_t position;
    unsigned operandNumber;
    size_t index;
    OpOperand *use;
  };
  SmallVector<PlacedUse> uses;
  for (OpOperand &use : empty.getResult().getUses())
    uses.push_back({placement.positionOfUse(use), use.getOperandNumber(),
                    uses.size(), &use});
  llvm::sort(uses, [](const PlacedUse &a, const PlacedUse &b) {
    return std::tie(a.position, a.operandNumber, a.index) <
           std::tie(b.position, b.operandNumber, b.index);
  });
  SmallVector<SmallVector<OpOperand *>> groups;
  SmallVector<OpOperand *> others;
  DenseMap<OpOperand *, size_t> groupOf;
  for (const PlacedUse &placed : uses) {
    OpOperand *use = placed.use;
    if (isa<tensor::DimOp>(use->getOwner())) {
      others.push_back(use);
      continue;
    }
    auto group = groupOf.find(predecessorInPlace(*use, placement, storage));
    size_t index = group == groupOf.end() ? groups.size() : group->second;
    if (index == groups.size())
      groups.emplace_back();
    groups[index].push_back(use);
    groupOf[use] = index;
  }
  if (!others.empty()) {
    if (groups.empty())
      groups.emplace_back();
    llvm::append_range(groups.front(), others);
  }
  return groups;
}

/// Gives each group of uses of `empty` an op of its own, and places them.
/// Returns whether there was more than one.
static bool splitAndPlace(tensor::EmptyOp empty, Placement &placement,
                          size_t endPosition, const Storage &storage) {
  SmallVector<SmallVector<OpOperand *>> groups =
      groupUses(empty, placement, storage);
  if (groups.empty()) {
    placement.place(empty, endPosition);
    return false;
  }
  OpBuilder builder(empty->getContext());
  // Backwards, as what is placed later at a position comes first.
  for (size_t index = groups.size(); index-- > 0;) {
    ArrayRef<OpOperand *> group = groups[index];
    size_t position = endPosition;
    for (OpOperand *use : group)
      position = std::min(position, placement.positionOfUse(*use));
    Operation *op = empty;
    if (index != 0) {
      builder.setInsertionPointAfter(empty);
      op = builder.clone(*empty);
      for (OpOperand *use : group)
        use->set(op->getResult(0));
    }
    placement.place(op, position);
  }
  return groups.size() > 1;
}

void applyOrder(const BlockModel &model, ArrayRef<OpId> order,
                const Storage &storage) {
  Block &block = *model.block;
  Placement placement(model, order);
  size_t endPosition = order.size();
  // Backwards, so that the users of an op have been placed before it is.
  for (Operation *op : llvm::reverse(model.floating)) {
    if (auto empty = dyn_cast<tensor::EmptyOp>(op)) {
      splitAndPlace(empty, placement, endPosition, storage);
      continue;
    }
    size_t position = endPosition;
    for (OpOperand &use : op->getUses())
      position = std::min(position, placement.positionOfUse(use));
    placement.place(op, position);
  }

  // Everything but the terminator moves behind what has been placed so far.
  Operation *terminator = terminatorOf(block);
  Block::iterator end = terminator ? Block::iterator(terminator) : block.end();
  for (size_t position = 0; position <= endPosition; ++position) {
    for (Operation *op : placement.placedAt(position))
      op->moveBefore(&block, end);
    if (position < endPosition)
      model.ops[order[position]]->moveBefore(&block, end);
  }
}

bool sinkEmptyTensors(const BlockModel &model, const Storage &storage) {
  std::vector<OpId> order(model.ops.size());
  for (size_t index = 0; index < order.size(); ++index)
    order[index] = static_cast<OpId>(index);
  Placement placement(model, order);
  bool changed = false;
  for (Operation *op : llvm::reverse(model.floating))
    if (auto empty = dyn_cast<tensor::EmptyOp>(op))
      changed |= splitAndPlace(empty, placement, order.size(), storage);

  Operation *terminator = terminatorOf(*model.block);
  for (size_t position = 0; position <= order.size(); ++position) {
    Operation *user =
        position < order.size() ? model.ops[order[position]] : terminator;
    for (Operation *empty : placement.placedAt(position)) {
      // Constants and empty tensors in between change nothing.
      Operation *next = empty->getNextNode();
      while (next && next != user &&
             (isa<tensor::EmptyOp>(next) || storage.isFloating(next)))
        next = next->getNextNode();
      if (next == user)
        continue;
      empty->moveBefore(model.block,
                        user ? Block::iterator(user) : model.block->end());
      changed = true;
    }
  }
  return changed;
}

} // namespace memopt
