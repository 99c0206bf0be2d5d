//===- CompareTables.cpp - Schedulers side by side, for people ------------===//

#include "Compare.h"

#include "llvm/ADT/StringExtras.h"

#include <cmath>

using namespace memopt;
using namespace memopt::bench;

static std::string peakCell(const std::optional<Figures> &figures) {
  if (!figures)
    return "failed";
  if (!figures->hasOrder)
    return "none";
  return std::to_string(figures->peak);
}

static Table peakTable(const Comparison &comparison) {
  std::vector<std::string> header = {"graph", "ops"};
  for (const Method &method : comparison.methods)
    header.push_back(method.name.str());
  llvm::append_values(header, "bound", "gap %", "status", "steps");
  Table table(std::move(header));
  for (const GraphRow &row : comparison.rows) {
    std::vector<std::string> cells = {row.name,
                                      std::to_string(row.figures.front()->ops)};
    for (size_t i = 0; i < row.figures.size(); ++i) {
      bool capped = i + 1 != row.figures.size() && row.figures[i] &&
                    row.figures[i]->limitReached;
      cells.push_back(peakCell(row.figures[i]) + (capped ? "*" : ""));
    }
    if (const auto &own = row.figures.back())
      llvm::append_values(
          cells, std::to_string(own->lowerBound),
          formatFixed(gapPercent(own->peak, own->lowerBound), 3),
          toString(own->status).str(), std::to_string(own->steps));
    else
      cells.resize(cells.size() + 4, "-");
    table.addRow(std::move(cells));
  }
  return table;
}

static Table timeTable(const Comparison &comparison) {
  std::vector<std::string> header = {"graph", "ops"};
  for (const Method &method : comparison.methods)
    header.push_back(method.name.str());
  header.emplace_back("peak RSS");
  Table table(std::move(header));
  for (const GraphRow &row : comparison.rows) {
    std::vector<std::string> cells = {row.name,
                                      std::to_string(row.figures.front()->ops)};
    for (const std::optional<Figures> &figures : row.figures)
      cells.push_back(figures ? formatFixed(1000 * figures->times.cpuSeconds, 3)
                              : "-");
    const auto &own = row.figures.back();
    cells.push_back(
        own ? formatFixed(static_cast<double>(own->peakResident) / (1 << 20), 1)
            : "-");
    table.addRow(std::move(cells));
  }
  return table;
}

namespace {

/// Sums up ratios of peaks.
class RatioSummary {
public:
  void add(Bytes peak, Bytes other, llvm::StringRef name) {
    if (peak == 0 || other == 0)
      return;
    double ratio = static_cast<double>(peak) / static_cast<double>(other);
    logs += std::log(ratio);
    ++count;
    if (ratio < least || count == 1) {
      least = ratio;
      leastName = name;
    }
  }

  void print(llvm::StringRef what, llvm::raw_ostream &os) const {
    if (count != 0)
      os << "peak of memopt / " << what << ": geometric mean "
         << formatFixed(std::exp(logs / count), 3) << ", least "
         << formatFixed(least, 3) << " (" << leastName << ")\n";
  }

private:
  double logs = 0, least = 0;
  int count = 0;
  llvm::StringRef leastName;
};

} // namespace

/// The least peak of the other schedulers.
static Bytes bestOther(const GraphRow &row) {
  Bytes best = row.figures.front()->peak;
  for (const auto &figures : llvm::ArrayRef(row.figures).drop_back())
    if (figures && figures->hasOrder)
      best = std::min(best, figures->peak);
  return best;
}

static void printSummary(const Comparison &comparison,
                         const OutputOptions &options, llvm::raw_ostream &os) {
  RatioSummary input, other;
  size_t optimal = 0, quick = 0;
  double seconds = 0;
  const GraphRow *slowest = nullptr, *widest = nullptr;
  std::vector<std::string> worse;
  auto secondsOf = [](const GraphRow &row) {
    return row.figures.back()->times.cpuSeconds;
  };
  auto gapOf = [](const GraphRow &row) {
    const Figures &own = *row.figures.back();
    return gapPercent(own.peak, own.lowerBound);
  };
  for (const GraphRow &row : comparison.rows) {
    if (!row.figures.back())
      continue;
    const Figures &own = *row.figures.back();
    bool isOptimal = own.status == Status::Optimal;
    optimal += isOptimal;
    quick += isOptimal && secondsOf(row) <= 10;
    seconds += secondsOf(row);
    input.add(own.peak, row.figures.front()->peak, row.name);
    other.add(own.peak, bestOther(row), row.name);
    if (own.peak > bestOther(row))
      worse.push_back(row.name);
    if (!slowest || secondsOf(row) > secondsOf(*slowest))
      slowest = &row;
    if (!widest || gapOf(row) > gapOf(*widest))
      widest = &row;
  }
  if (!slowest)
    return;
  os << "proved optimal: " << optimal << " of " << comparison.rows.size();
  if (gapOf(*widest) > 0)
    os << "; largest gap " << formatFixed(gapOf(*widest), 3) << "% ("
       << widest->name << ')';
  os << '\n';
  input.print("input order", os);
  other.print("best other", os);
  os << "another is better on: "
     << (worse.empty() ? "none" : llvm::join(worse, ", ")) << '\n';
  if (options.times)
    os << "CPU time of memopt: " << formatFixed(seconds, 2)
       << " s in all, at most " << formatFixed(secondsOf(*slowest), 2) << " s ("
       << slowest->name << "); proved optimal within 10 s: " << quick << '\n';
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
  std::string summary;
  llvm::raw_string_ostream lines(summary);
  printSummary(comparison, options, lines);
  for (llvm::StringRef line : llvm::split(summary, '\n'))
    if (!line.empty())
      os << (options.style == TableStyle::Markdown ? "- " : "") << line << '\n';
}
