# The cheapest way across a field, found from the nearest place outwards. Stresses: maps with int keys, a binary heap.
# Twin of shortest_way.duet, where the idea is told.
import sys


class Heap:
    """A list in which no item is cheaper than the one at half its place. An item is [cost, square]."""

    def __init__(self):
        self.items = []

    def is_empty(self):
        return len(self.items) == 0

    def push(self, item):
        items = self.items
        at = len(items)
        items.append(item)
        while at > 0:
            parent = (at - 1) // 2
            if items[parent][0] <= item[0]:
                break
            items[at] = items[parent]
            at = parent
        items[at] = item

    def pop(self):
        items = self.items
        top = items[0]
        last = items.pop()
        n = len(items)
        if n == 0:
            return top
        at = 0
        while 2 * at + 1 < n:
            child = 2 * at + 1
            if child + 1 < n and items[child + 1][0] < items[child][0]:
                child += 1
            if last[0] <= items[child][0]:
                break
            items[at] = items[child]
            at = child
        items[at] = last
        return top


WALL = 0


class Random:
    def __init__(self, seed):
        self.seed = seed

    def below(self, limit):
        self.seed = self.seed * 48271 % 2147483647
        return self.seed % limit


def make_field(random, side):
    costs = []
    for _ in range(side * side):
        what = random.below(100)
        costs.append(WALL if what < 28 else what % 9 + 1)
    costs[0] = 1
    costs[side * side - 1] = 1
    return costs


def neighbours(square, side):
    x = square % side
    found = []
    if x > 0:
        found.append(square - 1)
    if x < side - 1:
        found.append(square + 1)
    if square >= side:
        found.append(square - side)
    if square < side * (side - 1):
        found.append(square + side)
    return found


def search(costs, side, start, goal):
    opened = Heap()
    cost_to = {}
    came_from = {}
    done = set()
    cost_to[start] = 0
    opened.push([0, start])
    while not opened.is_empty():
        square = opened.pop()[1]
        if square in done:
            continue
        done.add(square)
        if square == goal:
            break
        for following in neighbours(square, side):
            if costs[following] == WALL or following in done:
                continue
            cost = cost_to[square] + costs[following]
            if following not in cost_to or cost < cost_to[following]:
                cost_to[following] = cost
                came_from[following] = square
                opened.push([cost, following])
    if goal not in done:
        return [-1, len(done), 0]
    steps = 0
    square = goal
    while square != start:
        square = came_from[square]
        steps += 1
    return [cost_to[goal], len(done), steps]


def run(fields):
    random = Random(3)
    side = 100
    sums = [0, 0, 0]
    for _ in range(fields):
        found = search(make_field(random, side), side, 0, side * side - 1)
        for k in range(3):
            sums[k] += found[k]
    return " ".join(str(n) for n in sums)


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
