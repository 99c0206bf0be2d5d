//===- Sink.cpp - Where reports go ----------------------------------------===//

#include "Sink.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

#include <tuple>

namespace memopt {

llvm::Error writeTo(llvm::StringRef output,
                    llvm::function_ref<void(llvm::raw_ostream &)> write) {
  if (output.empty() || output == "-") {
    llvm::raw_ostream &os = output.empty() ? llvm::errs() : llvm::outs();
    write(os);
    os.flush();
    return llvm::Error::success();
  }
  // In one piece, so that no reader ever sees half a report.
  return llvm::writeToOutput(output, [&](llvm::raw_ostream &os) {
    write(os);
    return llvm::Error::success();
  });
}

llvm::Error checkOutput(llvm::StringRef output) {
  if (output.empty() || output == "-" || output == "/dev/null")
    return llvm::Error::success();
  if (llvm::sys::fs::is_directory(output))
    return llvm::createFileError(
        output, std::make_error_code(std::errc::is_a_directory));
  // Beside the file, as llvm::writeToOutput does.
  llvm::Expected<llvm::sys::fs::TempFile> file =
      llvm::sys::fs::TempFile::create(output + ".temp-stream-%%%%%%");
  if (!file)
    return llvm::createFileError(output, file.takeError());
  return file->discard();
}

void Sink::add(FunctionFacts facts, Writer writer) {
  std::lock_guard<std::mutex> lock(mutex);
  collected.push_back(std::move(facts));
  lastWriter = std::move(writer);
}

Sink::~Sink() {
  if (collected.empty())
    return;
  llvm::sort(collected, [](const FunctionFacts &a, const FunctionFacts &b) {
    return std::tie(a.name, a.location) < std::tie(b.name, b.location);
  });
  if (llvm::Error error = lastWriter(collected))
    llvm::WithColor::error(llvm::errs(), "memopt")
        << llvm::toString(std::move(error)) << '\n';
}

} // namespace memopt
