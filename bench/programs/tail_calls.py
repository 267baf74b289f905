# Loops written as tail calls, which Python makes as plain calls. Stresses: calls of functions and methods. Twin of tail_calls.duet.
import sys


def count_down(n, total):
    if n == 0:
        return total
    return count_down(n - 1, total + n)


def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)


class Walker:
    def __init__(self, stride):
        self.stride = stride

    def walk(self, steps, place):
        if steps == 0:
            return place
        return self.walk(steps - 1, place + self.stride)


def run(descents):
    walker = Walker(3)
    total = 0
    evens = 0
    for i in range(descents):
        total += count_down(900, i)
        if is_even(900 - i % 2):
            evens += 1
        total += walker.walk(900, i)
    return f"{total} {evens}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 6000))
