# Sorting lists with a comparator. Stresses: sort calling back into the program. Twin of list_sort.duet.
# (cmp_to_key is how Python's own sort takes a comparator.)
import sys
from functools import cmp_to_key


class Record:
    def __init__(self, rank, number):
        self.rank = rank
        self.number = number


def by_rank(a, b):
    if a.rank != b.rank:
        return a.rank - b.rank
    return a.number - b.number


def run(count):
    numbers = []
    records = []
    seed = 1
    for i in range(count):
        seed = seed * 48271 % 2147483647
        numbers.append(seed)
        records.append(Record(seed % 1000, i))
    numbers.sort(key=cmp_to_key(lambda a, b: b - a))
    records.sort(key=cmp_to_key(by_rank))
    check = 0
    for i in range(count):
        check = (check * 31 + numbers[i] % 1000 + records[i].number) % 1000003
    return check


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100000))
