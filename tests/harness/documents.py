"""The examples in the reference: every fenced block of LANGUAGE.md is a test.

    ```duet              a whole program with its directives, `// expect: 3`
    ```duet fragment     only has to be correct syntax (--check)

A block is one test, named LANGUAGE.md:LINE by the line of its first code. It
runs as `example.duet` in a directory of its own.
"""

import os
import re

from . import compare, guest, report, sandbox

DOCUMENTS = ("common/LANGUAGE.md",)

_FENCE = re.compile(rb"^([ \t]*)(`{3,})[ \t]*([^`\n]*?)[ \t]*\r?$")


class Block:
    """One fenced block: its info words, first code line, and the code."""

    def __init__(self, info, line):
        self.info = info
        self.line = line
        self.code = b""


def blocks(text):
    """The fenced blocks of a Markdown text, in order. The indentation of the
    fence is taken off the code."""
    found, open_block, indent, ticks = [], None, b"", 0
    for number, line in enumerate(text.split(b"\n"), 1):
        match = _FENCE.match(line)
        if open_block is None:
            if match:
                indent, ticks = match.group(1), len(match.group(2))
                open_block = Block(match.group(3).decode("utf-8", "replace"), number + 1)
        elif match and len(match.group(2)) >= ticks and not match.group(3):
            found.append(open_block)
            open_block = None
        else:
            if line.startswith(indent):
                line = line[len(indent):]
            open_block.code += line + b"\n"
    if open_block is not None:
        found.append(open_block)
    return found


class Example(guest.Program):
    """A block that runs as a program."""

    def __init__(self, root, path, block):
        super().__init__(root, path, "%s:%d" % (os.path.basename(path), block.line))
        self.line = block.line
        self._code = block.code

    def source(self):
        return self._code

    def base_name(self):
        return "example.duet"

    def in_temp(self, directives):
        return True


class Fragment(Example):
    """A block that only has to be correct syntax, by both front ends."""

    def applies(self, context):
        return not context.gc_stress

    def run(self, context):
        verdicts, runs = [], []
        expect = compare.Expectation(stdout=[])
        seen = set()
        for config in context.configs:
            if config.executable in seen:
                continue
            seen.add(config.executable)
            with sandbox.Directory(context.scratch, {self.base_name(): self._code}) as place:
                outcome = context.processes.run(
                    [context.executable(config), "--check", self.base_name()], place.path,
                    sandbox.environment(place.home), limit=context.limit_for())
            verdicts.append((config.name, compare.judge(expect, outcome)))
            runs.append((config.name, outcome))
        return report.failure_of(
            self, verdicts, runs,
            lambda line: report.excerpt(self._code, line, first=self.line),
            lambda names: [context.again(self.name, names)])


def find(root):
    """All example tests of the documents that exist."""
    tests = []
    for path in DOCUMENTS:
        try:
            with open(os.path.join(root, path), "rb") as data:
                text = data.read()
        except FileNotFoundError:
            continue
        for block in blocks(text):
            words = block.info.split()
            if words == ["duet"]:
                tests.append(Example(root, path, block))
            elif words == ["duet", "fragment"]:
                tests.append(Fragment(root, path, block))
            elif words[:1] == ["duet"]:
                tests.append(UnknownBlock(root, path, block))
    return tests


class UnknownBlock(Example):
    """A block marked `duet` and something else: most likely a typing error."""

    def __init__(self, root, path, block):
        super().__init__(root, path, block)
        self._info = block.info

    def run(self, context):
        return report.bad_test(self, self.line - 1, "unknown kind of block: %s" % self._info)
