//===- FunctionPlan.h - A function, modelled and scheduled ------*- C++ -*-===//
//
// Models every block of a function inside out, and schedules them if asked to.
// Edits nothing: apply() does, once everything has been checked.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_PASSES_FUNCTIONPLAN_H
#define MEMOPT_PASSES_FUNCTIONPLAN_H

#include "memopt/IR/BlockModel.h"
#include "memopt/Model/Schedule.h"
#include "memopt/Solver/Schedulers.h"

#include <memory>

namespace memopt {

/// One block of a function.
struct BlockPlan {
  BlockModel model;
  /// The ops of this block may be reordered as far as the graph allows.
  bool mayReorder = false;
  /// The planned order; the input order unless scheduling found a better one.
  std::vector<OpId> order;
  bool reordered = false;
  Peaks peaks;
  Status status = Status::Feasible;
  uint64_t steps = 0;
};

/// A function and the plan for it.
class FunctionPlan {
public:
  /// Models `function`, which has a body. Schedules it if `scheduling` is not
  /// null. On failure says why at the op at fault and returns null.
  static std::unique_ptr<FunctionPlan>
  compute(mlir::FunctionOpInterface function, const ModelOptions &options,
          const Summaries *summaries, mlir::SymbolTableCollection &symbols,
          const ScheduleOptions *scheduling);

  /// Puts the plan into effect. Returns whether the IR changed.
  bool apply();

  /// What callers of the function need to know.
  FunctionSummary summarize() const;

  mlir::FunctionOpInterface getFunction() const { return function; }
  const Storage &getStorage() const { return storage; }
  /// The reachable blocks that have an order, innermost first; the blocks of
  /// the function's own body come last.
  llvm::ArrayRef<BlockPlan> getBlocks() const { return blocks; }
  const BlockPlan *planOf(mlir::Block *block) const;
  /// The largest peaks of the blocks of the function's own body.
  Peaks getPeaks() const;
  /// The calls whose callee's memory is not known, or only in part.
  llvm::ArrayRef<mlir::CallOpInterface> getUnknownCalls() const {
    return unknownCalls;
  }
  /// The sum of all storage made in the function and its callees.
  Bytes noFreeBytes() const;

private:
  FunctionPlan(mlir::FunctionOpInterface function, const ModelOptions &options,
               const Summaries *summaries, mlir::SymbolTableCollection &symbols)
      : function(function), storage(function, options, summaries, symbols) {}

  mlir::LogicalResult planRegion(mlir::Region &region, bool mayReorder,
                                 const ScheduleOptions *scheduling);
  mlir::LogicalResult planBlock(BlockPlan &plan,
                                const ScheduleOptions *scheduling);

  // Op handles are pointers; their accessors are not const.
  mutable mlir::FunctionOpInterface function;
  Storage storage;
  std::vector<BlockPlan> blocks;
  llvm::DenseMap<mlir::Block *, size_t> blockIndex;
  BlockPeaks blockPeaks;
  llvm::SmallVector<mlir::CallOpInterface> unknownCalls;
};

} // namespace memopt

#endif // MEMOPT_PASSES_FUNCTIONPLAN_H
