//===- Storage.h - Which values live in which storage -----------*- C++ -*-===//
//
// Every tensor or memref value of a function lives in one or more *roots*:
// pieces of storage named by the value that brings them into being. A view, a
// cast or a reshape lives in its source's roots, an `arith.select` in those of
// both its arms, the result of an `scf.if` in whatever its branches yield:
//
//   %a = memref.alloc            root %a
//   %v = memref.subview %a       {%a}
//   %s = arith.select %c, %v, %b {%a, %b}
//
// Flow-insensitive: the sets say what may be, on any path. A fixpoint over the
// ops of the function; two passes unless aliases travel around loops.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_IR_STORAGE_H
#define MEMOPT_IR_STORAGE_H

#include "memopt/IR/ModelOptions.h"
#include "memopt/IR/Sizes.h"
#include "memopt/IR/Summaries.h"

#include "mlir/Dialect/Bufferization/IR/BufferizableOpInterface.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/IR/Value.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"

#include <limits>
#include <vector>

namespace memopt {

using RootId = unsigned;

/// Stands for storage that no value of the function names.
inline constexpr RootId kNoRoot = std::numeric_limits<RootId>::max();

/// Who owns a piece of storage.
enum class RootKind {
  /// Made by the op that defines the root's value.
  Local,
  /// Handed to a region by its op, such as the iter_args of a loop. The root's
  /// value is the block argument.
  Carried,
  /// Owned by the function's caller.
  Argument,
  /// Static data: constants and globals.
  Static,
  /// Storage that this function cannot see the origin of.
  External,
};

/// A piece of storage.
struct Root {
  RootKind kind;
  /// The value that brings the storage into being; null for External.
  mlir::Value value;
  StorageSize size;
  /// Some op may keep a pointer to it, so code that does not mention it may
  /// still reach it.
  bool escapes = false;
  /// The first such op, in flow order; null if there is none.
  mlir::Operation *keeper = nullptr;
  /// Some op frees it explicitly.
  bool freed = false;
  /// Somebody may keep a pointer to it, to use it or free it later where
  /// nothing shows it.
  bool kept = false;
  /// It is kept and not surely freed, so it lives on after the function.
  bool lingers = false;
  /// Reached both as a tensor and as a memref, so the order of tensor ops
  /// matters to it.
  bool mixed = false;
  /// The number of the region that the value belongs to (see regionNumbers).
  unsigned regionNumber = std::numeric_limits<unsigned>::max();

  /// True if it costs bytes in the region that it belongs to.
  bool isCounted() const {
    return kind == RootKind::Local || kind == RootKind::Carried;
  }
  /// True if it costs bytes, nobody knows how many.
  bool isOfUnknownSize() const { return isCounted() && !size.bytes; }
};

/// The storage of all values of one function.
class Storage {
public:
  Storage(mlir::FunctionOpInterface function, const ModelOptions &options,
          const Summaries *summaries, mlir::SymbolTableCollection &symbols);

  /// The roots that `value` may live in, in increasing order; none for values
  /// that need no storage.
  llvm::ArrayRef<RootId> rootsOf(mlir::Value value) const;
  const Root &root(RootId id) const { return roots[id]; }
  RootId numRoots() const { return static_cast<RootId>(roots.size()); }
  /// The root that `value` itself brings into being, if it does.
  std::optional<RootId> ownRoot(mlir::Value value) const;

  /// True for an op that stands for no storage and has no effect of its own: a
  /// `tensor.empty` whose every use is as a destination (storage begins at the
  /// op that first writes it), or a constant. Such ops may be placed anywhere
  /// before their users.
  bool isFloating(mlir::Operation *op) const;

  /// The operand whose storage `result` may take over if that storage dies at
  /// the op, or null: the init of a destination-passing op or of a loop, or an
  /// elementwise input that was written to the same `tensor.empty` as is the
  /// result's init (see sharedEmptyUse).
  mlir::OpOperand *takeOverCandidate(mlir::OpResult result) const;

  /// The use of a `tensor.empty` without storage with which the storage of
  /// `operand` began: as the init of the op that makes the operand, or of one
  /// that this op works in place on. Null if it began otherwise.
  mlir::OpOperand *sharedEmptyUse(mlir::OpOperand &operand) const;

  /// The roots whose bytes are there because `value` is: those that it may live
  /// in, but for a memref that a CFG passes on and makes anew in a cycle. Such
  /// a block argument holds an older instance while the next one is made, so it
  /// has a root of its own, of kind Carried, which only this function returns;
  /// what comes from outside of the CFG's region it may be besides.
  llvm::ArrayRef<RootId> rootsHeldBy(mlir::Value value) const;

  /// The roots, in increasing order, that are held by the operands of `op`, or
  /// by those of ops nested in it as long as the root comes from outside `op`.
  llvm::SmallVector<RootId> touchedRoots(mlir::Operation *op) const;

  /// The operands that `result` is a view of, or one of; none if it is no view.
  llvm::SmallVector<mlir::Value> viewedValues(mlir::OpResult result) const;

