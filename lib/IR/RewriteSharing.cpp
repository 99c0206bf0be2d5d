//===- RewriteSharing.cpp - Many allocations become one -------------------===//
//
// All places are looked up before the first edit, and copies of a buffer onto
// itself go last, since they may be such places. Linear in the members and
// their uses.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "RewriteViews.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace memopt {

namespace {

/// Applies one plan.
class SharingRewriter {
public:
  SharingRewriter(const SharingModel &model, const Lifetimes &lifetimes)
      : model(model), lifetimes(lifetimes) {}

  bool run(const SharingPlan &plan);

private:
  void apply(const SharingGroup &group, const GroupEnds &ends);
  Operation *makeSurvivor(const SharingGroup &group, const GroupEnds &ends);
  Value valueFor(Operation *survivor, MemRefType type);
  void placeDealloc(const SharingGroup &group, const GroupEnds &ends,
                    Operation *survivor);
  void sinkViews(Value value, Operation *place);
  void eraseSelfCopies();
  void moveBefore(Operation *op, Operation *place) {
    if (op->getNextNode() == place)
      return;
    op->moveBefore(place);
    changed = true;
  }

  const SharingModel &model;
  const Lifetimes &lifetimes;
  llvm::SetVector<Operation *> copies;
  bool changed = false;
};

} // namespace

