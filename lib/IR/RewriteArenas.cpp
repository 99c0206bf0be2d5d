//===- RewriteArenas.cpp - Buffers become views of an arena ---------------===//
//
// The arena comes to be at the entry of the function, the slice of an iteration
// at the top of its loop's body, and each view stands where the allocation was.
// So nothing moves, and what used the allocation uses the view. Linear in the
// buffers and their uses.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "RewriteViews.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/LoopLikeInterface.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace memopt {

namespace {

/// Applies the plans of one function.
class ArenaRewriter {
public:
  ArenaRewriter(FunctionOpInterface function, const ArenaModel &model,
                const Lifetimes &lifetimes, ArrayRef<ArenaPlan> plans,
                const ArenaRewriteOptions &options)
      : function(function), model(model), lifetimes(lifetimes), plans(plans),
        options(options), builder(function.getContext()),
        body(function.getFunctionBody()) {}

  bool run(CalleeNeeds needs);

private:
  MemRefType bytesType(int64_t size, Attribute space) {
    return MemRefType::get({size}, builder.getI8Type(),
                           MemRefLayoutAttrInterface(), space);
  }
  IntegerAttr alignmentAttr(Bytes alignment) {
    return alignment > 1 ? builder.getI64IntegerAttr(alignment) : IntegerAttr();
  }
  Value index(Location location, int64_t value) {
    return arith::ConstantIndexOp::create(builder, location, value);
  }
  Value viewBytes(Location location, unsigned arena, Bytes offset, Bytes size);

  Value makeBase(unsigned arena);
  Value allocate(const Arena &arena, Bytes height);
  Value addArgument(const Arena &arena, Bytes height);
  void checkArgument(Value argument, const Arena &arena, Bytes height);
  Value addGlobal(const Arena &arena, Bytes height);
  Value sliceOf(unsigned arena);
  Value makeView(unsigned arena, uint32_t slot);
  void poison(unsigned arena);
  void fill(unsigned arena, uint32_t slot);
  void replace(unsigned arena, uint32_t slot);
  void completeCall(CallOpInterface call, ArrayRef<ArenaNeed> needs);
  void eraseSelfCopies();

  FunctionOpInterface function;
  const ArenaModel &model;
  const Lifetimes &lifetimes;
  ArrayRef<ArenaPlan> plans;
  const ArenaRewriteOptions &options;
  OpBuilder builder;
  Region &body;
  /// The memref of bytes that each arena is.
  std::vector<Value> bases;
  /// Where the arena of a callee is: the arena and the slot.
  DenseMap<std::pair<Operation *, unsigned>, std::pair<unsigned, uint32_t>>
      calleeSlots;
};

} // namespace

//===----------------------------------------------------------------------===//
// The arena
//===----------------------------------------------------------------------===//

Value ArenaRewriter::allocate(const Arena &arena, Bytes height) {
  Location location = function.getLoc();
  Value base = memref::AllocOp::create(
      builder, location, bytesType(height, arena.memorySpace),
      arena.askedAlignment > 1 ? alignmentAttr(alignmentOf(arena))
                               : IntegerAttr());
  for (Block &block : body) {
    Operation *end = terminatorOf(block);
    if (!end || !end->hasTrait<OpTrait::ReturnLike>())
      continue;
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPoint(end);
    memref::DeallocOp::create(builder, end->getLoc(), base);
  }
  return base;
}

void ArenaRewriter::checkArgument(Value argument, const Arena &arena,
                                  Bytes height) {
  Location location = function.getLoc();
  auto require = [&](arith::CmpIPredicate predicate, Value left, Value right,
                     const Twine &message) {
    Value holds =
        arith::CmpIOp::create(builder, location, predicate, left, right);
    cf::AssertOp::create(builder, location, holds, message.str());
  };
  Value size =
      memref::DimOp::create(builder, location, argument, index(location, 0));
  require(arith::CmpIPredicate::uge, size, index(location, height),
          "@" + function.getName() + " needs an arena of " + Twine(height) +
              " bytes");
  Bytes alignment = alignmentOf(arena);
  if (alignment == 1)
    return;
  Value address = memref::ExtractAlignedPointerAsIndexOp::create(
      builder, location, argument);
  Value rest = arith::RemUIOp::create(builder, location, address,
                                      index(location, alignment));
  require(arith::CmpIPredicate::eq, rest, index(location, 0),
          "@" + function.getName() + " needs an arena aligned to " +
              Twine(alignment) + " bytes");
}

