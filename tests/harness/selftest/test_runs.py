"""The course of a whole run: filters, counts, progress, Ctrl-C."""

import io
import os
import signal
import subprocess
import sys
import time

from .. import main
from .stage import StageTest

RUN = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__)))), "run.py")


class TerminalOut(io.StringIO):
    def isatty(self):
        return True


class Runs(StageTest):
    def three(self):
        for name in ("a/one", "a/two", "b/one"):
            self.file("tests/%s.duet" % name, "out 1  // expect: 1\n")

    def test_filters(self):
        self.three()
        for filters, count in (((), 3), (("tests/a",), 2), (("one",), 2), (("a/one",), 1),
                               (("a/one", "one"), 2), (("tests/b/one.duet",), 1),
                               ((os.path.join(self.root, "tests", "a"),), 2)):
            self.go("--config", "tree-O0", *filters)
            self.passes(count)

    def test_options_may_stand_between_filters(self):
        self.three()
        self.go("a/one", "--config", "tree-O0", "a/two")
        self.passes(2)

    def test_a_filter_that_finds_nothing_fails(self):
        self.three()
        self.go("--config", "tree-O0", "a/one", "zebra")
        self.fails("FAIL tests:1: bad test (no test is called zebra)", passed=1)

    def test_no_test_at_all_fails(self):
        self.go()
        self.fails("FAIL tests:1: bad test (no test was found)")

    def test_a_file_outside_the_tree(self):
        path = self.file("elsewhere/case.duet", "out 1  // expect: 1\n")
        self.three()
        self.go("--config", "tree-O0", path)
        self.passes()

    def test_tests_of_the_harness_are_no_guests(self):
        self.file("tests/harness/x.duet", "out 1\n")
        self.three()
        self.go("--config", "tree-O0")
        self.passes(3)

    def test_list(self):
        self.three()
        self.go("--list")
        self.assertEqual(self.lines, ["tests/a/one.duet", "tests/a/two.duet",
                                      "tests/b/one.duet"])

    def test_progress_is_for_terminals(self):
        self.three()
        self.go("--config", "tree-O0")
        self.assertEqual(self.output, "3 passed, 0 failed\n")
        out = TerminalOut()
        main.main(["--build", self.build, "--config", "tree-O0"], self.root, out)
        self.assertIn("\r\x1b[K[3/3] tests/", out.getvalue())
        self.assertTrue(out.getvalue().endswith("\r\x1b[K3 passed, 0 failed\n"))

    def test_wrong_usage(self):
        for argv in (["--config", "nope"], ["-j", "0"], ["--time-limit", "-1"], ["--wat"]):
            process = subprocess.run([sys.executable, RUN] + argv, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE)
            self.assertEqual(process.returncode, 64)

    def test_control_c(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            pid_file = os.path.join(self.root, "pid-%d" % number)
            path = self.file("sleepy-%d.duet" % number,
                             "// limit: 60\nout 1  // expect: 1\ntouch %s\nsleep 50\n" % pid_file)
            process = subprocess.Popen(
                [sys.executable, RUN, "--build", self.build, "--config", "tree-O0", path],
                stdout=subprocess.PIPE, start_new_session=True)
            self.wait_for(lambda: os.path.exists(pid_file) and os.path.getsize(pid_file))
            process.send_signal(number)
            output = process.communicate(timeout=20)[0].decode().splitlines()
            self.assertEqual(process.returncode, 130)
            self.assertEqual(output, ["interrupted; under way: " + path, "0 passed, 0 failed"])
            with open(pid_file) as pid:
                self.assertRaises(ProcessLookupError, os.kill, int(pid.read()), 0)

    def wait_for(self, condition):
        for _ in range(1000):
            if condition():
                return
            time.sleep(0.02)
        self.fail("it never came so far")
