//===- GraphSource.cpp - Where graphs come from ---------------------------===//

#include "GraphSource.h"

#include "Files.h"

#include "memopt/Model/Text.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace memopt;
using namespace memopt::bench;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Expected<Graph> readFile(llvm::StringRef file) {
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (std::error_code code = buffer.getError())
    return llvm::createStringError(code.message());
  return readGraph((*buffer)->getBuffer());
}

llvm::Expected<std::vector<GraphSource>>
memopt::bench::graphsFromFiles(llvm::ArrayRef<std::string> paths) {
  llvm::Expected<std::vector<std::string>> files = listFiles(paths, ".json");
  if (!files)
    return files.takeError();
  std::vector<GraphSource> sources;
  sources.reserve(files->size());
  for (const std::string &file : *files)
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
