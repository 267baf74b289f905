# Exceptions thrown and caught. Stresses: throwing, choosing a handler, unwinding, finally. Twin of exceptions.duet.
import sys


class Refusal(Exception):
    def __init__(self, code):
        super().__init__("refused")
        self.code = code


class Delay(Refusal):
    pass


def serve(i):
    if i % 4 == 1:
        raise Refusal(i % 7)
    if i % 4 == 3:
        raise Delay(i % 5)
    return 1


def pass_down(i, depth):
    if depth == 0:
        return serve(i)
    return 1 + pass_down(i, depth - 1)


class Desk:
    def __init__(self):
        self.opened = 0
        self.closed = 0

    def attempt(self, i):
        self.opened += 1
        try:
            try:
                return pass_down(i, i % 6)
            except Delay as delay:
                return delay.code
        finally:
            self.closed += 1


def run(requests):
    desk = Desk()
    total = 0
    refused = 0
    for i in range(requests):
        try:
            total += desk.attempt(i)
        except Refusal as refusal:
            refused += 1
            total += refusal.code
    return f"{total} {refused} {desk.opened - desk.closed}"


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 600000))
