//===- Graph.cpp - The ops and buffers of one block -----------------------===//

#include "memopt/Model/Graph.h"

#include "llvm/ADT/STLExtras.h"

using namespace memopt;

/// Inserts `value` into the increasing list `list`. Returns false if it was
/// there. Lists are built in order, so that the end is the usual place.
template <typename List> static bool insertSorted(List &list, OpId value) {
  if (list.empty() || list.back() < value) {
    list.push_back(value);
    return true;
  }
  auto *place = llvm::lower_bound(list, value);
  if (place != list.end() && *place == value)
    return false;
  list.insert(place, value);
  return true;
}

OpId Graph::addOp(Bytes workspace) {
  OpId id = numOps();
  Op &op = ops.emplace_back();
  op.workspace = workspace;
  op.externalId = id;
  return id;
}

BufferId Graph::addBuffer(Bytes bytes, OpId producer, bool liveOut) {
  BufferId id = numBuffers();
  Buffer &buffer = buffers.emplace_back();
  buffer.bytes = bytes;
  buffer.producer = producer;
  buffer.liveOut = liveOut;
  buffer.externalId = id;
  if (producer != kNoOp)
    ops[producer].outputs.push_back(id);
  return id;
}

void Graph::addRead(OpId op, BufferId buffer) {
  if (buffers[buffer].producer == op)
    return;
  if (insertSorted(buffers[buffer].readers, op))
    ops[op].inputs.push_back(buffer);
}

void Graph::addAfter(OpId op, OpId before) {
  insertSorted(ops[op].after, before);
}
