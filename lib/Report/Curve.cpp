//===- Curve.cpp - Live bytes as a sketch ---------------------------------===//
//
// A bar chart in plain ASCII: one column for each step, or for a run of steps
// when there are more of them than columns. Linear in the steps.
//
//===----------------------------------------------------------------------===//

#include "memopt/Report/Report.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <string>

namespace memopt {

std::string formatBytes(Bytes bytes) {
  static const char *const units[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  if (bytes < 1024)
    return std::to_string(bytes) + " B";
  double value = static_cast<double>(bytes);
  const char *unit = "";
  for (const char *candidate : units) {
    if (value < 1024)
      break;
    value /= 1024;
    unit = candidate;
  }
  std::string text;
  llvm::raw_string_ostream os(text);
  os << llvm::format("%.2f ", value) << unit;
  return text;
}

void drawCurve(llvm::ArrayRef<Bytes> curve, Bytes scale, unsigned height,
               llvm::raw_ostream &os) {
  constexpr size_t labelWidth = 11, maxColumns = 80 - labelWidth - 2;
  size_t columns = std::min(curve.size(), maxColumns);
  if (columns == 0 || scale <= 0 || height == 0)
    return;
  std::vector<Bytes> heights(columns, 0);
  for (size_t step = 0; step < curve.size(); ++step) {
    Bytes &column = heights[step * columns / curve.size()];
    column = std::max(column, curve[step]);
  }
  // A cell is drawn when the bytes pass half of it, so that the rows round to
  // nearest; the top row is reserved for bytes of the full scale.
  for (unsigned row = height; row > 0; --row) {
    std::string label;
    if (row == height)
      label = formatBytes(scale);
    else if (row == 1)
      label = "0";
    os << llvm::format("%*s |", static_cast<int>(labelWidth), label.c_str());
    std::string line;
    for (Bytes bytes : heights) {
      double level = static_cast<double>(bytes) / static_cast<double>(scale);
      bool filled = row == height ? bytes >= scale
                                  : level * height > row - 1 + 0.5 ||
                                        (row == 1 && bytes > 0);
      line.push_back(filled ? '#' : ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    os << line << '\n';
  }
  os << std::string(labelWidth + 1, ' ') << '+' << std::string(columns, '-')
     << '\n';
}

} // namespace memopt
