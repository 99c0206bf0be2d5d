//===- PackStack.h - How low the items of one section can be ----*- C++ -*-===//
//
// The items of a section lie one upon another. How high they get depends on
// their order, because of alignments, fixed offsets and limits on ends: this is
// scheduling on one machine, with starts at multiples. It is solved exactly, by
// dynamic programming over how many items of each kind are placed: the lowest
// end of these is all that matters, since what can follow a stack can follow a
// lower one. Items are of one kind if they differ in nothing; without fixed
// offsets and limits sizes count modulo the least common multiple of the
// alignments, since whole multiples only move what is above.
//
// Takes the product of the kinds' counts, each plus one; above some thousands a
// section is left out, and so are those that are too low anyway.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_SOLVER_PACKSTACK_H
#define MEMOPT_LIB_SOLVER_PACKSTACK_H

#include "PackTask.h"

#include <optional>

namespace memopt {

/// No packing of the task is lower than this, in bytes; 0 if no section shows
/// more than `known`. Nothing if a section cannot be packed at all.
std::optional<Bytes> stackBound(const PackTask &task, Bytes known);

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_PACKSTACK_H
