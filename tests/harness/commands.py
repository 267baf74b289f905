"""Command-line tests: `tests/cli/*.cmd`, commands and what they must print.

    # a comment
    file hello.duet
    | print("hi", args())

    $ {both} hello.duet one
    1| hi ["one"]

    $ {both} --nonsense
    2| {name}: unknown option '--nonsense'
    exit 64

A file is a head (see sandbox.Setup: file, env, limit) and steps. A step is a
`$` line for /bin/sh, so redirections, pipes, `NAME=VALUE` and `ulimit` are
simply written; `+ ` goes on with the command on a new line. Behind it:

    0| text      a line of standard input          0"no newline"
    1| text      an expected line of stdout        1"bytes \\xff\\n"
    2| text      an expected line of stderr        2"..."
    1/ regex     a line that the whole regex matches, also 2/
    1...         any number of lines, also 2...
    exit N       the exit code, 0 unless said

What isn't expected must not come. All steps of a file share one directory. A
`file` may also stand between steps; it is there from the beginning.

Placeholders: {tree} {vm} {switch} {tail} {tos} are the executables; {both} makes the whole
file run twice, once for the tree-walker and once for the VM, each in its own
directory; {vms} runs it for every build of the VM; {all} for every configuration,
with the level's options.
{name} is the base name of the executable whose turn it is, {root} the
repository, {python} this Python. They work in commands and in expected text.
"""

import os
import re
import shlex
import sys

from . import compare, configs, patterns, report, sandbox

FOLDER = "tests/cli"
_FIXED = {"{tree}": "duet-tree", "{vm}": "duet-vm", "{switch}": "duet-vm-switch",
          "{tail}": "duet-vm-tail", "{tos}": "duet-vm-tos"}
_STREAM = re.compile(rb'([012])(\||/|"|\.\.\.)(.*)$')
_EXIT = re.compile(rb"exit (\d+)$")


class Step:
    """One command and what it must leave behind."""

    def __init__(self, number, command):
        self.number = number
        self.command = command
        self.stdin = b""
        self.expected = {b"1": [], b"2": []}     # items of patterns.build
        self.status = 0
        self.status_line = number
        self.says_something = False              # has any line of its own

    def take(self, number, line):
        """Take one line behind the command. ValueError if it makes no sense."""
        match = _EXIT.match(line)
        if match:
            self.status, self.status_line = int(match.group(1)), number
            self.says_something = True
            return
        match = _STREAM.match(line)
        if not match:
            raise ValueError("cannot read this line")
        stream, kind, text = match.groups()
        if stream == b"0":
            self.stdin += _exact(kind, text)
            return
        self.says_something = True
        if kind == b"/":
            item = patterns.Line(number, regex=re.compile(text[1:]))
        elif kind == b"...":
            item = patterns.Line(number)
        else:
            item = (number, _exact(kind, text))
        self.expected[stream].append(item)

    def expectation(self, fill):
        """The Expectation, with `fill` applied to every expected text."""
        def filled(items):
            return patterns.build([item if isinstance(item, patterns.Line)
                                   else (item[0], fill(item[1])) for item in items])
        return compare.Expectation(stdout=filled(self.expected[b"1"]),
                                   stderr=filled(self.expected[b"2"]),
                                   status=self.status, status_line=self.status_line)


def _exact(kind, text):
    if kind == b'"':
        return sandbox.quoted_bytes(kind + text)
    if kind != b"|":
        raise ValueError("standard input must be exact")
    return (text[1:] if text.startswith(b" ") else text) + b"\n"


def parse(source):
    """(Setup, steps, problems) of one .cmd file."""
    setup, steps, problems = sandbox.Setup(), [], []
    for number, line in enumerate(source.split(b"\n"), 1):
        try:
            if line.startswith(b"$ "):
                steps.append(Step(number, line[2:].decode("utf-8")))
                setup.end_of_file()
            elif line.startswith(b"+ ") and steps:
                steps[-1].command += "\n" + line[2:].decode("utf-8")
            elif not steps or line.startswith((b"file ", b"|", b'"')):
                if not setup.take(line):
                    problems.append((number, "cannot read this line"))
            elif line.strip() and not line.startswith(b"#"):
                steps[-1].take(number, line)
        except (ValueError, re.error) as error:
            problems.append((number, str(error)))
    if not any(step.says_something for step in steps):
        problems.append((1, "a test that cannot fail: it expects nothing"))
    return setup, steps, problems


