# All orders of a list, by Heap's way. Stresses: list reads and writes, recursion, methods. Twin of permute.duet.
import sys


class Permuter:
    def __init__(self, count):
        self.items = list(range(count))
        self.upward = 0
        self.weight = 0

    def visit(self):
        first = self.items[0]
        last = self.items[-1]
        if first < last:
            self.upward += 1
        self.weight += first * last

    def swap(self, i, k):
        items = self.items
        items[i], items[k] = items[k], items[i]

    def permute(self, count):
        if count <= 1:
            self.visit()
            return
        for i in range(count - 1):
            self.permute(count - 1)
            self.swap(i if count % 2 == 0 else 0, count - 1)
        self.permute(count - 1)


def run(count):
    permuter = Permuter(count)
    permuter.permute(count)
    return f"{permuter.upward} {permuter.weight}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
