"""Tests that are executables: the C unit tests, and the harness's own tests.

Such a program must end with 0 and print `N passed, N failed` as its last line,
with something passed and nothing failed. It counts as one test.
"""

import os
import re
import sys

from . import compare, patterns, report, sandbox, visible

LIMIT = 60.0               # seconds: one executable is many tests
SELFTEST_LIMIT = 300.0     # of them hundreds of processes, some waited for
TAIL = 30                  # lines of its output shown

_LAST = re.compile(rb"^(\d+) passed, (\d+) failed$")


class Executable:
    """A test that is a command; `again` is how a person repeats it."""

    line = 1

    def __init__(self, name, argv, cwd, again, needs=frozenset(), limit=LIMIT):
        self.name = self.path = name
        self._argv = argv
        self._cwd = cwd
        self._again = again
        self._needs = needs                  # in the build directory
        self._limit = limit

    def executables(self, configs):
        return self._needs

    def applies(self, context):
        return not context.gc_stress

    def run(self, context):
        env = sandbox.environment(context.home)
        outcome = context.processes.run(self._argv, self._cwd, env,
                                        limit=context.limit_for(self._limit))
        verdict = compare.judge(compare.Expectation(), outcome._replace(stderr=b""))
        crash = compare.crash(outcome, 0)
        if crash:
            verdict = compare.Verdict(compare.CRASHED, crash, [])
        last = (outcome.stdout.rstrip(b"\n").split(b"\n") or [b""])[-1]
        match = _LAST.match(last)
        if verdict is None and (not match or int(match.group(2))):
            verdict = compare.Verdict(compare.WRONG_OUTPUT,
                                      "the last line must be `N passed, 0 failed`", [])
        elif verdict is None and not int(match.group(1)):
            verdict = compare.Verdict(compare.BAD_TEST, "it ran no test", [])
        if verdict is None:
            return None
        shown = tuple((what, _tail(data)) for what, data in
                      (("stdout, its last lines", outcome.stdout),
                       ("stderr, its last lines", outcome.stderr)) if data)
        exits = tuple(("exit code", d.shown) for d in verdict.differences
                      if d.what == "exit code")
        return report.Failure(self.name, self.path, 1, verdict.kind, verdict.note,
                              differences=shown + exits, again=(self._again,))


def _tail(data):
    return ["+ " + visible.visible(line) for line in patterns.split_lines(data)[-TAIL:]]


def find(root, build):
    """The unit tests, named `unit/NAME`: what was built, and what a source
    `tests/unit/NAME_test.c` says should have been."""
    folder = os.path.join(build, "unit")
    names = {name for name in _list(folder)
             if "." not in name and os.path.isfile(os.path.join(folder, name))
             and os.access(os.path.join(folder, name), os.X_OK)}
    names |= {name[:-2] for name in _list(os.path.join(root, "tests", "unit"))
              if name.endswith("_test.c")}
    return [Executable("unit/" + name, [os.path.join(folder, name)], root,
                       os.path.relpath(os.path.join(folder, name)), {"unit/" + name})
            for name in sorted(names)]


def _list(folder):
    return os.listdir(folder) if os.path.isdir(folder) else []


def selftest(root):
    """The harness's own tests as one test, where the tree has them."""
    run = os.path.join(root, "tests", "run.py")
    if not os.path.exists(run):
        return []
    return [Executable("tests/harness/selftest", [sys.executable, run, "--selftest"], root,
                       "python3 %s --selftest" % os.path.relpath(run), limit=SELFTEST_LIMIT)]
