//===- GraphSource.cpp - Where graphs come from ---------------------------===//

#include "GraphSource.h"

#include "memopt/Model/Text.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace memopt;
using namespace memopt::bench;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Error inFile(llvm::StringRef file, const llvm::Twine &message) {
  return llvm::createStringError(file + ": " + message);
}

static llvm::Expected<Graph> readFile(llvm::StringRef file) {
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (std::error_code code = buffer.getError())
    return llvm::createStringError(code.message());
  return readGraph((*buffer)->getBuffer());
}

static llvm::Expected<std::vector<std::string>>
problemFiles(llvm::StringRef folder) {
  std::vector<std::string> files;
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; it != end && !code;
       it.increment(code))
    if (path::extension(it->path()) == ".json")
      files.push_back(it->path());
  if (code)
    return inFile(folder, code.message());
  if (files.empty())
    return inFile(folder, "no problem files (*.json) in this folder");
  llvm::sort(files);
  return files;
}

llvm::Expected<std::vector<GraphSource>>
memopt::bench::graphsFromFiles(llvm::ArrayRef<std::string> paths) {
  std::vector<std::string> files;
  for (const std::string &name : paths) {
    fs::file_status status;
    if (std::error_code code = fs::status(name, status))
      return inFile(name, code.message());
    if (!fs::is_directory(status)) {
      files.push_back(name);
      continue;
    }
    llvm::Expected<std::vector<std::string>> inside = problemFiles(name);
    if (!inside)
      return inside.takeError();
    llvm::append_range(files, *inside);
  }
  std::vector<GraphSource> sources;
  sources.reserve(files.size());
  for (const std::string &file : files)
    sources.push_back(
        {path::stem(file).str(), file, [file] { return readFile(file); }});
  return sources;
}

llvm::Error memopt::bench::writeGraphs(llvm::ArrayRef<GraphSource> sources,
                                       llvm::StringRef folder) {
  if (std::error_code code = fs::create_directories(folder))
    return inFile(folder, code.message());
  for (const GraphSource &source : sources) {
    llvm::Expected<Graph> graph = source.make();
    if (!graph)
      return inFile(source.origin, llvm::toString(graph.takeError()));
    graph->name = source.name;
    llvm::SmallString<128> file(folder);
    path::append(file, source.name + ".json");
    std::error_code code;
    llvm::raw_fd_ostream os(file, code, fs::OF_Text);
    if (!code) {
      writeGraph(*graph, os);
      os.close();
      code = os.error();
      os.clear_error();
    }
    if (code)
      return inFile(file, code.message());
  }
  return llvm::Error::success();
}
