"""The command line of the harness, and the course of one run."""

import argparse
import os
import resource
import shutil
import signal
import sys
import tempfile

from . import (compare, configs, context, crew, discover, execute, generated_case, generated_run,
               report)

PASSED, FAILED, USAGE, INTERRUPTED = 0, 1, 64, 130


def parse(argv, root):
    """The options; `rows` among them are the configurations that were chosen."""
    parser = argparse.ArgumentParser(
        prog="run.py", description="Run Duet's tests through every backend and level.")
    parser.add_argument("filters", nargs="*", metavar="FILTER",
                        help="a path of tests, or a part of their names")
    parser.add_argument("--build", metavar="DIR", help="where the executables are (build)")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, metavar="N",
                        help="tests run at once (one for each core)")
    parser.add_argument("--config", action="append", default=[], metavar="NAME[,NAME...]",
                        help="only these configurations, or those whose names begin so: "
                        "tree, vm-O2, switch-O0, vm-O2-all, ...")
    parser.add_argument("--generated", nargs="?", const=generated_case.QUICK, metavar="long",
                        help="the generated programs too; with =long the long ones as well")
    parser.add_argument("--gc-stress", action="store_true",
                        help="collect at every allocation (guest programs and sessions)")
    parser.add_argument("--time-limit", type=float, default=context.DEFAULT_LIMIT, metavar="S",
                        help="seconds for one run (%g); limits in tests scale with it"
                        % context.DEFAULT_LIMIT)
    parser.add_argument("--list", action="store_true", help="name the tests, run none")
    parser.add_argument("--selftest", action="store_true", help="test the harness itself")
    options = parser.parse_intermixed_args(argv)
    if options.generated not in (None, generated_case.QUICK, generated_case.LONG):
        options.filters.insert(0, options.generated)      # `--generated FILTER`
        options.generated = generated_case.QUICK
    if options.jobs < 1 or options.time_limit <= 0:
        parser.error("-j and --time-limit must be above 0")
    options.build = os.path.abspath(options.build or os.path.join(root, "build"))
    names = [name for item in options.config for name in item.split(",")]
    options.rows, unknown = configs.select(configs.table(options.build), names)
    if unknown:
        parser.error("no such configuration: %s" % ", ".join(unknown))
    return options


def main(argv, root, out=None):
    """Run the tests below `root` as `argv` says; the result is the exit code."""
    out = out or sys.stdout
    try:
        options = parse(argv, root)
    except SystemExit as stop:
        return USAGE if stop.code else PASSED
    if options.selftest:
        from . import selftest            # not loaded in an everyday run
        return selftest.main(out, options.filters)
    # Crashing on purpose is what some runs do; they need not leave core files.
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    scratch = tempfile.mkdtemp(prefix="duet-tests-")
    try:
        return _Run(options, root, out, os.path.realpath(scratch)).go()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


class _Run:
    def __init__(self, options, root, out, scratch):
        self.options = options
        self.out = out
        self.processes = execute.Processes()
        self.context = context.Context(root, options.build, options.rows, options.time_limit,
                                       options.gc_stress, self.processes, scratch)
        found = discover.everything(root, options.build) + generated_run.find(
            options.generated, options.filters)
        chosen, self.unmatched = discover.select(found, options.filters, root)
        self.tests = [test for test in chosen if test.applies(self.context)]

    def go(self):
        if self.options.list:
            self.out.write("".join(test.name + "\n" for test in self.tests))
            return PASSED
        reporter = report.Reporter(self.out, len(self.tests))
        for item in self.unmatched:
            reporter.failed(self._no_test("no test is called %s" % item))
        if not self.tests and not self.unmatched:
            reporter.failed(self._no_test("no test was found"))
        missing = self._missing_executables()
        for name in missing:
            reporter.failed(self._not_built(name))
        interrupted = not missing and self._run_tests(reporter)
        reporter.end()
        if interrupted:
            return INTERRUPTED
        return FAILED if reporter.failures else PASSED

    def _missing_executables(self):
        needed = set()
        for test in self.tests:
            needed |= test.executables(self.context.configs)
        return sorted(name for name in needed if not os.access(
            os.path.join(self.context.build, name), os.X_OK))

    def _not_built(self, name):
        path = os.path.relpath(os.path.join(self.context.build, name))
        return report.Failure(name, path, 1, compare.BUILD_FAILED,
                              "the executable is not there; no test was run",
                              again=("make BUILD=%s all units"
                                     % os.path.relpath(self.context.build, self.context.root),))

    def _no_test(self, text):
        return report.Failure("tests", "tests", 1, compare.BAD_TEST, text)

    def _run_tests(self, reporter):
        """Run all; True if Ctrl-C (or a SIGTERM) came in between."""
        team = crew.Crew(self.tests, self.options.jobs,
                         lambda test: test.run(self.context))
        with _Interruptible():
            try:
                for test, result in team.results():
                    reporter.finished(test, self._as_failure(test, result))
                return False
            except KeyboardInterrupt:
                _ignore_interrupts()
                names = team.under_way()
                team.stop()
                self.processes.stop()
                team.join()
                reporter.say("interrupted; under way: " + (", ".join(names) or "nothing"))
                return True

    def _as_failure(self, test, result):
        if not isinstance(result, RuntimeError):
            return result
        return report.Failure(test.name, test.path, test.line, compare.BAD_TEST,
                              "the harness itself failed",
                              differences=(("a traceback", str(result).splitlines()),),
                              again=(self.context.again(test.name),))


_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def _interrupt(*_):
    raise KeyboardInterrupt()


def _ignore_interrupts():
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


class _Interruptible:
    """SIGINT and SIGTERM raise KeyboardInterrupt inside, and are as before after."""

    def __enter__(self):
        self._before = [signal.signal(number, _interrupt) for number in _SIGNALS]

    def __exit__(self, *_):
        for number, handler in zip(_SIGNALS, self._before):
            signal.signal(number, handler)
