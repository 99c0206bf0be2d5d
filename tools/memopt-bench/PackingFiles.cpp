//===- PackingFiles.cpp - Packing problems of files, measured -------------===//

#include "PackingFiles.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;
using namespace memopt::bench;

/// The figures of memopt on all orders of a problem.
static llvm::Expected<std::vector<PackingFigures>>
measureOrders(const PackingSource &source, std::optional<Bytes> capacity,
              unsigned numOrders, const Settings &settings) {
  std::vector<PackingFigures> orders;
  for (unsigned seed = 0; seed < numOrders; ++seed) {
    llvm::Expected<PackingFigures> figures =
        measure(shuffled(source, seed), autoPacker(), capacity, settings);
    if (!figures)
      return figures.takeError();
    orders.push_back(*figures);
  }
  return orders;
}

llvm::Expected<PackingComparison>
memopt::bench::measurePackings(llvm::ArrayRef<PackingSource> sources,
                               std::optional<Bytes> capacity,
                               unsigned numOrders, const Settings &settings) {
  PackingComparison comparison;
  comparison.capacity = capacity;
  // A file with a mistake is refused before much time went into others.
  for (const PackingSource &source : sources)
    if (llvm::Expected<PackingProblem> problem = source.make(); !problem)
      return llvm::createStringError(source.origin + ": " +
                                     llvm::toString(problem.takeError()));
  for (const PackingSource &source : sources) {
    showProgress(source.name);
    PackingRow row;
    row.name = source.name;
    auto ask = [&](std::optional<Bytes> most,
                   std::vector<PackingFigures> &figures) {
      llvm::Expected<std::vector<PackingFigures>> orders =
          measureOrders(source, most, numOrders, settings);
      if (orders)
        figures = std::move(*orders);
      else
        comparison.failures.push_back(llvm::toString(orders.takeError()));
    };
    if (capacity)
      ask(capacity, row.fits);
    ask(std::nullopt, row.heights);
    comparison.rows.push_back(std::move(row));
  }
  return comparison;
}

/// The most of all orders.
static std::string secondsCell(llvm::ArrayRef<PackingFigures> orders) {
  if (orders.empty())
    return "-";
  double most = 0;
  for (const PackingFigures &figures : orders)
    most = std::max(most, figures.times.cpuSeconds);
  return formatFixed(most, 3);
}

/// What was said about the capacity, and in how many orders if not in all.
static std::string answerCell(llvm::ArrayRef<PackingFigures> orders) {
  if (orders.empty())
    return "failed";
  auto fits = llvm::count_if(
      orders, [](const PackingFigures &figures) { return figures.hasPacking; });
  auto open = llvm::count_if(orders, [](const PackingFigures &figures) {
    return !figures.hasPacking && figures.status != Status::Infeasible;
  });
  if (open != 0)
    return "open in " + std::to_string(open);
  return fits != 0 ? "fits" : "does not fit";
}

/// The lowest height of all orders with the highest bound, and how much that
/// proves.
static std::vector<std::string>
heightCells(llvm::ArrayRef<PackingFigures> orders) {
  if (orders.empty())
    return {"-", "-", "failed"};
  Bytes bound = 0;
  const PackingFigures *best = nullptr;
  Status status = orders.front().status;
  for (const PackingFigures &figures : orders) {
    bound = std::max(bound, figures.lowerBound);
    if (figures.hasPacking && (!best || figures.height < best->height))
      best = &figures;
    if (figures.status == Status::LimitReached)
      status = figures.status;
  }
  return {best ? std::to_string(best->height) : "none", std::to_string(bound),
          toString(status).str()};
}

void memopt::bench::printTables(const PackingComparison &comparison,
                                const OutputOptions &options,
                                llvm::raw_ostream &os) {
  std::vector<std::string> header = {"problem", "buffers"};
  if (comparison.capacity) {
    header.push_back("in " + std::to_string(*comparison.capacity));
    if (options.times)
      header.emplace_back("CPU s");
  }
  llvm::append_values(header, "height", "bound", "status");
  if (options.times)
    header.emplace_back("CPU s");
  Table table(std::move(header));
  for (const PackingRow &row : comparison.rows) {
    llvm::ArrayRef<PackingFigures> known = row.heights;
    std::vector<std::string> cells = {
        row.name, known.empty() ? "-" : std::to_string(known.front().buffers)};
    if (comparison.capacity) {
      cells.push_back(answerCell(row.fits));
      if (options.times)
        cells.push_back(secondsCell(row.fits));
    }
    llvm::append_range(cells, heightCells(row.heights));
    if (options.times)
      cells.push_back(secondsCell(row.heights));
    table.addRow(std::move(cells));
  }
  table.print(os, options.style);
}

void memopt::bench::writeJson(const PackingComparison &comparison,
                              const OutputOptions &options,
                              llvm::json::OStream &json) {
  if (comparison.capacity)
    json.attribute("capacity", *comparison.capacity);
  auto writeOrders = [&](llvm::StringRef name,
                         llvm::ArrayRef<PackingFigures> orders) {
    json.attributeArray(name, [&] {
      for (const PackingFigures &figures : orders)
        json.object([&] { writeJson(figures, options, json); });
    });
  };
  json.attributeArray("problems", [&] {
    for (const PackingRow &row : comparison.rows)
      json.object([&] {
        json.attribute("name", row.name);
        if (!row.heights.empty())
          json.attribute("buffers", row.heights.front().buffers);
        if (comparison.capacity)
          writeOrders("fits", row.fits);
        writeOrders("heights", row.heights);
      });
  });
}
