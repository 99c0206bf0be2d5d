//===- Scaling.cpp - How time and memory grow -----------------------------===//

#include "Scaling.h"

#include "Exponent.h"

#include "memopt/Model/Schedule.h"

using namespace memopt;
using namespace memopt::bench;

/// Memory that the graph and the scheduler took.
static double memoryOf(const Figures &figures) {
  return static_cast<double>(figures.peakResident - figures.startResident);
}

static std::optional<double>
fitProved(llvm::ArrayRef<Figures> sizes,
          llvm::function_ref<double(const Figures &)> value) {
  std::vector<std::pair<uint32_t, double>> points;
  for (const Figures &figures : sizes)
    if (figures.status == Status::Optimal)
      points.emplace_back(figures.ops, value(figures));
  return fitExponent(points);
}

ScalingFigures memopt::bench::measureScaling(llvm::ArrayRef<Family> families,
                                             llvm::ArrayRef<unsigned> sizes,
                                             const Settings &settings) {
  ScalingFigures result;
  for (const Family &family : families) {
    FamilyFigures row;
    row.name = family.name;
    for (unsigned size : sizes) {
      GraphSource source = fromFamily(family, size);
      showProgress(source.name);
      llvm::Expected<Figures> figures =
          measure(source, memoptMethod(), settings);
      if (!figures)
        result.failures.push_back(llvm::toString(figures.takeError()));
      // Small sizes may come out as the same graph.
      else if (row.sizes.empty() || row.sizes.back().ops != figures->ops)
        row.sizes.push_back(*figures);
    }
    row.timeExponent = fitProved(row.sizes, [](const Figures &figures) {
      return figures.times.cpuSeconds;
    });
    row.memoryExponent = fitProved(row.sizes, memoryOf);
    result.families.push_back(std::move(row));
  }
  return result;
}

void memopt::bench::printTables(const ScalingFigures &figures,
                                const OutputOptions &options,
                                llvm::raw_ostream &os) {
  std::vector<std::string> header = {"family", "ops",    "peak bytes",
                                     "gap %",  "status", "steps"};
  if (options.times)
    llvm::append_values(header, "CPU ms", "peak RSS MiB");
  Table sizes(std::move(header));
  for (const FamilyFigures &family : figures.families)
    for (const Figures &size : family.sizes) {
      std::vector<std::string> cells = {
          family.name.str(),
          std::to_string(size.ops),
          std::to_string(size.peak),
          formatFixed(gapPercent(size.peak, size.lowerBound), 3),
          toString(size.status).str(),
          std::to_string(size.steps)};
      if (options.times)
        llvm::append_values(cells, formatFixed(1000 * size.times.cpuSeconds, 3),
                            formatMebibytes(size.peakResident));
      sizes.addRow(std::move(cells));
    }
  sizes.print(os, options.style);
  if (!options.times)
    return;
  os << "\nExponents of the number of ops, fitted to sizes from "
     << kLeastFittedSize << " ops on that were proved optimal\n\n";
  Table exponents({"family", "CPU time", "memory"});
  for (const FamilyFigures &family : figures.families)
    exponents.addRow({family.name.str(), formatExponent(family.timeExponent),
                      formatExponent(family.memoryExponent)});
  exponents.print(os, options.style);
}

void memopt::bench::writeJson(const ScalingFigures &figures,
                              const OutputOptions &options,
                              llvm::json::OStream &json) {
  json.attributeArray("families", [&] {
    for (const FamilyFigures &family : figures.families)
      json.object([&] {
        json.attribute("name", family.name);
        json.attributeArray("sizes", [&] {
          for (const Figures &size : family.sizes)
            json.object([&] {
              json.attribute("ops", size.ops);
              writeJson(size, /*isMemopt=*/true, options, json);
            });
        });
        if (!options.times)
          return;
        if (family.timeExponent)
          json.attribute("timeExponent", *family.timeExponent);
        if (family.memoryExponent)
          json.attribute("memoryExponent", *family.memoryExponent);
      });
  });
}
