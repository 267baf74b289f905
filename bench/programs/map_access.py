# Maps with int and string keys. Stresses: map insert, look-up, update and delete. Twin of map_access.duet.
import sys


def int_keys(count):
    table = {}
    seed = 1
    for i in range(count):
        seed = seed * 48271 % 2147483647
        table[seed] = i
    seed = 1
    found = 0
    gone = 0
    for i in range(count):
        seed = seed * 48271 % 2147483647
        if seed + i % 2 in table:
            found += table[seed] % 10
        if i % 4 == 0:
            del table[seed]
            gone += 1
    return found + gone * 10 + len(table)


def string_keys(turns):
    names = []
    for i in range(500):
        names.append("name" + str(i * 37 % 500))
    counts = {}
    for i in range(turns):
        name = names[i * 7 % 500]
        counts[name] = counts.get(name, 0) + i % 3
    total = 0
    for name in names:
        total += counts.get(name, 0) * len(name)
    return total


def run(count):
    return f"{int_keys(count)} {string_keys(count * 4)}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 600000))
