# The sum of 1..n by a while loop. Stresses: jumps, addition, locals. Twin of while_sum.duet.
import sys


def sum_to(n):
    total = 0
    i = 1
    while i <= n:
        total = total + i
        i = i + 1
    return total


print(sum_to(int(sys.argv[1]) if len(sys.argv) > 1 else 40000000))
