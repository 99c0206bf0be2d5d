//===- PackingText.h - Packing problems as CSV ------------------*- C++ -*-===//
//
// Reads and writes packing problems as the comma separated values of MiniMalloc
// (Moffitt, "MiniMalloc: A Lightweight Memory Allocator for
// Hardware-Accelerated Machine Learning", ASPLOS 2023), with three columns more
// for what its form does not have; docs/problem-format.md describes them.
// Reading never trusts its input: every problem it returns has passed
// checkPackingProblem. Linear in the text, but for sets of ids.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_PACKINGTEXT_H
#define MEMOPT_MODEL_PACKINGTEXT_H

#include "memopt/Model/Packing.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace memopt {

/// Reads a problem, without name and capacity. The error gives the line, and
/// the buffer at fault.
llvm::Expected<PackingProblem> readPacking(llvm::StringRef csv);

/// Writes `problem` with its columns in a fixed order, those that no buffer
/// needs left out, so that readPacking gives the same buffers and pairs. With
/// `offsets` (one for each buffer) these take the place of the fixed ones. Ids
/// must have no comma, no line end, and no space at their ends; those in pairs
/// no space at all.
void writePacking(const PackingProblem &problem, llvm::ArrayRef<Bytes> offsets,
                  llvm::raw_ostream &os);

/// Writes the rows of `csv`, from which readPacking has made a problem, as they
/// are, with `offsets` (one for each buffer) in the column `offset`, which is
/// added if it is not there. Blank lines are left out and line ends are line
/// feeds, since MiniMalloc stops at the first and does not know others.
void writePackedRows(llvm::StringRef csv, llvm::ArrayRef<Bytes> offsets,
                     llvm::raw_ostream &os);

} // namespace memopt

#endif // MEMOPT_MODEL_PACKINGTEXT_H
