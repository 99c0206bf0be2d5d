//===- Files.cpp - Problem files to measure -------------------------------===//

#include "Files.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace memopt;
namespace fs = llvm::sys::fs;

llvm::Error memopt::bench::inFile(llvm::StringRef file,
                                  const llvm::Twine &message) {
  return llvm::createStringError(file + ": " + message);
}

static llvm::Expected<std::vector<std::string>>
filesInside(llvm::StringRef folder, llvm::StringRef extension) {
  std::vector<std::string> files;
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; it != end && !code;
       it.increment(code))
    if (llvm::sys::path::extension(it->path()) == extension)
      files.push_back(it->path());
  if (code)
    return bench::inFile(folder, code.message());
  if (files.empty())
    return bench::inFile(folder, "no problem files (*" + extension +
                                     ") in this folder");
  llvm::sort(files);
  return files;
}

llvm::Expected<std::vector<std::string>>
memopt::bench::listFiles(llvm::ArrayRef<std::string> paths,
                         llvm::StringRef extension) {
  std::vector<std::string> files;
  for (const std::string &name : paths) {
    fs::file_status status;
    if (std::error_code code = fs::status(name, status))
      return inFile(name, code.message());
    if (!fs::is_directory(status)) {
      files.push_back(name);
      continue;
    }
    llvm::Expected<std::vector<std::string>> inside =
        filesInside(name, extension);
    if (!inside)
      return inside.takeError();
    llvm::append_range(files, *inside);
  }
  return files;
}
