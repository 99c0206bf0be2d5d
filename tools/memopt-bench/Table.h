//===- Table.h - Tables for people ------------------------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_TABLE_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_TABLE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace memopt::bench {

/// How tables are written.
enum class TableStyle : uint8_t { Text, Markdown };

/// Rows of cells under headers. The first column is flush left, the others
/// flush right.
class Table {
public:
  explicit Table(std::vector<std::string> header) : rows{std::move(header)} {}

  /// Adds a row, with as many cells as the header.
  void addRow(std::vector<std::string> cells) {
    rows.push_back(std::move(cells));
  }

  void print(llvm::raw_ostream &os, TableStyle style) const;

private:
  std::vector<std::vector<std::string>> rows;
};

/// A number with `digits` digits after the point.
std::string formatFixed(double value, unsigned digits);

/// A number of bytes in MiB.
std::string formatMebibytes(uint64_t bytes);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_TABLE_H
