//===- ByteSize.h - Bytes as options take them ------------------*- C++ -*-===//
//
// The type of options that are a number of bytes, for tools and for passes.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_BYTESIZE_H
#define MEMOPT_MODEL_BYTESIZE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdint>
#include <optional>

namespace memopt {

/// A number of bytes that may be written with a unit.
struct ByteSize {
  uint64_t bytes = 0;

  ByteSize() = default;
  explicit ByteSize(uint64_t bytes) : bytes(bytes) {}
};

/// Reads "4096", "64k", "64M", "1G" (powers of 1000), "64Ki", "64Mi", "1Gi"
/// (powers of 1024). Nothing if `text` is none of these or passes 2^64 - 1.
std::optional<ByteSize> parseByteSize(llvm::StringRef text);

/// Writes the number of bytes without a unit.
inline llvm::raw_ostream &operator<<(llvm::raw_ostream &os, ByteSize size) {
  return os << size.bytes;
}

} // namespace memopt

template <>
class llvm::cl::parser<memopt::ByteSize>
    : public llvm::cl::basic_parser<memopt::ByteSize> {
public:
  using basic_parser::basic_parser;

  /// Returns true on error, as all parsers of LLVM do.
  bool parse(Option &option, StringRef name, StringRef text,
             memopt::ByteSize &size);
  StringRef getValueName() const override { return "bytes"; }
  void printOptionDiff(const Option &option, const memopt::ByteSize &,
                       const OptVal &, size_t globalWidth) const {
    printOptionNoValue(option, globalWidth);
  }
};

#endif // MEMOPT_MODEL_BYTESIZE_H