Value ArenaRewriter::addArgument(const Arena &arena, Bytes height) {
  auto attributes = builder.getDictionaryAttr(
      {builder.getNamedAttr("memopt.arena_size",
                            builder.getI64IntegerAttr(height)),
       builder.getNamedAttr("memopt.arena_alignment",
                            builder.getI64IntegerAttr(alignmentOf(arena)))});
  unsigned number = function.getNumArguments();
  // Only functions of func take part; those can have any argument.
  (void)function.insertArgument(
      number, bytesType(ShapedType::kDynamic, arena.memorySpace), attributes,
      function.getLoc());
  Value argument = function.getArgument(number);
  if (options.checkArguments && function.isPublic())
    checkArgument(argument, arena, height);
  return argument;
}

/// What a name may consist of, for a memory space.
static std::string suffixFor(Attribute memorySpace) {
  if (!memorySpace)
    return "";
  std::string suffix = "_";
  for (char character : spaceName(memorySpace))
    suffix += llvm::isAlnum(character) ? character : '_';
  return suffix;
}

Value ArenaRewriter::addGlobal(const Arena &arena, Bytes height) {
  MemRefType type = bytesType(height, arena.memorySpace);
  Location location = function.getLoc();
  // Not in the module yet, so that the table gives it a name of its own.
  OpBuilder nowhere(function.getContext());
  auto global = memref::GlobalOp::create(
      nowhere, location,
      (function.getName() + "_arena" + suffixFor(arena.memorySpace)).str(),
      builder.getStringAttr("private"), type, builder.getUnitAttr(),
      /*constant=*/false, alignmentAttr(alignmentOf(arena)));
  SymbolTable symbols(function->getParentWithTrait<OpTrait::SymbolTable>());
  symbols.insert(global, Block::iterator(function));
  return memref::GetGlobalOp::create(builder, location, type,
                                     global.getSymName());
}

Value ArenaRewriter::makeBase(unsigned arena) {
  const Arena &of = model.arenas[arena];
  if (of.loop)
    return sliceOf(arena);
  Bytes height = plans[arena].height;
  switch (options.mode) {
  case ArenaMode::Allocate:
    return allocate(of, height);
  case ArenaMode::Argument:
    return addArgument(of, height);
  case ArenaMode::Global:
    return addGlobal(of, height);
  }
  llvm_unreachable("unknown mode");
}

/// The slice of one iteration of a parallel loop, at the top of its body.
Value ArenaRewriter::sliceOf(unsigned arena) {
  const Arena &of = model.arenas[arena];
  auto loop = cast<LoopLikeOpInterface>(of.loop);
  Location location = loop.getLoc();
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToStart(&of.loop->getRegion(0).front());
  // The number of the iteration, the last induction variable running fastest.
  Value number;
  SmallVector<Value> variables =
      loop.getLoopInductionVars().value_or(SmallVector<Value>());
  for (auto [variable, range] : llvm::zip_equal(variables, of.ranges)) {
    Value local = variable;
    if (range.begin != 0)
      local = arith::SubIOp::create(builder, location, local,
                                    index(location, range.begin));
    if (range.step != 1)
      local = arith::DivUIOp::create(builder, location, local,
                                     index(location, range.step));
    if (!number) {
      number = local;
      continue;
    }
    number = arith::MulIOp::create(builder, location, number,
                                   index(location, range.trips));
    number = arith::AddIOp::create(builder, location, number, local);
  }
  auto slice =
      static_cast<Bytes>(llvm::alignTo(plans[arena].height, alignmentOf(of)));
  Value shift =
      arith::MulIOp::create(builder, location, number, index(location, slice));
  shift = arith::AddIOp::create(
      builder, location, shift,
      index(location, plans[of.parent].offsets[of.parentSlot]));
  return memref::ViewOp::create(builder, location,
                                bytesType(slice, of.memorySpace),
                                bases[of.parent], shift, ValueRange());
}

