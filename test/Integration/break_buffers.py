"""Wrong "transformations" of buffers, for the test of fuzz_sharing.py.

  break_buffers.py IN OUT HOW

HOW is what is done in each function that has a place for it, on the outermost
level of its body:

  early-free   a buffer is freed before its last use
  merge        two buffers that are live together become one
  leak         a buffer is not freed
  double-free  a buffer is freed twice
  foreign-free stack storage is freed
  unwritten    a buffer is no longer filled before it is read
  rise         a buffer more is live throughout
  early-poison of what --plan-arena=poison-dead made, the fills come one op too
               early: as if lifetimes ended before their last use
  overlap      of what --plan-arena made, all buffers are at offset 0

Works on the text that mlir-opt prints, one op a line at an indent of four.
Fails if no function has a place.
"""

import pathlib
import re
import sys

ALLOC = re.compile(r"    (%\w+) = memref\.alloc\(\).* : (memref<.*>)$")
DEALLOC = re.compile(r"    memref\.dealloc (%\w+) : .*$")


def mentions(line, name):
    return re.search(re.escape(name) + r"(?![\w#])", line)


def allocs(lines):
    """(line, name, type) of each allocation on the outermost level."""
    return [(at, *match.groups()) for at, line in enumerate(lines)
            if (match := ALLOC.fullmatch(line))]


def dealloc_of(lines, name):
    return next((at for at, line in enumerate(lines)
                 if (match := DEALLOC.fullmatch(line))
                 and match.group(1) == name), None)


def early_free(lines):
    for start, name, _ in allocs(lines):
        free = dealloc_of(lines, name)
        uses = [at for at in range(start + 1, free or 0)
                if mentions(lines[at], name)]
        # The first use writes.
        if len(uses) > 1 and lines[uses[-1]][4] != " ":
            last = uses[-1]
            return (lines[:last] + [lines[free]] + lines[last:free]
                    + lines[free + 1:])
    return None


def merge(lines):
    found = allocs(lines)
    for first, name, kind in found:
        free = dealloc_of(lines, name)
        for second, other, same in found:
            gone = dealloc_of(lines, other)
            if not (first < second < (free or 0) and gone and kind == same):
                continue
            written = next(at for at in range(second + 1, len(lines))
                           if mentions(lines[at], other))
            if not any(mentions(lines[at], name)
                       for at in range(written + 1, free)):
                continue
            last = max(free, gone)
            kept = [line for at, line in enumerate(lines)
                    if at not in (second, free, gone)]
            # Freed where the later of the two was.
            kept.insert(last - 2, f"    memref.dealloc {name} : {kind}")
            return [re.sub(re.escape(other) + r"(?![\w#])", name, line)
                    for line in kept]
    return None


def leak(lines):
    for at, line in enumerate(lines):
        if DEALLOC.fullmatch(line):
            return lines[:at] + lines[at + 1:]
    return None


def double_free(lines):
    for at, line in enumerate(lines):
        if DEALLOC.fullmatch(line):
            return lines[:at + 1] + [line] + lines[at + 1:]
    return None


def foreign_free(lines):
    for at, line in enumerate(lines):
        if DEALLOC.fullmatch(line):
            return [*lines[:at], "    %stack = memref.alloca() : memref<i64>",
                    "    memref.dealloc %stack : memref<i64>", *lines[at:]]
    return None


def unwritten(lines):
    for start, name, _ in allocs(lines):
        at = next((at for at in range(start + 1, len(lines))
                   if mentions(lines[at], name)), start)
        if lines[at].startswith("    linalg.fill"):
            return lines[:at] + lines[at + 1:]
    return None


def rise(lines):
    for at, line in enumerate(lines):
        if line.startswith("    return"):
            return [lines[0], "    %more = memref.alloc() : memref<1000xi64>",
                    *lines[1:at],
                    "    memref.dealloc %more : memref<1000xi64>", *lines[at:]]
    return None


def early_poison(lines):
    changed, result = False, []
    for line in lines:
        result.append(line)
        if not re.match(r"    linalg\.fill ins\(%c-91_i8", line):
            continue
        # The offset, the view and the value come right before.
        group, result = result[-4:], result[:-4]
        if re.match(r"    (linalg|memref\.(copy|store)|%\w+ = memref\.load)",
                    result[-1]) and "%c-91_i8" not in result[-1]:
            group.append(result.pop())
            changed = True
        result += group
    return result if changed else None


def overlap(lines):
    result = list(lines)
    for at, line in enumerate(lines[1:], 1):
        if re.search(r"= memref\.view %alloc\w*\[", line):
            result[at - 1] = re.sub(r"arith\.constant \d+ : index",
                                    "arith.constant 0 : index", lines[at - 1])
    return result if result != lines else None


def main():
    source, target, how = sys.argv[1:]
    change = {"early-free": early_free, "merge": merge, "leak": leak,
              "double-free": double_free, "foreign-free": foreign_free,
              "unwritten": unwritten, "rise": rise,
              "early-poison": early_poison, "overlap": overlap}[how]
    parts = re.split(r"(?m)^(?=  func\.func )",
                     pathlib.Path(source).read_text())
    changed = 0
    for number, part in enumerate(parts):
        if not part.startswith("  func.func @seed_"):
            continue
        lines = change(part.split("\n"))
        if lines:
            parts[number] = "\n".join(lines)
            changed += 1
    if not changed:
        sys.exit(f"break_buffers.py: no place for {how} in {source}")
    pathlib.Path(target).write_text("".join(parts))
    print(f"{how}: {changed} functions")


if __name__ == "__main__":
    main()
