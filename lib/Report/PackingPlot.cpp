//===- PackingPlot.cpp - A packing as a drawing ---------------------------===//
//
// A fixed frame, into which times and offsets are scaled. Coordinates have one
// digit after the point. Linear in the buffers and gaps, but for a sort.
//
//===----------------------------------------------------------------------===//

#include "memopt/Report/PackingPlot.h"
#include "memopt/Report/Report.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"

#include <algorithm>
#include <string>

using namespace memopt;

namespace {

constexpr double kWidth = 1200, kHeight = 700;
constexpr double kLeft = 90, kRight = 130, kTop = 40, kBottom = 50;
constexpr size_t kMaxRectangles = 30'000;
constexpr unsigned kColors = 12;

struct Rectangle {
  uint32_t buffer;
  double x, y, width, height;
};

class Plot {
public:
  Plot(const PackingProblem &problem, llvm::ArrayRef<Bytes> offsets,
       llvm::raw_ostream &os)
      : problem(problem), offsets(offsets), os(os),
        height(heightOf(problem, offsets)) {}

  void write(Bytes lowerBound);

private:
  void place();
  void writeHead();
  void writeAxes();
  void writeRectangle(const Rectangle &rectangle);
  void writeLevel(Bytes bytes, llvm::StringRef style, llvm::StringRef label);

  double xOf(double time) const {
    double span = lastTime > firstTime ? lastTime - firstTime : 1;
    return kLeft + (time - firstTime) / span * (kWidth - kLeft - kRight);
  }
  double yOf(double offset) const {
    double span = top > 0 ? top : 1;
    return kHeight - kBottom - offset / span * (kHeight - kTop - kBottom);
  }
  static auto number(double value) { return llvm::format("%.1f", value); }

  const PackingProblem &problem;
  llvm::ArrayRef<Bytes> offsets;
  llvm::raw_ostream &os;
  Bytes height;
  double top = 0;
  double firstTime = 0, lastTime = 0;
  std::vector<Rectangle> rectangles;
  size_t numRanges = 0;
};

} // namespace

/// `text` as the content of an element.
static std::string escape(llvm::StringRef text) {
  std::string escaped;
  for (char c : llvm::json::fixUTF8(text)) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else
      // XML has no way to write most control characters.
      escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return escaped;
}

void Plot::place() {
  bool isFirst = true;
  for (const PackingBuffer &buffer : problem.buffers) {
    if (buffer.size == 0)
      continue;
    for (const TimeRange &range : activeRanges(buffer)) {
      auto begin = static_cast<double>(range.begin);
      auto end = static_cast<double>(range.end);
      firstTime = isFirst ? begin : std::min(firstTime, begin);
      lastTime = isFirst ? end : std::max(lastTime, end);
      isFirst = false;
    }
  }
  for (auto [index, buffer] : llvm::enumerate(problem.buffers)) {
    if (buffer.size == 0)
      continue;
    for (const TimeRange &range : activeRanges(buffer)) {
      double left = xOf(static_cast<double>(range.begin));
      double right = xOf(static_cast<double>(range.end));
      double low = yOf(static_cast<double>(offsets[index]));
      double high = yOf(static_cast<double>(offsets[index] + buffer.size));
      rectangles.push_back(
          {static_cast<uint32_t>(index), left, high, right - left, low - high});
    }
  }
  numRanges = rectangles.size();
  if (numRanges <= kMaxRectangles)
    return;
  llvm::stable_sort(rectangles, [](const Rectangle &a, const Rectangle &b) {
    return a.width * a.height > b.width * b.height;
  });
  rectangles.resize(kMaxRectangles);
}

