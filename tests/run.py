#!/usr/bin/env python3
"""Runs Duet's tests: every program through both interpreters, at every level.

    python3 tests/run.py [--build DIR] [-j N] [--config NAME...] [--generated[=long]]
                         [--gc-stress] [--time-limit S] [--list] [--selftest] [FILTER...]

FILTER is a path of tests or a part of their names; without one, all run. The
last line is `N passed, N failed`; the exit code is 0, or 1 if anything failed,
130 after Ctrl-C, 64 for wrong usage. Needs Python 3.8 and nothing else.

What is a test, and where its format is described:

    tests/**/*.duet          a program with its expectations in comments:
                               print(1 + 1)     // expect: 2
                               nil + 1          // error: TypeError: cannot add nil and int
                             harness/expectations.py has all directives
    programs/*.duet          the same, expectations optional: all must agree
    tests/listings/*.duet    with a golden X.listing beside it: harness/listings.py
    common/LANGUAGE.md       each ```duet block: harness/documents.py
    tests/cli/*.cmd          commands and what they print: harness/commands.py
    tests/repl/*.session     a transcript typed on a terminal: harness/sessions.py
    BUILD/unit/*             C unit tests: harness/units.py
    generated/*              programs that a program writes, with --generated or by
                             name: harness/generated.py
    tests/harness/selftest   proves that this program sees every kind of failure

The backends and levels are a table in harness/configs.py (`--config` takes names from it). tests/README.md says
how to write a test.
"""

import os
import sys

if sys.version_info < (3, 8):
    sys.exit("tests/run.py needs Python 3.8 or later, this is %s" % sys.version.split()[0])

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests"))

from harness import main  # noqa: E402  (the path comes first)

if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main.main(sys.argv[1:], ROOT))
