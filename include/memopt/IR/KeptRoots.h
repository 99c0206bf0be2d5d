//===- KeptRoots.h - Which storage is reachable later -----------*- C++ -*-===//

#ifndef MEMOPT_IR_KEPTROOTS_H
#define MEMOPT_IR_KEPTROOTS_H

#include "memopt/IR/Storage.h"

namespace memopt {

/// For each piece of storage of the function, by its root, whether somebody may
/// still reach it by a pointer after the function has returned, other than by
/// its results; or whether the function frees it. Storage that a region hands
/// out counts as kept, as what happens to it inside is not looked at. Linear in
/// the ops and their operands.
std::vector<bool> findKeptRoots(const Storage &storage);

} // namespace memopt

#endif // MEMOPT_IR_KEPTROOTS_H
