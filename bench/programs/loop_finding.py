# Loops found in a control-flow graph, with how they nest. Stresses: lists of objects, a work list, linked set nodes, maps.
# Twin of loop_finding.duet, where the idea is told.
import sys


class Random:
    def __init__(self, seed):
        self.seed = seed

    def below(self, limit):
        self.seed = self.seed * 48271 % 2147483647
        return self.seed % limit


class Block:
    def __init__(self, number):
        self.number = number
        self.successors = []
        self.predecessors = []


class Graph:
    def __init__(self):
        self.blocks = []

    def add(self):
        block = Block(len(self.blocks))
        self.blocks.append(block)
        return block

    def connect(self, start, to):
        start.successors.append(to)
        to.predecessors.append(start)

    def add_after(self, start):
        """Adds a block that follows `start`."""
        block = self.add()
        self.connect(start, block)
        return block


class Grower:
    def __init__(self, graph, seed):
        self.graph = graph
        self.random = Random(seed)

    def grow(self, entry, depth):
        """Grows something behind `entry` and gives the block where it ends."""
        if depth == 0:
            return self.graph.add_after(entry)
        kind = self.random.below(4)
        if kind == 0:
            return self.branch(entry, depth)
        if kind == 1:
            return self.grow(self.grow(entry, depth - 1), depth - 1)
        return self.loop(entry, depth)

    def branch(self, entry, depth):
        left = self.grow(entry, depth - 1)
        right = self.grow(entry, depth - 1)
        join = self.graph.add_after(left)
        self.graph.connect(right, join)
        return join

    def loop(self, entry, depth):
        head = self.graph.add_after(entry)
        bottom = self.grow(head, depth - 1)
        self.graph.connect(bottom, head)
        if self.random.below(20) == 0:
            self.graph.connect(entry, bottom)
        return self.graph.add_after(head if self.random.below(2) == 0 else bottom)


def make_graph():
    graph = Graph()
    grower = Grower(graph, 4)
    at = graph.add()
    for _ in range(40):
        at = grower.grow(at, 6)
    return graph


class Loop:
    def __init__(self, head):
        self.head = head
        self.blocks = 1
        self.is_reducible = True
        self.parent = None
        self.depth = 0

    def nesting(self):
        """How many loops stand around this one, itself included."""
        if self.depth == 0:
            self.depth = 1 if self.parent is None else self.parent.nesting() + 1
        return self.depth


class Node:
    """A block in the walk's order; `leader` leads towards the head of the outermost loop it was merged into so far."""

    def __init__(self, number, block):
        self.number = number
        self.block = block
        self.last = number  # the last number below this one in the walk's tree
        self.leader = self
        self.loop = None  # the loop that this node is head of
        self.back_edges = []  # the nodes with an edge to here that closes a loop
        self.other_edges = []
        self.mark = -1  # the loop, by its head's number, that has gathered this node

    def find(self):
        node = self
        while node.leader is not node:
            node = node.leader
        # All on the way now lead to the end at once.
        step = self
        while step.leader is not node:
            following = step.leader
            step.leader = node
            step = following
        return node

    def is_above(self, other):
        return self.number <= other.number and other.number <= self.last


class Finder:
    def __init__(self, graph):
        self.graph = graph
        self.nodes = []
        self.loops = []

    def number_blocks(self):
        """Numbers the blocks by a walk in depth that keeps its own stack."""
        node_of = {}
        stack = []
        turns = []
        self.enter(self.graph.blocks[0], node_of, stack, turns)
        while len(stack) > 0:
            node = stack[-1]
            turn = turns[-1]
            if turn < len(node.block.successors):
                turns[-1] = turn + 1
                following = node.block.successors[turn]
                if following.number not in node_of:
                    self.enter(following, node_of, stack, turns)
            else:
                node.last = len(self.nodes) - 1
                stack.pop()
                turns.pop()
        return node_of

    def enter(self, block, node_of, stack, turns):
        node = Node(len(self.nodes), block)
        self.nodes.append(node)
        node_of[block.number] = node
        stack.append(node)
        turns.append(0)

    def sort_edges(self, node_of):
        for node in self.nodes:
            for before in node.block.predecessors:
                start = node_of[before.number]
                if node.is_above(start):
                    node.back_edges.append(start)
                else:
                    node.other_edges.append(start)

    def find_loop(self, head):
        if len(head.back_edges) == 0:
            return
        loop = Loop(head)
        body = []
        todo = []
        for start in head.back_edges:
            self.gather(start.find(), head, body, todo)
        while len(todo) > 0:
            node = todo.pop()
            for start in node.other_edges:
                found = start.find()
                if head.is_above(found):
                    self.gather(found, head, body, todo)
                else:
                    # Somebody jumps past the head: the edge belongs to the loops around this one too.
                    loop.is_reducible = False
                    head.other_edges.append(found)
        head.loop = loop
        self.loops.append(loop)
        for node in body:
            node.leader = head
            if node.loop is not None:
                node.loop.parent = loop
            else:
                loop.blocks += 1

    def gather(self, node, head, body, todo):
        if node is not head and node.mark != head.number:
            node.mark = head.number
            body.append(node)
            todo.append(node)

    def run(self):
        self.sort_edges(self.number_blocks())
        for i in range(len(self.nodes) - 1, -1, -1):
            self.find_loop(self.nodes[i])


def run(times):
    graph = make_graph()
    loops = 0
    tangled = 0
    deepest = 0
    weight = 0
    for _ in range(times):
        finder = Finder(graph)
        finder.run()
        loops += len(finder.loops)
        for loop in finder.loops:
            if not loop.is_reducible:
                tangled += 1
            deepest = max(deepest, loop.nesting())
            weight += loop.blocks * loop.nesting()
    return f"{len(graph.blocks)} {loops} {tangled} {deepest} {weight}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
