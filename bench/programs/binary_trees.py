# Binary trees made and thrown away. Stresses: allocation, the collector, recursion. Twin of binary_trees.duet.
import sys


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def make_tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make_tree(depth - 1), make_tree(depth - 1))


def run(largest):
    lasting = make_tree(largest)
    nodes = 0
    trees = 1
    for depth in range(largest - 1, 2, -2):
        for _ in range(trees):
            nodes += make_tree(depth).count()
        trees *= 4
    return f"{nodes} {lasting.count()}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 17))
