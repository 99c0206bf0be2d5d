//===- SameProgram.cpp - Whether a rewrite kept what is computed ----------===//
//
// Validates a rewrite after it was done, on a copy, without knowing what it
// meant to do (Pnueli, Siegel, Singerman 1998; Necula 2000). The ops of the two
// programs are paired in order, and their results and block arguments numbered
// alike. Ops that may stand anywhere are not paired, but numbered by what they
// are made of (value numbering). Then the operands of each pair must have the
// same numbers. Linear in the ops and their operands.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/SameProgram.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

#include <map>
#include <vector>

using namespace mlir;

namespace memopt {

using Fault = std::optional<Difference>;

/// The number of a value that depends on nothing but itself, which is never
/// computed: it is in a block that nothing reaches.
constexpr unsigned kOnlyItself = 0;

namespace {

/// Compares two programs.
class Comparison {
public:
  Fault run(Operation *before, Operation *after);

private:
  Fault pairRegions(Operation *op, Region &before, Region &after);
  Fault pairBlocks(Operation *op, Block &before, Block &after);
  Fault pairOps(Operation *before, Operation *after);
  Fault pairSwitch(scf::IndexSwitchOp before, scf::IfOp after);
  void pairInvariants(scf::ForOp before, scf::ForOp after);
  void pairValues(ValueRange before, ValueRange after);

  std::vector<Operation *> orderedOps(Block &block);
  Fault checkOperands(Operation *before, Operation *after);
  unsigned numberOf(Value value);

  /// An op of the first program, and blocks of both.
  struct BlockPair {
    Operation *op;
    Block *before, *after;
  };
  SmallVector<BlockPair> waiting;
  DenseMap<Block *, Block *> blockOf;
  std::vector<std::pair<Operation *, Operation *>> pairs;
  /// A test of the second program that must say whether the switch takes the
  /// case.
  struct CaseTest {
    scf::IndexSwitchOp choice;
    int64_t value;
    Value condition;
  };
  SmallVector<CaseTest> tests;

