//===- PrintLifetimes.cpp - The --print-lifetimes pass --------------------===//
//
// Writes what IR/Lifetimes found, one paragraph for each allocation. Linear in
// the function.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Lifetimes.h"
#include "memopt/Passes/Passes.h"

#include "PassSetup.h"
#include "ProgramPlan.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/AsmState.h"
#include "llvm/Support/raw_ostream.h"

namespace memopt {

#define GEN_PASS_DEF_PRINTLIFETIMES
#include "memopt/Passes/Passes.h.inc"

} // namespace memopt

using namespace mlir;
using namespace memopt;

namespace {

/// Prints the lifetimes of one function.
class Printer {
public:
  Printer(const Storage &storage, llvm::raw_ostream &os)
      : function(storage.getFunction()), storage(storage), lifetimes(storage),
        names(function), os(os) {}
  void run();

private:
  void print(const Lifetime &lifetime);
  void name(Value value) { value.printAsOperand(os, names); }
  /// "'dialect.op' at N".
  void place(Operation *op) {
    os << '\'' << op->getName() << '\'';
    if (op->getParentRegion() != function->getParentRegion())
      os << " at " << lifetimes.stepsOf(op).begin;
  }
  void collectAliases();

  FunctionOpInterface function;
  const Storage &storage;
  Lifetimes lifetimes;
  AsmState names;
  llvm::raw_ostream &os;
  DenseMap<RootId, SmallVector<Value>> aliases;
};

struct PrintLifetimesPass
    : memopt::impl::PrintLifetimesBase<PrintLifetimesPass> {
  using PrintLifetimesBase::PrintLifetimesBase;

  bool canScheduleOn(RegisteredOperationName name) const override {
    return runsOnFunctionsIn(name);
  }

  void runOnOperation() override {
    markAllAnalysesPreserved();
    // In one piece, so that functions that run on other threads do not mix in.
    std::string text;
    llvm::raw_string_ostream os(text);
    ModelOptions options;
    options.assumeNoCapture.assign(assumeNoCapture.begin(),
                                   assumeNoCapture.end());
    std::unique_ptr<ProgramPlan> program =
        planProgram(getOperation(), options, /*scheduling=*/nullptr);
    if (!program)
      return signalPassFailure();
    for (const ProgramPlan::Entry &entry : program->entries)
      if (entry.plan)
        Printer(entry.plan->getStorage(), os).run();
    if (llvm::Error error =
            writeTo(output, [&](llvm::raw_ostream &out) { out << text; })) {
      getOperation()->emitError()
          << "print-lifetimes: " << llvm::toString(std::move(error));
      signalPassFailure();
    }
  }
};

} // namespace

void Printer::collectAliases() {
  auto add = [&](Value value) {
    for (RootId id : storage.rootsOf(value))
      if (storage.root(id).value != value)
        aliases[id].push_back(value);
  };
  for (Step step = 0; step < lifetimes.numSteps(); ++step) {
    Operation *op = lifetimes.opAt(step);
    llvm::for_each(op->getResults(), add);
    for (Region &region : op->getRegions())
      for (Block &block : region)
        llvm::for_each(block.getArguments(), add);
  }
  for (Block &block : function.getFunctionBody())
    llvm::for_each(block.getArguments(), add);
}

void Printer::print(const Lifetime &lifetime) {
  os << "  ";
  name(lifetime.value());
  os << " : " << lifetime.value().getType() << '\n';
  const StorageSize &size = storage.root(lifetime.root).size;
  os << "    bytes: ";
  if (size.bytes)
    os << *size.bytes << '\n';
  else
    os << "unknown, " << size.whyUnknown << '\n';
  os << "    live:";
  for (StepRange range : lifetime.live)
    os << " [" << range.begin << ", " << range.end << ')';
  if (lifetime.firstUse) {
    os << ", from ";
    place(lifetime.firstUse);
    os << " to ";
    place(lifetime.lastUse);
  }
  os << '\n';
  auto it = aliases.find(lifetime.root);
  if (it != aliases.end()) {
    os << "    aliases:";
    for (Value alias : it->second) {
      os << ' ';
      name(alias);
    }
    os << '\n';
  }
  os << "    freed by: ";
  llvm::interleaveComma(lifetime.deallocs, os,
                        [&](Operation *op) { place(op); });
  os << (lifetime.deallocs.empty() ? "nothing\n" : "\n");
  os << "    ends: ";
  switch (lifetime.end) {
  case LifetimeEnd::LastUse:
    os << "with its last use";
    break;
  case LifetimeEnd::Dealloc:
    os << "with its dealloc, as ";
    break;
  case LifetimeEnd::Unknown:
    os << "unknown, as ";
    break;
  }
  if (lifetime.stopper) {
    place(lifetime.stopper);
    os << ' ' << lifetime.reason;
  }
  os << '\n';
}

void Printer::run() {
  collectAliases();
  os << "lifetimes of @" << function.getName() << ", " << lifetimes.numSteps()
     << " steps\n";
  for (const Lifetime &lifetime : lifetimes.all())
    print(lifetime);
}
