//===- LifetimesAcrossBlocks.cpp - Lifetimes in control flow graphs -------===//
//
// Which blocks are executed in the order of their ops, and, for allocations
// that several blocks of a region use, liveness: backwards over the blocks, one
// bit for each allocation, to the least fixpoint. An allocation begins anew
// whenever its op is executed; if a branch could carry an older instance past
// that op, it is given up. Rounds over the blocks until nothing changes: a few
// unless loops nest deeply; irreducible graphs need no special care.
//
//===----------------------------------------------------------------------===//

#include "LifetimesDetail.h"

#include "memopt/IR/RegionLiveness.h"

#include "mlir/IR/RegionGraphTraits.h"
#include "mlir/IR/RegionKindInterface.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DepthFirstIterator.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace mlir;

namespace memopt {

OrderedBlocks::OrderedBlocks(FunctionOpInterface function) {
  SmallVector<Region *> worklist = {&function.getFunctionBody()};
  while (!worklist.empty()) {
    Region *region = worklist.pop_back_val();
    if (region->empty() || !mayHaveSSADominance(*region))
      continue;
    llvm::df_iterator_default_set<Block *> reachable;
    for (Block *block : llvm::depth_first_ext(&region->front(), reachable)) {
      blocks.insert(block);
      for (Operation &op : *block)
        if (op.isRegistered() && !isNestedFunctionOrModule(&op))
          for (Region &nested : op.getRegions())
            worklist.push_back(&nested);
    }
  }
}

void Lifetimes::finishAcrossBlocks(Region &region, ArrayRef<unsigned> indices,
                                   ArrayRef<Uses> uses) {
  auto size = static_cast<unsigned>(indices.size());
  struct BlockState {
    llvm::BitVector used, made, liveIn, liveOut;
    /// For each allocation that the block uses, from where to where.
    DenseMap<unsigned, StepRange> range;
  };
  DenseMap<Block *, BlockState> states;
  llvm::DenseSet<Block *> onCycles = blocksOnCycles(region);
  for (Block &block : region) {
    BlockState &state = states[&block];
    for (llvm::BitVector *bits :
         {&state.used, &state.made, &state.liveIn, &state.liveOut})
      bits->resize(size);
  }
  for (unsigned bit = 0; bit < size; ++bit) {
    Lifetime &lifetime = lifetimes[indices[bit]];
    Block *home = lifetime.alloc->getBlock();
    states[home].made.set(bit);
    const Uses &of = uses[indices[bit]];
    if (of.carrier && onCycles.contains(home))
      giveUp(lifetime, of.carrier, "passes it on around a loop");
    for (Operation *holder : of.holders) {
      BlockState &state = states[holder->getBlock()];
      StepRange steps = stepsOf(holder);
      auto [it, inserted] = state.range.try_emplace(bit, steps);
      it->second.begin = std::min(it->second.begin, steps.begin);
      it->second.end = std::max(it->second.end, steps.end);
      state.used.set(bit);
    }
  }

  SmallVector<Block *> order(llvm::post_order(&region.front()));
  for (bool changed = true; changed;) {
    changed = false;
    for (Block *block : order) {
      BlockState &state = states[block];
      for (Block *successor : block->getSuccessors())
        state.liveOut |= states[successor].liveIn;
      llvm::BitVector in = state.liveOut;
      in |= state.used;
      in.reset(state.made);
      changed |= in != state.liveIn;
      state.liveIn = std::move(in);
    }
  }

  for (Block &block : region) {
    if (block.empty())
      continue;
    const BlockState &state = states[&block];
    llvm::BitVector touched = state.used;
    touched |= state.liveIn;
    touched |= state.liveOut;
    StepRange all = {stepsOf(&block.front()).begin, stepsOf(&block.back()).end};
    for (unsigned bit : touched.set_bits()) {
      Lifetime &lifetime = lifetimes[indices[bit]];
      StepRange range = all;
      auto used = state.range.find(bit);
      if (!state.liveIn[bit])
        range.begin = used != state.range.end() ? used->second.begin
                                                : stepsOf(lifetime.alloc).begin;
      if (!state.liveOut[bit] && used != state.range.end())
        range.end = used->second.end;
      if (!lifetime.live.empty() && lifetime.live.back().end >= range.begin)
        lifetime.live.back().end =
            std::max(lifetime.live.back().end, range.end);
      else
        lifetime.live.push_back(range);
    }
  }
}

} // namespace memopt
