# Reading and writing fields. Stresses: field reads and writes on one shape. Twin of field_access.duet.
import sys


class Register:
    def __init__(self, start):
        self.a = start
        self.b = start + 1
        self.c = start + 2
        self.d = start + 3
        self.next = None


def make_ring(count):
    first = Register(0)
    last = first
    for i in range(1, count):
        last.next = Register(i * 5)
        last = last.next
    last.next = first
    return first


def run(visits):
    register = make_ring(4)
    for _ in range(visits):
        carry = register.a
        register.a = register.b
        register.b = register.c
        register.c = register.d
        register.d = (carry * 3 + register.a + register.next.b) % 1009
        register = register.next
    total = 0
    for _ in range(4):
        total += register.a + register.b + register.c + register.d
        register = register.next
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 6000000))
