#!/usr/bin/env python3
"""How long do three loops take, with the top of the stack in registers and without? Both in turn, processor time, medians.

    python3 time_both.py [BUILD]            ../../build unless said otherwise
"""

import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CACHED, PLAIN = "duet-vm-tos", "duet-vm"
ROUNDS = 11
TURNS = {"chain": 3000000, "tree": 2000000, "mixed": 250000}


def seconds(argv):
    child = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = status
    if status:
        sys.exit("it failed: " + " ".join(argv))
    return used.ru_utime + used.ru_stime


def main():
    build = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "build")
    for name in (CACHED, PLAIN):
        if not os.access(os.path.join(build, name), os.X_OK):
            sys.exit("%s is not in %s: run `make` first" % (name, build))
    for loop, turns in TURNS.items():
        for level in ("-O0", "-O1", "-O2"):
            ratios = []
            for _ in range(ROUNDS):
                cached, plain = (seconds([os.path.join(build, name), level, os.path.join(HERE, "work.duet"), loop, str(turns)])
                                 for name in (CACHED, PLAIN))
                ratios.append(cached / plain)
            print("%-5s at %s   cached / plain  %.2f   (from %.2f to %.2f)"
                  % (loop, level, statistics.median(ratios), min(ratios), max(ratios)))


if __name__ == "__main__":
    main()
