//===- PackingText.cpp - Reads packing problems from CSV ------------------===//

#include "memopt/Model/PackingText.h"

#include "PackingColumns.h"

#include "memopt/Model/Check.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MathExtras.h"

using namespace memopt;
using namespace memopt::packing_csv;

namespace {

/// Reads the rows one by one. Pairs name ids that may come later, so they wait.
class Reader {
public:
  explicit Reader(llvm::StringRef csv) : lines(csv) {}

  llvm::Expected<PackingProblem> read();

private:
  llvm::Error error(const llvm::Twine &message) const {
    return errorAt(lines.number, message);
  }
  static llvm::Error errorAt(size_t line, const llvm::Twine &message) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "line " + llvm::Twine(line) + ": " +
                                       message);
  }
  llvm::Error readHeader();
  llvm::Error readRow();
  llvm::Error readGaps(PackingBuffer &buffer);
  llvm::Error readPairs();

  bool has(Column column) const { return indexOf[column] != kNowhere; }
  llvm::StringRef field(Column column) const {
    return fields[indexOf[column]].trim();
  }
  llvm::Error readNumber(Column column, int64_t &number) const;
  /// Adds one to the end of a range that the file gives with its last time.
  llvm::Error makeHalfOpen(Time &end) const;

  static constexpr size_t kNowhere = ~size_t(0);

  Lines lines;
  PackingProblem problem;
  /// Where each column is in a row.
  size_t indexOf[kNumColumns];
  size_t numFields = 0;
  bool endsAreInclusive = false;
  llvm::SmallVector<llvm::StringRef, 16> fields;
  /// The line of each buffer.
  std::vector<size_t> lineOf;
  llvm::DenseMap<llvm::StringRef, uint32_t> bufferOf;
  /// For each buffer with pairs, by column, the ids that it is paired with.
  struct Partners {
    uint32_t buffer;
    Column column;
    llvm::StringRef ids;
  };
  std::vector<Partners> waiting;
};

} // namespace

llvm::Error Reader::readHeader() {
  llvm::fill(indexOf, kNowhere);
  if (!lines.next())
    return errorAt(1, "there is no header; it must name the columns id, lower, "
                      "upper and size");
  lines.line.split(fields, ',');
  numFields = fields.size();
  for (auto [index, name] : llvm::enumerate(fields)) {
    Column column = columnNamed(name.trim());
    if (column == Other)
      continue;
    if (has(column))
      return error("two columns are the '" + kNames[column] + "' of a buffer");
    indexOf[column] = index;
    endsAreInclusive |= name.trim() == "end";
  }
  for (Column column : {Id, Lower, Upper, Size})
    if (!has(column))
      return error("the header has no column '" + kNames[column] + "'");
  return llvm::Error::success();
}

llvm::Error Reader::readNumber(Column column, int64_t &number) const {
  if (field(column).getAsInteger(10, number))
    return error("'" + field(column) + "' in the column '" + kNames[column] +
                 "' is not an integer of 64 bits");
  return llvm::Error::success();
}

llvm::Error Reader::makeHalfOpen(Time &end) const {
  if (endsAreInclusive && llvm::AddOverflow(end, Time(1), end))
    return error("the last time is too large");
  return llvm::Error::success();
}

llvm::Error Reader::readGaps(PackingBuffer &buffer) {
  llvm::SmallVector<llvm::StringRef, 4> gaps;
  field(Gaps).split(gaps, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (llvm::StringRef text : gaps) {
    if (text.contains('@'))
      return error("the gap '" + text +
                   "' has a window, which is not supported: in a gap a buffer "
                   "must not be active at all");
    // The first character may be a sign.
    size_t dash = text.find('-', 1);
    TimeRange gap;
    if (dash == llvm::StringRef::npos ||
        text.take_front(dash).getAsInteger(10, gap.begin) ||
        text.drop_front(dash + 1).getAsInteger(10, gap.end))
      return error("'" + text + "' is not a gap; gaps are written as 7-9");
    if (llvm::Error failure = makeHalfOpen(gap.end))
      return failure;
    buffer.gaps.push_back(gap);
  }
  llvm::sort(buffer.gaps, [](const TimeRange &a, const TimeRange &b) {
    return a.begin < b.begin;
  });
  return llvm::Error::success();
}

llvm::Error Reader::readRow() {
  fields.clear();
  lines.line.split(fields, ',');
  if (fields.size() != numFields)
    return error("there are " + llvm::Twine(fields.size()) +
                 " fields, but the header names " + llvm::Twine(numFields));
  uint32_t index = problem.numBuffers();
  llvm::StringRef id = field(Id);
  if (id.empty())
    return error("the id is empty");
  auto [first, isNew] = bufferOf.try_emplace(id, index);
  if (!isNew)
    return error("the id '" + id + "' is that of line " +
                 llvm::Twine(lineOf[first->second]) + " already");
  lineOf.push_back(lines.number);
  PackingBuffer &buffer = problem.buffers.emplace_back();
  buffer.id = id.str();

  auto readOptional = [&](Column column,
                          std::optional<Bytes> &number) -> llvm::Error {
    if (!has(column) || field(column).empty())
      return llvm::Error::success();
    return readNumber(column, number.emplace());
  };
  std::optional<Bytes> alignment;
  for (auto [column, number] : {std::pair(Lower, &buffer.live.begin),
                                {Upper, &buffer.live.end},
                                {Size, &buffer.size}})
    if (llvm::Error failure = readNumber(column, *number))
      return failure;
  for (auto [column, number] : {std::pair(Alignment, &alignment),
                                {Offset, &buffer.fixedOffset},
                                {Limit, &buffer.endLimit}})
    if (llvm::Error failure = readOptional(column, *number))
      return failure;
  buffer.alignment = alignment.value_or(1);
  if (llvm::Error failure = makeHalfOpen(buffer.live.end))
    return failure;
  if (has(Gaps))
    if (llvm::Error failure = readGaps(buffer))
      return failure;
  for (Column column : {Together, Apart})
    if (has(column) && !field(column).empty())
      waiting.push_back({index, column, field(column)});
  return llvm::Error::success();
}

llvm::Error Reader::readPairs() {
  llvm::SmallVector<llvm::StringRef, 4> ids;
  for (const Partners &partners : waiting) {
    ids.clear();
    partners.ids.split(ids, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
    for (llvm::StringRef id : ids) {
      auto other = bufferOf.find(id);
      if (other == bufferOf.end() || other->second == partners.buffer)
        return errorAt(lineOf[partners.buffer],
                       "'" + id + "' in the column '" +
                           kNames[partners.column] +
                           "' is not the id of another buffer");
      (partners.column == Together ? problem.together : problem.apart)
          .push_back({partners.buffer, other->second});
    }
  }
  return llvm::Error::success();
}

llvm::Expected<PackingProblem> Reader::read() {
  if (llvm::Error failure = readHeader())
    return failure;
  while (lines.next())
    if (llvm::Error failure = readRow())
      return failure;
  if (llvm::Error failure = readPairs())
    return failure;
  if (std::optional<Violation> violation = checkPackingProblem(problem)) {
    if (violation->op < lineOf.size())
      return errorAt(lineOf[violation->op], violation->message);
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   violation->message);
  }
  return std::move(problem);
}

llvm::Expected<PackingProblem> memopt::readPacking(llvm::StringRef csv) {
  return Reader(csv).read();
}
