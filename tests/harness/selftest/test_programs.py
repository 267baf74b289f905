"""Guest programs that pass, and what they are run with."""

from .stage import StageTest


class Programs(StageTest):
    def test_all_configurations_agree(self):
        self.guest("out hello  // expect: hello\n", "-j", "1")
        self.passes()

    def test_every_configuration_is_run(self):
        self.guest("""
            // expect-bytes: tree -O0|
            on duet-tree: on -O0: write tree -O0|
            """, "--config", "tree-O0")
        self.passes()
        self.go()
        self.shows("in tree-O1, vm-O0, vm-O1, vm-O2, switch-O0, switch-O2, tos-O0, tos-O2 (of 9 run)")

    def test_every_directive(self):
        self.guest(r"""
            // options: --fuel --deep
            // args: one "two three"
            // stdin: first
            // stdin-bytes: second\x20\n
            options          // expect: -O0 --fuel --deep
            args             // expect: one two three
            read             // expect: read first
            read             // expect-bytes: read second\x20\n
            write a          // expect-write: a
            write b          // expect: b
            bytes \n
            where            // expect: demo
            bytes \xff\x00   // expect-bytes: \xff\0
            err TypeError: bad  // error: TypeError: bad
            err   --> case.duet:3:10
            // at: 3:10
            exit 70
            """)
        self.passes()

    def test_syntax_errors_end_with_65_and_there_may_be_several(self):
        self.guest("""
            err SyntaxError: one  // error: SyntaxError: one
            err   --> case.duet:1:2
            // at: 1:2
            err SyntaxError: two  // error: SyntaxError: two
            err   --> case.duet:7:1
            // at: 7:1
            exit 65
            """)
        self.passes()

    def test_whole_stderr_and_exit(self):
        self.guest("err a  // stderr: a\nerr b  // stderr: b\nexit 3  // exit: 3\n")
        self.passes()

    def test_exit_alone_wants_some_message(self):
        self.guest("err why\nexit 64  // exit: 64\n")
        self.passes()
        self.guest("exit 64  // exit: 64\n")
        self.fails("FAIL tests/demo/case.duet:1: wrong error")

    def test_environment_is_clean(self):
        self.guest("env LC_ALL  // expect: C\nenv NO_COLOR  // expect: (unset)\n"
                   "env DISPLAY  // expect: (unset)\n")
        self.passes()

    def test_temp_directory_is_fresh_for_each_run(self):
        self.guest("// cwd: temp\nwhere  // expect: work\ntouch left.txt\n")
        self.passes()

    def test_programs_may_expect_nothing_but_must_agree(self):
        self.file("programs/free.duet", "out anything\n")
        self.go()
        self.passes()
        self.file("programs/free.duet", "out a\non duet-vm-switch: out b\n")
        self.go()
        self.fails("FAIL programs/free.duet:1: backends disagree")
        self.shows("the backends part: tree-O0 and switch-O0, at stdout line 2",
                   "tree-O0, tree-O1, vm-O0, vm-O1, vm-O2, tos-O0, tos-O2: (ended)",
                   "switch-O0, switch-O2: b", "again: ")

    def test_programs_must_end_well(self):
        self.file("programs/free.duet", "out a\nexit 1\n")
        self.go()
        self.fails("FAIL programs/free.duet:1: wrong exit code")

    def test_gc_stress_is_handed_on(self):
        self.guest("options  // expect: -O0 --gc-stress\n", "--config", "vm-O0", "--gc-stress")
        self.passes()

    def test_gc_stress_leaves_out_what_says_so(self):
        self.guest("// no-gc-stress: builds a huge list\nout 1  // expect: 1\n",
                   "--config", "vm-O0", "--gc-stress")
        self.assertEqual(self.lines, [
            "left out: tests/demo/case.duet: builds a huge list", "0 passed, 0 failed"])

    def test_crlf_and_no_last_newline_in_the_test_file(self):
        self.file("tests/demo/case.duet", b"out 1 // expect: 1\r\nout 2 // expect: 2",
                  dedent=False)
        self.go("--config", "vm-O0")
        self.passes()
