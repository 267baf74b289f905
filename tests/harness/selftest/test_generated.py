"""Generated programs: which of them run, how they fail, times that grow too fast;
and the rows that the executables' own word about themselves makes."""

from .. import compare, configs, context, execute, generated_growth, generated_run, report
from ..generated_case import LONG, QUICK, Case, prints
from .stage import StageTest

HELP = """\
    import sys
    if "--help" in sys.argv:
        print("  -O0 to -O%d         how much to optimize (2)")
        print("Techniques that --without takes: fold, fuse, invert")
    else:
        print("options", *sys.argv[1:-1])
    """


class Generated(StageTest):
    def case(self, text, demand=prints("1\n"), name="x/y", **more):
        return Case(name, lambda: text, demand, **more)

    def lines_of(self, case, *wanted):
        """The display of the failure of `case`, or None."""
        rows = configs.select(configs.table(self.build), wanted or ["tree-O1", "vm-O2"])[0]
        where = context.Context(self.root, self.build, rows, 1.0, False, execute.Processes(),
                                self.root)
        failure = generated_run.Generated(case).run(where)
        return failure and report.failure_lines(failure)

    def test_a_case_passes(self):
        self.assertIsNone(self.lines_of(self.case("out 1")))
        self.assertIsNone(self.lines_of(self.case("options", prints("-O1 -O1\n"), options=["-O1"]),
                                        "tree-O1"))

    def test_what_was_demanded_is_shown(self):
        lines = self.lines_of(self.case("out 2", name="x/y", stack_kb=512))
        self.assertEqual(lines[:2], ["FAIL generated/x/y:1: wrong output",
                                     "  in tree-O1, vm-O2 (of 2 run)"])
        self.assertIn("    stdout is '2\\n', expected '1\\n'", lines)
        self.assertIn("    on a stack of 512 KB", lines)
        self.assertTrue(lines[-2].endswith("--time-limit 1 --config tree-O1 generated/x/y"))
        self.assertIn("python3 -m harness.generated generated/x/y) > program.duet && "
                      "(ulimit -s 512; ", lines[-1])

    def test_backends_that_disagree(self):
        case = self.case("on duet-vm: out 2", lambda *_: "")
        self.assertIn("backends disagree", self.lines_of(case)[0])

    def test_crashes_and_endless_programs(self):
        for text, kind in (("signal SIGSEGV", "crashed (SIGSEGV)"), ("sleep 9", "timed out"),
                           ("exit 139", "crashed (SIGSEGV)"),
                           ("err ERROR: AddressSanitizer: stack-overflow",
                            "crashed (AddressSanitizer: stack-overflow)")):
            lines = self.lines_of(self.case(text, lambda *_: ""), "vm-O2")
            self.assertEqual(lines[0], "FAIL generated/x/y:1: " + kind)

    def test_the_stack_has_the_size_of_the_case(self):
        self.executable("build/duet-vm", """
            import resource
            print(resource.getrlimit(resource.RLIMIT_STACK)[0])""")
        self.assertIsNone(self.lines_of(self.case("", prints("%d\n" % (512 << 10)), stack_kb=512),
                                        "vm-O2"))

    def test_which_run(self):
        for argv, tiers in ((["generated"], {QUICK}), (["--generated"], {QUICK}),
                            (["--generated=long"], {QUICK, LONG}),
                            (["generated/growth/ifs-20000"], {QUICK}),
                            (["generated/growth/ifs-1000000"], {LONG}),
                            (["--generated", "growth/ifs"], {QUICK})):
            self.go("--list", *argv)
            names = set(self.lines)
            self.assertEqual({"growth/ifs-20000" in n and QUICK or LONG for n in names
                              if "growth/ifs-" in n}, tiers, argv)
        for argv in ([], ["growth/ifs"], ["--generated", "--gc-stress"]):
            self.go("--list", *argv)
            self.assertFalse([name for name in self.lines if name.startswith("generated/")])

    def test_time_that_grows_too_fast(self):
        sizes = [self.case("burn 0.02", prints(""), series=("ifs", generated_growth.PART)),
                 self.case("burn 0.9", prints(""), name="x/z",
                           series=("ifs", generated_growth.FULL))]
        rows = configs.select(configs.table(self.build), ["tree-O1"])[0]
        where = context.Context(self.root, self.build, rows, 10.0, False, execute.Processes(),
                                self.root)
        small, large = [generated_run.Generated(case, sizes) for case in sizes]
        self.assertIsNone(small.run(where))
        failure = large.run(where)
        self.assertEqual(failure.kind, compare.TOO_SLOW)
        self.assertIn("tree-O1: ifs: ", failure.differences[0][1][0])

    def test_a_slow_turn_of_the_machine_is_forgiven(self):
        sizes = [self.case("", series=("ifs", generated_growth.PART)),
                 self.case("", series=("ifs", generated_growth.FULL))]
        times = iter([0.1, 0.1, 9.0, 0.1, 0.8])
        self.assertEqual(generated_run.slow(sizes, {sizes[1].series: 9.0},
                                            lambda case: next(times)), [])
        self.assertEqual(list(times), [])


class Rows(StageTest):
    def test_levels_and_techniques_are_asked_for(self):
        self.executable("build/duet-tree", HELP % 3)
        self.executable("build/duet-vm", HELP % 2)
        self.executable("build/duet-vm-switch", HELP % 2)
        self.assertEqual(
            [row.name for row in configs.table(self.build) if row.executable == "duet-vm"],
            ["vm-O0", "vm-O1", "vm-O2", "vm-O2-all", "vm-O2-fold", "vm-O2-fuse", "vm-O2-invert"])
        self.assertEqual(configs.table(self.build)[-5].options, ("-O2", "--without=invert"))
        self.assertIn("tree-O3", [row.name for row in configs.table(self.build)])

    def test_what_need_not_be_built_has_rows_where_it_is(self):
        def names():
            return [row.name for row in configs.table(self.build)]
        self.assertNotIn("tail-O0", names())
        self.executable("build/duet-vm-tail", HELP % 2)
        self.assertEqual(names()[-2:], ["tail-O0", "tail-O2"])

    def test_a_program_runs_in_all_rows(self):
        self.executable("build/duet-vm", HELP % 2)
        self.guest("x  // expect: options -O2 --without=fold,fuse,invert\n",
                   "--config", "vm-O2-all")
        self.passes()
        self.guest("x  // expect: options -O2\n", "--config", "vm")
        self.shows("in vm-O0, vm-O1, vm-O2-all, vm-O2-fold, vm-O2-fuse, vm-O2-invert (of 7 run)")

    def test_a_session_needs_no_row_without_a_technique(self):
        self.executable("build/duet-vm", HELP % 2)
        rows = configs.select(configs.table(self.build), ["vm"])[0]
        self.assertEqual([row.name for row in configs.levels(rows)], ["vm-O0", "vm-O1", "vm-O2"])
