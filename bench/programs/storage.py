# Trees of lists, made and thrown away. Stresses: allocating lists of all lengths, the collector. Twin of storage.duet.
import sys

seed = 74755


def below(limit):
    global seed
    seed = seed * 48271 % 2147483647
    return seed % limit


def make_tree(depth):
    if depth == 0:
        return [depth] * (1 + below(16))
    branches = [None] * 4
    for i in range(4):
        branches[i] = make_tree(depth - 1)
    return branches


def room(tree, depth):
    """How many places the lists at the bottom have."""
    if depth == 0:
        return len(tree)
    total = 0
    for branch in tree:
        total += room(branch, depth - 1)
    return total


def count_lists(tree, depth):
    count = 1
    if depth > 0:
        for branch in tree:
            count += count_lists(branch, depth - 1)
    return count


def run(turns):
    depth = 6
    kept = make_tree(depth)
    total = 0
    for turn in range(turns):
        tree = make_tree(depth)
        total += room(tree, depth)
        kept[turn % 4] = tree[below(4)]
    return f"{total + room(kept, depth)} {count_lists(kept, depth)}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 240))
