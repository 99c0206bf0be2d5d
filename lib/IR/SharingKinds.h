//===- SharingKinds.h - Which allocations are of one kind -------*- C++ -*-===//

#ifndef MEMOPT_LIB_IR_SHARINGKINDS_H
#define MEMOPT_LIB_IR_SHARINGKINDS_H

#include "memopt/IR/Lifetimes.h"

#include <map>
#include <tuple>

namespace memopt {

/// Numbers the kinds of allocations: those of one kind could be one, if they
/// were not needed at the same time. Equal are the type, or with `byBytes` the
/// bytes and the memory space where a view can make up for the type; the sizes
/// of dynamic dimensions; heap or stack, and which allocation scope; freed or
/// not. Alignment is not part of it.
class SharingKinds {
public:
  SharingKinds(const Storage &storage, bool byBytes)
      : storage(storage), byBytes(byBytes) {}
  unsigned of(const Lifetime &lifetime);

private:
  unsigned sizeClassOf(mlir::Operation *alloc);
  unsigned representativeOf(mlir::Value size);

  const Storage &storage;
  bool byBytes;
  using Key = std::tuple<mlir::Type, mlir::Attribute, mlir::Operation *, Bytes,
                         unsigned, unsigned>;
  llvm::DenseMap<Key, unsigned> kinds;
  llvm::DenseMap<mlir::Value, unsigned> representatives;
  llvm::SmallVector<mlir::Value> distinctSizes;
  std::map<std::vector<unsigned>, unsigned> sizeClasses;
};

} // namespace memopt

#endif // MEMOPT_LIB_IR_SHARINGKINDS_H
