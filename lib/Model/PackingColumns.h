//===- PackingColumns.h - The columns of a packing problem ------*- C++ -*-===//
//
// What reading and writing the CSV form of a packing problem have in common.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_MODEL_PACKINGCOLUMNS_H
#define MEMOPT_LIB_MODEL_PACKINGCOLUMNS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSwitch.h"

#include <tuple>

namespace memopt::packing_csv {

enum Column : uint8_t {
  Id,
  Lower,
  Upper,
  Size,
  Alignment,
  Gaps,
  Offset,
  Limit,
  Together,
  Apart,
  Other,
};
constexpr unsigned kNumColumns = Other;

/// By column; the names that writing uses.
constexpr llvm::StringLiteral kNames[kNumColumns] = {
    "id",   "lower",  "upper", "size",     "alignment",
    "gaps", "offset", "limit", "together", "apart"};

/// The lines of a text that are not blank, without line ends.
class Lines {
public:
  explicit Lines(llvm::StringRef text) : rest(text) {
    rest.consume_front("\xEF\xBB\xBF");
  }

  /// Goes to the next line; false if there is none.
  bool next() {
    do {
      if (rest.empty())
        return false;
      std::tie(line, rest) = rest.split('\n');
      line = line.rtrim('\r');
      ++number;
    } while (line.trim().empty());
    return true;
  }

  llvm::StringRef line;
  size_t number = 0;

private:
  llvm::StringRef rest;
};

/// The column that a header means; `Other` is read over.
inline Column columnNamed(llvm::StringRef name) {
  return llvm::StringSwitch<Column>(name)
      .Cases({"id", "buffer", "buffer_id"}, Id)
      .Cases({"lower", "begin", "start"}, Lower)
      .Cases({"upper", "end"}, Upper)
      .Case("size", Size)
      .Case("alignment", Alignment)
      .Case("gaps", Gaps)
      .Case("offset", Offset)
      .Case("limit", Limit)
      .Case("together", Together)
      .Case("apart", Apart)
      .Default(Other);
}

} // namespace memopt::packing_csv

#endif // MEMOPT_LIB_MODEL_PACKINGCOLUMNS_H
