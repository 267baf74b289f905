# The sieve of Eratosthenes. Stresses: writing and reading list items, loops with a step. Twin of sieve.duet.
import sys


def count_primes(limit):
    is_prime = [True] * (limit + 1)
    count = 0
    for i in range(2, limit + 1):
        if is_prime[i]:
            count += 1
            for k in range(i * i, limit + 1, i):
                is_prime[k] = False
    return count


def run(times):
    total = 0
    for i in range(times):
        total += count_primes(100000 - i)
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