  /// Values that are another one under a new name.
  DenseMap<Value, Value> nameFor;
  DenseMap<Value, unsigned> numbers;
  std::map<std::vector<uintptr_t>, unsigned> numberOfMade;
  unsigned nextNumber = kOnlyItself + 1;
};

} // namespace

static std::string nameOf(Operation *op) {
  return "'" + op->getName().getStringRef().str() + "'";
}

/// The tensor that `op` makes a copy of, if that is all it does.
static Value copiedBy(Operation *op) {
  if (auto copy = dyn_cast<linalg::CopyOp>(op)) {
    Value source = copy.getInputs()[0];
    return op->getNumResults() == 1 &&
                   op->getResult(0).getType() == source.getType()
               ? source
               : Value();
  }
  auto alloc = dyn_cast<bufferization::AllocTensorOp>(op);
  return alloc && !alloc.getMemorySpaceAttr() ? alloc.getCopy() : Value();
}

/// True if `op` has one result, which depends on nothing but its operands and
/// attributes.
static bool mayStandAnywhere(Operation *op) {
  return isa<tensor::EmptyOp, arith::ConstantOp, arith::CmpIOp>(op) ||
         (isa<linalg::FillOp>(op) && op->getNumResults() == 1) || copiedBy(op);
}

/// True for a switch that has become what is in it.
static bool isNoChoice(Operation *op) {
  auto choice = dyn_cast<scf::IndexSwitchOp>(op);
  return choice && choice.getCases().empty();
}

/// The ops of `block` that must be the same in both programs.
std::vector<Operation *> Comparison::orderedOps(Block &block) {
  std::vector<Operation *> ops;
  SmallVector<Block::iterator> positions = {block.begin()};
  Block::iterator end = block.end();
  while (!positions.empty()) {
    if (positions.back() == end) {
      positions.pop_back();
      continue;
    }
    Operation *op = &*positions.back()++;
    if (isNoChoice(op)) {
      Block &inner = cast<scf::IndexSwitchOp>(op).getDefaultBlock();
      for (auto [result, yielded] : llvm::zip_equal(
               op->getResults(), inner.getTerminator()->getOperands()))
        nameFor[result] = yielded;
      positions.push_back(inner.begin());
    } else if (positions.size() > 1 && op->hasTrait<OpTrait::IsTerminator>()) {
      positions.pop_back();
    } else if (!mayStandAnywhere(op)) {
      ops.push_back(op);
    }
  }
  return ops;
}

//===----------------------------------------------------------------------===//
// Pairs
//===----------------------------------------------------------------------===//

void Comparison::pairValues(ValueRange before, ValueRange after) {
  for (auto [left, right] : llvm::zip_equal(before, after)) {
    if (nameFor.contains(left))
      continue;
    numbers[left] = nextNumber;
    numbers[right] = nextNumber++;
  }
}

Fault Comparison::pairRegions(Operation *op, Region &before, Region &after) {
  if (!llvm::equal(before, after, [](Block &left, Block &right) {
        return left.getArgumentTypes() == right.getArgumentTypes();
      }))
    return Difference{op, "the blocks of " + nameOf(op) + " differ"};
  for (auto [left, right] : llvm::zip_equal(before, after)) {
    pairValues(left.getArguments(), right.getArguments());
    blockOf[&left] = &right;
    waiting.push_back({op, &left, &right});
  }
  return std::nullopt;
}

Fault Comparison::pairBlocks(Operation *op, Block &before, Block &after) {
  std::vector<Operation *> left = orderedOps(before), right = orderedOps(after);
  for (auto [from, to] : llvm::zip(left, right))
    if (Fault fault = pairOps(from, to))
      return fault;
  if (left.size() != right.size())
    return Difference{op, "a block of " + nameOf(op) + " has " +
                              std::to_string(right.size()) +
                              " ops in place of " +
                              std::to_string(left.size())};
  return std::nullopt;
}

Fault Comparison::pairOps(Operation *before, Operation *after) {
  auto choice = dyn_cast<scf::IndexSwitchOp>(before);
  auto test = dyn_cast<scf::IfOp>(after);
  if (choice && test)
    return pairSwitch(choice, test);
  if (before->getName() != after->getName() ||
      before->getDiscardableAttrDictionary() !=
          after->getDiscardableAttrDictionary() ||
      !before->getName().compareOpProperties(before->getPropertiesStorage(),
                                             after->getPropertiesStorage()) ||
      before->getResultTypes() != after->getResultTypes() ||
      before->getNumRegions() != after->getNumRegions())
    return Difference{before,
                      nameOf(before) + " has become another " + nameOf(after)};
  pairs.push_back({before, after});
  pairValues(before->getResults(), after->getResults());
  if (auto loop = dyn_cast<scf::ForOp>(before))
    pairInvariants(loop, cast<scf::ForOp>(after));
  for (auto [left, right] :
       llvm::zip_equal(before->getRegions(), after->getRegions()))
    if (Fault fault = pairRegions(before, left, right))
      return fault;
  return std::nullopt;
}

/// Finds what both loops carry and never change.
void Comparison::pairInvariants(scf::ForOp before, scf::ForOp after) {
  auto isInvariant = [](scf::ForOp loop, unsigned number) {
    Value yielded = loop.getYieldedValues()[number];
    return yielded == loop.getRegionIterArgs()[number] ||
           yielded == loop.getInitArgs()[number];
  };
  for (unsigned number = 0; number < before.getNumResults(); ++number) {
    if (!isInvariant(before, number) || !isInvariant(after, number))
      continue;
    for (scf::ForOp loop : {before, after})
      nameFor[loop.getRegionIterArgs()[number]] = loop.getInitArgs()[number];
  }
}

/// Pairs the cases of a switch with the tests of a chain, in which each but the
/// last has the next one, and nothing else, in its else branch.
Fault Comparison::pairSwitch(scf::IndexSwitchOp before, scf::IfOp after) {
  Difference broken{before, "a case of " + nameOf(before) +
                                " has become something else"};
  pairValues(before.getResults(), after.getResults());
  for (auto [index, value] : llvm::enumerate(before.getCases())) {
    if (after.getResultTypes() != before.getResultTypes())
      return broken;
    tests.push_back({before, value, after.getCondition()});
    if (Fault fault = pairRegions(before, before.getCaseRegions()[index],
                                  after.getThenRegion()))
      return fault;
    if (index + 1 == before.getNumCases())
      break;
    std::vector<Operation *> rest;
    if (Block *otherwise = after.elseBlock())
      rest = orderedOps(*otherwise);
    auto next = rest.size() == 2 ? dyn_cast<scf::IfOp>(rest[0]) : scf::IfOp();
    if (!next || next->getResults() != rest[1]->getOperands())
      return broken;
    after = next;
  }
  return pairRegions(before, before.getDefaultRegion(), after.getElseRegion());
}

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

/// The number of `value`, which another value has only if it is the same.
unsigned Comparison::numberOf(Value value) {
  SmallVector<Value> open = {value};
  llvm::DenseSet<Value> seen;
  auto close = [&](unsigned number) { numbers[open.pop_back_val()] = number; };
  // Pushes what is not numbered yet.
  auto isNumbered = [&](Value operand) {
    if (numbers.contains(operand))
      return true;
    if (!seen.insert(operand).second)
      numbers[operand] = kOnlyItself;
    else
      open.push_back(operand);
    return false;
  };
  while (!open.empty()) {
    Value last = open.back();
    Operation *op = last.getDefiningOp();
    Value source = nameFor.lookup(last);
    if (!source && op)
      source = copiedBy(op);
    if (numbers.contains(last)) {
      open.pop_back();
    } else if (source) {
      if (isNumbered(source))
        close(numbers.lookup(source));
    } else if (!op || !mayStandAnywhere(op)) {
      close(nextNumber++);
    } else if (llvm::all_of(op->getOperands(), isNumbered)) {
      auto key = [](const void *pointer) {
        return reinterpret_cast<uintptr_t>(pointer);
      };
      std::vector<uintptr_t> made = {
          key(op->getName().getAsOpaquePointer()),
          key(op->getAttrDictionary().getAsOpaquePointer()),
          key(last.getType().getAsOpaquePointer())};
      for (Value operand : op->getOperands())
        made.push_back(numbers.lookup(operand));
      auto [it, inserted] = numberOfMade.try_emplace(made, nextNumber);
      nextNumber += inserted;
      close(it->second);
    }
  }
  return numbers.lookup(value);
}

Fault Comparison::checkOperands(Operation *before, Operation *after) {
  if (before->getNumOperands() != after->getNumOperands() ||
      !llvm::equal(before->getSuccessors(), after->getSuccessors(),
                   [&](Block *left, Block *right) {
                     return blockOf.lookup(left) == right;
                   }))
    return Difference{before, nameOf(before) + " has other successors, or "
                                               "another number of operands"};
  for (auto [number, left] : llvm::enumerate(before->getOperands()))
    if (numberOf(left) != numberOf(after->getOperand(number)))
      return Difference{before, "operand " + std::to_string(number) + " of " +
                                    nameOf(before) + " is another value"};
  return std::nullopt;
}

Fault Comparison::run(Operation *before, Operation *after) {
  for (auto [left, right] :
       llvm::zip_equal(before->getRegions(), after->getRegions()))
    if (Fault fault = pairRegions(before, left, right))
      return fault;
  while (!waiting.empty()) {
    BlockPair pair = waiting.pop_back_val();
    if (Fault fault = pairBlocks(pair.op, *pair.before, *pair.after))
      return fault;
  }
  for (auto [left, right] : pairs)
    if (Fault fault = checkOperands(left, right))
      return fault;
  for (CaseTest &test : tests) {
    auto compare = test.condition.getDefiningOp<arith::CmpIOp>();
    if (!compare || compare.getPredicate() != arith::CmpIPredicate::eq ||
        numberOf(compare.getLhs()) != numberOf(test.choice.getArg()) ||
        getConstantIntValue(compare.getRhs()) != test.value)
      return Difference{test.choice, "a case of " + nameOf(test.choice) +
                                         " is chosen by something else"};
  }
  return std::nullopt;
}

std::optional<Difference> checkSameProgram(Operation *before,
                                           Operation *after) {
  return Comparison().run(before, after);
}

} // namespace memopt
