"""Writes packing problems: packings.py FAMILY COUNT [SEED].

random    lifetimes of up to an eighth of the time, sizes from 1 to 2^20
training  activations from a layer's forward to its backward step, workspace,
          gradients, and gradients of weights that live to the end
nested    each lifetime within the one before: all are active at one time
rows      short lifetimes of equal size, one after the other
"""

import random
import sys

family, count = sys.argv[1], int(sys.argv[2])
draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)


def training():
    layers = (count + 5) // 6
    for layer in range(layers):
        activation = 64 * (4096 >> 8 * layer // layers) * draw.randint(1, 4)
        weight = 64 * (8 << 8 * layer // layers) * draw.randint(1, 6)
        forward, backward = 2 * layer, 4 * layers - 2 * layer - 2
        yield forward, backward + 2, activation
        yield forward + 1, backward + 1, activation // draw.randint(1, 4)
        yield forward, forward + 1, activation * draw.randint(1, 3) // 2
        yield backward, backward + draw.randint(1, 2), activation
        yield backward, min(4 * layers, backward + draw.randint(1, 6)), activation
        yield backward + 1, 4 * layers, weight


def spread():
    for _ in range(count):
        begin = draw.randrange(count)
        yield begin, begin + draw.randint(1, max(1, count // 8)), draw.randint(1, 2**20)


rows = {"random": spread, "training": training,
        "nested": lambda: ((i, 2 * count - i, 1 + i * 37 % 101) for i in range(count)),
        "rows": lambda: ((i, i + 3, 64) for i in range(count))}[family]()
print("id,lower,upper,size")
for index, (row, _) in enumerate(zip(rows, range(count))):
    print(index, *row, sep=",")
