//===- memopt-solve.cpp - Solves problems that come without IR ------------===//
//
// One command for each kind of problem; docs/problem-format.md describes their
// files and results.
//
//===----------------------------------------------------------------------===//

#include "Command.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdio>
#include <cstdlib>

using namespace memopt;
namespace cl = llvm::cl;

cl::OptionCategory memopt::solveCategory("memopt-solve options");

int memopt::fail(llvm::StringRef file, const llvm::Twine &message) {
  llvm::errs() << "memopt-solve: error: "
               << (file == "-" ? "<standard input>" : file) << ": " << message
               << '\n';
  return 1;
}

/// Ends the program with an error when there is no memory left for a problem.
/// Must not allocate.
[[noreturn]] static void failForWantOfMemory(void *, const char *, bool) {
  static constexpr char kMessage[] =
      "memopt-solve: error: out of memory: the problem is too large for this "
      "machine (reckon with 600 bytes for each node, besides the file)\n";
  std::fputs(kMessage, stderr);
  std::_Exit(1);
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  llvm::install_bad_alloc_error_handler(failForWantOfMemory);
  cl::HideUnrelatedOptions(solveCategory, scheduleCommand);
  cl::HideUnrelatedOptions(solveCategory, packCommand);
  cl::HideUnrelatedOptions(solveCategory);
  cl::ParseCommandLineOptions(
      argc, argv, "Solves memory scheduling problems given as files\n");
  if (scheduleCommand)
    return runSchedule();
  if (packCommand)
    return runPack();
  llvm::errs() << "memopt-solve: error: no command given; try 'memopt-solve "
                  "schedule GRAPH.json', 'memopt-solve pack FILE.csv' or "
                  "--help\n";
  return 1;
}
