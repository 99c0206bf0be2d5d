"""Checks a packing by MiniMalloc's rules: validate_packing.py IN.csv OUT.csv
[CAPACITY]. Written from its description, not with memopt's reader or checker.

OUT.csv has the rows of IN.csv and the column "offset". All buffers must end at
or below the capacity (default: nothing is checked), at aligned offsets, fixed
ones where IN.csv says, and no two whose bytes overlap may be active at one time.
Prints the number of buffers and the height. Sweeps over time, so that large
files take seconds.
"""

import bisect
import sys

NAMES = {"begin": "lower", "start": "lower", "buffer": "id", "buffer_id": "id",
         "end": "upper"}


def read(path):
    text = open(path, newline="").read()
    if path == sys.argv[2]:
        # MiniMalloc stops at a blank line and keeps carriage returns.
        assert "\r" not in text and "\n\n" not in text, "line ends"
        assert text.endswith("\n"), "no line feed at the end"
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    header = [name.strip() for name in lines[0].split(",")]
    last = 1 if "end" in header else 0
    header = [NAMES.get(name, name) for name in header]
    assert len(set(header)) == len(header), "two columns of one name"
    buffers = []
    for line in lines[1:]:
        fields = line.split(",")
        assert len(fields) == len(header), f"fields of {line}"
        row = {k: v.strip() for k, v in zip(header, fields)}
        gaps = sorted([int(a), int(b) + last] for a, b in
                      (gap.split("-") for gap in row.get("gaps", "").split()))
        begin, ranges = int(row["lower"]), []
        for low, high in gaps + [[int(row["upper"]) + last] * 2]:
            if begin < low:
                ranges.append((begin, low))
            begin = high
        buffers.append({
            "id": row["id"], "ranges": ranges, "size": int(row["size"]),
            "alignment": int(row.get("alignment") or 1),
            "offset": int(row["offset"]) if row.get("offset") else None})
    return buffers


asked, packed = read(sys.argv[1]), read(sys.argv[2])
capacity = int(sys.argv[3]) if len(sys.argv) > 3 else None
assert len(asked) == len(packed), "rows are missing"
height, events = 0, []
for index, (before, buffer) in enumerate(zip(asked, packed)):
    where = f"buffer {buffer['id']}"
    for key in ("id", "ranges", "size", "alignment"):
        assert before[key] == buffer[key], f"{where}: {key} differs"
    offset, end = buffer["offset"], buffer["offset"] + buffer["size"]
    assert before["offset"] in (None, offset), f"{where} has moved"
    assert offset >= 0 and offset % buffer["alignment"] == 0, where
    assert capacity is None or end <= capacity, f"{where} ends at {end}"
    if buffer["size"] and buffer["ranges"]:
        height = max(height, end)
        for low, high in buffer["ranges"]:
            events += [(low, 1, offset, end, where), (high, 0, offset, end, where)]

# What is active, by offset; at one time what ends goes first.
active = []
for _, begins, offset, end, where in sorted(events):
    place = bisect.bisect_left(active, (offset, end, where))
    if not begins:
        del active[place]
        continue
    if place > 0:
        assert active[place - 1][1] <= offset, f"{active[place - 1][2]}, {where}"
    if place < len(active):
        assert active[place][0] >= end, f"{where}, {active[place][2]}"
    active.insert(place, (offset, end, where))
print(f"{len(packed)} buffers, height {height}")
