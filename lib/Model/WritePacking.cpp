//===- WritePacking.cpp - Writes packing problems as CSV ------------------===//

#include "PackingColumns.h"

#include "memopt/Model/PackingText.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace memopt;
using namespace memopt::packing_csv;

using Partners = std::vector<llvm::SmallVector<uint32_t, 0>>;

/// For each buffer those that `pairs` join to it; each pair is named once.
static Partners partnersOf(const PackingProblem &problem,
                           llvm::ArrayRef<PackingPair> pairs) {
  Partners partners(problem.buffers.size());
  for (PackingPair pair : pairs)
    partners[pair.first].push_back(pair.second);
  return partners;
}

void memopt::writePacking(const PackingProblem &problem,
                          llvm::ArrayRef<Bytes> offsets,
                          llvm::raw_ostream &os) {
  const Partners partners[] = {partnersOf(problem, problem.together),
                               partnersOf(problem, problem.apart)};
  auto any = [&](auto &&needs) { return llvm::any_of(problem.buffers, needs); };
  using Buffer = const PackingBuffer &;
  bool used[kNumColumns] = {true, true, true, true};
  used[Alignment] = any([](Buffer buffer) { return buffer.alignment != 1; });
  used[Gaps] = any([](Buffer buffer) { return !buffer.gaps.empty(); });
  used[Offset] = !offsets.empty() || any([](Buffer buffer) {
    return buffer.fixedOffset.has_value();
  });
  used[Limit] = any([](Buffer buffer) { return buffer.endLimit.has_value(); });
  used[Together] = !problem.together.empty();
  used[Apart] = !problem.apart.empty();

  os << kNames[Id];
  for (unsigned column = Lower; column < kNumColumns; ++column)
    if (used[column])
      os << ',' << kNames[column];
  os << '\n';
  for (auto [index, buffer] : llvm::enumerate(problem.buffers)) {
    os << buffer.id << ',' << buffer.live.begin << ',' << buffer.live.end << ','
       << buffer.size;
    if (used[Alignment])
      os << ',' << buffer.alignment;
    if (used[Gaps]) {
      os << ',';
      llvm::interleave(
          buffer.gaps, os,
          [&](const TimeRange &gap) { os << gap.begin << '-' << gap.end; },
          " ");
    }
    if (used[Offset]) {
      os << ',';
      if (!offsets.empty())
        os << offsets[index];
      else if (buffer.fixedOffset)
        os << *buffer.fixedOffset;
    }
    if (used[Limit]) {
      os << ',';
      if (buffer.endLimit)
        os << *buffer.endLimit;
    }
    for (Column column : {Together, Apart}) {
      if (!used[column])
        continue;
      os << ',';
      llvm::interleave(
          partners[column - Together][index], os,
          [&](uint32_t other) { os << problem.buffers[other].id; }, " ");
    }
    os << '\n';
  }
}

void memopt::writePackedRows(llvm::StringRef csv, llvm::ArrayRef<Bytes> offsets,
                             llvm::raw_ostream &os) {
  Lines lines(csv);
  lines.next();
  llvm::SmallVector<llvm::StringRef, 16> fields;
  lines.line.split(fields, ',');
  size_t column = 0;
  while (column < fields.size() && columnNamed(fields[column].trim()) != Offset)
    ++column;
  os << lines.line;
  if (column == fields.size())
    os << ',' << kNames[Offset];
  os << '\n';
  for (Bytes offset : offsets) {
    lines.next();
    fields.clear();
    lines.line.split(fields, ',');
    std::string text = std::to_string(offset);
    if (column == fields.size())
      fields.push_back(text);
    else
      fields[column] = text;
    llvm::interleave(fields, os, ",");
    os << '\n';
  }
}
