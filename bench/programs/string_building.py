# Building strings. Stresses: concatenation, numbers to text, join, slice, replace. Twin of string_building.duet.
import sys


def line_of(i):
    line = "line " + str(i)
    for k in range(4):
        line += ", "
        line += str((i + k) % 1000)
    return line + "."


def run(lines):
    parts = []
    stops = 0
    for i in range(lines):
        line = line_of(100000 + i)
        middle = line[5:11]
        if middle.endswith("00"):
            stops += 1
        if line.find(", ") == 11:
            stops += 1
        parts.append(line)
    text = "\n".join(parts)
    shorter = text.replace(", ", ",")
    return f"{len(text)} {len(shorter)} {stops}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 120000))
