"""The verdict on one outcome, and the first place where outcomes part.

    judge(expectation, outcome)  ->  None, or a Verdict: kind and differences
    parting(runs)                ->  None, or where the backends part

The kinds of failure, worst first; a test is shown under the worst it met:

    build failed, crashed, timed out, wrong output, wrong error,
    wrong exit code, backends disagree, too slow, bad test

A sanitizer's report is a crash whatever the exit code says.
"""

import re
from typing import NamedTuple, Optional, Tuple

from . import patterns, visible
from .execute import OUTPUT_LIMIT, signal_name

BUILD_FAILED = "build failed"
CRASHED = "crashed"
TIMED_OUT = "timed out"
WRONG_OUTPUT = "wrong output"
WRONG_ERROR = "wrong error"
WRONG_EXIT = "wrong exit code"
DISAGREE = "backends disagree"
TOO_SLOW = "too slow"
BAD_TEST = "bad test"

SEVERITY = (BUILD_FAILED, CRASHED, TIMED_OUT, WRONG_OUTPUT, WRONG_ERROR,
            WRONG_EXIT, DISAGREE, TOO_SLOW, BAD_TEST)

CONTEXT = 3          # equal lines shown before the first difference
WINDOW = 24          # lines shown of each side

_SANITIZER = re.compile(rb"ERROR: (\w+Sanitizer): ([\w-]+(?: [\w-]+)?)")
_UNDEFINED = re.compile(rb"^[^\n]*:\d+:\d+: runtime error: ([^\n]*)", re.MULTILINE)
_PLACE = re.compile(rb"^  --> .*:(\d+:\d+)$")


class Expectation(NamedTuple):
    """What a run must leave behind. None stands for `not looked at`."""
    stdout: Optional[list] = None      # of patterns.Line
    stderr: Optional[list] = None      # of patterns.Line
    errors: Tuple = ()                 # (line in the test, first line of a report)
    places: Tuple = ()                 # (line in the test, b"LINE:COL" of a report)
    status: int = 0
    status_line: int = 1               # where the test file says so
    message: bool = False              # stderr must say something


class Difference(NamedTuple):
    what: str                          # "stdout", "stderr", "exit code"
    line: int                          # in the test file
    shown: list                        # of diff lines
    cut_short: bool = False            # what came is the beginning of what should


class Verdict(NamedTuple):
    kind: str                          # one of SEVERITY
    note: str                          # the signal, the sanitizer's word, ...
    differences: list


def crash(outcome, status_expected):
    """The name of the crash, or None."""
    report = _SANITIZER.search(outcome.stderr)
    if report:
        return b": ".join(report.groups()).decode("ascii", "replace")
    report = _UNDEFINED.search(outcome.stderr)
    if report:
        return "UndefinedBehaviorSanitizer: " + report.group(1).decode("utf-8", "replace")
    if outcome.timed_out or outcome.flooded or outcome.status == status_expected:
        return None
    if outcome.status < 0:
        return signal_name(-outcome.status)
    if 128 < outcome.status < 128 + 32:            # a shell's word for it
        return signal_name(outcome.status - 128)
    return None


def judge(expect, outcome):
    """None when the outcome is as expected."""
    if outcome.error:
        return Verdict(BUILD_FAILED, outcome.error, [])
    differences = _differences(expect, outcome)
    crashed = crash(outcome, expect.status)
    if crashed:
        if outcome.stderr and not any(d.what == "stderr" for d in differences):
            differences.append(_lines("stderr", [], outcome.stderr, 1))
        return Verdict(CRASHED, crashed, differences)
    if outcome.timed_out:
        return Verdict(TIMED_OUT, outcome.note, differences)
    if outcome.flooded:
        return Verdict(WRONG_OUTPUT, "stopped past %d MiB of output"
                       % (OUTPUT_LIMIT >> 20), differences)
    if not differences:
        return None
    kind = _kind(differences)
    if kind == WRONG_ERROR:                         # the cause goes first
        differences.sort(key=lambda d: d.what != "stderr")
    return Verdict(kind, outcome.note, differences)


def _kind(differences):
    found = {difference.what: difference for difference in differences}
    if "stderr" in found and ("stdout" not in found or found["stdout"].cut_short):
        return WRONG_ERROR
    return WRONG_OUTPUT if "stdout" in found else WRONG_EXIT


