#!/usr/bin/env python3
"""Two loops, and what CPython makes of them: cold, and after they have run often.

    python3 loop.py
"""

import dis
import sys


def local_sum(n):
    total = 0
    for i in range(n):
        total = total + i
    return total


shared = 0


def global_sum(n):
    global shared
    shared = 0
    for i in range(n):
        shared = shared + i
    return shared


def warm(function):
    """Runs it often enough for any version to make up its mind."""
    for _ in range(2000):
        function(50)


def listing(function, after_warming):
    """The instructions, without the room between them that caches take."""
    if after_warming and sys.version_info >= (3, 11):
        return list(dis.get_instructions(function, adaptive=True))
    return list(dis.get_instructions(function))


def show(function, after_warming):
    print("\n%s, %s" % (function.__name__, "warm" if after_warming else "cold"))
    for one in listing(function, after_warming):
        mark = ">>" if one.is_jump_target else "  "
        print("  %s %4d  %-32s %s" % (mark, one.offset, one.opname, one.argrepr))


def main():
    print("Python %d.%d" % sys.version_info[:2])
    for function in (local_sum, global_sum):
        show(function, False)
    if sys.version_info < (3, 11):
        print("\nThis version does not specialize: warm is as cold.")
    for function in (local_sum, global_sum):
        warm(function)
        if sys.version_info >= (3, 11):
            show(function, True)


if __name__ == "__main__":
    main()
