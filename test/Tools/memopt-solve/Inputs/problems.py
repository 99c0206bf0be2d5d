"""Prints a scheduling problem as JSON, for tests that need a big or a hard one.

Usage: problems.py FAMILY N

chain        each node reads the one before
loose        no node reads any other
fan-in       one node reads N values
fan-out      N nodes read one value
cycle        a chain whose last value the first node reads
wide-after   one node comes after N nodes that have no values
random       a node reads one or two of the last hundred values
reversed     random, with the list of nodes turned round: an invalid order
wiring       irregular: a node reads the two before, or any two
near-limit   two values whose sizes add up to 2^63 - N, read by one node
"""

import random
import sys


def node(identifier, inputs, size, more=""):
    reads = ",".join(map(str, inputs))
    return (f'{{"id":{identifier},"inputs":[{reads}],'
            f'"outputs":[{{"id":{identifier},"bytes":{size}}}]{more}}}')


def nodes(family, count):
    chance = random.Random(0)
    if family == "chain":
        for i in range(count):
            yield node(i, [i - 1] if i else [], 8 + i % 3)
    elif family == "cycle":
        for i in range(count):
            yield node(i, [(i - 1) % count], 8)
    elif family == "loose":
        for i in range(count):
            yield node(i, [], 1 + i % 7)
    elif family == "fan-in":
        for i in range(count):
            yield node(i, [], 1 + i % 5)
        yield node(count, range(count), 1)
    elif family == "fan-out":
        yield node(0, [], 100)
        for i in range(1, count + 1):
            yield node(i, [0], i % 3)
    elif family == "wide-after":
        for i in range(count):
            yield f'{{"id":{i}}}'
        before = ",".join(map(str, range(count)))
        yield f'{{"id":{count},"after":[{before}]}}'
    elif family in ("random", "reversed"):
        order = range(count)
        for i in order if family == "random" else reversed(order):
            chance.seed(i)
            reads = {i - 1 - chance.randrange(min(i, 100))
                     for _ in range(1 + i % 2)} if i else []
            yield node(i, sorted(reads), 1 + chance.randrange(1000))
    elif family == "wiring":
        for i in range(count):
            reads = {chance.randrange(i) if chance.random() < 0.6 else i - back
                     for back in (1, 2) if i >= back}
            yield node(i, sorted(reads), 1 + chance.randrange(9))
    elif family == "near-limit":
        yield node(0, [], 2**62)
        yield node(1, [], 2**62 - count)
        yield node(2, [0, 1], 0)
    else:
        sys.exit(f"problems.py: no family '{family}'")


def main():
    family, count = sys.argv[1], int(sys.argv[2])
    out = sys.stdout
    out.write('{"nodes":[')
    separator = ""
    for text in nodes(family, count):
        out.write(separator + "\n" + text)
        separator = ","
    out.write("]}\n")


main()
