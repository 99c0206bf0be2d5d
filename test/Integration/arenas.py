"""What --plan-arena left in a module: the arenas of functions. For fuzz_sharing.py.
"""

import re

ARENA = re.compile(
    r"%(\w+): memref<\?xi8> \{memopt\.arena_alignment = (\d+) : i64, "
    r"memopt\.arena_size = (\d+) : i64\}")


def function(text, name):
    """The text of a function."""
    for part in re.split(r"(?m)^ *func\.func ", text)[1:]:
        if re.match(rf"(?:private |public )?@{re.escape(name)}\(", part):
            return part
    return ""


def sizes(text, name):
    """The bytes of each arena that a function allocates, if it allocates arenas
    and nothing else and calls nothing; otherwise None."""
    body = function(text, name)
    made = re.findall(r"memref\.alloc\(.*?\)[^:]*: (\S+)", body)
    arenas = [re.fullmatch(r"memref<(\d+)xi8>", kind) for kind in made]
    if not made or not all(arenas) or re.search(r"\bcall @", body):
        return None
    return [int(arena.group(1)) for arena in arenas]


def faults(arenas, counts):
    """What is wrong with what was counted of a function with these arenas."""
    wrong = []
    if counts["allocations"] != len(arenas):
        wrong.append(f"{counts['allocations']} allocations for "
                     f"{len(arenas)} arenas")
    if counts["peakBytes"] != sum(arenas):
        wrong.append(f"the peak is {counts['peakBytes']} bytes, the arenas "
                     f"take {sum(arenas)}")
    return wrong


def provide(main, text):
    """The main with an arena for each function that asks for one as its last
    argument. It is allocated before counting starts, with the size that the
    function's own @NAME_arena_size says, and freed before the report."""

    def call(match):
        start, result, name, operands, kinds, results, rest, report = (
            match.groups())
        asked = ARENA.search(function(text, name).partition("\n")[0])
        if not asked:
            return match.group(0)
        arena = f"%arena_{name}"
        comma = ", " if operands else ""
        return (f"  {arena}_size = call @{name}_arena_size() : () -> index\n"
                f"  {arena} = memref.alloc({arena}_size) "
                f"{{alignment = {asked.group(2)}}} : memref<?xi8>\n"
                f"{start}  {result} = call @{name}({operands}{comma}{arena}) : "
                f"({kinds}{comma}memref<?xi8>) -> {results}\n{rest}"
                f"  memref.dealloc {arena} : memref<?xi8>\n{report}")

    return re.sub(
        r"(  call @memopt_tracker_start\(\) : \(\) -> \(\)\n)"
        r"  (\S+) = call @(\w+)\((.*?)\) : \((.*?)\) -> (.*)\n"
        r"((?s:.*?))(  call @memopt_tracker_report\(\) : \(\) -> \(\)\n)",
        call, main)
