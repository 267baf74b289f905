"""Every kind of failure of a guest program: seen, told apart, and shown."""

import os
import time

from .stage import StageTest

CASE = "FAIL tests/demo/case.duet:"


class Failures(StageTest):
    def test_wrong_output_is_shown_in_order(self):
        self.guest("""
            // stdin: typed
            out a  // expect: a
            out b\u200bb  // expect: c
            """)
        self.fails(CASE + "3: wrong output")
        self.shows("in tree-O0, vm-O0 (of 2 run)", "input:", "   3 | out b", "standard input:",
                   "typed", "expected (-) against got (+), stdout in tree-O0:",
                   "      a\n    - c\n    + b\\u{200b}b\n", "again: python3", "--config tree-O0",
                   "tests/demo/case.duet", "or: ")
        self.assertNotIn("the backends part", self.output)

    def test_wrong_output_in_one_backend(self):
        self.guest("""
            on duet-tree: out 2
            on duet-vm: out 3
            // expect: 2
            """)
        self.fails(CASE + "3: wrong output")
        self.shows("in vm-O0 (of 2 run)", "- 2", "+ 3",
                   "the backends part: tree-O0 and vm-O0, at stdout line 1",
                   "tree-O0: 2", "vm-O0: 3", "--config vm-O0", "duet-vm -O0 case.duet")

    def test_a_missing_and_a_surplus_line(self):
        self.guest("out 1  // expect: 1\n// expect: 2\n")
        self.fails(CASE + "2: wrong output")
        self.shows("- 2")
        self.guest("out 1  // expect: 1\nout 2\n")
        self.fails(CASE + "1: wrong output")
        self.shows("+ 2")

    def test_a_missing_newline(self):
        self.guest("write 1  // expect: 1\n")
        self.fails(CASE + "1: wrong output")
        self.shows("- 1\n", "+ 1 (no newline)")

    def test_blanks_at_the_end(self):
        self.guest("bytes 1\\x20\\n  // expect: 1\n")
        self.fails(CASE + "1: wrong output")
        self.shows("+ 1\u00b7")

    def test_wrong_error(self):
        self.guest("err TypeError: a  // error: TypeError: b\nexit 70\n")
        self.fails(CASE + "1: wrong error")
        self.shows("stderr in tree-O0", "- TypeError: b", "+ TypeError: a")

    def test_wrong_place(self):
        self.guest("err E: a  // error: E: a\nerr   --> case.duet:1:2\nexit 70  \n// at: 1:3\n")
        self.fails(CASE + "4: wrong error")
        self.shows("-   at 1:3", "+   --> case.duet:1:2")

    def test_too_few_and_too_many_errors(self):
        self.guest("err E: a  // error: E: a\n// error: E: b\nexit 70\n")
        self.fails(CASE + "2: wrong error")
        self.guest("err E: a  // error: E: a\nerr   --> case.duet:1:2\nerr E: b\n"
                   "err   --> case.duet:1:3\nexit 70\n")
        self.fails(CASE + "1: wrong error")

    def test_an_unexpected_error_is_the_cause_of_short_output(self):
        self.guest("out 1  // expect: 1\nerr TypeError: a\n// expect: 2\nexit 70\n")
        self.fails(CASE + "1: wrong error")
        self.shows("stderr in tree-O0", "+ TypeError: a", "stdout in tree-O0", "- 2",
                   "exit code in tree-O0", "- 0", "+ 70")

    def test_a_missing_error(self):
        self.guest("out 1  // expect: 1\n// error: TypeError: a\n")
        self.fails(CASE + "2: wrong error")

    def test_whole_stderr(self):
        self.guest("err a  // stderr: a\nerr b\nexit 70\n")
        self.fails(CASE + "1: wrong error")
        self.shows("+ b")

    def test_error_and_stderr_are_both_looked_at(self):
        self.guest("// error: E: b\nerr E: a // stderr: E: a\nexit 70\n")
        self.fails(CASE + "1: wrong error")

    def test_wrong_exit_code(self):
        self.guest("out 1  // expect: 1\nexit 3\n")
        self.fails(CASE + "1: wrong exit code")
        self.shows("exit code in tree-O0", "- 0", "+ 3")

    def test_crash(self):
        self.guest("out 1  // expect: 1\non duet-vm: signal SIGSEGV\n")
        self.fails(CASE + "1: crashed (SIGSEGV)")
        self.shows("in vm-O0 (of 2 run)", "the backends part: tree-O0 and vm-O0, at exit code",
                   "tree-O0: 0", "vm-O0: SIGSEGV")

    def test_sanitizer_reports_are_crashes(self):
        self.guest("out 1  // expect: 1\nerr ==7==ERROR: AddressSanitizer: heap-use-after-free on"
                   "\nexit 1\n")
        self.fails(CASE + "1: crashed (AddressSanitizer: heap-use-after-free on)")
        self.guest("out 1  // expect: 1\nerr heap.c:3:4: runtime error: shift exponent 64\n")
        self.fails(CASE + "1: crashed (UndefinedBehaviorSanitizer: shift exponent 64)")
        self.guest("// exit: 1\nerr ==7==ERROR: LeakSanitizer: detected memory leaks\nexit 1\n")
        self.fails(CASE + "1: crashed (LeakSanitizer: detected memory)")
        self.shows("+ ==7==ERROR")

    def test_time_out_kills_the_whole_group(self):
        pid_file = os.path.join(self.root, "pid")
        start = time.monotonic()
        self.guest("out 1  // expect: 1\nspawn %s\nsleep 30\n" % pid_file,
                   "--time-limit", "0.7", "--config", "tree")
        self.assertLess(time.monotonic() - start, 10)
        self.fails(CASE + "1: timed out")
        self.shows("in tree-O0 (of 1 run)")       # tree-O1 would hang the same way
        with open(pid_file) as pid:
            self.assertDies(int(pid.read()))

    def assertDies(self, pid):
        for _ in range(100):
            try:
                with open("/proc/%d/stat" % pid) as stat:
                    if stat.read().split(") ")[1][0] == "Z":
                        return
            except OSError:
                return
            time.sleep(0.02)
        self.fail("process %d lives on" % pid)

    def test_own_limit_scales(self):
        self.guest("// limit: 1\nout 1  // expect: 1\nsleep 30\n", "--time-limit", "5",
                   "--config", "tree-O0")
        self.fails(CASE + "1: timed out")

    def test_endless_output_is_stopped(self):
        self.guest("out 1  // expect: 1\nflood\n", "--config", "vm-O0")
        self.fails(CASE + "1: wrong output (stopped past 16 MiB of output)")
        self.assertLess(len(self.output), 5000)

    def test_backends_disagree_where_the_test_does_not_look(self):
        self.guest("""
            err E: a  // error: E: a
            err   --> case.duet:1:1
            on duet-vm: err   in f()
            exit 70
            """)
        self.fails(CASE + "1: backends disagree")
        self.shows("input:", "the backends part: tree-O0 and vm-O0, at stderr line 3",
                   "tree-O0: (ended)", "vm-O0:   in f()", "again: ", "--config tree-O0,vm-O0 ",
                   "duet-tree -O0 case.duet", "duet-vm -O0 case.duet")

    def test_the_worst_kind_is_named(self):
        self.guest("on duet-tree: out 2\non duet-vm: signal SIGABRT\n// expect: 1\n")
        self.fails(CASE + "3: crashed (SIGABRT)")

    def test_a_missing_executable(self):
        os.remove(os.path.join(self.build, "duet-vm"))
        self.guest("out 1  // expect: 1\n")
        self.assertIn("duet-vm:1: build failed (the executable is not there", self.lines[0])
        self.assertEqual((self.lines[-1], self.code), ("0 passed, 1 failed", 1))

    def test_an_executable_that_cannot_start(self):
        self.file("build/duet-vm", b"\x7fELF nonsense", dedent=False)
        self.guest("out 1  // expect: 1\n")
        self.assertIn("case.duet:1: build failed (cannot run", self.lines[0])

    def test_a_test_that_cannot_fail(self):
        self.guest("out 1\n")
        self.fails(CASE + "1: bad test (a test that cannot fail: it expects nothing)")

    def test_a_misspelt_directive(self):
        self.guest("out 1  // expect: 1\nout 2\n// expcet: 2\n")
        self.fails(CASE + "3: bad test (unknown directive `expcet` (did you mean `expect`?))")

    def test_large_outputs_are_compared_and_shown_in_short(self):
        self.guest("bytes %s  // expect: 1\n" % ("x\\n" * 3000))
        self.fails(CASE + "1: wrong output")
        self.shows("- 1", "more got)")
        self.assertLess(len(self.lines), 60)

    def test_the_same_failure_in_every_test_is_listed_at_the_end(self):
        self.file("tests/demo/other.duet", "out 1  // expect: 2\n")
        self.guest("out 1  // expect: 2\n")
        self.shows("failed:\n", "  tests/demo/case.duet:1: wrong output\n",
                   "  tests/demo/other.duet:1: wrong output\n", "0 passed, 2 failed")
