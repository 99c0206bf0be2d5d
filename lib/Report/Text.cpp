//===- Text.cpp - Reports for people --------------------------------------===//
//
// One block of text for each function: the peak, what it was before scheduling,
// what it consists of, and a sketch of the live bytes over the block.
//
//===----------------------------------------------------------------------===//

#include "memopt/Report/Report.h"

#include "memopt/Model/Schedule.h"
#include "memopt/Report/PackingPlot.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

namespace memopt {

static void writeRow(llvm::StringRef label, Bytes bytes, llvm::StringRef remark,
                     llvm::raw_ostream &os) {
  os << "  " << llvm::left_justify(label, 12)
     << llvm::right_justify(formatBytes(bytes), 11)
     << llvm::right_justify(std::to_string(bytes), 16) << " B";
  if (!remark.empty())
    os << "  " << remark;
  os << '\n';
}

static std::string percentOf(Bytes part, Bytes whole) {
  if (whole == 0)
    return "100.0%";
  std::string text;
  llvm::raw_string_ostream os(text);
  os << llvm::format("%.1f%%", 100.0 * static_cast<double>(part) /
                                   static_cast<double>(whole));
  return text;
}

/// Writes what is open between a peak and its lower bound, if anything is.
static void writeGap(Bytes peak, Bytes lowerBound, llvm::raw_ostream &os) {
  if (peak == lowerBound)
    return;
  double percent = gapPercent(peak, lowerBound);
  os << " (gap " << peak - lowerBound << " B, ";
  if (percent < 0.01)
    os << "below 0.01%)";
  else
    os << llvm::format("%.2f%%)", percent);
}

static void writeHeader(const FunctionFacts &facts, llvm::raw_ostream &os) {
  os << "memopt: @" << facts.name << " (" << facts.location << ")\n";
}

void writeScheduleText(const FunctionFacts &facts, llvm::raw_ostream &os) {
  if (!facts.schedule)
    return;
  const ScheduleFacts &schedule = *facts.schedule;
  writeHeader(facts, os);
  os << "  peak " << (facts.isLowerLimit() ? "at least " : "")
     << formatBytes(facts.peak)
     << " [before: " << formatBytes(schedule.peakBefore) << "], "
     << percentOf(facts.peak, schedule.peakBefore) << " of before; lower bound "
     << formatBytes(schedule.lowerBound) << ", " << schedule.status;
  writeGap(facts.peak, schedule.lowerBound, os);
  os << '\n';
  size_t number = 0;
  for (const BlockFact &block : schedule.blocks) {
    os << "  block " << number++ << " at " << block.location << ": "
       << block.numOps << " ops, peak " << block.peak
       << " B [before: " << block.peakBefore << " B], lower bound "
       << block.lowerBound << " B, " << block.status;
    writeGap(block.peak, block.lowerBound, os);
    os << ", " << block.steps << " steps\n";
  }
  for (const std::string &note : facts.notes)
    os << "  note: " << note << '\n';
}

void writeSharingText(const FunctionFacts &facts, llvm::raw_ostream &os) {
  if (!facts.sharing || facts.sharing->allocationsBefore == 0)
    return;
  const SharingFacts &sharing = *facts.sharing;
  writeHeader(facts, os);
  os << "  allocations " << sharing.allocations
     << " [before: " << sharing.allocationsBefore << "], of "
     << formatBytes(sharing.bytes)
     << " [before: " << formatBytes(sharing.bytesBefore) << "]; "
     << sharing.inPlace << " in place, " << sharing.leftAlone
     << " left alone\n";
  os << "  peak " << (facts.isLowerLimit() ? "at least " : "")
     << formatBytes(facts.peak)
     << " [before: " << formatBytes(sharing.peakBefore) << "], "
     << percentOf(facts.peak, sharing.peakBefore) << " of before\n";
  for (const std::string &note : facts.notes)
    os << "  note: " << note << '\n';
}

/// Draws an arena, offsets upwards and steps to the right.
static void writeMap(const ArenaFact &arena, unsigned rows,
                     llvm::raw_ostream &os) {
  writePackingMap(arena.problem, arena.offsets(), rows, os);
  constexpr size_t kLetters = 52, kAlphabet = 26;
  size_t listed = std::min(arena.buffers.size(), kLetters);
  for (size_t index = 0; index < listed; ++index) {
    const ArenaBufferFact &buffer = arena.buffers[index];
    char letter = static_cast<char>(
        index < kAlphabet ? 'a' + index : 'A' + (index - kAlphabet));
    os << "    " << letter << ' ' << buffer.value << " : " << buffer.type
       << ", " << buffer.size << " B at " << buffer.offset << '\n';
  }
  if (listed < arena.buffers.size())
    os << "    and " << arena.buffers.size() - listed
       << " more, by the same letters again\n";
}

void writeArenaText(const FunctionFacts &facts, unsigned mapRows,
                    llvm::raw_ostream &os) {
  if (!facts.arena ||
      (facts.arena->arenas.empty() && facts.arena->leftOut.empty()))
    return;
  writeHeader(facts, os);
  for (const ArenaFact &arena : facts.arena->arenas) {
    os << "  arena";
    if (arena.memorySpace != "default")
      os << " in memory space " << arena.memorySpace;
    if (!arena.loop.empty())
      os << " of each of " << arena.workers << " iterations of " << arena.loop;
    os << ": " << formatBytes(arena.height) << " for " << arena.buffers.size()
       << " buffers of " << formatBytes(arena.bufferBytes) << "; lower bound "
       << formatBytes(arena.lowerBound) << ", " << arena.status;
    writeGap(arena.height, arena.lowerBound, os);
    os << "; " << arena.inPlace << " in place";
    if (arena.alignmentWaste != 0)
      os << ", " << arena.alignmentWaste << " B due to alignment";
    os << '\n';
    if (mapRows != 0)
      writeMap(arena, mapRows, os);
  }
  if (!facts.arena->leftOut.empty())
    os << "  left out: " << facts.arena->leftOut.size()
       << " (the remarks and report=FILE say why)\n";
  os << "  peak " << (facts.isLowerLimit() ? "at least " : "")
     << formatBytes(facts.peak) << '\n';
}

/// `place` with "line 12:3" for a place in the function's own file.
static std::string shorten(const FunctionFacts &facts, std::string place) {
  llvm::StringRef location(facts.location);
  llvm::StringRef file = location.rsplit(':').first.rsplit(':').first;
  std::string prefix = file.str() + ":";
  size_t found = place.find(prefix);
  if (!file.empty() && file != location && found != std::string::npos)
    place.replace(found, prefix.size(), "line ");
  return place;
}

static void writeLive(const FunctionFacts &facts, const ReportOptions &options,
                      llvm::raw_ostream &os) {
  unsigned listed = 0;
  size_t small = 0, beyond = 0;
  Bytes smallBytes = 0, beyondBytes = 0;
  std::vector<const LiveBufferFact *> rows;
  for (const LiveBufferFact &buffer : facts.liveAtPeak) {
    if (buffer.bytes && *buffer.bytes < options.minBytes) {
      ++small;
      smallBytes += *buffer.bytes;
    } else if (listed == options.top) {
      ++beyond;
      beyondBytes += buffer.bytes.value_or(0);
    } else {
      ++listed;
      rows.push_back(&buffer);
    }
  }
  os << "  alive then, biggest first:\n";
  for (const LiveBufferFact *buffer : rows) {
    os << "    "
       << llvm::right_justify(
              buffer->bytes ? formatBytes(*buffer->bytes) : "unknown", 11)
       << "  " << buffer->value << " : " << buffer->type << '\n'
       << std::string(17, ' ') << "made by " << shorten(facts, buffer->madeBy)
       << '\n'
       << std::string(17, ' ') << "last read by "
       << shorten(facts, buffer->lastReadBy) << '\n';
  }
  if (beyond)
    os << "    " << llvm::right_justify(formatBytes(beyondBytes), 11) << "  in "
       << beyond << " more (see top=N)\n";
  if (small)
    os << "    " << llvm::right_justify(formatBytes(smallBytes), 11) << "  in "
       << small << " smaller than " << options.minBytes
       << " B (see min-bytes=N)\n";
}

void writeText(const FunctionFacts &facts, const ReportOptions &options,
               llvm::raw_ostream &os) {
  writeHeader(facts, os);
  if (!facts.hasBody) {
    os << "  a declaration: its peak is unknown\n";
    return;
  }
  writeRow("peak", facts.peak,
           facts.isLowerLimit() ? "at least; see the notes" : "", os);
  writeRow("never freed", facts.noFree, "if nothing were ever freed", os);
  writeRow("results", facts.resultBytes, "part of the peak", os);
  writeRow("arguments", facts.argumentBytes, "not part of the peak", os);
  writeRow("constants", facts.constantBytes, "not part of the peak", os);
  if (!facts.peakOp.empty())
    os << "  reached at '" << facts.peakOp << "', " << facts.peakLocation
       << '\n';
  if (!facts.liveAtPeak.empty())
    writeLive(facts, options, os);

  if (!facts.curve.empty()) {
    os << "  live bytes, step by step:\n";
    drawCurve(facts.curve,
              *std::max_element(facts.curve.begin(), facts.curve.end()),
              /*height=*/8, os);
  }
  for (const std::string &note : facts.notes)
    os << "  note: " << note << '\n';
}

} // namespace memopt
