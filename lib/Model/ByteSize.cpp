//===- ByteSize.cpp - Bytes as options take them --------------------------===//

#include "memopt/Model/ByteSize.h"

#include <limits>

using namespace memopt;

std::optional<ByteSize> memopt::parseByteSize(llvm::StringRef text) {
  struct Unit {
    llvm::StringLiteral name;
    uint64_t bytes;
  };
  static constexpr Unit kUnits[] = {
      {"Ki", uint64_t(1) << 10}, {"Mi", uint64_t(1) << 20},
      {"Gi", uint64_t(1) << 30}, {"k", 1'000},
      {"M", 1'000'000},          {"G", 1'000'000'000},
  };
  uint64_t unit = 1;
  for (const Unit &candidate : kUnits)
    if (text.consume_back(candidate.name)) {
      unit = candidate.bytes;
      break;
    }
  uint64_t number;
  if (text.getAsInteger(10, number) ||
      number > std::numeric_limits<uint64_t>::max() / unit)
    return std::nullopt;
  return ByteSize(number * unit);
}

bool llvm::cl::parser<ByteSize>::parse(Option &option, StringRef,
                                       StringRef text, ByteSize &size) {
  std::optional<ByteSize> parsed = parseByteSize(text);
  if (!parsed)
    return option.error("'" + text +
                        "' is no number of bytes; say for example 1048576, "
                        "64M, 512Mi or 1Gi");
  size = *parsed;
  return false;
}