class Commands:
    """A test of one .cmd file."""

    line = 1

    def __init__(self, root, path):
        self.path = self.name = path
        self.root = root
        self.file = os.path.join(root, path)
        with open(self.file, "rb") as data:
            self.source = data.read()

    def _uses(self, placeholder):
        return placeholder.encode() in self.source

    def _turns(self, table):
        """The configurations that the whole file runs for, one after the other."""
        if self._uses("{all}"):
            return table
        if self._uses("{both}"):
            return configs.plain(table, ("duet-tree", "duet-vm"))
        if self._uses("{vms}"):
            return configs.plain(table, configs.VMS)
        return (configs.Config("sh", "", ()),)

    def executables(self, table):
        fixed = {name for placeholder, name in _FIXED.items() if self._uses(placeholder)}
        return fixed | {turn.executable for turn in self._turns(table)} - {""}

    def applies(self, context):
        used = {config.executable for config in context.configs}
        fixed = {name for placeholder, name in _FIXED.items() if self._uses(placeholder)}
        return (not context.gc_stress and fixed <= used
                and bool(self._turns(context.configs)))

    def run(self, context):
        setup, steps, problems = parse(self.source)
        if problems:
            return report.bad_test(self, *problems[0])
        verdicts, outcomes = [], {}
        for turn in self._turns(context.configs):
            verdict, reached = None, []
            fill = self._filler(context, turn)
            with sandbox.Directory(context.scratch, setup.files) as place:
                env = sandbox.environment(place.home, setup.env)
                for step in steps:
                    reached.append(context.processes.run(
                        ["/bin/sh", "-c", fill(step.command)], place.path, env, step.stdin,
                        context.limit_for(setup.limit)))
                    verdict = compare.judge(
                        step.expectation(lambda text: fill(text.decode(
                            "utf-8", "surrogateescape"), False).encode(
                                "utf-8", "surrogateescape")), reached[-1])
                    if verdict:
                        break
            verdicts.append((turn.name, verdict, len(reached) - 1))
            outcomes[turn.name] = reached
        return self._failure(context, setup, steps, verdicts, outcomes)

    def _filler(self, context, turn):
        """A function that puts the values in the places of the placeholders."""
        def path(name):
            return shlex.quote(os.path.join(context.build, name))

        values = {placeholder: path(name) for placeholder, name in _FIXED.items()}
        values["{root}"] = self.root
        values["{python}"] = shlex.quote(sys.executable)
        if turn.executable:
            values["{both}"] = values["{vms}"] = path(turn.executable)
            values["{all}"] = " ".join([path(turn.executable)] + list(turn.options))
            values["{name}"] = turn.executable

        def fill(text, command=True):
            for placeholder, value in values.items():
                text = text.replace(placeholder, value)
            return text
        return fill

    def _failure(self, context, setup, steps, verdicts, outcomes):
        failed = [index for _, verdict, index in verdicts if verdict]
        if not failed:
            return None
        index = failed[0]
        step = steps[index]
        runs = [(name, reached[index]) for name, reached in outcomes.items()
                if index < len(reached)]
        shown = [(name, verdict and self._anchored(verdict, steps[at]))
                 for name, verdict, at in verdicts]
        return report.failure_of(
            self, shown, runs, lambda line: self._input(setup, step),
            lambda _: [context.again(self.name)])

    def _anchored(self, verdict, step):
        """The verdict with differences that have no line of their own put at the step."""
        return verdict._replace(differences=[
            d._replace(line=max(d.line, step.number)) for d in verdict.differences]
            or [compare.Difference("command", step.number, ["  " + step.command])])

    def _input(self, setup, step):
        lines = ["$ " + step.command.replace("\n", "\n      ")]
        if step.stdin:
            lines.append("standard input:")
            lines += report.excerpt(step.stdin, 1)
        for name, data in setup.files.items():
            lines.append("file %s:" % name)
            lines += report.excerpt(data, 1)
        return lines


def find(root):
    """All command-line tests."""
    folder = os.path.join(root, FOLDER)
    if not os.path.isdir(folder):
        return []
    return [Commands(root, "%s/%s" % (FOLDER, name))
            for name in sorted(os.listdir(folder)) if name.endswith(".cmd")]
