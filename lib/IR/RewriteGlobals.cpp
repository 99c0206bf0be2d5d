//===- RewriteGlobals.cpp - Globals in the order of their use -------------===//
//
// One-shot bufferization makes globals of constants, function by function, and
// picks among the functions that call none of the rest in an order that changes
// from run to run (MLIR 22.1.8): so do the order of the globals and the numbers
// in their names. Here both become those of their first use, and each use is
// checked to mean the same global as before. Linear in the ops.
//
//===----------------------------------------------------------------------===//

#include "memopt/IR/Rewrite.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace memopt {

static SmallVector<ModuleOp> modulesOf(ModuleOp root) {
  SmallVector<ModuleOp> modules;
  root.walk<WalkOrder::PreOrder>(
      [&](ModuleOp module) { modules.push_back(module); });
  return modules;
}

GlobalNames globalNamesOf(ModuleOp root) {
  GlobalNames names;
  for (ModuleOp module : modulesOf(root)) {
    names.emplace_back();
    for (auto global : module.getOps<memref::GlobalOp>())
      names.back().insert(global.getSymName());
  }
  return names;
}

/// Calls `action` for each use of a global by an op of `module` itself, not of
/// a symbol table in it.
static void forEachUse(ModuleOp module,
                       llvm::function_ref<void(memref::GetGlobalOp)> action) {
  module.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (op != module && op->hasTrait<OpTrait::SymbolTable>())
      return WalkResult::skip();
    if (auto use = dyn_cast<memref::GetGlobalOp>(op))
      action(use);
    return WalkResult::advance();
  });
}

/// Without the number that tells it from others of that name.
static StringRef baseOf(StringRef name) {
  StringRef base = name.rtrim("0123456789");
  return base.size() < name.size() && base.consume_back("_") ? base : name;
}

/// The global that each use in `module` means, in the order of a walk; null for
/// one that is not there.
static SmallVector<Operation *> globalsOfUses(ModuleOp module) {
  SymbolTable symbols(module);
  SmallVector<Operation *> globals;
  forEachUse(module, [&](memref::GetGlobalOp use) {
    globals.push_back(symbols.lookup(use.getNameAttr().getAttr()));
  });
  return globals;
}

/// Names and sorts the globals of `module` that are not in `before`.
static void nameNewGlobals(ModuleOp module, const llvm::StringSet<> &before) {
  auto isNew = [&](memref::GlobalOp global) {
    return global.isPrivate() && !before.contains(global.getSymName());
  };
  llvm::DenseMap<StringAttr, memref::GlobalOp> made;
  for (auto global : module.getOps<memref::GlobalOp>())
    if (isNew(global))
      made[global.getSymNameAttr()] = global;
  llvm::SmallMapVector<StringAttr, memref::GlobalOp, 8> used;
  forEachUse(module, [&](memref::GetGlobalOp use) {
    auto it = made.find(use.getNameAttr().getAttr());
    if (it != made.end())
      used.insert(*it);
  });
  // By whatever op; nothing if one is not known to have no uses in it.
  llvm::DenseSet<StringAttr> named;
  std::optional<SymbolTable::UseRange> uses =
      SymbolTable::getSymbolUses(module);
  if (uses)
    for (SymbolTable::SymbolUse use : *uses)
      named.insert(use.getSymbolRef().getRootReference());
  llvm::StringSet<> taken;
  for (Operation &op : llvm::make_early_inc_range(*module.getBody())) {
    auto name = op.getAttrOfType<StringAttr>(SymbolTable::getSymbolAttrName());
    if (!name || used.contains(name))
      continue;
    // What folding has left over has no use to tell its place.
    if (made.contains(name) && uses && !named.contains(name))
      op.erase();
    else
      taken.insert(name.getValue());
  }
  llvm::DenseMap<StringAttr, StringAttr> renamed;
  llvm::StringMap<unsigned> numberOf;
  Operation *last = nullptr;
  for (auto [name, global] : used) {
    StringRef base = baseOf(name);
    std::string wanted = base.str();
    while (!taken.insert(wanted).second)
      wanted = (base + "_" + Twine(numberOf[base]++)).str();
    renamed[name] = StringAttr::get(module.getContext(), wanted);
    global.setSymNameAttr(renamed[name]);
    if (last)
      global->moveAfter(last);
    else
      global->moveBefore(&module.getBody()->front());
    last = global;
  }
  forEachUse(module, [&](memref::GetGlobalOp use) {
    auto it = renamed.find(use.getNameAttr().getAttr());
    if (it != renamed.end())
      use.setNameAttr(FlatSymbolRefAttr::get(it->second));
  });
}

LogicalResult nameNewGlobals(ModuleOp root, const GlobalNames &before) {
  SmallVector<ModuleOp> modules = modulesOf(root);
  // One that came or went leaves nothing to compare with.
  if (modules.size() != before.size())
    return success();
  for (auto [module, names] : llvm::zip_equal(modules, before)) {
    SmallVector<Operation *> meant = globalsOfUses(module);
    nameNewGlobals(module, names);
    if (globalsOfUses(module) != meant)
      return module.emitError(
          "memopt named globals in a way that changes what is used, so nothing "
          "was changed; please report this");
  }
  return success();
}

} // namespace memopt
