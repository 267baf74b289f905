#!/usr/bin/env python3
"""Tests of the exercises' tool: `python3 tests/exercises/run.py [--kit-build DIR] [NAME...]`.

    test_scanner    functions, handlers and rows are found in C text, and nothing else
    test_holes      what is emptied can be filled again, for every function of the kit
    test_pieces     conditions, forms, progress, stage.json
    test_journey    a learner on a terminal: begins, fails, asks, fills, resets, skips, comes back
    test_watch      the terminal is as before, however the watching ends
    test_language   stages 4 to 7 by an interpreter in another language (mini.py)

The proofs that every stage works are elsewhere: exercises/tool/prove.py.
The last line is `N passed, N failed`.
"""

import os
import signal
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.dont_write_bytecode = True
sys.path[:0] = [HERE, os.path.join(ROOT, "exercises")]


def main(argv):
    signal.signal(signal.SIGINT, signal.default_int_handler)    # a shell in the background ignores it; learners do not
    if argv[:1] == ["--kit-build"]:
        os.environ["DUET_KIT_BUILD"] = os.path.abspath(argv[1])
        argv = argv[2:]
    loader = unittest.TestLoader()
    tests = loader.loadTestsFromNames(argv) if argv else loader.discover(HERE, "test_*.py")
    result = unittest.TextTestRunner(sys.stdout, verbosity=1).run(tests)
    failed = len(result.failures) + len(result.errors)
    print("%d passed, %d failed" % (result.testsRun - failed - len(result.skipped), failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