  /// True when the storage of `id` comes into being inside a region of `op`.
  bool isMadeInside(RootId id, mlir::Operation *op) const;

  /// Bytes that the regions of `op`, or its callee, make and that linger when
  /// the op is done, but for those that its results stand for.
  Bytes bytesLeftBy(mlir::Operation *op) const { return leftBy.lookup(op); }
  /// Bytes that are made in `region` and linger when it is left.
  Bytes bytesLeftIn(mlir::Region *region) const {
    return leftIn.lookup(region);
  }
  /// True if some op frees the storage of `id` on every path.
  bool isSurelyFreed(RootId id) const { return surelyFreed.contains(id); }

  const Sizes &sizes() const { return typeSizes; }
  const ModelOptions &modelOptions() const { return options; }
  mlir::FunctionOpInterface getFunction() const { return function; }

  /// What is known of the callee of `call`, or null.
  const FunctionSummary *summaryOf(mlir::CallOpInterface call) const;

  /// True if the callee of `call` is known to be outside of the program: a
  /// declaration. False where other functions must not be looked at.
  bool callsDeclaration(mlir::CallOpInterface call) const;

private:
  // Storage.cpp
  void numberRegions(mlir::Region &region, unsigned &counter);
  RootId makeRoot(mlir::Value value, RootKind kind);
  RootId externalRoot();
  bool add(mlir::Value value, llvm::ArrayRef<RootId> ids);
  bool isMadeIn(RootId id, mlir::Region *region) const;
  llvm::SmallVector<RootId> madeElsewhere(llvm::ArrayRef<RootId> ids,
                                          mlir::Region *region) const;

  // Aliases.cpp. Each visit returns whether a set grew.
  void findAliases();
  bool visit(mlir::Operation *op);
  bool visitRegionFlow(mlir::Operation *op);
  bool visitBranch(mlir::BranchOpInterface branch);
  bool visitResult(mlir::OpResult result);
  bool visitCallResult(mlir::CallOpInterface call, mlir::OpResult result);
  bool addForeign(mlir::OpResult result, mlir::ValueRange operands);
  bool makeOwn(mlir::Value value, RootKind kind);

  // HeldStorage.cpp
  StorageSize largestOf(llvm::ArrayRef<RootId> ids) const;
  void sizeHandedMemRefs();
  void findHeldRoots();

  // Escapes.cpp
  void markRoots();
  void spreadMarks();

  // LingeringStorage.cpp
  void findSurelyFreed();
  void findLingering();
  void leaveRegions(mlir::Operation *op);
  Bytes handOver(mlir::Region &region);
  void linger(RootId id);

  // InPlace.cpp
  bool onlyUsedAsDestination(mlir::Value value) const;
  bool mayTakeOver(mlir::OpResult result, mlir::OpOperand &init,
                   RootId id) const;

  mlir::FunctionOpInterface function;
  const ModelOptions &options;
  const Summaries *summaries;
  mlir::SymbolTableCollection &symbols;
  Sizes typeSizes;
  mlir::bufferization::BufferizationOptions bufferizationOptions;
  mlir::bufferization::AnalysisState analysisState;
  std::vector<Root> roots;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<RootId, 1>> valueRoots;
  llvm::DenseMap<mlir::Value, RootId> ownRoots;
  /// The memrefs with storage of their own that a region op hands from one side
  /// of a region to the other.
  llvm::SetVector<mlir::Value> handedMemRefs;
  /// The memrefs of blocks that may be older instances of what a cycle makes,
  /// and what all values hold then. Empty if there are none.
  llvm::SetVector<mlir::BlockArgument> olderInstances;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<RootId, 1>> heldRoots;
  llvm::DenseSet<mlir::Operation *> floatingEmpties;
  /// All ops, nested ones included, definitions before uses on straight paths.
  std::vector<mlir::Operation *> opsInFlowOrder;
  /// Numbers of the regions, and for each op that has some the range of numbers
  /// of those inside it.
  llvm::DenseMap<mlir::Region *, unsigned> regionNumbers;
  llvm::DenseMap<mlir::Operation *, std::pair<unsigned, unsigned>> regionRanges;
  std::optional<RootId> external;
  llvm::DenseSet<RootId> surelyFreed;
  llvm::DenseMap<mlir::Operation *, Bytes> leftBy;
  llvm::DenseMap<mlir::Region *, Bytes> leftIn;
};

/// True if one region of `op` may run after another one.
bool regionsFollowEachOther(mlir::Operation *op);

/// True for ops whose regions this analysis does not enter: nested functions
/// and symbol tables, which are analysed on their own.
bool isNestedFunctionOrModule(mlir::Operation *op);

/// The op that ends `block`, or null where a block need not have one.
mlir::Operation *terminatorOf(mlir::Block &block);

/// True for constants: ops that stand for static data.
bool isConstantData(mlir::Operation *op, const ModelOptions &options);

} // namespace memopt

#endif // MEMOPT_IR_STORAGE_H
