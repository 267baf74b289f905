"""What a person reads: failures in one fixed order, progress, the last line.

    FAIL tests/closures/counter.duet:7: wrong output
      in tree-O0, tree-O1 (of 7 configurations)
      input:
         6 | counter()
         7 | print(counter())          // expect: 2
      expected (-) against got (+), stdout in tree-O0:
        1
        - 2
        + 3
      the backends part: tree-O0 and vm-O0, at stdout line 2
        tree-O0, tree-O1: 3
        vm-O0, vm-O1, vm-O2, switch-O0, switch-O2: 2
      again: python3 tests/run.py tests/closures/counter.duet

The last line of a run is always `N passed, N failed`, alone.
"""

import os
import shlex
import shutil
from typing import NamedTuple

from . import compare, visible


class Failure(NamedTuple):
    """All that is shown about one failed test; lists hold finished lines."""
    name: str                  # of the test
    path: str                  # of its file
    line: int
    kind: str                  # one of compare.SEVERITY
    note: str = ""
    where: str = ""            # which configurations
    input: tuple = ()
    differences: tuple = ()    # (title, lines)
    parting: tuple = ()
    again: tuple = ()          # commands


class LeftOut(NamedTuple):
    """A test that could not be asked in this run; it counts as neither."""
    reason: str


def excerpt(source, line, radius=3, first=1):
    """Some numbered lines of `source` (bytes) around `line`.

    `first` is the number of the source's first line, if it is part of a file.
    """
    lines = source.split(b"\n")
    if lines and not lines[-1]:
        lines.pop()
    if len(lines) <= 2 * radius + 5:
        low, high = 0, len(lines)
    else:
        low = max(0, min(line - first - radius, len(lines) - 2 * radius - 1))
        high = min(len(lines), low + 2 * radius + 1)
    return ["%4d | %s" % (first + i, visible.visible(lines[i].rstrip(b"\r") + b"\n"))
            for i in range(low, high)]


def shell_command(cwd, argv, stdin=b""):
    """One line that runs `argv` in `cwd` by hand. An executable inside the tree
    that the reader stands in is named relative to it."""
    here = os.getcwd()
    program, folder = argv[0], cwd
    if (cwd + os.sep).startswith(here + os.sep):
        folder = os.path.relpath(cwd, here)
        if program.startswith(here + os.sep):
            program = os.path.relpath(program, cwd)
    words = " ".join(shlex.quote(word) for word in [program] + list(argv[1:]))
    if stdin:
        text = "".join(chr(b) if 32 <= b < 127 and b not in b"'\\%" else "\\%03o" % b
                       for b in stdin[:2000])
        words = "printf '%s' | %s" % (text, words)
    return words if folder == "." else "(cd %s && %s)" % (shlex.quote(folder), words)


def failure_of(test, verdicts, runs, input_for, again):
    """The Failure of a test that ran through configurations, or None.

    `verdicts` is a list of (config name, Verdict or None) in order, `runs` of
    (name, Outcome); `input_for(line)` gives the shown input, `again(names)` the
    commands that repeat one configuration, or two with a comma between.
    """
    bad = [(name, verdict) for name, verdict in verdicts if verdict]
    parting = compare.parting(runs) or ()
    if not bad and not parting:
        return None
    if not bad:
        odd = next(n for n, o in runs[1:] if compare.parting([runs[0], (n, o)]))
        return Failure(test.name, test.path, test.line, compare.DISAGREE,
                       input=tuple(input_for(test.line)), parting=tuple(parting),
                       again=tuple(again("%s,%s" % (runs[0][0], odd))))
    first, worst = min(bad, key=lambda item: compare.SEVERITY.index(item[1].kind))
    line = worst.differences[0].line if worst.differences else 1
    names = ", ".join(name for name, verdict in bad if verdict.kind == worst.kind)
    differences = tuple(("%s in %s" % (d.what, first), d.shown) for d in worst.differences)
    return Failure(test.name, test.path, test.line + line - 1, worst.kind, worst.note,
                   "%s (of %d run)" % (names, len(runs)),
                   tuple(input_for(test.line + line - 1)), differences,
                   tuple(parting), tuple(again(first)))


def bad_test(test, line, text):
    """The Failure of a test file that can't be run as it stands."""
    return Failure(test.name, test.path, line, compare.BAD_TEST, text)


def failure_lines(failure):
    """The display of one failure, as lines."""
    title = "FAIL %s:%d: %s" % (failure.path, failure.line, failure.kind)
    if failure.note:
        title += " (%s)" % failure.note
    lines = [title]
    if failure.where:
        lines.append("  in " + failure.where)
    if failure.input:
        lines.append("  input:")
        lines += ["    " + line for line in failure.input]
    for what, shown in failure.differences:
        lines.append("  expected (-) against got (+), %s:" % what)
        lines += ["    " + line for line in shown]
    if failure.parting:
        lines.append("  the backends part: " + failure.parting[0])
        lines += ["    " + line for line in failure.parting[1:]]
    for i, command in enumerate(failure.again):
        lines.append(("  again: " if i == 0 else "     or: ") + command)
    return lines


class Reporter:
    """Writes the report of one run to `out`. Used by one thread only."""

    def __init__(self, out, total):
        self.out = out
        self.total = total
        self.passed = 0
        self.failures = []
        self.left_out = []         # (test name, reason)
        self._on_terminal = out.isatty()
        self._progress_shown = False

    def finished(self, test, result):
        if result is None:
            self.passed += 1
        elif isinstance(result, LeftOut):
            self.left_out.append((test.name, result.reason))
        else:
            self.failed(result)
        self._progress(test)

    def failed(self, failure):
        self.failures.append(failure)
        self.say("\n".join(failure_lines(failure)) + "\n")

    def say(self, text):
        """A line of its own, above the progress line."""
        self._wipe()
        self.out.write(text + "\n")
        self.out.flush()

    def end(self):
        """What was left out, the list of what failed, and the last line."""
        self._wipe()
        for name, reason in self.left_out:
            self.out.write("left out: %s: %s\n" % (name, reason))
        if len(self.failures) > 1:
            self.out.write("failed:\n")
            for failure in sorted(self.failures, key=lambda f: (f.path, f.line)):
                self.out.write("  %s:%d: %s\n" % (failure.path, failure.line, failure.kind))
            self.out.write("\n")
        self.out.write("%d passed, %d failed\n" % (self.passed, len(self.failures)))
        self.out.flush()

    def _progress(self, test):
        if not self._on_terminal:
            return
        done = self.passed + len(self.failures) + len(self.left_out)
        text = "[%d/%d] %s" % (done, self.total, test.name)
        if self.failures:
            text = "[%d/%d, %d failed] %s" % (done, self.total, len(self.failures), test.name)
        width = shutil.get_terminal_size().columns
        self.out.write("\r\x1b[K" + text[:width - 1])
        self.out.flush()
        self._progress_shown = True

    def _wipe(self):
        if self._progress_shown:
            self.out.write("\r\x1b[K")
            self._progress_shown = False
