//===- LongForm.h - Tests with a short and a long form ----------*- C++ -*-===//
//
// check-memopt runs the short form. The long form runs if MEMOPT_LONG is set in
// the environment; docs/testing.md has the commands. Both print what they did.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_UNITTESTS_SOLVER_LONGFORM_H
#define MEMOPT_UNITTESTS_SOLVER_LONGFORM_H

#include "memopt/Model/Graph.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace memopt {

inline bool isLongForm() { return std::getenv("MEMOPT_LONG") != nullptr; }

/// How often to repeat a test.
inline uint64_t inForm(uint64_t shortForm, uint64_t longForm) {
  return isLongForm() ? longForm : shortForm;
}

/// Prints a line for each tenth of a long form.
class Progress {
public:
  explicit Progress(uint64_t total) : total(total) {}

  void step() {
    ++done;
    if (isLongForm() && total >= 10 && done % (total / 10) == 0) {
      std::printf("[          ] %llu of %llu\n",
                  static_cast<unsigned long long>(done),
                  static_cast<unsigned long long>(total));
      std::fflush(stdout);
    }
  }

private:
  uint64_t total;
  uint64_t done = 0;
};

/// How many of the graphs a test has seen have what can make a rule wrong.
struct FeatureCounts {
  uint64_t graphs = 0, workspace = 0, orderingOnly = 0, inPlace = 0,
           countedInputs = 0, severalResults = 0, severalOutputs = 0,
           zeroSizes = 0;

  void add(const Graph &graph) {
    bool anyWorkspace = false, anyAfter = false, anyInPlace = false,
         anyOutputs = false, anyZero = false, anyEntry = false;
    for (const Op &op : graph.ops) {
      anyWorkspace |= op.workspace != 0;
      anyAfter |= !op.after.empty();
      anyInPlace |= !op.inPlace.empty();
      anyOutputs |= op.outputs.size() > 1;
    }
    unsigned results = 0;
    for (const Buffer &buffer : graph.buffers) {
      anyZero |= buffer.bytes == 0;
      anyEntry |= buffer.producer == kNoOp && buffer.bytes != 0;
      results += buffer.liveOut;
    }
    ++graphs;
    workspace += anyWorkspace;
    orderingOnly += anyAfter;
    inPlace += anyInPlace;
    countedInputs += anyEntry;
    severalResults += results > 1;
    severalOutputs += anyOutputs;
    zeroSizes += anyZero;
  }
  uint64_t least() const {
    uint64_t least = graphs;
    for (uint64_t count : {workspace, orderingOnly, inPlace, countedInputs,
                           severalResults, severalOutputs, zeroSizes})
      least = count < least ? count : least;
    return least;
  }
  void print() const {
    auto number = [](uint64_t count) {
      return static_cast<unsigned long long>(count);
    };
    std::printf(
        "[          ] %llu graphs; with workspace %llu, ordering-only "
        "edges %llu, in-place pairs %llu, counted inputs %llu, several "
        "results %llu, several outputs of an op %llu, zero sizes %llu\n",
        number(graphs), number(workspace), number(orderingOnly),
        number(inPlace), number(countedInputs), number(severalResults),
        number(severalOutputs), number(zeroSizes));
  }
};

} // namespace memopt

#endif // MEMOPT_UNITTESTS_SOLVER_LONGFORM_H
