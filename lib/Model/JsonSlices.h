//===- JsonSlices.h - Cuts JSON text into elements --------------*- C++ -*-===//
//
// A problem may have millions of nodes, and llvm::json spends kilobytes on each
// object, so a file is first cut into elements by brackets and strings alone,
// and then one element at a time is parsed. The cut also bounds the nesting,
// which llvm::json would follow by recursion.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_LIB_MODEL_JSONSLICES_H
#define MEMOPT_LIB_MODEL_JSONSLICES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

#include <vector>

namespace memopt {

/// One child of an object or an array: its text, and in an object its key,
/// still quoted. Both point into the text that was cut.
struct Slice {
  llvm::StringRef key;
  llvm::StringRef value;
};

/// Cuts `text`, an object (`open` is '{') or an array ('['), into its children.
/// `where` names it in errors. What lies in the children is not looked at, but
/// for its nesting.
llvm::Expected<std::vector<Slice>> cut(llvm::StringRef text, char open,
                                       const llvm::Twine &where);

} // namespace memopt

#endif // MEMOPT_LIB_MODEL_JSONSLICES_H
