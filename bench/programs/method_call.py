# Method calls on objects of one class. Stresses: method look-up, inheritance, super. Twin of method_call.duet.
import sys


class Meter:
    def __init__(self, limit):
        self.limit = limit
        self.count = 0
        self.wraps = 0

    def value(self):
        return self.count

    def is_full(self):
        return self.value() >= self.limit

    def wrap(self):
        self.count = 0

    def advance(self, by):
        self.count += by
        if self.is_full():
            self.wrap()


class CountingMeter(Meter):
    def wrap(self):
        super().wrap()
        self.wraps += 1


def run(turns):
    meter = CountingMeter(7)
    total = 0
    for _ in range(turns):
        meter.advance(3)
        total += meter.value()
    return f"{total} {meter.wraps}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 2000000))
