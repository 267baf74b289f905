# Method calls that meet several classes. Stresses: method calls of several shapes. Twin of method_poly.duet.
import sys


class Room:
    def __init__(self, width):
        self.width = width

    def doors(self):
        return 1


class Hall(Room):
    def area(self):
        return self.width * 9


class Closet(Room):
    def area(self):
        return 4


class Kitchen(Room):
    def __init__(self, width):
        super().__init__(width)
        self.length = width + 2

    def area(self):
        return self.length * self.width


class Stair(Room):
    def area(self):
        return self.width + self.width

    def doors(self):
        return 2


class Attic(Room):
    def __init__(self, width):
        self.height = 2
        super().__init__(width)

    def area(self):
        return self.width * self.height + 1


class Balcony:
    def __init__(self, width):
        self.edge = width

    def area(self):
        return self.edge


kinds = [Hall, Closet, Kitchen, Stair, Attic, Balcony]


def run(walks):
    rooms = []
    closets = []
    seed = 42
    for _ in range(600):
        seed = seed * 3877 % 139967
        rooms.append(kinds[seed % 6](seed % 20))
        closets.append(Stair(1) if seed % 3 == 0 else Closet(1))
    total = 0
    doors = 0
    for _ in range(walks):
        for room in rooms:
            total += room.area()
        for closet in closets:
            doors += closet.doors()
    return f"{total} {doors}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 6000))