//===----------------------------------------------------------------------===//
// The buffers
//===----------------------------------------------------------------------===//

Value ArenaRewriter::viewBytes(Location location, unsigned arena, Bytes offset,
                               Bytes size) {
  return memref::ViewOp::create(
      builder, location, bytesType(size, model.arenas[arena].memorySpace),
      bases[arena], index(location, offset), ValueRange());
}

/// The buffer as a memref of the type of its allocation, before that.
Value ArenaRewriter::makeView(unsigned arena, uint32_t slot) {
  Operation *alloc = model.arenas[arena].slots[slot].op;
  auto type = cast<MemRefType>(alloc->getResult(0).getType());
  Location location = alloc->getLoc();
  builder.setInsertionPoint(alloc);
  Value shift = index(location, plans[arena].offsets[slot]);
  if (type.getLayout().isIdentity())
    return memref::ViewOp::create(builder, location, type, bases[arena], shift,
                                  alloc->getOperands());
  // All elements in a row, and the layout on top.
  SmallVector<int64_t> strides;
  int64_t offset = 0;
  (void)type.getStridesAndOffset(strides, offset);
  int64_t elements = type.getNumElements() == 0 ? 0 : offset + 1;
  if (elements != 0)
    for (auto [size, stride] : llvm::zip_equal(type.getShape(), strides))
      elements += (size - 1) * stride;
  auto row =
      MemRefType::get({elements}, type.getElementType(),
                      MemRefLayoutAttrInterface(), type.getMemorySpace());
  Value flat = memref::ViewOp::create(builder, location, row, bases[arena],
                                      shift, ValueRange());
  return memref::ReinterpretCastOp::create(builder, location, type, flat,
                                           offset, type.getShape(), strides);
}

void ArenaRewriter::replace(unsigned arena, uint32_t slot) {
  const ArenaSlot &of = model.arenas[arena].slots[slot];
  for (Operation *dealloc : of.lifetime->deallocs) {
    Value freed = dealloc->getOperand(0);
    dealloc->erase();
    eraseDeadViews(freed);
  }
  Value view = makeView(arena, slot);
  of.op->getResult(0).replaceAllUsesWith(view);
  of.op->erase();
}

/// Fills the bytes of a buffer.
void ArenaRewriter::fill(unsigned arena, uint32_t slot) {
  constexpr int8_t kPoison = static_cast<int8_t>(0xA5);
  Location location = model.arenas[arena].slots[slot].op->getLoc();
  Value bytes = viewBytes(location, arena, plans[arena].offsets[slot],
                          model.arenas[arena].problem.buffers[slot].size);
  Value value = arith::ConstantOp::create(builder, location,
                                          builder.getI8IntegerAttr(kPoison));
  linalg::FillOp::create(builder, location, value, bytes);
}

