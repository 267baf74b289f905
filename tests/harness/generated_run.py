"""A generated program as a test: made, run in a few configurations, judged.

The cases come from generated.py. Each is one test of its own name. What a case
demands is said by the case; that all configurations agree is seen here, and so
is a series of sizes whose time grows faster than its programs do. Three
configurations are enough for most; those about sites that remember what they
saw run in all, since there the techniques part.

The program lies in an empty directory as `program.duet`. A case with a stack
of its own size is started by a shell that sets it (`ulimit -s`).
"""

import os
import shlex

from . import compare, configs, generated, generated_case, report, sandbox, visible

FILE = "program.duet"
IN_ALL_ROWS = "generated/sites/"
SHOWN = 1500               # bytes of the program in a failure
FURTHER_TIMES = 2          # a slow series is timed so often again: was it the machine?


def find(tier, filters):
    """The generated tests of this run. `tier` is None, QUICK or LONG, which is
    both. A filter that begins with `generated` asks for the quick ones, and for
    a long one if it is its name."""
    named = {item for item in filters if item.startswith("generated")}
    if tier is None and not named:
        return []
    cases = generated.tests()
    return [Generated(case, cases) for case in cases
            if case.tier == generated_case.QUICK or tier == generated_case.LONG
            or case.name in named]


class Generated:
    """A test of one case."""

    line = 1

    def __init__(self, case, cases=()):
        self.case = case
        self.name = self.path = case.name
        self._cases = cases                  # where the rest of the series is found

    def executables(self, rows):
        return {row.executable for row in self._rows(rows)}

    def applies(self, context):
        return not context.gc_stress

    def _rows(self, rows):
        if self.name.startswith(IN_ALL_ROWS):
            return rows
        return configs.for_generated(rows, self.case.one_level)

    def run(self, context):
        case = self.case
        rows = self._rows(context.configs)
        source = case.source()
        with sandbox.Directory(context.scratch, {FILE: source}) as place:
            runs = [(row.name, run_case(context, row, case, place)) for row in rows]
        verdicts = [(name, _verdict(case, outcome)) for name, outcome in runs]
        failure = report.failure_of(
            self, verdicts, runs, lambda _: _input(case, source),
            lambda names: [context.again(self.name, names)]
            + [_command(context, row, case) for row in rows if row.name in names.split(",")])
        if failure or not case.series:
            return failure
        return self._growth(context, rows, runs)

    def _growth(self, context, rows, runs):
        """The Failure if the largest size of a series takes too long for its size."""
        sizes = sorted((other for other in self._cases
                        if other.series and other.series[0] == self.case.series[0]),
                       key=lambda other: other.series[1])
        if len(sizes) < 2 or sizes[-1].name != self.name:
            return None
        complaints = []
        for row, (_, outcome) in zip(rows, runs):
            complaints += ["%s: %s" % (row.name, text) for text in
                           slow(sizes, {self.case.series: outcome.seconds},
                                lambda case, row=row: _seconds(context, row, case))]
        if not complaints:
            return None
        return report.Failure(self.name, self.path, 1, compare.TOO_SLOW,
                              differences=(("processor time", complaints),),
                              again=(context.again(self.name),))


def slow(sizes, seconds, measure):
    """The complaints about the cases `sizes` of one series. `measure(case)` gives
    the processor time of one run, `seconds` what is known by case.series. Only
    the smallest times count, and only a series that looks slow is timed again."""
    for turn in range(1 + FURTHER_TIMES):
        for case in sizes:
            if turn or case.series not in seconds:
                taken = measure(case)
                seconds[case.series] = min(taken, seconds.get(case.series, taken))
        complaints = generated.too_slow(seconds)
        if not complaints:
            break
    return complaints


def _seconds(context, row, case):
    with sandbox.Directory(context.scratch, {FILE: case.source()}) as place:
        return run_case(context, row, case, place).seconds


def run_case(context, row, case, place):
    """The Outcome of one run of `case` whose program lies in the directory `place`."""
    return context.processes.run(
        _argv(context, row, case), place.path, sandbox.environment(place.home), case.stdin,
        context.limit_for(case.limit))


def _argv(context, row, case):
    argv = [context.executable(row)] + list(row.options) + list(case.options) + [FILE]
    if case.stack_kb is None:
        return argv
    return ["/bin/sh", "-c", 'ulimit -s %d && exec "$@"' % case.stack_kb, "sh"] + argv


def _verdict(case, outcome):
    """None if the run is as the case demands."""
    if outcome.error:
        return compare.Verdict(compare.BUILD_FAILED, outcome.error, [])
    crashed = compare.crash(outcome, None)
    if crashed or outcome.timed_out or outcome.flooded:
        kind = (compare.CRASHED if crashed else compare.TIMED_OUT if outcome.timed_out
                else compare.WRONG_OUTPUT)
        note = crashed or ("" if outcome.timed_out else "it prints without end")
        return compare.Verdict(kind, note, _what_came(outcome))
    complaint = case.judge(outcome.stdout, outcome.stderr, outcome.status)
    if not complaint:
        return None
    return compare.Verdict(compare.WRONG_OUTPUT, "", [
        compare.Difference("what was demanded", 1, [complaint])] + _what_came(outcome))


def _what_came(outcome):
    return [compare.Difference(what, 1, ["+ " + visible.visible(line) for line in
                                         data[:SHOWN].splitlines(True)[:compare.WINDOW]])
            for what, data in (("stdout", outcome.stdout), ("stderr", outcome.stderr)) if data]


def _input(case, source):
    lines = report.excerpt(source[:SHOWN], 1)
    if len(source) > SHOWN:
        lines.append("... (%d bytes in all)" % len(source))
    if case.stack_kb is not None:
        lines.append("on a stack of %d KB" % case.stack_kb)
    if case.stdin:
        lines.append("standard input:")
        lines += report.excerpt(case.stdin, 1)
    return lines


def _command(context, row, case):
    """One line that makes the program and runs it by hand."""
    folder = os.path.relpath(os.path.join(context.root, "tests"))
    make = "(cd %s && python3 -m harness.generated %s) > %s" % (
        shlex.quote(folder), shlex.quote(case.name), FILE)
    argv = [context.executable(row)] + list(row.options) + list(case.options) + [FILE]
    run = report.shell_command(os.getcwd(), argv, case.stdin)
    if case.stack_kb is not None:
        run = "(ulimit -s %d; %s)" % (case.stack_kb, run)
    return make + " && " + run
