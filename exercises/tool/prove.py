"""What must hold for every stage, shown by doing it. FORMAT.md lists it; `make check-exercises` runs it.

Two chains of copies, each compiled only where it differs from the one before:

    the road    everything open; 1 filled; 1 and 2 filled; ... all filled
                built by the kit's compiler under sanitizers; in each state the checks of
                the filled stages pass, from files and in a REPL, and those of the next one fail
                for want of it
    alone       the whole kit but for stage 1; but for stage 2; ...
                built by clang where there is one; the checks of that stage fail

Warnings are errors in both. At last, the finished kit passes all checks, those of time included.
"""

import concurrent.futures
import os
import signal
import sys
import threading
import time
import traceback

from . import build, checks, own, places, runner, stages, workcopy
from .attempt import Attempt
from .runner import Runner
from .show import Screen

from harness import expectations, guest, report  # noqa: E402  (runner put the path there)

CRASHED = "crashed"


class Proof:
    """Counts what held and says what did not. Used by both chains at once."""

    def __init__(self, out=None):
        self.screen = Screen(out)
        self.passed = self.failed = 0
        self._lock = threading.Lock()
        self._began = time.monotonic()

    def holds(self, what, problem=None, failure=None):
        """Notes that `what` was shown, unless there is a problem with it."""
        with self._lock:
            self.passed += problem is None
            self.failed += problem is not None
            if problem is not None:
                self.screen.say("NOT SHOWN: %s: %s" % (what, problem), "red")
                if failure:
                    self.screen.failure(failure)

    def note(self, text):
        with self._lock:
            self.screen.say("%4.0f s  %s" % (time.monotonic() - self._began, text), "dim")


def fill_forms(copy, stages_with_forms, filled, run):
    """The forms of these stages: with the right answers if they are in `filled`, else empty."""
    for stage in stages_with_forms:
        if stage.has_answers and os.path.exists(os.path.join(stage.folder, "answers.txt")):
            path = own.form_path(copy.folder, stage)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            text = stage.text("answers.txt")
            if stage.number in filled:
                blank = own.blank_form(stage)
                text = blank.filled(own.module(stage).solution(own.Answers(run, copy, stage, blank)))
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)


def passes(proof, copy, run, stage, where):
    """All its checks do, but for those that look through a later stage that is open: these must
    be stopped by that one's hole, and by nothing else."""
    attempt = Attempt(run, copy, stage)
    failure = _attempt(attempt)
    problem = failure and failure.kind
    if len(attempt.waited) == len(stage.checks):
        problem = "all its checks wait for a later stage"
    proof.holds("stage %d passes %s" % (stage.number, where), problem, failure)
    for check in attempt.waited:
        failure = _attempt(attempt, check)
        proof.holds("stage %d: %s looks through stage %d %s" % (
            stage.number, check.get("file") or check.get("title") or check["kind"], check["through"], where),
            _is_not_stopped(failure, check["through"]), failure)


def _is_not_stopped(failure, number):
    """The problem, if this is not a failure by the hole of stage `number`."""
    if failure is None:
        return "it passes, and need not wait"
    if not failure.note.startswith("exercise %d is not done: " % number):
        return "it fails, but not for want of that stage"
    return None


class _ThroughRepl(guest.Program):
    """A guest program as a REPL takes it (`-i`): it goes on behind the program, even behind an error."""

    def _argv(self, context, config, directives):
        argv = super()._argv(context, config, directives)
        return argv[:1] + ["-i"] + argv[1:]

    def _run_one(self, context, config, source, directives):
        outcome = super()._run_one(context, config, source, directives)
        return outcome._replace(status=directives.expectation().status) if outcome.status == 0 else outcome


def passes_in_repl(proof, copy, run, stage, where):
    """The stage's guest programs once more, through the REPL's code."""
    for check in stage.checks:
        if check["kind"] != "program" or Attempt(run, copy, stage).waits(check):
            continue
        context = run.context([run.configuration(text) for text in check["in"]])
        for name in check.get("files") or [check["file"]]:
            test = _ThroughRepl(places.ROOT, checks.path_in_kit(stage, name))
            if expectations.Directives(test.source()).stdin:
                continue                     # what the program would read, the REPL would
            failure = test.run(context)
            proof.holds("stage %d: %s in a REPL %s" % (stage.number, name, where),
                        failure and failure.kind, failure)


