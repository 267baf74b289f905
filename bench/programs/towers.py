# The towers of Hanoi. Stresses: field reads and writes, linked objects, recursion. Twin of towers.duet.
import sys


class Disk:
    def __init__(self, size):
        self.size = size
        self.below = None


class Towers:
    def __init__(self, disks):
        self.piles = [None, None, None]
        self.moves = 0
        for size in range(disks, 0, -1):
            self.push(Disk(size), 0)

    def push(self, disk, pile):
        top = self.piles[pile]
        if top is not None and disk.size >= top.size:
            raise ValueError("a larger disk on a smaller")
        disk.below = top
        self.piles[pile] = disk

    def pop(self, pile):
        top = self.piles[pile]
        if top is None:
            raise ValueError("an empty pile")
        self.piles[pile] = top.below
        top.below = None
        return top

    def move(self, count, start, to):
        if count == 0:
            return
        other = 3 - start - to
        self.move(count - 1, start, other)
        self.push(self.pop(start), to)
        self.moves += 1
        self.move(count - 1, other, to)


def run(disks):
    towers = Towers(disks)
    towers.move(disks, 0, 2)
    return f"{towers.moves} {towers.piles[2].size}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
