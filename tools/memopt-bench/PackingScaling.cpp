//===- PackingScaling.cpp - How packers' time and memory grow -------------===//

#include "PackingScaling.h"

#include "Exponent.h"

#include "memopt/Model/Schedule.h"

using namespace memopt;
using namespace memopt::bench;

/// Memory that the problem and the packer took.
static double memoryOf(const PackingFigures &figures) {
  return static_cast<double>(figures.peakResident - figures.startResident);
}

static double secondsOf(const PackingFigures &figures) {
  return figures.times.cpuSeconds;
}

static std::optional<double>
fitEnded(llvm::ArrayRef<PackingFigures> sizes,
         llvm::function_ref<double(const PackingFigures &)> value) {
  std::vector<std::pair<uint32_t, double>> points;
  for (const PackingFigures &figures : sizes)
    if (figures.status != Status::LimitReached)
      points.emplace_back(figures.buffers, value(figures));
  return fitExponent(points);
}

PackingScaling memopt::bench::measurePackingScaling(
    llvm::ArrayRef<PackingFamily> families, llvm::ArrayRef<Packer> packers,
    llvm::ArrayRef<unsigned> sizes, const Settings &settings) {
  PackingScaling result;
  for (const PackingFamily &family : families)
    for (const Packer &packer : packers) {
      PackerGrowth row{family.name, packer.name, {}, {}, {}};
      for (unsigned size : sizes) {
        PackingSource source = fromFamily(family, size);
        showProgress((packer.name + " " + source.name).str());
        llvm::Expected<PackingFigures> figures =
            measure(source, packer, /*capacity=*/std::nullopt, settings);
        if (!figures)
          result.failures.push_back(llvm::toString(figures.takeError()));
        else
          row.sizes.push_back(*figures);
      }
      row.timeExponent = fitEnded(row.sizes, secondsOf);
      row.memoryExponent = fitEnded(row.sizes, memoryOf);
      result.rows.push_back(std::move(row));
    }
  return result;
}

void memopt::bench::printTables(const PackingScaling &figures,
                                const OutputOptions &options,
                                llvm::raw_ostream &os) {
  std::vector<std::string> header = {"family", "buffers", "packer", "height",
                                     "bound",  "gap %",   "status", "steps"};
  if (options.times)
    llvm::append_values(header, "CPU ms", "peak RSS MiB");
  Table sizes(std::move(header));
  for (const PackerGrowth &row : figures.rows)
    for (const PackingFigures &size : row.sizes) {
      std::vector<std::string> cells = {
          row.family.str(),
          std::to_string(size.buffers),
          row.packer.str(),
          std::to_string(size.height),
          std::to_string(size.lowerBound),
          formatFixed(gapPercent(size.height, size.lowerBound), 3),
          toString(size.status).str(),
          std::to_string(size.steps)};
      if (options.times)
        llvm::append_values(cells, formatFixed(1000 * secondsOf(size), 3),
                            formatMebibytes(size.peakResident));
      sizes.addRow(std::move(cells));
    }
  sizes.print(os, options.style);
  if (!options.times)
    return;
  os << "\nExponents of the number of buffers, fitted to sizes from "
     << kLeastFittedSize << " buffers on at which no limit was reached\n\n";
  Table exponents({"family", "packer", "CPU time", "memory"});
  for (const PackerGrowth &row : figures.rows)
    exponents.addRow({row.family.str(), row.packer.str(),
                      formatExponent(row.timeExponent),
                      formatExponent(row.memoryExponent)});
  exponents.print(os, options.style);
}

void memopt::bench::writeJson(const PackingScaling &figures,
                              const OutputOptions &options,
                              llvm::json::OStream &json) {
  json.attributeArray("packers", [&] {
    for (const PackerGrowth &row : figures.rows)
      json.object([&] {
        json.attribute("family", row.family);
        json.attribute("name", row.packer);
        json.attributeArray("sizes", [&] {
          for (const PackingFigures &size : row.sizes)
            json.object([&] {
              json.attribute("buffers", size.buffers);
              writeJson(size, options, json);
            });
        });
        if (!options.times)
          return;
        if (row.timeExponent)
          json.attribute("timeExponent", *row.timeExponent);
        if (row.memoryExponent)
          json.attribute("memoryExponent", *row.memoryExponent);
      });
  });
}
