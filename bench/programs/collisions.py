# Aircraft that come too near each other. Stresses: balanced trees, short-lived vectors of floats, small lists.
# Twin of collisions.duet, where the idea is told.
import sys
from math import floor


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def minus(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def times(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z


class Node:
    """A node of a balanced tree (Andersson's): it has a level; a left child of the same level is turned away, and so is a
    right grandchild."""

    def __init__(self, key):
        self.key = key
        self.value = None
        self.level = 1
        self.left = None
        self.right = None

    def turn_right(self):
        left = self.left
        if left is None or left.level != self.level:
            return self
        self.left = left.right
        left.right = self
        return left

    def turn_left(self):
        right = self.right
        if right is None or right.right is None or right.right.level != self.level:
            return self
        self.right = right.left
        right.left = self
        right.level += 1
        return right


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def find(self, key):
        """The node of this key; None if there is none."""
        node = self.root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node

    def find_or_add(self, key):
        """The node of this key, which is added if there is none."""
        node = self.find(key)
        if node is None:
            node = Node(key)
            self.root = self.add(self.root, node)
            self.size += 1
        return node

    def add(self, below, node):
        if below is None:
            return node
        if node.key < below.key:
            below.left = self.add(below.left, node)
        else:
            below.right = self.add(below.right, node)
        return below.turn_right().turn_left()

    def each(self, visit):
        self.walk(self.root, visit)

    def walk(self, node, visit):
        if node is None:
            return
        self.walk(node.left, visit)
        visit(node)
        self.walk(node.right, visit)


SIDE = 100.0
SQUARE = 10.0
NEAR = 2.0


def turned(place, speed):
    following = place + speed
    return -speed if following < 0.0 or following > SIDE else speed


class Aircraft:
    def __init__(self, id, place, speed):
        self.id = id
        self.before = place
        self.place = place
        self.speed = speed

    def move(self):
        place = self.place
        speed = self.speed
        self.speed = Vector(turned(place.x, speed.x), turned(place.y, speed.y), turned(place.z, speed.z))
        self.before = place
        self.place = place.plus(self.speed)

    def enter(self, squares):
        """Enters this aircraft under every square that its last step touches."""
        first_x = floor(min(self.before.x, self.place.x) / SQUARE)
        last_x = floor(max(self.before.x, self.place.x) / SQUARE)
        first_y = floor(min(self.before.y, self.place.y) / SQUARE)
        last_y = floor(max(self.before.y, self.place.y) / SQUARE)
        for x in range(first_x, last_x + 1):
            for y in range(first_y, last_y + 1):
                node = squares.find_or_add(x * 1000 + y)
                if node.value is None:
                    node.value = []
                node.value.append(self)

    def meets(self, other):
        """Do the two come too near during this step? Both move evenly, so their distance has one least point."""
        apart = other.before.minus(self.before)
        drift = other.place.minus(other.before).minus(self.place.minus(self.before))
        square = drift.dot(drift)
        time = 0.0
        if square > 0.0:
            time = min(1.0, max(0.0, -apart.dot(drift) / square))
        gap = apart.plus(drift.times(time))
        return gap.dot(gap) < NEAR * NEAR


def make_fleet(count):
    fleet = []
    seed = 8
    numbers = []
    for _ in range(count * 6):
        seed = seed * 48271 % 2147483647
        numbers.append(seed % 1001)
    for i in range(count):
        at = i * 6
        place = Vector(numbers[at] * 0.1, numbers[at + 1] * 0.1, numbers[at + 2] * 0.02)
        speed = Vector((numbers[at + 3] - 500) * 0.004, (numbers[at + 4] - 500) * 0.004, (numbers[at + 5] - 500) * 0.0005)
        fleet.append(Aircraft(i, place, speed))
    return fleet


def meetings_of(fleet):
    squares = Tree()
    for aircraft in fleet:
        aircraft.move()
        aircraft.enter(squares)
    pairs = Tree()

    def compare(node):
        group = node.value
        for i in range(len(group)):
            for k in range(i + 1, len(group)):
                if group[i].meets(group[k]):
                    pairs.find_or_add(group[i].id * 1000 + group[k].id)

    squares.each(compare)
    return pairs


def run(frames):
    fleet = make_fleet(100)
    meetings = 0
    weight = 0

    def weigh(node):
        nonlocal weight
        weight = (weight * 3 + node.key) % 1000003

    for _ in range(frames):
        pairs = meetings_of(fleet)
        meetings += pairs.size
        pairs.each(weigh)
    return f"{meetings} {weight}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 800))