def has_repl(chosen, opened):
    """Whether the REPL itself is not among what is still open."""
    return not any(hole.file.startswith("common/cli/") for number in opened for hole in chosen[number].holes)


def fails(proof, copy, run, stage, where):
    """It must fail, by its hole's word or by a difference, and by no crash."""
    failure, problem = _attempt(Attempt(run, copy, stage)), None
    if failure is None:
        problem = "its checks pass though it is open"
    elif failure.kind in (CRASHED, "build failed", "bad test", "timed out"):
        problem = "it %s" % failure.kind
    elif " is not done: " in failure.note and "exercise %d " % stage.number not in failure.note:
        problem = "another stage's hole was reached"
    proof.holds("stage %d fails %s" % (stage.number, where), problem, failure)


def _attempt(attempt, check=None):
    """The first failure of a stage's checks, or that of one check."""
    stage = attempt.stage
    try:
        return attempt.run_check(check) if check else attempt.run()
    except Exception as error:            # shown as what it is: a fault of the stage or of the tool
        text = traceback.format_exc().splitlines()
        return report.Failure(stage.path, stage.path + "/stage.json", 1, "bad test", repr(error),
                              differences=(("a traceback", text),))


def wanted_executables(chosen):
    """All executables that any check of these stages runs."""
    return {name for stage in chosen for check in stage.checks
            for name in checks.executables(stage, check)}


def road(proof, chosen, folder, kit_build, only):
    """The states of a learner who goes from the first stage to the last."""
    copy = workcopy.Copy(places.ROOT, folder, chosen)
    copy.remember_kit()
    numbers = sorted(chosen)
    with Runner(folder, kit_build, only="proof") as run:
        fill_forms(copy, chosen.values(), (), run)
        answered, opened_before = set(), None
        for done in range(len(numbers) + 1):
            filled, following = numbers[:done], numbers[done:done + 1]
            if only and not set(filled[-1:] + following) & only:
                continue
            opened = [n for n in numbers[done:] if n in following or not chosen[n].late]
            copy.make(opened)
            fill_forms(copy, [chosen[n] for n in filled if n not in answered], filled, run)
            # A stage on paper changes no source: what was shown of the others a moment ago is shown.
            opened = [n for n in opened if chosen[n].holes]
            tried = [n for n in filled if n not in answered or opened != opened_before]
            answered.update(filled)
            opened_before = opened
            where = "with 1 to %s filled" % (filled[-1] if filled else 0)
            run.forget()
            try:
                run.make(wanted_executables(chosen[n] for n in tried + following) | {"duet-tree", "duet-vm"})
            except build.Failed as failed:
                proof.holds("it compiles " + where, "%s:%s: %s\n%s" % (
                    failed.path, failed.line, failed.message, failed.text))
                continue
            proof.holds("it compiles " + where)
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
                jobs = [pool.submit(passes, proof, copy, run, chosen[n], where) for n in tried]
                if has_repl(chosen, numbers[done:]):
                    jobs += [pool.submit(passes_in_repl, proof, copy, run, chosen[n], where) for n in tried]
                jobs += [pool.submit(fails, proof, copy, run, chosen[n], where) for n in following]
                for job in jobs:
                    job.result()
            proof.note("the road: " + where)


def alone(proof, chosen, folder, kit_build, only):
    """The whole kit but for one stage, for each."""
    copy = workcopy.Copy(places.ROOT, folder, chosen)
    copy.remember_kit()
    with Runner(folder, kit_build, only="strict") as run:
        for number, stage in chosen.items():
            if only and number not in only:
                continue
            copy.make([number])
            fill_forms(copy, [stage], (), run)
            run.forget()
            where = "alone in the finished kit"
            try:
                run.make(wanted_executables([stage]) or {"duet-vm"})
            except build.Failed as failed:
                proof.holds("stage %d compiles %s" % (number, where), "%s:%s: %s" % (
                    failed.path, failed.line, failed.message))
                continue
            proof.holds("stage %d compiles %s" % (number, where))
            fails(proof, copy, run, stage, where)
            proof.note("stage %d %s" % (number, where))


