//===- Text.h - Scheduling problems as JSON ---------------------*- C++ -*-===//
//
// Reads and writes scheduling problems in the form that docs/problem-format.md
// describes. Reading never trusts its input: every problem it returns has
// passed checkGraph.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_TEXT_H
#define MEMOPT_MODEL_TEXT_H

#include "memopt/Model/Graph.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace memopt {

/// How to read a problem.
struct ReadOptions {
  /// Give the graph inputs the sizes that the file states for them, instead of
  /// none: they are then live from entry to their last reader.
  bool countInputs = false;
};

/// Reads a problem. Nodes that the file lists in an order that breaks a
/// dependence are an error; so is every violation that checkGraph finds. The
/// error says which node or value is at fault.
llvm::Expected<Graph> readGraph(llvm::StringRef json,
                                const ReadOptions &options = {});

/// Writes `graph` so that readGraph with `countInputs` gives the same problem.
void writeGraph(const Graph &graph, llvm::raw_ostream &os);

} // namespace memopt

#endif // MEMOPT_MODEL_TEXT_H
