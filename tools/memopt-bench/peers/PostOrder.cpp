//===- PostOrder.cpp - Depth-first orders ---------------------------------===//

#include "PostOrder.h"

using namespace memopt;

std::vector<OpId>
memopt::bench::postOrder(llvm::ArrayRef<OpId> roots,
                         llvm::ArrayRef<llvm::SmallVector<OpId, 4>> before) {
  struct Frame {
    OpId op;
    size_t next;
  };
  std::vector<Frame> stack;
  std::vector<bool> seen(before.size());
  std::vector<OpId> order;
  order.reserve(before.size());
  auto visit = [&](OpId op) {
    if (seen[op])
      return;
    seen[op] = true;
    stack.push_back({op, 0});
  };
  for (OpId root : roots) {
    visit(root);
    while (!stack.empty()) {
      Frame &frame = stack.back();
      if (frame.next < before[frame.op].size()) {
        visit(before[frame.op][frame.next++]);
        continue;
      }
      order.push_back(frame.op);
      stack.pop_back();
    }
  }
  return order;
}
