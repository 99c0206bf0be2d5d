"""Makes a hollow program: its allocations and control flow, without its work.

Used to measure the peak of models that compute for minutes. Ops that only
write memory (linalg ops, copies, stores, loops without allocations, ops of
unknown dialects, calls of functions without a body) are dropped; allocations,
deallocations, views, branches and calls stay, in their order. The hollow
program allocates what the whole one does, as long as no branch or size depends
on the content of memory: sharing_results.py runs models in both ways and
fails if the numbers differ.

  hollow.py FILE   writes the hollow form of a bufferized module in generic form
"""

import pathlib
import re
import sys

import run_model

OP = re.compile(r'\s*(%[\w:, ]+ = )?"([\w.]+)"\(')
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
WRITES = {"memref.copy", "memref.store", "memref.prefetch", "affine.store",
          "vector.store", "vector.transfer_write", "vector.print", "cf.assert",
          "memref.assume_alignment"}
LOOPS = {"scf.for", "scf.parallel", "scf.forall", "affine.for",
         "affine.parallel"}
# What a loop must not hold if it is to be dropped.
KEPT = re.compile(r'"(memref\.(alloc|alloca|dealloc|realloc)|func\.call)"')
# Dialects whose ops without results may be something else than work.
KNOWN = {"func", "scf", "cf", "memref", "affine", "arith", "builtin", "llvm",
         "ml_program"}


def depth_change(line):
    plain = STRING.sub("", line)
    return sum(plain.count(c) for c in "({") - sum(
        plain.count(c) for c in ")}")


def op_end(lines, start):
    """The line after the op that starts at `start`."""
    depth, at = 0, start
    while True:
        depth += depth_change(lines[at])
        at += 1
        if depth <= 0:
            return at


def declarations(text):
    """Names of functions without a body."""
    return set(re.findall(
        r'"func\.func"\(\) <\{[^\n]*sym_name = "([^"]*)"[^\n]*\}> \(\{\s*\}\)',
        text))


def is_work(name, op, declared):
    """Whether an op without results can be dropped."""
    if name in WRITES or name.startswith("linalg."):
        return name != "linalg.yield"
    if name in LOOPS:
        return not KEPT.search("\n".join(op))
    if name == "func.call":
        callee = re.search(r"callee = @\"?([\w.]+)", op[0])
        return bool(callee) and callee.group(1) in declared
    return name.split(".")[0] not in KNOWN


def hollow(generic):
    """The hollow form of a module that mlir-opt printed in generic form."""
    lines, kept, at = generic.split("\n"), [], 0
    declared = declarations(generic)
    while at < len(lines):
        match = OP.match(lines[at])
        if match and not match.group(1):
            end = op_end(lines, at)
            if is_work(match.group(2), lines[at:end], declared):
                at = end
                continue
        kept.append(lines[at])
        at += 1
    return "\n".join(kept)


def entry_function(generic, wanted):
    """Name and argument types of the function to call."""
    found = [f for f in run_model.find_functions(generic)
             if wanted in (None, f[0])]
    if not found:
        raise run_model.Failure(f"no public function {wanted or ''}")
    return found[0][:2]


def main_text(name, arguments):
    """A main that calls the function with arguments of any content."""
    lines, values = [], []
    for number, kind in enumerate(arguments):
        value = f"%a{number}"
        match = re.fullmatch(r"memref<([^,]*)(?:,.*)?>", kind)
        if match and "?" in match.group(1):
            raise run_model.Failure(f"argument {number} is of unknown size")
        if match:
            plain = f"memref<{match.group(1)}>"
            lines.append(f"{value}_p = memref.alloc() : {plain}")
            lines.append(f"{value} = memref.cast {value}_p : {plain} to {kind}"
                         if plain != kind else "")
            value = value if plain != kind else f"{value}_p"
        elif re.fullmatch(r"i\d+|index|f\d+|bf16", kind):
            one = "1.0" if "f" in kind else "true" if kind == "i1" else "1"
            lines.append(f"{value} = arith.constant {one}"
                         + ("" if kind == "i1" else f" : {kind}"))
        else:
            raise run_model.Failure(f"argument {number} is of type {kind}")
        values.append(value)
    return values, lines


def with_main(text, name, arguments, results):
    """Adds @main_hollow, which measures one call, to a module's text."""
    values, lines = main_text(name, arguments)
    call = (f'call @"{name}"({", ".join(values)}) : ({", ".join(arguments)}) '
            f'-> ({", ".join(results)})')
    if results:
        call = f"%r:{len(results)} = {call}"
    body = [*filter(None, lines), "call @memopt_tracker_start() : () -> ()",
            call, "call @memopt_tracker_stop() : () -> ()",
            "call @memopt_tracker_report() : () -> ()", "return"]
    main = [f"func.func private @memopt_tracker_{verb}()"
            for verb in ("start", "stop", "report")]
    main += ["func.func @main_hollow() {", *body, "}", ""]
    return run_model.append_main(text, "\n".join(main))


if __name__ == "__main__":
    print(hollow(pathlib.Path(sys.argv[1]).read_text()))