void Plot::writeHead() {
  os << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
     << number(kWidth) << ' ' << number(kHeight) << "\">\n<style>\n"
     << "text{font:11px sans-serif;fill:#222}\n"
     << ".t{font-size:15px}.m{text-anchor:middle}.e{text-anchor:end}\n"
     << "rect{stroke:#444;stroke-width:.3}.a{stroke:#222;fill:none}\n"
     << ".b{stroke:#c00;stroke-dasharray:6 4}.h{stroke:#222}\n";
  for (unsigned color = 0; color < kColors; ++color)
    os << ".c" << color << "{fill:hsl(" << color * 150 % 360 << ","
       << 45 + color % 3 * 10 << "%," << 72 + color % 2 * 8 << "%)}\n";
  os << "</style>\n<text class=\"t\" x=\"" << number(kLeft) << "\" y=\"24\">"
     << escape(problem.name) << (problem.name.empty() ? "" : ": ")
     << problem.numBuffers() << " buffers in " << height << " bytes ("
     << formatBytes(height) << ")";
  if (rectangles.size() < numRanges)
    os << "; the largest " << rectangles.size() << " of " << numRanges
       << " lifetimes drawn";
  os << "</text>\n";
}

void Plot::writeAxes() {
  double bottom = yOf(0), right = kWidth - kRight;
  os << "<path class=\"a\" d=\"M" << number(kLeft) << ' ' << number(kTop) << 'V'
     << number(bottom) << 'H' << number(right) << "\"/>\n";
  constexpr int kTicks = 5;
  for (int tick = 0; tick <= kTicks; ++tick) {
    double time = firstTime + (lastTime - firstTime) * tick / kTicks;
    os << "<text class=\"m\" x=\"" << number(xOf(time)) << "\" y=\""
       << number(bottom + 16) << "\">" << llvm::format("%.0f", time)
       << "</text>\n";
    double offset = top * tick / kTicks;
    os << "<text class=\"e\" x=\"" << number(kLeft - 6) << "\" y=\""
       << number(yOf(offset) + 4) << "\">"
       << formatBytes(static_cast<Bytes>(offset)) << "</text>\n";
  }
  os << "<text class=\"m\" x=\"" << number((kLeft + right) / 2) << "\" y=\""
     << number(bottom + 36) << "\">time</text>\n<text x=\"6\" y=\""
     << number(kTop - 10) << "\">offset</text>\n";
}

void Plot::writeRectangle(const Rectangle &rectangle) {
  os << "<rect class=\"c" << rectangle.buffer % kColors << "\" x=\""
     << number(rectangle.x) << "\" y=\"" << number(rectangle.y) << "\" width=\""
     << number(rectangle.width) << "\" height=\"" << number(rectangle.height)
     << "\"/>\n";
  // About as wide as a character is, and as high as a line.
  constexpr double kCharacter = 6.2, kLine = 12;
  const PackingBuffer &buffer = problem.buffers[rectangle.buffer];
  auto room = static_cast<size_t>(rectangle.width / kCharacter);
  if (rectangle.height < kLine || buffer.id.size() > room)
    return;
  std::string label = buffer.id + " (" + formatBytes(buffer.size) + ")";
  os << "<text class=\"m\" x=\"" << number(rectangle.x + rectangle.width / 2)
     << "\" y=\"" << number(rectangle.y + rectangle.height / 2 + 4) << "\">"
     << escape(label.size() <= room ? label : buffer.id) << "</text>\n";
}

void Plot::writeLevel(Bytes bytes, llvm::StringRef style,
                      llvm::StringRef label) {
  double y = yOf(static_cast<double>(bytes));
  os << "<path class=\"" << style << "\" d=\"M" << number(kLeft) << ' '
     << number(y) << 'H' << number(kWidth - kRight) << "\"/>\n<text x=\""
     << number(kWidth - kRight + 6) << "\" y=\"" << number(y + 4) << "\">"
     << label << "</text>\n";
}

void Plot::write(Bytes lowerBound) {
  top = static_cast<double>(std::max(height, lowerBound));
  place();
  writeHead();
  for (const Rectangle &rectangle : rectangles)
    writeRectangle(rectangle);
  writeAxes();
  writeLevel(height, "h", lowerBound == height ? "height = bound" : "height");
  if (lowerBound != height)
    writeLevel(lowerBound, "b", "lower bound");
  os << "</svg>\n";
}

void memopt::writePackingPlot(const PackingProblem &problem,
                              llvm::ArrayRef<Bytes> offsets, Bytes lowerBound,
                              llvm::raw_ostream &os) {
  Plot(problem, offsets, os).write(lowerBound);
}
