//===- CompareTables.cpp - Schedulers side by side, for people ------------===//

#include "Compare.h"

#include "memopt/Model/Schedule.h"

#include "llvm/ADT/StringExtras.h"

using namespace memopt;
using namespace memopt::bench;

static Table tableWithMethods(const Comparison &comparison,
                              llvm::ArrayRef<std::string> lastColumns) {
  std::vector<std::string> header = {"graph", "ops"};
  for (const Method &method : comparison.methods)
    header.push_back(method.name.str());
  llvm::append_range(header, lastColumns);
  return Table(std::move(header));
}

static std::string peakCell(const Figures &figures, bool isMemopt) {
  if (figures.failed)
    return "failed";
  std::string cell =
      figures.hasOrder ? std::to_string(figures.peak) : std::string("none");
  // memopt has a column for its status.
  return cell + (figures.limitReached && !isMemopt ? "*" : "");
}

static Table peakTable(const Comparison &comparison) {
  Table table =
      tableWithMethods(comparison, {"bound", "gap %", "status", "steps"});
  for (const GraphRow &row : comparison.rows) {
    std::vector<std::string> cells = {row.name,
                                      std::to_string(row.input().ops)};
    const Figures &own = row.memopt();
    for (const Figures &figures : row.figures)
      cells.push_back(peakCell(figures, &figures == &own));
    if (own.failed)
      cells.resize(cells.size() + 4, "-");
    else
      llvm::append_values(cells, std::to_string(own.lowerBound),
                          formatFixed(gapPercent(own.peak, own.lowerBound), 3),
                          toString(own.status).str(),
                          std::to_string(own.steps));
    table.addRow(std::move(cells));
  }
  return table;
}

static Table timeTable(const Comparison &comparison) {
  Table table = tableWithMethods(comparison, {"peak RSS"});
  for (const GraphRow &row : comparison.rows) {
    std::vector<std::string> cells = {row.name,
                                      std::to_string(row.input().ops)};
    for (const Figures &figures : row.figures)
      cells.push_back(figures.failed
                          ? "-"
                          : formatFixed(1000 * figures.times.cpuSeconds, 3));
    cells.push_back(
        row.memopt().failed ? "-" : formatMebibytes(row.memopt().peakResident));
    table.addRow(std::move(cells));
  }
  return table;
}

void memopt::bench::printTables(const Comparison &comparison,
                                const OutputOptions &options,
                                llvm::raw_ostream &os) {
  os << "Peak bytes (*: the search was stopped at its limit)\n\n";
  peakTable(comparison).print(os, options.style);
  if (options.times) {
    os << "\nMilliseconds of CPU time; peak RSS of memopt in MiB\n\n";
    timeTable(comparison).print(os, options.style);
  }
  os << '\n';
  // In Markdown, each line is an item of its own.
  for (const std::string &line : summarize(comparison, options))
    os << (options.style == TableStyle::Markdown ? "- " : "") << line << '\n';
}
