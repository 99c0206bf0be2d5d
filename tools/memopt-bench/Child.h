//===- Child.h - Work in a process of its own -------------------*- C++ -*-===//
//
// Each scheduler runs in a forked child, so that the memory it is charged with
// is its own, and so that a crash loses one figure and not the table.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_CHILD_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_CHILD_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstring>
#include <string>
#include <type_traits>

namespace memopt::bench {

/// Runs `body` in a forked child and returns what it returned, or its error;
/// the child's death is an error too, which calls it `what`.
llvm::Expected<std::string>
runBytesInChild(llvm::StringRef what,
                llvm::function_ref<llvm::Expected<std::string>()> body);

/// The same for a result that is plain bytes.
template <typename Result>
llvm::Expected<Result>
runInChild(llvm::StringRef what,
           llvm::function_ref<llvm::Expected<Result>()> body) {
  static_assert(std::is_trivially_copyable_v<Result>);
  llvm::Expected<std::string> bytes =
      runBytesInChild(what, [&]() -> llvm::Expected<std::string> {
        llvm::Expected<Result> result = body();
        if (!result)
          return result.takeError();
        return std::string(reinterpret_cast<const char *>(&*result),
                           sizeof(Result));
      });
  if (!bytes)
    return bytes.takeError();
  if (bytes->size() != sizeof(Result))
    return llvm::createStringError(what + " ended early");
  Result result;
  std::memcpy(&result, bytes->data(), sizeof(Result));
  return result;
}

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_CHILD_H
