"""One generated program: how to make it, how to run it, how to judge it.

Tests that would be files of megabytes, or hundreds of files that differ in a
number, are written by a program instead. A Case holds what the harness needs:

    name       as a path, `generated/nesting/parentheses-1000000`
    source()   the program, bytes, made when asked for and not kept
    options    for the executable, before the file name
    stdin      bytes
    stack_kb   run under `ulimit -s` of this many KB; None is the default stack
    limit      seconds for one run
    tier       QUICK cases belong to every run, LONG ones to `--generated=long`
    one_level  one level of each executable is enough: the case is large, and about the parser
    series     for cases whose time is compared: (name of the series, size)
    judge(stdout, stderr, status)   "" when all is as it must be, else why not

What a case demands is a function (stdout, stderr, status) -> complaint or "".
The makers of such functions stand below. All backends must agree besides,
which is for the caller to see to.
"""

import re

QUICK, LONG = "quick", "long"

_KIND = rb"(?:[A-Za-z_][A-Za-z0-9_]*(?:: .*)?|Uncaught: .*|out of fuel|out of memory)"
_HEAD = re.compile(rb"\A" + _KIND + rb"\Z", re.DOTALL)
_PLACE = re.compile(rb"^  --> .*:\d+:\d+$", re.MULTILINE)
_SYNTAX_HEAD = re.compile(rb"^SyntaxError: .+$", re.MULTILINE)
MOST_SYNTAX_ERRORS = 10


class Case:
    """See the head of this file."""

    def __init__(self, name, make, demand, options=(), stdin=b"", stack_kb=None,
                 limit=10.0, tier=QUICK, one_level=False, series=None):
        self.name = "generated/" + name
        self._make = make
        self._demand = demand
        self.options = tuple(options)
        self.stdin = stdin
        self.stack_kb = stack_kb
        self.limit = limit
        self.tier = tier
        self.one_level = one_level
        self.series = series

    def source(self):
        made = self._make()
        return made if isinstance(made, bytes) else made.encode("utf-8")

    def judge(self, stdout, stderr, status):
        return self._demand(stdout, stderr, status)


def on_stacks(stacks, name, make, demand, **more):
    """The same case for each stack size of `stacks`; None is the default."""
    return [Case(name + ("" if kb is None else "@%dk" % kb), make, demand, stack_kb=kb, **more)
            for kb in stacks]


def _clip(data):
    return repr(data[:200])[1:] + ("..." if len(data) > 200 else "")


def prints(text):
    """Exit code 0, exactly `text` on stdout, nothing on stderr. `text` may be
    a function that makes it when it is wanted."""
    def demand(stdout, stderr, status):
        made = text() if callable(text) else text
        wanted = made if isinstance(made, bytes) else made.encode("utf-8")
        if status != 0:
            return "exit code %d, expected 0; stderr: %s" % (status, _clip(stderr))
        if stderr:
            return "stderr should be empty: " + _clip(stderr)
        if stdout != wanted:
            return "stdout is %s, expected %s" % (_clip(stdout), _clip(wanted))
        return ""
    return demand


def syntax_error(contains=""):
    """Exit code 65, nothing ran, one to ten SyntaxErrors, the first with `contains`."""
    wanted = contains.encode("utf-8")

    def demand(stdout, stderr, status):
        if status != 65:
            return "exit code %d, expected 65; stdout: %s stderr: %s" % (
                status, _clip(stdout), _clip(stderr))
        if stdout:
            return "something ran: " + _clip(stdout)
        head = stderr.split(b"\n", 1)[0]
        if not head.startswith(b"SyntaxError: ") or wanted not in head:
            return "the first line should be a SyntaxError with %s: %s" % (
                _clip(wanted), _clip(head))
        count = len(_SYNTAX_HEAD.findall(stderr))
        if count > MOST_SYNTAX_ERRORS:
            return "%d syntax errors are reported, ten at most is the rule" % count
        return "" if _PLACE.search(stderr) else "no place is given: " + _clip(stderr)
    return demand


def raises(head, stdout="", place=""):
    """Exit code 70, `head` as the first line of stderr, `stdout` printed before,
    and the error at `place`, a LINE:COL, where that is given."""
    wanted, printed = head.encode("utf-8"), stdout.encode("utf-8")
    ending = (":%s\n" % place).encode("ascii")

    def demand(got, stderr, status):
        if status != 70:
            return "exit code %d, expected 70; stderr: %s" % (status, _clip(stderr))
        if stderr.split(b"\n", 1)[0] != wanted:
            return "the first line of stderr should be %s: %s" % (_clip(wanted), _clip(stderr))
        if got != printed:
            return "stdout is %s, expected %s" % (_clip(got), _clip(printed))
        if place and ending not in stderr:
            return "the place should be %s: %s" % (place, _clip(stderr))
        return ""
    return demand


def either(*demands):
    """One of `demands` is met: for limits whose number is the interpreter's own."""
    def demand(stdout, stderr, status):
        complaints = [one(stdout, stderr, status) for one in demands]
        return "" if "" in complaints else "; or: ".join(complaints)
    return demand


def documented(stdout, stderr, status):
    """Whatever the program is: it ends with a documented code, in the documented form."""
    if status == 0:
        return "exit code 0 with something on stderr: " + _clip(stderr) if stderr else ""
    if status == 65:
        return syntax_error()(stdout, stderr, status)
    if status != 70:
        return "exit code %d is not documented; stderr: %s" % (status, _clip(stderr))
    place = _PLACE.search(stderr)
    if not place:
        return "no place is given: " + _clip(stderr)
    head = stderr[:place.start()].rstrip(b"\n")
    return "" if _HEAD.match(head) else "no head of a report: " + _clip(head)
