"""Tests that are executables: the C unit tests, and the harness's own tests.

Such a program must end with 0 and print `N passed, N failed` as its last line,
with something passed and nothing failed. It counts as one test.
"""

import os
import re
import sys

from . import compare, patterns, report, sandbox, visible

LIMIT = 60.0               # seconds: one executable is many tests
TAIL = 30                  # lines of its output shown

_LAST = re.compile(rb"^(\d+) passed, (\d+) failed$")


class Executable:
    """A test that is a command; `again` is how a person repeats it."""

    line = 1

    def __init__(self, name, argv, cwd, again):
        self.name = self.path = name
        self._argv = argv
        self._cwd = cwd
        self._again = again

    def executables(self, configs):
        return set()

    def applies(self, context):
        return not context.gc_stress

    def run(self, context):
        env = sandbox.environment(context.home)
        outcome = context.processes.run(self._argv, self._cwd, env,
                                        limit=context.limit_for(LIMIT))
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
    """The unit test executables of the build, named as `unit/NAME`."""
    folder = os.path.join(build, "unit")
    if not os.path.isdir(folder):
        return []
    tests = []
    for name in sorted(os.listdir(folder)):
        file = os.path.join(folder, name)
        if "." not in name and os.path.isfile(file) and os.access(file, os.X_OK):
            tests.append(Executable("unit/" + name, [file], root, os.path.relpath(file)))
    return tests


def selftest(root):
    """The harness's own tests as one test, where the tree has them."""
    run = os.path.join(root, "tests", "run.py")
    if not os.path.exists(run):
        return []
    return [Executable("tests/harness/selftest", [sys.executable, run, "--selftest"], root,
                       "python3 %s --selftest" % os.path.relpath(run))]
