"""REPL sessions on a pseudo-terminal, with a fake REPL behind."""

from .. import sessions
from .stage import TWO, StageTest

try:
    import readline
except ImportError:
    readline = None


class Sessions(StageTest):
    def session(self, text, *argv):
        self.file("tests/repl/case.session", text)
        return self.go(*(argv or TWO))

    def test_a_session(self):
        self.session("""
            # lines, continuation, a dropped line, leaving
            > one
            = one
            > fn
            . two
            = fn two
            > half^C
            interrupted
            > three
            / = th.*
            ...
            > ^D
            """)
        self.passes()

    def test_the_driver_leaves_where_the_file_does_not(self):
        self.session("> one\n= one\n")
        self.passes()

    def test_control_c_stops_a_running_program(self):
        self.session("> run\nrunning\n^C\ninterrupted\n> a\n= a\n", "--config", "tree-O0")
        self.passes()

    def test_an_answer_to_a_running_program(self):
        self.session("> name\n< name? |Ann\n= Ann\n", "--config", "tree-O0")
        self.passes()

    def test_options_greeting_and_environment(self):
        self.session("options -O1 --quiet\nenv HOMETOWN=x\nfake duet-vm\n> options\n"
                     "= -O0 -O1 --quiet\n", "--config", "vm-O0")
        self.passes()

    def test_restart_keeps_the_home(self):
        self.session("> count\n= 1\n> ^D\n# restart\n> count\n= 2\n", "--config", "vm-O0")
        self.passes()

    def test_editing_keys(self):
        if readline is None:
            self.skipTest("this Python has no line editing to play the part")
        self.session("""
            options --edit
            > pri<Tab>t
            ~ printt
            = printt
            > ac<Left>b<End>d
            ~ abcd
            = abcd
            > <Up><Backspace>!
            ~ abc!
            = abc!
            """, "--config", "tree-O0")
        self.passes()

    def test_editing_keys_where_there_is_no_editor(self):
        self.session("> a<Left>b\n~ ba\n= ba\n", "--config", "tree-O0")
        self.assertEqual(self.lines[-1], "0 passed, 0 failed", self.output)
        self.shows("left out: tests/repl/case.session: this build has no line editor")

    def test_wrong_rows(self):
        self.session("> one\n= two\n> three\n= three\n")
        self.fails("FAIL tests/repl/case.session:2: wrong output")
        self.shows("in tree-O0, vm-O0 (of 2 run)", "   2 | = two", "  > one", "- = two",
                   "+ = one", "again: ")

    def test_a_difference_between_the_two(self):
        self.session("> on duet-vm: x\n= nothing\n")
        self.fails("FAIL tests/repl/case.session:2: wrong output")
        self.shows("in vm-O0", "the backends part: tree-O0 and vm-O0", "vm-O0: = x")

    def test_another_prompt_than_expected(self):
        self.session("> fn\n> two\n= two\n", "--config", "tree-O0")
        self.fails("FAIL tests/repl/case.session:2: wrong output "
                   "(another prompt came for line 2 of the session)")

    def test_a_crash(self):
        self.session("> crash\n", "--config", "tree-O0")
        self.fails("FAIL tests/repl/case.session:1: crashed (SIGSEGV)")

    def test_no_prompt_in_time(self):
        self.session("> hang\n= hang\n> a\n= a\n", "--config", "tree-O0", "--time-limit", "1")
        self.fails("FAIL tests/repl/case.session:2: timed out "
                   "(waiting for a prompt for line 3 of the session)")

    def test_a_wrong_exit_code(self):
        self.session("exit 3\n> a\n= a\n", "--config", "tree-O0")
        self.fails("FAIL tests/repl/case.session:1: wrong exit code")

    def test_bad_files(self):
        self.session("> a<Tab>b\n= ab\n")
        self.fails("FAIL tests/repl/case.session:1: bad test "
                   "(say with `~ TEXT` how this line looks in the end)")
        self.session("# nothing\n")
        self.fails("FAIL tests/repl/case.session:1: bad test "
                   "(a test that cannot fail: an empty session)")

    def test_what_is_typed(self):
        entry = sessions.Session(b"> a<Tab>b<Ctrl-A><Up>^C\n").runs[0].entries[0]
        self.assertEqual((entry.text, entry.key), (b"a\tb\x01\x1b[A", b"\x03"))
