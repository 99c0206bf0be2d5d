"""The functions of test/Passes/share-*.mlir as programs to run.

Each file holds the functions for one trap of sharing. A function is called with
arguments made up from their names and types. What a comment before it says:

  // MERGED: %a %b      a wrong rewriting: %b lies in the storage of %a
  // EDITED: X => Y     a wrong rewriting: the text X, a regular expression
  // NOT MERGED: why    what is wrong has no valid IR, or does not show
  // NOT EXECUTED: why  it needs a device, say
"""

import re

from run_model import split_types, take_parenthesised

# Every function is called under each of these: conditions, trip counts, and
# indices. A trip count is a size too: then it is not zero.
TRIALS = ({"i1": 1, "n": 3, "i": 2, "j": 1}, {"i1": 0, "n": 0, "i": 1, "j": 2},
          {"i1": 1, "n": 1, "i": 0, "j": 3}, {"i1": 0, "n": 4, "i": 3, "j": 0})
FUNCTION = re.compile(r"(?ms)^func\.func @(\w+)(\(.*?)\{\n(.*?)^\}\n")
NAME = re.compile(r"([@#])(?=[a-z])(?!gpu\b|spirv\b|callee_)(\w+)")


def pattern(name):
    """A pattern for a value, and not for another whose name begins so."""
    return re.escape(name) + r"(?![\w$.-])"


class Trap:
    """One function: name, text, argument and result types, and the marks."""

    def __init__(self, match, header):
        self.name = match.group(1)
        self.text = match.group(0)
        arguments, rest = take_parenthesised(match.group(2))
        self.arguments = [tuple(p.strip() for p in a.split(":", 1))
                          for a in split_types(arguments)]
        results = rest.replace("->", "").strip()
        self.results = (take_parenthesised(results)[0]
                        if results.startswith("(") else results)
        self.results = split_types(self.results)
        self.merged = re.findall(r"// MERGED: (\S+) (\S+)\n", header)
        self.edited = re.findall(r"// EDITED: (.*) => (.*)\n", header)
        self.apart = "_apart" in self.name and "// NOT MERGED:" not in header
        self.frees = re.search(r"dealloc|realloc", self.text) is not None
        # The alignment is asked for on top of the bytes.
        self.padded = re.search(r"alignment|vector<", self.text) is not None
        # Whether the peak must be the predicted one: no stack, nothing that
        # runs more than once or not at all.
        self.exact = not re.search(
            r"alloca|scf\.|cf\.|async\.|realloc|\bcall ", self.text)

    def in_form(self, text, form):
        """The text, a function with deallocs being as it is in each form."""
        if form == "written" or self.frees:
            return text
        return freed(text, form == "early")

    def trials(self):
        """What the arguments are, in each call; floats by their position."""
        sizes = re.search(r"alloca?\(%|\[%n\]", self.text)
        for trial in TRIALS:
            if sizes and not trial["n"]:
                continue
            yield [(kind, self.value(name, kind, trial))
                   for name, kind in self.arguments]

    @staticmethod
    def value(name, kind, trial):
        if kind == "index":
            letter = name[1]
            # %m is another size, and %c the case of a switch.
            return {"m": trial["n"] + 4, "c": trial["j"]}.get(
                letter, trial["j"] if letter == "j" else
                trial["n"] if letter == "n" else trial["i"])
        if kind == "i1":
            return trial["i1"]
        if kind.startswith("vector"):
            return f"dense<{trial['i']}.25>"
        # %v and %w differ, in sign as well.
        number = trial["i"] + 2 if name != "%w" else -trial["i"] - 3
        return f"{number}.5" if kind[0] == "f" else number

    def broken(self):
        """The text with the wrong rewriting, or None without one."""
        text = self.text
        for kept, gone in self.merged:
            text = merge(text, kept, gone)
        for old, new in self.edited:
            if not re.search(old, text):
                raise ValueError(f"@{self.name} has no {old}")
            text = re.sub(old, new, text)
        return None if text == self.text else text


