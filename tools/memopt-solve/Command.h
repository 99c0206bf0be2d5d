//===- Command.h - What the commands of memopt-solve have in common -------===//

#ifndef MEMOPT_TOOLS_MEMOPT_SOLVE_COMMAND_H
#define MEMOPT_TOOLS_MEMOPT_SOLVE_COMMAND_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/CommandLine.h"

namespace memopt {

/// The options that --help shows.
extern llvm::cl::OptionCategory solveCategory;

/// One command for each kind of problem. `run` returns the exit code.
extern llvm::cl::SubCommand scheduleCommand;
int runSchedule();
extern llvm::cl::SubCommand packCommand;
int runPack();

/// Prints an error about `file` and returns the exit code 1.
int fail(llvm::StringRef file, const llvm::Twine &message);

} // namespace memopt

#endif // MEMOPT_TOOLS_MEMOPT_SOLVE_COMMAND_H
