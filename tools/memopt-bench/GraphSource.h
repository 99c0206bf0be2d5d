//===- GraphSource.h - Where graphs come from -------------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_GRAPHSOURCE_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_GRAPHSOURCE_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <functional>
#include <string>
#include <vector>

namespace memopt::bench {

/// A graph that is made when it is needed, in the process that needs it.
struct GraphSource {
  /// What the tables call it, and what messages do.
  std::string name;
  std::string origin;
  /// Makes it anew; an error does not name the graph.
  std::function<llvm::Expected<Graph>()> make;
};

/// The graphs of `paths`, each a problem file or a folder of them (its *.json,
/// by name, without those of folders inside). A path that does not exist and a
/// folder without problem files are errors.
llvm::Expected<std::vector<GraphSource>>
graphsFromFiles(llvm::ArrayRef<std::string> paths);

/// Writes each graph to `folder`, which is made if need be, as NAME.json.
llvm::Error writeGraphs(llvm::ArrayRef<GraphSource> sources,
                        llvm::StringRef folder);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_GRAPHSOURCE_H
