"""Counts, without memopt, how many buffers straight-line code needs.

  count_overlap.py BEFORE AFTER

For each function, both as mlir-opt prints them: of each type, the most
allocations of BEFORE whose content is needed at the same time, which is the
least number of buffers that can hold them; AFTER must have that many
allocations. An allocation is needed from the first op that names it, or a view
of it, to the last, deallocations apart; ops that share a line of time are the
ops of the function's own block. Allocations that are returned are left out, as
they stay what they are. In place is not known here: compare with
`in-place=false`.

Fails with the function, the type and both numbers. Used by fuzz_sharing.py.
"""

import collections
import pathlib
import re
import sys

ALLOC = re.compile(r"    (%\w+) = memref\.alloc\(.*: (memref<.*>)$")
VIEW = re.compile(
    r"    (%\w+) = (?:memref\.(?:subview|cast|reinterpret_cast|collapse_shape|"
    r"expand_shape|transpose|view)|arith\.select) (.*)$")
NAME = re.compile(r"%\w+")


def functions(text):
    """The lines of each function's body, by name."""
    parts = re.split(r"(?m)^  func\.func ", text)[1:]
    found = {}
    for part in parts:
        name = re.match(r"(?:private )?@(\w+)", part).group(1)
        found[name] = part.split("\n}")[0].split("\n")[1:]
    return found


def allocations(lines):
    """Number of allocations that are used, by type."""
    return collections.Counter(kind for kind, _, _ in lifetimes(lines))


def lifetimes(lines):
    """(type, first, last) of each allocation that an op uses."""
    types, roots = {}, {}
    uses = collections.defaultdict(list)
    step = 0
    for line in lines:
        # What is deeper belongs to the op above.
        step += not line.startswith("     ")
        if match := ALLOC.match(line):
            types[match.group(1)] = match.group(2)
            roots[match.group(1)] = {match.group(1)}
            continue
        if line.startswith("    memref.dealloc"):
            continue
        named = set().union(*(roots.get(name, ()) for name in
                              NAME.findall(line)))
        if match := VIEW.match(line):
            roots[match.group(1)] = named
            continue
        if line.startswith("    return"):
            # The caller's: it holds nothing else.
            for name in named:
                uses.pop(name, None)
            continue
        for name in named:
            uses[name].append(step)
    return [(types[name], min(steps), max(steps))
            for name, steps in uses.items()]


def overlap(lines):
    """The most lifetimes at a time, by type."""
    events = collections.defaultdict(collections.Counter)
    for kind, first, last in lifetimes(lines):
        events[kind][first] += 1
        events[kind][last + 1] -= 1
    most = collections.Counter()
    for kind, changes in events.items():
        live = 0
        for step in sorted(changes):
            live += changes[step]
            most[kind] = max(most[kind], live)
    return most


def faults(before, after):
    """What does not agree, by function; and the allocations of both."""
    wrong, total = {}, [0, 0]
    now = functions(after)
    for name, lines in functions(before).items():
        least, have = overlap(lines), allocations(now.get(name, []))
        total[0] += sum(allocations(lines).values())
        total[1] += sum(have.values())
        wrong[name] = [
            f"{have[kind]} buffers of {kind}, {least[kind]} are needed"
            for kind in sorted(least | have) if have[kind] != least[kind]]
    return {name: found for name, found in wrong.items() if found}, total


def main():
    before, after = (pathlib.Path(path).read_text() for path in sys.argv[1:])
    wrong, total = faults(before, after)
    for name, found in wrong.items():
        print(f"@{name}: {'; '.join(found)}")
    print(f"{total[0]} allocations before, {total[1]} after")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
