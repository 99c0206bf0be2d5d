//===- CompareSummary.cpp - A comparison in a few lines -------------------===//

#include "Compare.h"

#include "memopt/Model/Schedule.h"

#include "llvm/ADT/StringExtras.h"

#include <cmath>

using namespace memopt;
using namespace memopt::bench;

namespace {

/// The geometric mean of ratios of peaks, and the least.
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

  void appendTo(std::vector<std::string> &lines, llvm::StringRef what) const {
    if (count != 0)
      lines.push_back(("peak of memopt / " + what + ": geometric mean " +
                       formatFixed(std::exp(logs / count), 3) + ", least " +
                       formatFixed(least, 3) + " (" + leastName + ")")
                          .str());
  }

private:
  double logs = 0, least = 0;
  int count = 0;
  llvm::StringRef leastName;
};

} // namespace

/// The least peak of the other schedulers, the input order among them.
static Bytes bestOther(const GraphRow &row) {
  Bytes best = row.input().peak;
  for (const Figures &figures : llvm::ArrayRef(row.figures).drop_back())
    if (!figures.failed && figures.hasOrder)
      best = std::min(best, figures.peak);
  return best;
}

static double gapOf(const GraphRow *row) {
  return gapPercent(row->memopt().peak, row->memopt().lowerBound);
}

static double secondsOf(const GraphRow *row) {
  return row->memopt().times.cpuSeconds;
}

static std::string proofLine(llvm::ArrayRef<const GraphRow *> rows) {
  auto optimal = llvm::count_if(rows, [](const GraphRow *row) {
    return row->memopt().status == Status::Optimal;
  });
  std::string line = ("proved optimal: " + llvm::Twine(optimal) + " of " +
                      llvm::Twine(rows.size()))
                         .str();
  const GraphRow *widest =
      *llvm::max_element(rows, [](const GraphRow *a, const GraphRow *b) {
        return gapOf(a) < gapOf(b);
      });
  if (gapOf(widest) > 0)
    line += "; largest gap " + formatFixed(gapOf(widest), 3) + "% (" +
            widest->name + ")";
  return line;
}

static std::string timeLine(llvm::ArrayRef<const GraphRow *> rows) {
  double seconds = 0;
  size_t quick = 0;
  for (const GraphRow *row : rows) {
    seconds += secondsOf(row);
    quick += row->memopt().status == Status::Optimal && secondsOf(row) <= 10;
  }
  const GraphRow *slowest =
      *llvm::max_element(rows, [](const GraphRow *a, const GraphRow *b) {
        return secondsOf(a) < secondsOf(b);
      });
  return "CPU time of memopt: " + formatFixed(seconds, 2) +
         " s in all, at most " + formatFixed(secondsOf(slowest), 2) + " s (" +
         slowest->name +
         "); proved optimal within 10 s: " + std::to_string(quick);
}

std::vector<std::string>
memopt::bench::summarize(const Comparison &comparison,
                         const OutputOptions &options) {
  std::vector<const GraphRow *> rows;
  for (const GraphRow &row : comparison.rows)
    if (!row.memopt().failed)
      rows.push_back(&row);
  if (rows.empty())
    return {};
  RatioSummary input, other;
  std::vector<std::string> worse;
  for (const GraphRow *row : rows) {
    Bytes peak = row->memopt().peak;
    input.add(peak, row->input().peak, row->name);
    other.add(peak, bestOther(*row), row->name);
    if (peak > bestOther(*row))
      worse.push_back(row->name);
  }
  std::vector<std::string> lines = {proofLine(rows)};
  input.appendTo(lines, "input order");
  other.appendTo(lines, "best other");
  lines.push_back("another is better on: " +
                  (worse.empty() ? "none" : llvm::join(worse, ", ")));
  if (options.times)
    lines.push_back(timeLine(rows));
  return lines;
}
