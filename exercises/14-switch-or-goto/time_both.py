#!/usr/bin/env python3
"""How long does each dispatch take for the same program? Both in turn, processor time, medians.

    python3 time_both.py [BUILD]            ../../build unless said otherwise
"""

import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SWITCH, GOTO = "duet-vm-switch", "duet-vm"
ROUNDS, SIZE = 11, "100"


def seconds(argv):
    child = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = status
    if status:
        sys.exit("it failed: " + " ".join(argv))
    return used.ru_utime + used.ru_stime


def main():
    build = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "build")
    for level in ("-O0", "-O1", "-O2"):
        ratios = []
        for _ in range(ROUNDS):
            switch, goto = (seconds([os.path.join(build, name), level, os.path.join(HERE, "work.duet"), SIZE])
                            for name in (SWITCH, GOTO))
            ratios.append(switch / goto)
        print("%s  switch / goto  %.2f   (from %.2f to %.2f)" % (level, statistics.median(ratios), min(ratios), max(ratios)))


if __name__ == "__main__":
    main()
