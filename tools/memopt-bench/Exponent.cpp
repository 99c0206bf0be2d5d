//===- Exponent.cpp - Which power fits best -------------------------------===//

#include "Exponent.h"

#include "Table.h"

#include <cmath>
#include <vector>

using namespace memopt;

std::optional<double> memopt::bench::fitExponent(
    llvm::ArrayRef<std::pair<uint32_t, double>> sizesAndValues) {
  std::vector<std::pair<double, double>> points;
  for (auto [size, value] : sizesAndValues)
    if (size >= kLeastFittedSize && value > 0)
      points.emplace_back(std::log(size), std::log(value));
  auto count = static_cast<double>(points.size());
  double meanX = 0, meanY = 0;
  for (auto [x, y] : points) {
    meanX += x / count;
    meanY += y / count;
  }
  double products = 0, squares = 0;
  for (auto [x, y] : points) {
    products += (x - meanX) * (y - meanY);
    squares += (x - meanX) * (x - meanX);
  }
  if (squares == 0)
    return std::nullopt;
  return products / squares;
}

std::string memopt::bench::formatExponent(std::optional<double> exponent) {
  return exponent ? formatFixed(*exponent, 2) : "-";
}
