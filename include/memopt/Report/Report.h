//===- Report.h - Writers of reports ----------------------------*- C++ -*-===//
//
// The facts of a run as text for people and as JSON for programs. The JSON is
// version 1 of the schema in docs/report-schema.md.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_REPORT_REPORT_H
#define MEMOPT_REPORT_REPORT_H

#include "memopt/Report/Facts.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace memopt {

/// What to leave out of a report.
struct ReportOptions {
  /// The most buffers to list for each function.
  unsigned top = 20;
  /// Buffers smaller than this are not listed; those of unknown size are.
  Bytes minBytes = 1024;
};

/// Bytes as people read them: "1234 B", "4.01 MiB".
std::string formatBytes(Bytes bytes);

/// Writes the report of one function as text, at most 80 columns wide where
/// names allow.
void writeText(const FunctionFacts &facts, const ReportOptions &options,
               llvm::raw_ostream &os);

/// Writes what scheduling did to one function, in a few lines: peak now, peak
/// before in brackets, lower bound and status, for the function and its blocks.
/// Writes nothing if the function was not scheduled.
void writeScheduleText(const FunctionFacts &facts, llvm::raw_ostream &os);

/// Writes what sharing did to one function, in a few lines: allocations, their
/// bytes, and the peak, each with what it was before in brackets. Writes
/// nothing if there is no allocation.
void writeSharingText(const FunctionFacts &facts, llvm::raw_ostream &os);

/// Writes how the buffers of one function are placed, in a few lines: the
/// height of each arena, its lower bound and status, and what is left out.
/// With `mapRows`, draws each arena below in that many rows of at most 80
/// columns, and says which letter is which buffer. Writes nothing if there is
/// nothing to place.
void writeArenaText(const FunctionFacts &facts, unsigned mapRows,
                    llvm::raw_ostream &os);

/// Writes `{"version":1,"functions":[...]}`.
void writeJson(llvm::ArrayRef<FunctionFacts> functions,
               const ReportOptions &options, llvm::raw_ostream &os);

/// Draws `curve`, live bytes for each step, in at most 80 columns and
/// `height` rows below a line that says the top of the scale, which is `scale`.
/// Columns that stand for several steps show their maximum.
void drawCurve(llvm::ArrayRef<Bytes> curve, Bytes scale, unsigned height,
               llvm::raw_ostream &os);

} // namespace memopt

#endif // MEMOPT_REPORT_REPORT_H