/// Moves the views of `value` that stand before `place`, in its block, down to
/// it: the allocation behind them will not stand before that.
void SharingRewriter::sinkViews(Value value, Operation *place) {
  SmallVector<Value> worklist = {value};
  SmallVector<Operation *> views;
  while (!worklist.empty()) {
    for (Operation *user : worklist.pop_back_val().getUsers()) {
      if (!isPureView(user) || user->getBlock() != place->getBlock() ||
          !user->isBeforeInBlock(place))
        continue;
      views.push_back(user);
      worklist.push_back(user->getResult(0));
    }
  }
  llvm::sort(views,
             [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  views.erase(llvm::unique(views), views.end());
  for (Operation *view : views) {
    view->moveBefore(place);
    changed = true;
  }
}

static uint64_t alignmentOf(Operation *alloc) {
  auto alignment = alloc->getAttrOfType<IntegerAttr>("alignment");
  return alignment ? alignment.getInt() : 0;
}

/// The allocation of the group, where it dominates all that uses a member.
Operation *SharingRewriter::makeSurvivor(const SharingGroup &group,
                                         const GroupEnds &ends) {
  Operation *first = model.lifetimes[group.members.front()]->alloc;
  uint64_t alignment = 0;
  bool sameType = true;
  for (unsigned member : group.members) {
    Operation *alloc = model.lifetimes[member]->alloc;
    alignment = std::max(alignment, alignmentOf(alloc));
    sameType &= alloc->getResultTypes() == first->getResultTypes();
  }
  bool stays = first->getBlock() == ends.begin->getBlock() &&
               (!model.moveDeallocs || isa<memref::AllocaOp>(first));
  Operation *survivor = first;
  if (!sameType) {
    auto type = cast<MemRefType>(first->getResult(0).getType());
    OpBuilder builder(first);
    auto bytes =
        MemRefType::get({*model.problem.buffers[group.members.front()].bytes},
                        builder.getI8Type(), MemRefLayoutAttrInterface(),
                        type.getMemorySpace());
    // An allocator aligns for every element by itself.
    constexpr uint64_t largestElementAlignment = 16;
    if (isa<memref::AllocaOp>(first))
      alignment = std::max(alignment, largestElementAlignment);
    survivor = isa<memref::AllocaOp>(first)
                   ? memref::AllocaOp::create(builder, first->getLoc(), bytes)
                         .getOperation()
                   : memref::AllocOp::create(builder, first->getLoc(), bytes);
    changed = true;
  }
  if (!stays)
    moveBefore(survivor, ends.begin);
  if (alignment != alignmentOf(survivor)) {
    survivor->setAttr(
        "alignment", IntegerAttr::get(IntegerType::get(first->getContext(), 64),
                                      static_cast<int64_t>(alignment)));
    changed = true;
  }
  return survivor;
}

/// The survivor as a memref of `type`.
Value SharingRewriter::valueFor(Operation *survivor, MemRefType type) {
  Value value = survivor->getResult(0);
  if (value.getType() == type)
    return value;
  OpBuilder builder(survivor->getContext());
  builder.setInsertionPointAfter(survivor);
  Location location = survivor->getLoc();
  Value zero = arith::ConstantIndexOp::create(builder, location, 0);
  return memref::ViewOp::create(builder, location, type, value, zero,
                                ValueRange());
}

/// Keeps one dealloc of those of the group, after everything.
void SharingRewriter::placeDealloc(const SharingGroup &group,
                                   const GroupEnds &ends, Operation *survivor) {
  Block *block = ends.begin->getBlock();
  Operation *kept = ends.dealloc;
  for (unsigned member : group.members) {
    Operation *dealloc = model.lifetimes[member]->ownDealloc;
    bool later =
        !kept ||
        (dealloc->getBlock() == block &&
         (kept->getBlock() != block || kept->isBeforeInBlock(dealloc)));
    if (!ends.dealloc && later)
      kept = dealloc;
  }
  for (unsigned member : group.members) {
    Operation *dealloc = model.lifetimes[member]->ownDealloc;
    if (dealloc == kept)
      continue;
    Value freed = dealloc->getOperand(0);
    dealloc->erase();
    eraseDeadViews(freed);
    changed = true;
  }
  bool moves =
      !ends.dealloc && (model.moveDeallocs || kept->getBlock() != block ||
                        kept->isBeforeInBlock(ends.end));
  if (moves && ends.end->getNextNode() != kept) {
    kept->moveAfter(ends.end);
    changed = true;
  }
  Value freed = kept->getOperand(0);
  if (freed == survivor->getResult(0))
    return;
  kept->setOperand(0, survivor->getResult(0));
  eraseDeadViews(freed);
  changed = true;
}

void SharingRewriter::apply(const SharingGroup &group, const GroupEnds &ends) {
  Operation *survivor = makeSurvivor(group, ends);
  if (model.lifetimes[group.members.front()]->ownDealloc)
    placeDealloc(group, ends, survivor);
  DenseMap<Type, Value> values;
  for (unsigned member : group.members) {
    Operation *alloc = model.lifetimes[member]->alloc;
    if (alloc != survivor || model.moveDeallocs)
      sinkViews(alloc->getResult(0), ends.begin);
    if (alloc == survivor)
      continue;
    Value &value = values[alloc->getResult(0).getType()];
    if (!value)
      value =
          valueFor(survivor, cast<MemRefType>(alloc->getResult(0).getType()));
    alloc->getResult(0).replaceAllUsesWith(value);
    alloc->erase();
    changed = true;
  }
}

/// Erases copies whose two sides have become one.
void SharingRewriter::eraseSelfCopies() {
  for (Operation *op : copies)
    if (op->getOperand(0) == op->getOperand(1))
      op->erase();
}

bool SharingRewriter::run(const SharingPlan &plan) {
  SmallVector<GroupEnds> places;
  for (const SharingGroup &group : plan.groups) {
    places.push_back(endsOf(model, lifetimes, group));
    for (unsigned member : llvm::drop_begin(group.members)) {
      Operation *op = model.lifetimes[member]->firstUse;
      if (isa<memref::CopyOp, linalg::CopyOp>(op))
        copies.insert(op);
    }
  }
  for (const Lifetime *lifetime : model.lateAllocs) {
    moveBefore(lifetime->alloc, lifetime->firstUse);
    sinkViews(lifetime->value(), lifetime->firstUse);
  }
  for (auto [group, place] : llvm::zip_equal(plan.groups, places))
    apply(group, place);
  eraseSelfCopies();
  return changed;
}

bool applySharing(const SharingModel &model, const Lifetimes &lifetimes,
                  const SharingPlan &plan) {
  return SharingRewriter(model, lifetimes).run(plan);
}

} // namespace memopt