/// Fills buffers where their content is not needed: right before and right
/// after each range of their lifetimes. Not where a branch may bring the
/// content in or take it on, nor what an op writes over or hands on in place.
void ArenaRewriter::poison(unsigned arena) {
  const Arena &of = model.arenas[arena];
  std::vector<bool> isInput(of.slots.size()), isOutput(of.slots.size());
  for (PackingPair pair : of.problem.together)
    isInput[pair.first] = isOutput[pair.second] = true;
  for (uint32_t slot = 0; slot < of.slots.size(); ++slot) {
    const Lifetime *lifetime = of.slots[slot].lifetime;
    if (!lifetime || of.problem.buffers[slot].size == 0)
      continue;
    Block *home = lifetime->alloc->getBlock();
    auto holderOf = [&](Step step) {
      return home->getParent()->findAncestorOpInRegion(*lifetimes.opAt(step));
    };
    for (StepRange range : lifetime->live) {
      Operation *first = holderOf(range.begin);
      Operation *last = holderOf(range.end - 1);
      bool begins = first->getBlock() == home || first->getPrevNode();
      if (begins && !isOutput[slot]) {
        builder.setInsertionPoint(first);
        fill(arena, slot);
      }
      if (!last->hasTrait<OpTrait::IsTerminator>() && !isInput[slot]) {
        builder.setInsertionPointAfter(last);
        fill(arena, slot);
      }
    }
  }
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

void ArenaRewriter::completeCall(CallOpInterface call,
                                 ArrayRef<ArenaNeed> needs) {
  Location location = call.getLoc();
  for (auto [number, need] : llvm::enumerate(needs)) {
    builder.setInsertionPoint(call);
    Value room;
    auto place = calleeSlots.find({call, static_cast<unsigned>(number)});
    if (place != calleeSlots.end()) {
      auto [arena, slot] = place->second;
      room = viewBytes(location, arena, plans[arena].offsets[slot], need.size);
    } else {
      room = memref::AllocOp::create(
          builder, location, bytesType(need.size, need.memorySpace),
          need.askedAlignment > 1 ? alignmentAttr(need.alignment)
                                  : IntegerAttr());
      OpBuilder::InsertionGuard guard(builder);
      builder.setInsertionPointAfter(call);
      memref::DeallocOp::create(builder, location, room);
    }
    Value operand = memref::CastOp::create(
        builder, location, bytesType(ShapedType::kDynamic, need.memorySpace),
        room);
    call->insertOperands(call->getNumOperands(), operand);
  }
}

/// Erases copies of a buffer onto itself.
void ArenaRewriter::eraseSelfCopies() {
  for (const Arena &arena : model.arenas)
    for (Operation *op : arena.writers)
      if (isa<memref::CopyOp, linalg::CopyOp>(op) &&
          op->getOperand(0).getType() == op->getOperand(1).getType())
        op->erase();
}

bool ArenaRewriter::run(CalleeNeeds needs) {
  SmallVector<CallOpInterface> calls;
  function->walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (op != function && isNestedFunctionOrModule(op))
      return WalkResult::skip();
    auto call = dyn_cast<CallOpInterface>(op);
    if (call && !needs(call).empty())
      calls.push_back(call);
    return WalkResult::advance();
  });
  builder.setInsertionPointToStart(&body.front());
  for (unsigned arena = 0; arena < model.arenas.size(); ++arena)
    bases.push_back(makeBase(arena));
  if (options.poison)
    for (unsigned arena = 0; arena < model.arenas.size(); ++arena)
      poison(arena);
  for (auto [arena, of] : llvm::enumerate(model.arenas)) {
    for (auto [slot, what] : llvm::enumerate(of.slots)) {
      std::pair<unsigned, uint32_t> place(arena, slot);
      if (what.lifetime)
        replace(place.first, place.second);
      else if (what.op != of.loop && isa<CallOpInterface>(what.op))
        calleeSlots[{what.op, what.inner}] = place;
    }
  }
  for (CallOpInterface call : calls)
    completeCall(call, needs(call));
  eraseSelfCopies();
  return !bases.empty() || !calls.empty();
}

bool applyArenas(FunctionOpInterface function, const ArenaModel &model,
                 const Lifetimes &lifetimes, ArrayRef<ArenaPlan> plans,
                 CalleeNeeds needs, const ArenaRewriteOptions &options) {
  return ArenaRewriter(function, model, lifetimes, plans, options).run(needs);
}

std::string arenaSizeName(StringRef function, Attribute memorySpace) {
  return (function + "_arena_size" + suffixFor(memorySpace)).str();
}

void addArenaSizeFunction(FunctionOpInterface function, const ArenaNeed &need) {
  OpBuilder builder(function.getContext());
  builder.setInsertionPointAfter(function);
  Location location = function.getLoc();
  auto size = func::FuncOp::create(
      builder, location, arenaSizeName(function.getName(), need.memorySpace),
      builder.getFunctionType({}, {builder.getIndexType()}));
  builder.setInsertionPointToStart(size.addEntryBlock());
  Value bytes = arith::ConstantIndexOp::create(builder, location, need.size);
  func::ReturnOp::create(builder, location, bytes);
}

} // namespace memopt
