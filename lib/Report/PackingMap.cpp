//===- PackingMap.cpp - A packing as text and in figures ------------------===//

#include "memopt/Report/PackingPlot.h"
#include "memopt/Report/Report.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

#include <algorithm>
#include <limits>
#include <string>

using namespace memopt;

//===----------------------------------------------------------------------===//
// Figures
//===----------------------------------------------------------------------===//

ArenaUse memopt::arenaUse(const PackingProblem &problem,
                          llvm::ArrayRef<Bytes> offsets) {
  ArenaUse use;
  Bytes height = heightOf(problem, offsets);
  if (height == 0)
    return use;
  use.time = std::numeric_limits<Time>::max();
  for (auto [buffer, offset] : llvm::zip_equal(problem.buffers, offsets))
    if (offset + buffer.size == height)
      for (const TimeRange &range : activeRanges(buffer))
        use.time = std::min(use.time, range.begin);

  std::vector<uint32_t> active;
  for (auto [index, buffer] : llvm::enumerate(problem.buffers))
    if (buffer.size > 0 &&
        llvm::any_of(activeRanges(buffer), [&](const TimeRange &range) {
          return range.begin <= use.time && use.time < range.end;
        }))
      active.push_back(static_cast<uint32_t>(index));
  llvm::stable_sort(
      active, [&](uint32_t a, uint32_t b) { return offsets[a] < offsets[b]; });
  Bytes top = 0;
  for (uint32_t index : active) {
    const PackingBuffer &buffer = problem.buffers[index];
    Bytes offset = offsets[index], end = offset + buffer.size;
    // Buffers that are together may lie upon each other.
    if (offset > top) {
      Bytes hole = offset - top;
      (hole < buffer.alignment ? use.alignment : use.holes) += hole;
    }
    use.live += std::max<Bytes>(0, end - std::max(offset, top));
    top = std::max(top, end);
  }
  return use;
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

namespace {

/// A cell of the map: how much of it is taken, and by whom most.
struct Cell {
  double taken = 0;
  double most = 0;
  uint32_t buffer = 0;
};

/// A scale of `count` equal parts from `low` to `high`.
struct Scale {
  double low, high;
  size_t count;

  double position(double value) const {
    return (value - low) / (high - low) * static_cast<double>(count);
  }
  /// How much of part `index` is between two positions.
  static double share(size_t index, double from, double to) {
    auto part = static_cast<double>(index);
    return std::max(0.0, std::min(to, part + 1) - std::max(from, part));
  }
};

} // namespace

/// The times from the first begin to the last end of what takes room.
static TimeRange span(const PackingProblem &problem) {
  TimeRange all{std::numeric_limits<Time>::max(),
                std::numeric_limits<Time>::min()};
  for (const PackingBuffer &buffer : problem.buffers)
    if (buffer.size > 0)
      for (const TimeRange &range : activeRanges(buffer)) {
        all.begin = std::min(all.begin, range.begin);
        all.end = std::max(all.end, range.end);
      }
  return all;
}

void memopt::writePackingMap(const PackingProblem &problem,
                             llvm::ArrayRef<Bytes> offsets, unsigned rows,
                             llvm::raw_ostream &os) {
  constexpr size_t kLabelWidth = 11, kMaxColumns = 80 - kLabelWidth - 2;
  Bytes height = heightOf(problem, offsets);
  if (height == 0 || rows == 0)
    return;
  TimeRange times = span(problem);
  auto low = static_cast<double>(times.begin);
  auto high = static_cast<double>(times.end);
  auto columns = static_cast<size_t>(std::min<double>(high - low, kMaxColumns));
  Scale x{low, high, columns};
  Scale y{0, static_cast<double>(height), rows};

  std::vector<Cell> cells(columns * rows);
  for (auto [index, buffer] : llvm::enumerate(problem.buffers)) {
    double bottom = y.position(static_cast<double>(offsets[index]));
    double top = y.position(static_cast<double>(offsets[index] + buffer.size));
    for (const TimeRange &range : activeRanges(buffer)) {
      double left = x.position(static_cast<double>(range.begin));
      double right = x.position(static_cast<double>(range.end));
      for (auto row = static_cast<size_t>(bottom);
           row < rows && static_cast<double>(row) < top; ++row)
        for (auto column = static_cast<size_t>(left);
             column < columns && static_cast<double>(column) < right;
             ++column) {
          Cell &cell = cells[row * columns + column];
          double share = Scale::share(row, bottom, top) *
                         Scale::share(column, left, right);
          cell.taken += share;
          if (share > cell.most) {
            cell.most = share;
            cell.buffer = static_cast<uint32_t>(index);
          }
        }
    }
  }
  for (size_t row = rows; row-- > 0;) {
    std::string label;
    if (row + 1 == rows)
      label = formatBytes(height);
    else if (row == 0)
      label = "0";
    std::string line;
    for (size_t column = 0; column < columns; ++column) {
      const Cell &cell = cells[row * columns + column];
      uint32_t letter = cell.buffer % 52;
      if (cell.taken <= 0)
        line.push_back(' ');
      else if (cell.taken < 0.5)
        line.push_back('.');
      else
        line.push_back(
            static_cast<char>(letter < 26 ? 'a' + letter : 'A' + letter - 26));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    os << llvm::format("%*s |", static_cast<int>(kLabelWidth), label.c_str())
       << line << '\n';
  }
  os << std::string(kLabelWidth + 1, ' ') << '+' << std::string(columns, '-')
     << '\n';
}
