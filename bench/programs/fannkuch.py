# Flipping pancakes, for every order of n numbers. Stresses: list reads and writes, nested loops. Twin of fannkuch.duet.
import sys


def count_flips(order, pile):
    for i in range(len(order)):
        pile[i] = order[i]
    flips = 0
    while pile[0] != 0:
        low = 0
        high = pile[0]
        while low < high:
            pile[low], pile[high] = pile[high], pile[low]
            low += 1
            high -= 1
        flips += 1
    return flips


def advance(order, turned):
    """Turns the order into the next one; false when all were seen."""
    last = 1
    while last < len(order):
        first = order[0]
        for i in range(last):
            order[i] = order[i + 1]
        order[last] = first
        turned[last] += 1
        if turned[last] <= last:
            return True
        turned[last] = 0
        last += 1
    return False


def run(n):
    order = list(range(n))
    turned = [0] * n
    pile = [0] * n
    most = 0
    total = 0
    sign = 1
    while True:
        flips = count_flips(order, pile)
        if flips > most:
            most = flips
        total += sign * flips
        sign = -sign
        if not advance(order, turned):
            break
    return f"{total} {most}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
