"""Guest programs: one `.duet` file, every configuration, one outcome.

The program runs in its own folder under its base name, so that paths in
messages are the same everywhere. Its expectations stand in itself (see
expectations.py). A program of `programs/` may do without: then all backends
must agree and end with 0, in silence on stderr.

A configuration whose executable has already timed out or flooded once is not
run again for this test: seven endless runs would tell no more than one of each.
"""

import os

from . import compare, expectations, report, sandbox


class Program:
    """A test of one guest program."""

    line = 1                   # where the program begins in `path`

    def __init__(self, root, path, name=None):
        self.path = path                               # as shown
        self.name = name or path
        self.file = os.path.join(root, path)
        self.free = os.path.dirname(path) == "programs"

    def source(self):
        with open(self.file, "rb") as data:
            return data.read()

    def executables(self, configs):
        return {config.executable for config in configs}

    def applies(self, context):
        return True

    def run(self, context):
        source = self.source()
        directives = expectations.Directives(source)
        if directives.problems:
            number, text = directives.problems[0]
            return report.bad_test(self, self.line + number - 1, text)
        if not directives.expects_something and not self.free:
            return report.bad_test(self, self.line, "a test that cannot fail: it expects nothing")
        if context.gc_stress and directives.no_gc_stress:
            return report.LeftOut(directives.no_gc_stress)
        return self._judge(context, source, directives)

    def _judge(self, context, source, directives):
        expect = directives.expectation(output_demanded=not self.free)
        verdicts, runs, tired = [], [], set()
        for config in context.configs:
            if config.executable in tired:
                continue
            outcome = self._run_one(context, config, source, directives)
            verdicts.append((config.name, compare.judge(expect, outcome)))
            runs.append((config.name, outcome))
            if outcome.timed_out or outcome.flooded:
                tired.add(config.executable)
        return report.failure_of(
            self, verdicts, runs,
            lambda line: self._input(source, directives, line),
            lambda names: self._again(context, names, directives))

    def in_temp(self, directives):
        return directives.in_temp

    def base_name(self):
        return os.path.basename(self.file)

    def _argv(self, context, config, directives):
        return ([context.executable(config)] + list(config.options) + context.extra_options()
                + directives.options + [self.base_name()] + directives.args)

    def _run_one(self, context, config, source, directives):
        argv = self._argv(context, config, directives)
        limit = context.limit_for(directives.limit)
        if not self.in_temp(directives):
            return context.processes.run(
                argv, os.path.dirname(self.file) or ".", sandbox.environment(context.home),
                directives.stdin, limit)
        with sandbox.Directory(context.scratch, {self.base_name(): source}) as place:
            return context.processes.run(argv, place.path, sandbox.environment(place.home),
                                         directives.stdin, limit)

    def _input(self, source, directives, line):
        lines = report.excerpt(source, line, first=self.line)
        if directives.args:
            lines.append("arguments: " + " ".join(directives.args))
        if directives.stdin:
            lines.append("standard input:")
            lines += report.excerpt(directives.stdin, 1)
        return lines

    def _again(self, context, names, directives):
        commands = [context.again(self.name, names)]
        for config in context.configs:
            if config.name in names.split(",") and not self.in_temp(directives):
                argv = self._argv(context, config, directives)
                commands.append(report.shell_command(os.path.dirname(self.file), argv,
                                                     directives.stdin))
        return commands
