//===- Compare.h - Schedulers side by side ----------------------*- C++ -*-===//
//
// Runs the schedulers on graphs, and writes the figures as tables and as JSON.
// docs/benchmarks.md describes both.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_COMPARE_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_COMPARE_H

#include "Methods.h"
#include "Table.h"

#include "llvm/Support/JSON.h"

#include <optional>

namespace memopt::bench {

/// The figures of all schedulers on one graph.
struct GraphRow {
  std::string name;
  /// One for each method: the input order's first, memopt's last.
  std::vector<Figures> figures;

  const Figures &input() const { return figures.front(); }
  const Figures &memopt() const { return figures.back(); }
};

/// What was compared.
struct Comparison {
  std::vector<Method> methods;
  std::vector<GraphRow> rows;
  /// The schedulers that died, with their graphs and how; none as a rule.
  std::vector<std::string> failures;
};

/// Says on standard error which graph is next, if that is a terminal.
void showProgress(llvm::StringRef name);

/// Runs `methods` (the input order is the first, memopt the last) on each
/// graph. All graphs are read before any is worked on; one that cannot be read
/// is an error.
llvm::Expected<Comparison> compare(llvm::ArrayRef<GraphSource> sources,
                                   llvm::ArrayRef<Method> methods,
                                   const Settings &settings);

/// What is written besides the figures that are the same on every run.
struct OutputOptions {
  TableStyle style = TableStyle::Text;
  /// Times and memory.
  bool times = true;
};

/// A comparison in a few lines: proofs, ratios, times.
std::vector<std::string> summarize(const Comparison &comparison,
                                   const OutputOptions &options);

/// Writes the tables and the summary.
void printTables(const Comparison &comparison, const OutputOptions &options,
                 llvm::raw_ostream &os);

/// Writes the attributes of a comparison into the open object.
void writeJson(const Comparison &comparison, const OutputOptions &options,
               llvm::json::OStream &json);

/// Writes the attributes of one scheduler's figures into the open object.
void writeJson(const Figures &figures, bool isMemopt,
               const OutputOptions &options, llvm::json::OStream &json);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_COMPARE_H
