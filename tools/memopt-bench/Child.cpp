//===- Child.cpp - Work in a process of its own ---------------------------===//

#include "Child.h"

#include "llvm/Support/raw_ostream.h"

#include <array>
#include <cerrno>
#include <sys/wait.h>
#include <unistd.h>

using namespace memopt;

/// What a child writes first.
static constexpr char kResult = 'R';
static constexpr char kError = 'E';

static llvm::Error systemError(const char *what) {
  return llvm::createStringError(
      std::error_code(errno, std::generic_category()), what);
}

static void writeAll(int file, llvm::StringRef bytes) {
  while (!bytes.empty()) {
    ssize_t count = write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return; // The parent notices that the bytes are missing.
    bytes = bytes.drop_front(static_cast<size_t>(count));
  }
}

static std::string readAll(int file) {
  std::string bytes;
  std::array<char, 4096> part;
  while (true) {
    ssize_t count = read(file, part.data(), part.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return bytes;
    bytes.append(part.data(), static_cast<size_t>(count));
  }
}

llvm::Expected<std::string> memopt::bench::runBytesInChild(
    llvm::StringRef what,
    llvm::function_ref<llvm::Expected<std::string>()> body) {
  std::array<int, 2> ends;
  if (pipe(ends.data()) != 0)
    return systemError("cannot make a pipe");
  pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return systemError("cannot start a process");
  }
  if (child == 0) {
    close(ends[0]);
    llvm::Expected<std::string> bytes = body();
    writeAll(ends[1], bytes ? kResult + *bytes
                            : kError + llvm::toString(bytes.takeError()));
    // Not exit(): what the parent has not yet written is not the child's.
    _exit(0);
  }
  close(ends[1]);
  std::string bytes = readAll(ends[0]);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status))
    return llvm::createStringError(what + " died of signal " +
                                   llvm::Twine(WTERMSIG(status)));
  if (bytes.empty())
    return llvm::createStringError(what + " ended early");
  if (bytes[0] == kError)
    return llvm::createStringError(bytes.substr(1));
  return bytes.substr(1);
}
