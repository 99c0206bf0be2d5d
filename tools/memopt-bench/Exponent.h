//===- Exponent.h - Which power fits best -----------------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_EXPONENT_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_EXPONENT_H

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace memopt::bench {

/// Fits over problems of this size or more; below it, costs that do not grow
/// hide those that do.
inline constexpr uint32_t kLeastFittedSize = 500;

/// The exponent e for which c * size^e fits the values best, for some c: the
/// slope of a line through the logarithms, by least squares. Small sizes and
/// values of 0 do not count; nothing if less than two sizes are left.
std::optional<double>
fitExponent(llvm::ArrayRef<std::pair<uint32_t, double>> sizesAndValues);

/// Two digits, or "-" for nothing.
std::string formatExponent(std::optional<double> exponent);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_EXPONENT_H
