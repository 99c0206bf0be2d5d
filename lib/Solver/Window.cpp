//===- Window.cpp - Re-solving stretches of a known order -----------------===//
//
// Between two places of an order lies a stretch that is a problem of its own:
// what is live at its ends stays as it is (Split.h). The search decides whether
// the ops around the highest step can be ordered below the peak; if so the
// stretch takes that order, and the next highest step follows. Each success
// leaves fewer steps at the peak, so this ends. Used for problems that are too
// big to search as a whole; it improves orders and proves nothing.
//
// This is large neighbourhood search (Shaw, "Using constraint programming and
// local search methods to solve vehicle routing problems", 1998) with windows
// as neighbourhoods. Any order of a stretch gives a valid order of the whole
// with the same live bytes outside of it, in-place pairs, workspace and
// ordering edges included. Cost: linear for each stretch, and its search.
//
//===----------------------------------------------------------------------===//

#include "Window.h"

#include "Reduce.h"
#include "Search.h"
#include "Split.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;

/// The problem with its ops numbered as in `order`.
static Problem renumbered(const Problem &problem, llvm::ArrayRef<OpId> order) {
  std::vector<OpId> placeOf(problem.numOps);
  for (OpId i = 0; i < problem.numOps; ++i)
    placeOf[order[i]] = i;
  Problem result;
  result.numOps = problem.numOps;
  result.numNets = problem.numNets;
  result.netBytes = problem.netBytes;
  result.entry = problem.entry;
  result.exit = problem.exit;
  result.hasInPlace = problem.hasInPlace;
  std::vector<uint32_t> list;
  auto append = [&](Lists &lists, llvm::ArrayRef<OpId> ops) {
    list.clear();
    for (OpId op : ops)
      list.push_back(placeOf[op]);
    llvm::sort(list);
    for (OpId op : list)
      lists.append(op);
    lists.endList();
  };
  for (OpId op : order) {
    result.born.push_back(problem.born[op]);
    result.kept.push_back(problem.kept[op]);
    result.transient.push_back(problem.transient[op]);
    append(result.predecessors, problem.predecessors[op]);
    for (NetId net : problem.inPlace[op])
      result.inPlace.append(net);
    result.inPlace.endList();
  }
  for (NetId net = 0; net < problem.numNets; ++net) {
    OpId producer = problem.producer[net];
    result.producer.push_back(producer == kNoOp ? kNoOp : placeOf[producer]);
    append(result.readers, problem.readers[net]);
  }
  completeLists(result);
  return result;
}

std::vector<OpId> memopt::improveWindows(const Problem &problem,
                                         std::vector<OpId> order,
                                         uint32_t width, Bytes target,
                                         const ScheduleOptions &options,
                                         WorkMeter &meter, uint64_t maxSteps) {
  const uint64_t stopAt = meter.steps() + std::min(maxSteps, meter.left());
  constexpr unsigned kPlaces = 5;
  constexpr uint64_t kShare = uint64_t(4) * kPlaces;
  std::vector<Bytes> during, after;
  width = std::min(width, problem.numOps);
  bool improved = true;
  while (improved && meter.steps() < stopAt) {
    improved = false;
    profileOf(problem, order, during, after);
    // The first of the highest steps; the ends of the order cannot be changed.
    OpId highest = 0;
    for (OpId i = 1; i < problem.numOps; ++i)
      if (during[order[i]] > during[order[highest]])
        highest = i;
    Bytes peak = during[order[highest]];
    if (peak <= target || peak <= std::max(problem.entry, problem.exit))
      break;
    Problem inOrder = renumbered(problem, order);
    meter.spend(2 * uint64_t(problem.numOps));
    // Stretches with the step in their middle first, then to both sides.
    uint32_t last = problem.numOps - width;
    constexpr uint32_t kEighths[kPlaces] = {4, 6, 2, 7, 1};
    uint32_t lastBegin = kNoOp;
    for (uint32_t eighths : kEighths) {
      uint32_t before = static_cast<uint32_t>(uint64_t(width) * eighths / 8);
      OpId begin = std::min(highest - std::min(highest, before), last);
      if (begin == lastBegin || meter.steps() >= stopAt)
        continue;
      lastBegin = begin;
      OpId end = begin + width;
      Bytes liveBefore = begin == 0 ? problem.entry : after[order[begin - 1]];
      ReducedProblem part = reduce(
          extract(inOrder, {begin, end}, liveBefore, after[order[end - 1]]),
          options, meter);
      Search search(part.problem, options.useBackward, options, meter,
                    options.maxMemoBytes / 4);
      if (search.decide(peak - 1, maxSteps / kShare) != Answer::Yes)
        continue;
      std::vector<OpId> best = part.expand(search.order());
      std::vector<OpId> old(order.begin() + begin, order.begin() + end);
      for (uint32_t i = 0; i < width; ++i)
        order[begin + i] = old[best[i]];
      improved = true;
      break;
    }
  }
  return order;
}