def freed(text, early=False):
    """The text with a dealloc for each allocation: at the end of its block, or
    right after the last op that names it, which is wrong where another name is
    used later."""
    lines = text.split("\n")
    for made in [line for line in lines if " = memref.alloc(" in line]:
        at = lines.index(made)
        indent = made[:len(made) - len(made.lstrip())]
        name, kind = made.split()[0], made.rsplit(" : ", 1)[1]
        end = next(i for i in range(at, len(lines)) if lines[i][0] != "^"
                   and not lines[i].startswith(indent))
        ends = [i for i in range(at, end) if re.match(
            rf"{indent}(return|\w+\.yield|cf\.\w*br)\b", lines[i])]
        # What the entry block makes may be used in all others.
        entry = not any(line.startswith("^") for line in lines[:at])
        last = (ends[-1] if entry else ends[0]) if ends else end
        used = max(i for i in range(at, len(lines))
                   if re.search(pattern(name), lines[i]))
        if used == last:
            continue
        if early:
            last = next(i for i in range(used + 1, last + 1)
                        if re.match(rf"{indent}[^ }}^]|\^", lines[i] + " ")
                        or i == last)
            # A branch passed it on: first of all in the next block.
            last += lines[last].startswith("^")
        lines.insert(last, f"{indent}memref.dealloc {name} : {kind}")
    return "\n".join(lines)


def merge(text, kept, gone):
    """Puts `gone` into the storage of `kept`, which is allocated first of all
    and, if both were freed, freed where the later one was."""
    lines = text.split("\n")
    made = {}
    for name in (kept, gone):
        found = [line for line in lines if re.match(
            rf"\s*{pattern(name)} = memref\.alloca?\(", line)]
        if len(found) != 1:
            raise ValueError(f"{name} is not one allocation in {lines[0]}")
        made[name] = found[0]
    frees = [at for at, line in enumerate(lines) if re.match(
        rf"\s*memref\.dealloc ({pattern(kept)}|{pattern(gone)})", line)]
    drop = set(frees[:-1])
    body = [re.sub(pattern(gone), kept, line)
            for at, line in enumerate(lines)
            if at not in drop and line not in made.values()]
    # The sizes are arguments, or constants that stand before the first.
    return "\n".join(body[:1] + [made[kept]] + body[1:])


def plain_layouts(text):
    """Allocations with a layout as views of plain ones: MLIR lowers no other."""
    def plain(match):
        name, rest, kind, dims, element, strides, offset = match.groups()
        sizes, steps = dims.split("x")[:-1], strides.split(", ")
        count = int(offset or 0) + 1 + sum(
            (int(n) - 1) * int(s) for n, s in zip(sizes, steps))
        flat = f"memref<{count}x{element}>"
        return (f"%flat_{name[1:]} = memref.alloc(){rest} : {flat}\n  {name} = "
                f"memref.reinterpret_cast %flat_{name[1:]} to "
                f"offset: [{offset or 0}], sizes: [{', '.join(sizes)}], "
                f"strides: [{strides}] : {flat} to {kind}")
    return re.sub(r"(%\w+) = memref\.alloc\(\)(.*) : (memref<((?:\d+x)+)(\w+), "
                  r"strided<\[([\d, ]+)\](?:, offset: (\d+))?>>)", plain, text)


def load(path):
    """The traps of a file that run, what else its module needs, and why the
    others do not run."""
    stem = path.stem.removeprefix("share-").replace("-", "_")
    text = path.read_text()
    text = re.sub(r"(?ms)^gpu\.module.*", "", text)
    text = NAME.sub(rf"\1{stem}_\2", text)
    traps, reasons, at = [], {}, 0
    for match in FUNCTION.finditer(text):
        header, at = text[at:match.start()], match.end()
        trap = Trap(match, header)
        reason = re.search(r"// NOT EXECUTED: (.*)", header)
        if reason:
            reasons[trap.name] = reason.group(1)
        else:
            traps.append(trap)
    needs = re.findall(r"(?m)^(?:memref\.global|#\w+ = |func\.func private)"
                       r"(?:.*\{\n(?:.*\n)*?\}\n|.*\n)", text)
    return traps, needs, reasons
