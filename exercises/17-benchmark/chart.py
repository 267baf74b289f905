#!/usr/bin/env python3
"""Runs a program with N = 1, 10, 100 ... in two interpreters in turn, and draws how many times quicker the second one is.

    python3 chart.py                              duet-tree -O0 against duet-vm -O0, on sum.duet
    python3 chart.py "duet-tree -O1" "duet-vm -O1"
    python3 chart.py --build ../work/build/release --to 10000000

Processor time of each whole process, the median of five runs in turn. The executables are those of `make` (../../build) unless --build says otherwise.
"""

import argparse
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS, WIDTH = 5, 40


def seconds(argv):
    """The processor time of one run."""
    child = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = status
    if status:
        sys.exit("it failed: " + " ".join(argv))
    return used.ru_utime + used.ru_stime


def measure(first, second, size):
    """The medians of both, and of their ratio: run in turn, so that what else the machine does meets both."""
    times = [(seconds(first + [str(size)]), seconds(second + [str(size)])) for _ in range(RUNS)]
    return (statistics.median(a for a, _ in times), statistics.median(b for _, b in times),
            statistics.median(a / max(b, 1e-6) for a, b in times))


def main():
    options = argparse.ArgumentParser(description="how much quicker, as N grows")
    options.add_argument("first", nargs="?", default="duet-tree -O0")
    options.add_argument("second", nargs="?", default="duet-vm -O0")
    options.add_argument("--build", default=os.path.join(HERE, "..", "..", "build"))
    options.add_argument("--program", default=os.path.join(HERE, "sum.duet"))
    options.add_argument("--to", type=int, default=1000000)
    chosen = options.parse_args()
    commands = []
    for text in (chosen.first, chosen.second):
        words = text.split()
        path = os.path.join(chosen.build, words[0])
        if not os.access(path, os.X_OK):
            sys.exit("%s is not there: run `make` first, or say --build" % path)
        commands.append([path] + words[1:] + [chosen.program])
    print("%10s  %10s  %10s  %6s" % ("N", chosen.first, chosen.second, "ratio"))
    size = 1
    while size <= chosen.to:
        first, second, ratio = measure(*commands, size)
        print("%10d  %8.2f ms  %8.2f ms  %6.2f  %s"
              % (size, first * 1e3, second * 1e3, ratio, "#" * max(1, round(ratio * WIDTH / 10))))
        size *= 10


if __name__ == "__main__":
    main()
