//===- PackingCommand.cpp - memopt-bench --packing ------------------------===//

#include "PackingCommand.h"

#include "memopt/Model/ByteSize.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

#include <limits>

using namespace memopt;
using namespace memopt::bench;
namespace cl = llvm::cl;

static cl::opt<bool> packingMode(
    "packing",
    cl::desc("Measure packers: with --scaling on families of generated packing "
             "problems, else on files or folders of files (*.csv)"),
    cl::cat(category));

static cl::list<std::string>
    packerNames("packers", cl::CommaSeparated, cl::value_desc("NAME,..."),
                cl::desc("Packers that --packing --scaling measures (default "
                         "all): first-fit, best-fit, auto"),
                cl::cat(category));

static cl::opt<ByteSize>
    capacity("capacity", cl::value_desc("bytes"),
             cl::desc("Ask too whether each packing problem fits in this many "
                      "bytes, with a unit (k, M, G, Ki, Mi, Gi) or without"),
             cl::cat(category));

static cl::opt<unsigned>
    numOrders("orders", cl::init(1), cl::value_desc("N"),
              cl::desc("Pack each file in N orders of its rows, as written "
                       "and shuffled; the longest time counts (default 1)"),
              cl::cat(category));

bool memopt::bench::isPackingMode() { return packingMode; }

std::string memopt::bench::checkPackingOptions() {
  if (!packingMode) {
    auto given = [](const cl::Option &option) {
      return option.getNumOccurrences() != 0 ? option.ArgStr.str() : "";
    };
    for (const std::string &name :
         {given(packerNames), given(capacity), given(numOrders)})
      if (!name.empty())
        return "--" + name + " is for --packing only";
    return "";
  }
  if (capacity.bytes > std::numeric_limits<Bytes>::max())
    return "--capacity must be below 2^63";
  if (numOrders == 0)
    return "--orders must be at least 1";
  return "";
}

/// The members of `all` with these names, or all if there are no names.
template <typename T>
static llvm::Expected<std::vector<T>> choose(llvm::ArrayRef<T> all,
                                             llvm::ArrayRef<std::string> names,
                                             llvm::StringRef kind) {
  if (names.empty())
    return all.vec();
  std::vector<T> chosen;
  for (const std::string &name : names) {
    const auto *it =
        llvm::find_if(all, [&](const T &one) { return one.name == name; });
    if (it == all.end())
      return llvm::createStringError("there is no " + kind + " '" + name + "'");
    chosen.push_back(*it);
  }
  return chosen;
}

llvm::Expected<std::variant<PackingScaling, PackingComparison>>
memopt::bench::measurePacking(const PackingRequest &request) {
  if (request.isScaling) {
    auto families = choose(allPackingFamilies(), request.familyNames, "family");
    if (!families)
      return families.takeError();
    auto packers = choose(allPackers(), packerNames, "packer");
    if (!packers)
      return packers.takeError();
    return measurePackingScaling(*families, *packers, request.sizes,
                                 request.settings);
  }
  llvm::Expected<std::vector<PackingSource>> sources =
      packingsFromFiles(request.paths);
  if (!sources)
    return sources.takeError();
  llvm::Regex regex(request.filter);
  llvm::erase_if(*sources, [&](const PackingSource &source) {
    return !regex.match(source.name);
  });
  if (sources->empty())
    return llvm::createStringError("no packing problem is left to measure");
  std::optional<Bytes> most;
  if (capacity.getNumOccurrences() != 0)
    most = static_cast<Bytes>(capacity.bytes);
  llvm::Expected<PackingComparison> comparison =
      measurePackings(*sources, most, numOrders, request.settings);
  if (!comparison)
    return comparison.takeError();
  return std::move(*comparison);
}
