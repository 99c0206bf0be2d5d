//===- Files.h - Problem files to measure -----------------------*- C++ -*-===//

#ifndef MEMOPT_TOOLS_MEMOPT_BENCH_FILES_H
#define MEMOPT_TOOLS_MEMOPT_BENCH_FILES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace memopt::bench {

/// The files of `paths`, each a file or a folder of files (those with the
/// extension, ".json" say, by name, without those of folders inside). A path
/// that does not exist and a folder without such files are errors.
llvm::Expected<std::vector<std::string>>
listFiles(llvm::ArrayRef<std::string> paths, llvm::StringRef extension);

/// An error that begins with the name of the file.
llvm::Error inFile(llvm::StringRef file, const llvm::Twine &message);

} // namespace memopt::bench

#endif // MEMOPT_TOOLS_MEMOPT_BENCH_FILES_H
