//===- Sink.h - Where reports go --------------------------------*- C++ -*-===//
//
// One sink for a pass and its clones. A pass that runs on whole modules has all
// its facts at once. One that is nested on functions gets them one by one, from
// several threads and in any order: the sink collects them, and writes one
// report, sorted, when the last clone is gone.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_PASSES_SINK_H
#define MEMOPT_PASSES_SINK_H

#include "memopt/Report/Facts.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <functional>
#include <mutex>
#include <vector>

namespace memopt {

/// Opens `output` ("-": standard output, empty: standard error) and has it
/// written. A file is only replaced once all has been written.
llvm::Error writeTo(llvm::StringRef output,
                    llvm::function_ref<void(llvm::raw_ostream &)> write);

/// Whether writeTo could write to `output` now; why not, otherwise. Leaves no
/// trace. For asking before anything is changed.
llvm::Error checkOutput(llvm::StringRef output);

/// Collects facts and writes them once.
class Sink {
public:
  /// Writes the facts it is given, sorted by function name and location.
  using Writer = std::function<llvm::Error(const std::vector<FunctionFacts> &)>;

  Sink() = default;
  Sink(const Sink &) = delete;
  Sink &operator=(const Sink &) = delete;
  /// Writes what add() collected; an error goes to standard error.
  ~Sink();

  /// Adds facts of one function for later. Thread-safe. `writer` must stay
  /// usable after the pass that made it is gone.
  void add(FunctionFacts facts, Writer writer);

private:
  std::mutex mutex;
  std::vector<FunctionFacts> collected;
  Writer lastWriter;
};

} // namespace memopt

#endif // MEMOPT_PASSES_SINK_H
