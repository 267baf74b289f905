"""Command-line tests: the .cmd format, and its failures."""

from .stage import StageTest


class Commands(StageTest):
    def command(self, text, *argv):
        self.file("tests/cli/case.cmd", text)
        return self.go(*argv)

    def test_everything_in_the_format(self):
        self.command(r"""
            # files, environment, both executables
            file lib/one.duet
            | args
            | env COLOUR
            file two.txt
            "bytes \x41, no newline"
            env COLOUR=blue
            limit 5

            $ {both} lib/one.duet a 'b c'
            1| a b c
            1| blue

            $ COLOUR=red {both} lib/one.duet
            1|
            1| red

            $ {both} --nonsense
            2| {name}: unknown option '--nonsense'
            exit 64

            $ cat two.txt
            1"bytes A, no newline"

            $ cat - && echo now: 12 ms
            0| typed
            0"half"
            1| typed
            1/ half.*: [0-9]+ ms

            $ echo a; echo b; echo c >&2
            + echo d
            1...
            1| d
            2...

            $ cat later.txt
            1| later

            file later.txt
            | later

            $ echo kept > file
            $ cat file; echo {name} > name; exit 3
            1| kept
            exit 3
            """)
        self.passes()

    def test_each_executable_has_a_directory_of_its_own(self):
        self.command("$ ls; touch left; echo {name}\n1/ duet-(tree|vm)\n$ {both} left\n")
        self.passes()

    def test_all_runs_every_configuration(self):
        self.command("file o.duet\n| options\n$ {all} o.duet\n1/ -O[012]\n")
        self.passes()
        self.command("file o.duet\n| options\n$ {all} o.duet\n1/ -O[01]\n")
        self.fails("FAIL tests/cli/case.cmd:4: wrong output")
        self.shows("in vm-O2, switch-O2, tos-O2 (of 9 run)", "- /-O[01]/", "+ -O2")

    def test_a_full_disk_and_a_closed_output(self):
        self.command("$ cat /proc/self/stat > /dev/full\n2/ .*No space left.*\nexit 1\n"
                     "$ cat /proc/self/stat >&-\n2...\nexit 1\n")
        self.passes()

    def test_wrong_output_and_error_and_exit(self):
        self.command("$ echo a\n1| b\n")
        self.fails("FAIL tests/cli/case.cmd:2: wrong output")
        self.shows("in sh", "input:", "$ echo a", "- b", "+ a", "again: ")
        self.command("$ echo a >&2\n1...\n")
        self.fails("FAIL tests/cli/case.cmd:1: wrong error")
        self.command("# a comment\n$ exit 4\nexit 5\n")
        self.fails("FAIL tests/cli/case.cmd:3: wrong exit code")

    def test_a_difference_between_the_two(self):
        self.command("file p.duet\n| out 1\n| on duet-vm: out 2\n\n$ {both} p.duet\n1| 1\n")
        self.fails("FAIL tests/cli/case.cmd:6: wrong output")
        self.shows("in vm (of 2 run)", "file p.duet:", "the backends part: tree and vm",
                   "tree: (ended)", "vm: 2")

    def test_a_crash_inside_the_shell(self):
        self.command("file p.duet\n| signal SIGSEGV\n$ {vm} p.duet\n1| a\n")
        self.fails("FAIL tests/cli/case.cmd:4: crashed (SIGSEGV)")

    def test_a_time_out(self):
        self.command("limit 1\n$ sleep 20 | cat\n1| a\n", "--time-limit", "5")
        self.fails("FAIL tests/cli/case.cmd:3: timed out")

    def test_bad_files(self):
        self.command("$ echo a\n")
        self.fails("FAIL tests/cli/case.cmd:1: bad test "
                   "(a test that cannot fail: it expects nothing)")
        self.command("$ echo a\n1| a\n3| b\n")
        self.fails("FAIL tests/cli/case.cmd:3: bad test (cannot read this line)")
        self.command("fiel x\n$ echo a\n1| a\n")
        self.fails("FAIL tests/cli/case.cmd:1: bad test (cannot read this line)")
