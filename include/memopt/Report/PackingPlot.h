//===- PackingPlot.h - Pictures of packings ---------------------*- C++ -*-===//
//
// A packing as a drawing, as text, and in figures. `offsets` has one entry for
// each buffer and has passed checkPacking. Same packing, same output.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_REPORT_PACKINGPLOT_H
#define MEMOPT_REPORT_PACKINGPLOT_H

#include "memopt/Model/Packing.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace memopt {

/// Draws lifetimes (to the right) against offsets (upwards) as SVG: a rectangle
/// for each active range of a buffer, with id and size where there is room, and
/// lines at the height and at `lowerBound`. Times are to scale. At most 30,000
/// rectangles are drawn, the largest ones, which is said in the drawing; so the
/// file stays below 5 MB.
void writePackingPlot(const PackingProblem &problem,
                      llvm::ArrayRef<Bytes> offsets, Bytes lowerBound,
                      llvm::raw_ostream &os);

/// Draws the same with `rows` rows of at most 80 columns: each cell has the
/// letter of the buffer that takes most of it, a dot if less than half of it is
/// taken, and a space if nothing is. Letters go by index, and repeat after 52.
/// Writes nothing if no buffer takes room.
void writePackingMap(const PackingProblem &problem,
                     llvm::ArrayRef<Bytes> offsets, unsigned rows,
                     llvm::raw_ostream &os);

/// Where the bytes of an arena are at the first time at which a buffer is
/// active that ends at the height. Their sum is the height.
struct ArenaUse {
  Time time = 0;
  /// In buffers that are active.
  Bytes live = 0;
  /// In holes that the buffer above could only leave behind by moving down by
  /// its alignment, which is more than the hole.
  Bytes alignment = 0;
  /// In other holes.
  Bytes holes = 0;
};

/// All zero if no buffer takes room. O(n log n).
ArenaUse arenaUse(const PackingProblem &problem, llvm::ArrayRef<Bytes> offsets);

} // namespace memopt

#endif // MEMOPT_REPORT_PACKINGPLOT_H