def finished(proof, chosen, folder, kit_build, only):
    """The kit as it is passes everything, in its own build."""
    copy = workcopy.Copy(places.ROOT, folder, chosen)
    with Runner(folder, kit_build, only=runner.KIT) as run:
        copy.make([])
        fill_forms(copy, chosen.values(), chosen, run)
        for number, stage in chosen.items():
            if not only or number in only:
                passes(proof, copy, run, stage, "in the finished kit")
        proof.note("the finished kit")


def main(argv):
    """`prove.py [--kit-build DIR] [N ...]`: all stages, or what these ones change."""
    import argparse
    signal.signal(signal.SIGINT, signal.default_int_handler)    # a shell in the background ignores it; REPLs must not
    parser = argparse.ArgumentParser(description="Show that every stage of the exercises works.")
    parser.add_argument("--kit-build", default=os.path.join(places.ROOT, "build"))
    parser.add_argument("--holes", action="store_true", help="only look whether the kit has all that the stages empty")
    parser.add_argument("stages", nargs="*", type=int)
    options = parser.parse_args(argv)
    proof, broken, only = Proof(), [], set(options.stages)
    chosen = stages.load_all(places.ROOT, broken)
    if options.holes:
        return holes_are_there(proof, chosen)
    for problem in broken + stages.problems(chosen, places.ROOT):
        proof.holds("the stages are complete", problem)
    if proof.failed and not only:
        return _end(proof)
    folder = os.path.join(os.path.abspath(options.kit_build), "exercises")
    other = threading.Thread(target=alone, args=(
        proof, chosen, os.path.join(folder, "alone"), options.kit_build, only))
    with Runner(folder, options.kit_build) as run:        # before both chains may ask for it
        run.make_kit({"duet-tree", "duet-vm"} | wanted_executables(chosen.values()))
    other.start()
    road(proof, chosen, os.path.join(folder, "road"), options.kit_build, only)
    other.join()
    finished(proof, chosen, os.path.join(folder, "finished"), options.kit_build, only)
    return _end(proof)


def holes_are_there(proof, chosen):
    """`--holes`, for `make lint`: whoever renames a function of a stage hears of it."""
    found = stages.hole_problems(chosen, places.ROOT)
    for problem in found:
        proof.screen.say(problem, "red")
    if not found:
        proof.screen.say("the kit has all %d functions and rows that the exercises empty"
                         % sum(len(stage.holes) for stage in chosen.values()))
    return 1 if found else 0


def _end(proof):
    proof.screen.say("%d passed, %d failed" % (proof.passed, proof.failed))
    return 1 if proof.failed else 0


def try_stage(stage, kit_build=None):
    """`learn try N`, for writers: alone in the kit the stage's checks fail, filled they pass."""
    folder = os.path.join(places.ROOT, "build", "exercises", "try-%02d" % stage.number)
    copy = workcopy.Copy(places.ROOT, folder, {stage.number: stage})
    screen, problems = Screen(), stages.problems({stage.number: stage}, places.ROOT)
    for problem in problems:
        if "which is none before it" not in problem:
            screen.say(problem, "red")
    with Runner(folder, kit_build) as run:
        for what, opened, filled in (("open", [stage.number], set()), ("filled", [], {stage.number})):
            copy.make(opened)
            fill_forms(copy, [stage], filled, run)
            run.forget()
            failure = Attempt(run, copy, stage).run()
            screen.say("%s: %s" % (what, "its checks fail" if failure else "its checks pass"),
                       "green" if bool(failure) == bool(opened or not filled) else "red")
            if run.warnings:
                screen.say(run.warnings, "yellow")
            if failure:
                screen.failure(failure)
    return 0 if failure is None else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
