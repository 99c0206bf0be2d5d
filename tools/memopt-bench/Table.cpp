//===- Table.cpp - Tables for people --------------------------------------===//

#include "Table.h"

#include "llvm/Support/Format.h"

#include <algorithm>

using namespace memopt::bench;

void Table::print(llvm::raw_ostream &os, TableStyle style) const {
  bool markdown = style == TableStyle::Markdown;
  std::vector<size_t> widths(rows.front().size(), 3);
  for (const auto &row : rows)
    for (size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], row[i].size());
  auto printRow = [&](const std::vector<std::string> &row) {
    std::string line;
    llvm::raw_string_ostream text(line);
    for (size_t i = 0; i < row.size(); ++i) {
      text << (markdown ? "| " : i == 0 ? "" : "  ");
      if (i == 0)
        text << llvm::left_justify(row[i], static_cast<unsigned>(widths[i]));
      else
        text << llvm::right_justify(row[i], static_cast<unsigned>(widths[i]));
      text << (markdown ? " " : "");
    }
    text << (markdown ? "|" : "");
    os << llvm::StringRef(line).rtrim() << '\n';
  };
  printRow(rows.front());
  if (markdown) {
    for (size_t i = 0; i < widths.size(); ++i)
      os << '|' << (i == 0 ? "" : " ")
         << std::string(widths[i] + (i == 0 ? 2 : 0), '-')
         << (i == 0 ? "" : ":");
    os << "|\n";
  }
  for (size_t i = 1; i < rows.size(); ++i)
    printRow(rows[i]);
}

std::string memopt::bench::formatFixed(double value, unsigned digits) {
  std::string text;
  llvm::raw_string_ostream(text)
      << llvm::format("%.*f", static_cast<int>(digits), value);
  return text;
}

std::string memopt::bench::formatMebibytes(uint64_t bytes) {
  return formatFixed(static_cast<double>(bytes) / (1 << 20), 1);
}
