"""Golden listings: what the disassembler prints, to the letter.

`tests/listings/NAME.duet` with `NAME.listing` beside it: the listing must be
what `duet-vm -O0 --disassemble NAME.duet` writes to stdout, from every build
of the VM. A `// options:` line in the program adds options (a later -O1 wins).
A new listing is written by that same command, then read with care.
"""

import os

from . import compare, configs, expectations, patterns, report, sandbox

FOLDER = "tests/listings"


class Listing:
    """A test of one golden file."""

    line = 1

    def __init__(self, root, path):
        self.path = self.name = path                    # of the .listing file
        self.file = os.path.join(root, path)
        self.program = os.path.splitext(self.file)[0] + ".duet"

    def executables(self, table):
        return {config.executable for config in table} & set(configs.VMS)

    def applies(self, context):
        return not context.gc_stress and bool(self.executables(context.configs))

    def run(self, context):
        with open(self.file, "rb") as data:
            golden = data.read()
        if not golden.strip():
            return report.bad_test(self, 1, "the listing is empty")
        try:
            with open(self.program, "rb") as data:
                source = data.read()
        except FileNotFoundError:
            return report.bad_test(self, 1, "no %s beside it" % os.path.basename(self.program))
        directives = expectations.Directives(source)
        expect = compare.Expectation(stdout=[
            patterns.Line(number, line)
            for number, line in enumerate(patterns.split_lines(golden), 1)])
        folder = os.path.dirname(self.file)
        verdicts, runs, commands = [], [], {}
        for name in configs.VMS:
            if name not in self.executables(context.configs):
                continue
            argv = ([os.path.join(context.build, name), "-O0", "--disassemble"]
                    + directives.options + [os.path.basename(self.program)])
            outcome = context.processes.run(argv, folder, sandbox.environment(context.home),
                                            limit=context.limit_for(directives.limit))
            verdicts.append((name, compare.judge(expect, outcome)))
            runs.append((name, outcome))
            commands[name] = report.shell_command(folder, argv)
        return report.failure_of(
            self, verdicts, runs, lambda line: report.excerpt(source, 1),
            lambda names: [context.again(self.name)] + [commands[n] for n in names.split(",")])


def find(root):
    """All golden listings."""
    folder = os.path.join(root, FOLDER)
    if not os.path.isdir(folder):
        return []
    return [Listing(root, "%s/%s" % (FOLDER, name))
            for name in sorted(os.listdir(folder)) if name.endswith(".listing")]
