//===- Compare.cpp - Schedulers side by side ------------------------------===//

#include "Compare.h"

#include "memopt/Model/Schedule.h"

using namespace memopt;
using namespace memopt::bench;

void memopt::bench::showProgress(llvm::StringRef name) {
  if (llvm::errs().is_displayed())
    llvm::errs() << name << '\n';
}

llvm::Expected<Comparison>
memopt::bench::compare(llvm::ArrayRef<GraphSource> sources,
                       llvm::ArrayRef<Method> methods,
                       const Settings &settings) {
  Comparison comparison;
  comparison.methods = methods.vec();
  for (const GraphSource &source : sources) {
    llvm::Expected<Figures> input = measure(source, methods.front(), settings);
    if (!input)
      return input.takeError();
    comparison.rows.push_back({source.name, {*input}});
  }
  for (auto [source, row] : llvm::zip_equal(sources, comparison.rows)) {
    showProgress(source.name);
    for (const Method &method : methods.drop_front()) {
      llvm::Expected<Figures> figures = measure(source, method, settings);
      if (figures) {
        row.figures.push_back(*figures);
        continue;
      }
      row.figures.emplace_back();
      row.figures.back().failed = true;
      comparison.failures.push_back(llvm::toString(figures.takeError()));
    }
  }
  return comparison;
}

void memopt::bench::writeJson(const Figures &figures, bool isMemopt,
                              const OutputOptions &options,
                              llvm::json::OStream &json) {
  if (figures.hasOrder)
    json.attribute("peak", figures.peak);
  if (isMemopt) {
    json.attribute("lowerBound", figures.lowerBound);
    json.attribute("gapBytes", figures.peak - figures.lowerBound);
    json.attribute("gapPercent", gapPercent(figures.peak, figures.lowerBound));
    json.attribute("status", toString(figures.status));
  }
  json.attribute("limitReached", figures.limitReached);
  json.attribute("steps", figures.steps);
  if (!options.times)
    return;
  json.attribute("cpuSeconds", figures.times.cpuSeconds);
  json.attribute("wallSeconds", figures.times.wallSeconds);
  json.attribute("startResidentBytes", figures.startResident);
  json.attribute("peakResidentBytes", figures.peakResident);
}

void memopt::bench::writeJson(const Comparison &comparison,
                              const OutputOptions &options,
                              llvm::json::OStream &json) {
  json.attributeArray("graphs", [&] {
    for (const GraphRow &row : comparison.rows)
      json.object([&] {
        json.attribute("name", row.name);
        json.attribute("ops", row.input().ops);
        json.attributeArray("schedulers", [&] {
          for (size_t i = 0; i < row.figures.size(); ++i)
            json.object([&] {
              json.attribute("name", comparison.methods[i].name);
              if (row.figures[i].failed)
                json.attribute("failed", true);
              else
                writeJson(row.figures[i], i + 1 == row.figures.size(), options,
                          json);
            });
        });
      });
  });
}
