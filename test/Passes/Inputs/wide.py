"""Prints the "wide" family as MLIR: BRANCHES times a matrix product of n x n and
the sum of its rows, and adds that join the sums pairwise. The products come
first, so that the input order keeps them all alive.

Usage: wide.py BRANCHES
"""

import sys

branches = int(sys.argv[1])
lines = ["func.func @wide(%a: tensor<64x64xf32>) -> tensor<64xf32> {"]
lines.append("  %zero = arith.constant dense<0.0> : tensor<64xf32>")
for i in range(branches):
    lines.append(
        f"  %m{i} = tosa.cast %a : (tensor<64x64xf32>) -> tensor<64x64xf32>")
for i in range(branches):
    lines.append(
        f"  %r{i} = tosa.reduce_sum %m{i} {{axis = 1 : i32}} : "
        "(tensor<64x64xf32>) -> tensor<64x1xf32>")
level = [f"%r{i}" for i in range(branches)]
count = 0
while len(level) > 1:
    joined = []
    for left, right in zip(level[::2], level[1::2]):
        name = f"%s{count}"
        count += 1
        lines.append(f"  {name} = arith.addf {left}, {right} : tensor<64x1xf32>")
        joined.append(name)
    if len(level) % 2:
        joined.append(level[-1])
    level = joined
lines.append(f"  %out = tensor.collapse_shape {level[0]} [[0, 1]] : "
             "tensor<64x1xf32> into tensor<64xf32>")
lines.append("  return %out : tensor<64xf32>")
lines.append("}")
print("\n".join(lines))
