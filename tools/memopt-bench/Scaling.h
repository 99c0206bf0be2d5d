//===- Scaling.h - How time and memory grow ---------------------*- C++ -*-===//
//
// Measures memopt on families of generated graphs of growing size, and fits
// powers of the number of ops to time and memory.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_SCALING_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_SCALING_H

#include "Compare.h"
#include "Families.h"

namespace memopt::bench {

/// The figures of one family.
struct FamilyFigures {
  llvm::StringRef name;
  /// One for each size that did not fail.
  std::vector<Figures> sizes;
  /// The exponents of n that fit CPU time and memory best, over the sizes that
  /// were proved optimal; none if these are fewer than two.
  std::optional<double> timeExponent, memoryExponent;
};

/// What was measured.
struct ScalingFigures {
  std::vector<FamilyFigures> families;
  std::vector<std::string> failures;
};

/// Measures each family at about each of `sizes` ops.
ScalingFigures measureScaling(llvm::ArrayRef<Family> families,
                              llvm::ArrayRef<unsigned> sizes,
                              const Settings &settings);

void printTables(const ScalingFigures &figures, const OutputOptions &options,
                 llvm::raw_ostream &os);

/// Writes the attributes of the figures into the open object.
void writeJson(const ScalingFigures &figures, const OutputOptions &options,
               llvm::json::OStream &json);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_SCALING_H