def _differences(expect, outcome):
    found = []
    if expect.stdout is not None:
        found.append(_lines("stdout", expect.stdout, outcome.stdout, 1))
    if expect.stderr is not None:
        found.append(_lines("stderr", expect.stderr, outcome.stderr, 1))
    if expect.stderr is None or (expect.errors and not found[-1]):
        found.append(_reports(expect, outcome.stderr))
    if outcome.status != expect.status and not outcome.timed_out:
        found.append(Difference("exit code", expect.status_line,
                                ["- %d" % expect.status, "+ " + _status(outcome)]))
    return [difference for difference in found if difference]


def _lines(what, expected, data, default_line):
    """The Difference between expected lines and a stream, or None."""
    got = patterns.split_lines(data)
    mismatch = patterns.first_mismatch(expected, got)
    if mismatch is None:
        return None
    e, g = mismatch
    if e < len(expected):
        line = expected[e].number
    else:
        line = expected[-1].number if expected else default_line
    shown = visible.diff(
        [visible.visible(l) for l in got[max(0, g - CONTEXT):g]],
        [l.shown() for l in expected[e:e + WINDOW]],
        [visible.visible(l) for l in got[g:g + WINDOW]],
        max(0, len(expected) - e - WINDOW), max(0, len(got) - g - WINDOW))
    if g > CONTEXT:
        shown.insert(0, "  ... (%d lines before)" % (g - CONTEXT))
    return Difference(what, line, shown, cut_short=(g == len(got)))


def _reports(expect, stderr):
    """Compare the heads and places of the error reports in `stderr`.

    The first head is the first line; a further one stands before a ` --> `
    line. As many reports must come as the test has `error` directives.
    """
    lines = patterns.split_lines(stderr)
    if expect.message and not lines:
        return Difference("stderr", expect.status_line, ["- (some message)"])
    if expect.message:
        return None
    arrows = [i for i, line in enumerate(lines) if _PLACE.match(line.rstrip(b"\n"))]
    heads = lines[:1] + [lines[i - 1] for i in arrows[1:]]
    places = [_PLACE.match(lines[i].rstrip(b"\n")).group(1) for i in arrows]
    wrong = None
    for i in range(max(len(heads), len(expect.errors))):
        want = expect.errors[i] if i < len(expect.errors) else None
        if want is None or i >= len(heads) or heads[i] != want[1] + b"\n":
            wrong = want[0] if want else (expect.errors[-1][0] if expect.errors else 1)
            break
    for i, (number, place) in enumerate(expect.places):
        if wrong is None and places[i:i + 1] != [place]:
            wrong = number
    if wrong is None:
        return None
    return Difference("stderr", wrong, _report_diff(expect, lines))


def _report_diff(expect, lines):
    wanted = [visible.visible(head + b"\n") for _, head in expect.errors]
    for i, (_, place) in enumerate(expect.places):
        wanted.insert(min(2 * i + 1, len(wanted)), "  at " + place.decode("ascii"))
    return (["- " + line for line in wanted]
            + ["+ " + visible.visible(line) for line in lines[:WINDOW]])


def _status(outcome):
    return signal_name(-outcome.status) if outcome.status < 0 else str(outcome.status)


def parting(runs):
    """Where the runs first part: a list of shown lines, or None.

    `runs` is a list of (name, Outcome); the first one is what the rest are
    held against.
    """
    if not runs:
        return None
    (first, base), rest = runs[0], runs[1:]
    for name, outcome in rest:
        if _key(outcome) != _key(base):
            same = [n for n, o in runs if _key(o) == _key(base)]
            other = [n for n, o in runs if _key(o) == _key(outcome)]
            return _first_place(first, base, same, name, outcome, other)
    return None


def _key(outcome):
    return (outcome.stdout, outcome.stderr, outcome.status, outcome.timed_out,
            outcome.error)


def _first_place(first, base, same, name, outcome, other):
    for what in ("stdout", "stderr"):
        left, right = getattr(base, what), getattr(outcome, what)
        if left != right:
            number, *lines = patterns.line_of_difference(left, right)
            ends = ["(ended)" if line is None else visible.visible(line) for line in lines]
            return _parting_lines(first, same, name, other, "%s line %d" % (what, number), ends)
    return _parting_lines(first, same, name, other, "exit code",
                          [_ending(base), _ending(outcome)])


def _ending(outcome):
    return "(timed out)" if outcome.timed_out else outcome.error or _status(outcome)


def _parting_lines(first, same, name, other, place, ends):
    return ["%s and %s, at %s" % (first, name, place),
            "%s: %s" % (", ".join(same), ends[0]),
            "%s: %s" % (", ".join(other), ends[1])]
