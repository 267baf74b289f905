"""A stage for one selftest: a small tree with tests in it, and fake executables."""

import io
import os
import shutil
import sys
import tempfile
import textwrap
import unittest

from .. import configs, main

_FAKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fake.py")
TWO = ("--config", "tree-O0,vm-O0")


class StageTest(unittest.TestCase):
    """Gives each test `self.root`, `self.build` and ways to fill and run them."""

    def setUp(self):
        self.root = os.path.realpath(tempfile.mkdtemp(prefix="duet-selftest-"))
        self.addCleanup(shutil.rmtree, self.root, True)
        self.build = os.path.join(self.root, "build")
        for short, name in configs.EXECUTABLES.items():
            if short not in configs.OPTIONAL:
                self.executable("build/" + name)

    def executable(self, path, body=None):
        """An executable: the fake, or a Python program `body`."""
        if body is None:
            with open(_FAKE, encoding="utf-8") as source:
                body = source.read()
        # -S -E: no site packages, which makes a fake start three times faster.
        self.file(path, "#!%s -SE\n%s" % (sys.executable, textwrap.dedent(body)), dedent=False)
        os.chmod(os.path.join(self.root, path), 0o755)

    def file(self, path, text, dedent=True):
        """A file below the root; its full path."""
        full = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        if dedent:
            text = textwrap.dedent(text).lstrip("\n")
        with open(full, "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        return full

    def go(self, *argv):
        """Run the harness here; keeps exit code, output and its lines."""
        out = io.StringIO()
        self.code = main.main(["--build", self.build, "-j", "2"] + list(argv), self.root, out)
        self.output = out.getvalue()
        self.lines = self.output.splitlines()
        return self.output

    def guest(self, text, *argv):
        """Stage one guest program tests/demo/case.duet and run it through two."""
        self.file("tests/demo/case.duet", text)
        return self.go(*(argv or TWO))

    def passes(self, count=1):
        self.assertEqual(self.lines[-1:], ["%d passed, 0 failed" % count], self.output)
        self.assertEqual(self.code, 0, self.output)

    def fails(self, first_line, passed=0, failed=1):
        """The report's first line is this one, and the last line counts it."""
        self.assertEqual(self.lines[0], first_line, self.output)
        self.assertEqual(self.lines[-1], "%d passed, %d failed" % (passed, failed), self.output)
        self.assertEqual(self.code, 1, self.output)

    def shows(self, *texts):
        """All texts are in the output, in this order."""
        at = 0
        for text in texts:
            found = self.output.find(text, at)
            self.assertGreaterEqual(found, 0, "%r is missing or out of order in:\n%s"
                                    % (text, self.output))
            at = found + len(text)
