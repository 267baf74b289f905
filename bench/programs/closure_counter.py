# Counters made of closures. Stresses: making and calling closures, captured variables. Twin of closure_counter.duet.
import sys


def make_counter(step):
    count = 0

    def counter():
        nonlocal count
        count += step
        return count

    return counter


def run(turns):
    total = 0
    for turn in range(turns):
        ones = make_counter(1)
        more = make_counter(turn % 10)
        for _ in range(100):
            total += ones() + more()
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 80000))
