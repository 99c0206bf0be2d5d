//===- Json.cpp - Reports for programs ------------------------------------===//
//
// Version 1 of the schema in docs/report-schema.md. Numbers are whole bytes.
//
//===----------------------------------------------------------------------===//

#include "memopt/Report/Report.h"

#include "memopt/Model/Schedule.h"

#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

namespace memopt {

static void writeLiveBuffers(const FunctionFacts &facts,
                             const ReportOptions &options,
                             llvm::json::OStream &json) {
  unsigned listed = 0;
  for (const LiveBufferFact &buffer : facts.liveAtPeak) {
    if (buffer.bytes && *buffer.bytes < options.minBytes)
      continue;
    if (listed++ == options.top)
      break;
    json.object([&] {
      json.attribute("value", buffer.value);
      json.attribute("type", buffer.type);
      if (buffer.bytes)
        json.attribute("bytes", *buffer.bytes);
      else
        json.attribute("bytes", nullptr);
      json.attribute("madeBy", buffer.madeBy);
      json.attribute("lastReadBy", buffer.lastReadBy);
    });
  }
}

static void writeGap(Bytes peak, Bytes lowerBound, llvm::json::OStream &json) {
  json.attribute("gapBytes", peak - lowerBound);
  json.attribute("gapPercent", gapPercent(peak, lowerBound));
}

static void writeArena(const ArenaFact &arena, llvm::json::OStream &json) {
  json.attribute("memorySpace", arena.memorySpace);
  if (!arena.loop.empty()) {
    json.attribute("loop", arena.loop);
    json.attribute("workers", arena.workers);
  }
  json.attribute("bytes", arena.height);
  json.attribute("lowerBoundBytes", arena.lowerBound);
  json.attribute("status", arena.status);
  writeGap(arena.height, arena.lowerBound, json);
  json.attribute("steps", arena.steps);
  json.attribute("alignment", arena.alignment);
  json.attribute("alignmentWasteBytes", arena.alignmentWaste);
  json.attribute("bufferBytes", arena.bufferBytes);
  json.attribute("inPlace", arena.inPlace);
  json.attributeArray("buffers", [&] {
    for (const ArenaBufferFact &buffer : arena.buffers)
      json.object([&] {
        json.attribute("value", buffer.value);
        json.attribute("type", buffer.type);
        json.attribute("location", buffer.location);
        json.attribute("offset", buffer.offset);
        json.attribute("bytes", buffer.size);
        json.attribute("alignment", buffer.alignment);
        json.attributeArray("live", [&] {
          for (auto [begin, end] : buffer.live)
            json.array([&, first = begin, last = end] {
              json.value(first);
              json.value(last);
            });
        });
      });
  });
}

static void writeArenas(const ArenaFacts &facts, llvm::json::OStream &json) {
  json.attribute("mode", facts.mode);
  json.attributeArray("arenas", [&] {
    for (const ArenaFact &arena : facts.arenas)
      json.object([&] { writeArena(arena, json); });
  });
  json.attributeArray("leftOut", [&] {
    for (const LeftOutFact &allocation : facts.leftOut)
      json.object([&] {
        json.attribute("value", allocation.value);
        json.attribute("type", allocation.type);
        json.attribute("location", allocation.location);
        json.attribute("reason", allocation.reason);
      });
  });
}

static void writeFunction(const FunctionFacts &facts,
                          const ReportOptions &options,
                          llvm::json::OStream &json) {
  json.attribute("name", facts.name);
  json.attribute("location", facts.location);
  json.attribute("declaration", !facts.hasBody);
  if (!facts.hasBody)
    return;
  json.attribute("peakBytes", facts.peak);
  if (facts.schedule) {
    json.attribute("peakBytesBefore", facts.schedule->peakBefore);
    json.attribute("lowerBoundBytes", facts.schedule->lowerBound);
    json.attribute("status", facts.schedule->status);
    writeGap(facts.peak, facts.schedule->lowerBound, json);
  }
  if (facts.sharing) {
    json.attribute("peakBytesBefore", facts.sharing->peakBefore);
    json.attributeObject("sharing", [&] {
      json.attribute("allocations", facts.sharing->allocations);
      json.attribute("allocationsBefore", facts.sharing->allocationsBefore);
      json.attribute("bytes", facts.sharing->bytes);
      json.attribute("bytesBefore", facts.sharing->bytesBefore);
      json.attribute("inPlace", facts.sharing->inPlace);
      json.attribute("leftAlone", facts.sharing->leftAlone);
    });
  }
  if (facts.arena)
    json.attributeObject("arena", [&] { writeArenas(*facts.arena, json); });
  json.attribute("unknownBuffers", facts.unknownBuffers);
  json.attribute("unknownCalls", facts.unknownCalls);
  json.attribute("argumentBytes", facts.argumentBytes);
  json.attribute("constantBytes", facts.constantBytes);
  json.attribute("resultBytes", facts.resultBytes);
  json.attribute("noFreeBytes", facts.noFree);
  json.attributeObject("peakAt", [&] {
    json.attribute("op", facts.peakOp);
    json.attribute("location", facts.peakLocation);
  });
  json.attributeArray("liveAtPeak",
                      [&] { writeLiveBuffers(facts, options, json); });
  if (facts.schedule)
    json.attributeArray("blocks", [&] {
      for (const BlockFact &block : facts.schedule->blocks)
        json.object([&] {
          json.attribute("location", block.location);
          json.attribute("ops", block.numOps);
          json.attribute("peakBytesBefore", block.peakBefore);
          json.attribute("peakBytes", block.peak);
          json.attribute("lowerBoundBytes", block.lowerBound);
          json.attribute("status", block.status);
          writeGap(block.peak, block.lowerBound, json);
          json.attribute("steps", block.steps);
        });
    });
  json.attributeArray("notes", [&] {
    for (const std::string &note : facts.notes)
      json.value(note);
  });
}

void writeJson(llvm::ArrayRef<FunctionFacts> functions,
               const ReportOptions &options, llvm::raw_ostream &os) {
  llvm::json::OStream json(os, /*IndentSize=*/2);
  json.object([&] {
    json.attribute("version", 1);
    json.attributeArray("functions", [&] {
      for (const FunctionFacts &facts : functions)
        json.object([&] { writeFunction(facts, options, json); });
    });
  });
  os << '\n';
}

} // namespace memopt
