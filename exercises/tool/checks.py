"""One function for each kind of check in stage.json.

Each is given an Attempt (see attempt.py) and the check's own data and gives
None, or a Failure of the kit's harness: the same that `tests/run.py` shows.
"""

import os
import statistics
import sys

from . import conditions, own, runner

from harness import commands, compare, configs, guest, listings, patterns, report, sessions, visible  # noqa: E402

NO_LINE = 1


def executables(stage, check):
    """What must be built for a check."""
    kind = check["kind"]
    if kind in ("program", "session"):
        return {text.split()[0] for text in check["in"]}
    if kind == "listing":
        return {"duet-vm"}
    if kind == "commands":
        test = commands.Commands(stage.folder, check["file"])
        return test.executables(runner.ALL)
    if kind == "counters":
        return {text.split()[0] for text in check["runs"].values()}
    if kind == "ratio":
        return {check["slow"].split()[0], check["fast"].split()[0]}
    if kind == "suite":
        return {configs.EXECUTABLES[config.partition("-")[0]] for config in check["configs"]}
    return set(check.get("builds", ()))


def path_in_kit(stage, name):
    """The path from the root: of a file of the stage, or of one of the kit's own."""
    return name if name.startswith(("tests/", "programs/")) else "%s/%s" % (stage.path, name)


# ---- what the harness knows how to run ----

class _Foreign(guest.Program):
    """A guest program run by an interpreter that is not Duet's (`--with`). It need not lay out
    its error reports as Duet does: it must fail, and say the kind, the message and the place."""

    def _run_one(self, context, config, source, directives):
        outcome = super()._run_one(context, config, source, directives)
        expect = directives.expectation()
        wanted = [head for _, head in expect.errors] + [place for _, place in expect.places]
        if not wanted or outcome.status <= 0:
            return outcome
        outcome = outcome._replace(status=expect.status)
        if any(words not in outcome.stderr for words in wanted):
            return outcome
        places = [place for _, place in expect.places] or [b"1:1"]
        lines = b"".join(head + b"\n  --> x:" + place + b"\n" for (_, head), place in zip(
            expect.errors, places + [b"1:1"] * len(expect.errors)))
        return outcome._replace(stderr=lines, status=expect.status)


def program(attempt, check):
    chosen, kind = attempt.configurations(check), guest.Program
    if attempt.runner.own_command:
        kind = _Foreign
    context = attempt.context(chosen, check.get("build"))
    for name in check.get("files") or [check["file"]]:
        failure = kind(attempt.runner.root, path_in_kit(attempt.stage, name)).run(context)
        if failure:
            return failure
    return None


def session(attempt, check):
    context = attempt.context(attempt.configurations(check), check.get("build"))
    test = sessions.Transcript(attempt.runner.root, path_in_kit(attempt.stage, check["file"]))
    return _unless_left_out(test.run(context))


def listing(attempt, check):
    context = attempt.context(runner.ALL[1:2], check.get("build"))
    return listings.Listing(attempt.runner.root, path_in_kit(attempt.stage, check["file"])).run(context)


def command_lines(attempt, check):
    context = attempt.context(runner.ALL, check.get("build"))
    test = commands.Commands(attempt.runner.root, path_in_kit(attempt.stage, check["file"]))
    return _unless_left_out(test.run(context))


def _unless_left_out(result):
    return None if isinstance(result, report.LeftOut) else result


def suite(attempt, check):
    """The kit's own tests; their own report is shown."""
    argv = [sys.executable, os.path.join(attempt.runner.root, "tests", "run.py"), "--build",
            attempt.runner.directory(check.get("build")), "--time-limit", "60", "--config", ",".join(check["configs"])] + check["filters"]
    outcome = attempt.runner.processes.run(argv, attempt.runner.root, dict(os.environ), limit=3600)
    if outcome.status == 0:
        return None
    shown = ["+ " + visible.visible(line) for line in patterns.split_lines(outcome.stdout)[-60:]]
    return attempt.failure(compare.WRONG_OUTPUT, "the kit's own tests: %s" % " ".join(check["filters"]),
                           differences=(("the report, its end", shown),),
                           command=report.shell_command(attempt.runner.root, argv))


# ---- measures ----

def counters(attempt, check):
    data, input_lines = {}, []
    for name, command in check["runs"].items():
        outcome = attempt.runner.run(command, attempt.stage.folder, check.get("build"), limit=30)
        input_lines.append("%s: %s" % (name, command))
        data[name] = own.json_of(outcome)
        if data[name] is None:
            return attempt.of_outcome(outcome, command, "it wrote no JSON")
        if outcome.status != 0:
            return attempt.of_outcome(outcome, command, "")
    for condition in check["hold"]:
        try:
            held = conditions.holds(condition, data)
        except conditions.Missing as missing:
            return attempt.failure(compare.WRONG_OUTPUT, "no run counted %s" % missing,
                                   input=input_lines, differences=(("condition", ["- " + condition]),))
        if not held:
            shown = ["- " + condition] + ["+ %s is %s" % (text, value) for text, value
                                          in conditions.numbers(condition, data)]
            return attempt.failure(compare.WRONG_OUTPUT, check.get("title", "a count is not as it should be"),
                                   input=input_lines, differences=(("counts", shown),))
    return None


def ratio(attempt, check):
    if attempt.runner.proof:
        return None                      # times under sanitizers say nothing
    wanted, ratios = check.get("build", "release"), []
    for _ in range(check.get("times", 5)):
        seconds = []
        for which in ("slow", "fast"):
            outcome = attempt.runner.run(check[which], attempt.stage.folder, wanted, limit=60)
            if outcome.status != 0 or outcome.timed_out:
                return attempt.of_outcome(outcome, check[which], "")
            seconds.append(max(outcome.seconds, 1e-4))
        ratios.append(seconds[0] / seconds[1])
    middle = statistics.median(ratios)
    low, high = check.get("at_least"), check.get("at_most")
    if (low is None or middle >= low) and (high is None or middle <= high):
        return None
    bounds = [text % bound for text, bound in (("at least %g", low), ("at most %g", high))
              if bound is not None]
    return attempt.failure(
        compare.TOO_SLOW, check.get("title", ""), input=("slow: " + check["slow"], "fast: " + check["fast"]),
        differences=(("processor time of slow / fast, median of %d" % len(ratios),
                      ["- " + " and ".join(bounds),
                       "+ %.2f (from %.2f to %.2f)" % (middle, min(ratios), max(ratios))]),))


# ---- the stage's own ----

def python(attempt, check):
    function = getattr(own.module(attempt.stage), check["function"])
    try:
        function(own.Check(attempt.runner, attempt.copy, attempt.stage, check.get("build")))
    except own.Wrong as wrong:
        return attempt.of_wrong(wrong)
    return None


def paper(attempt, check):
    form = own.form(attempt.copy.folder, attempt.stage)
    path = os.path.relpath(own.form_path(attempt.copy.folder, attempt.stage), attempt.runner.root)
    asked = own.Answers(attempt.runner, attempt.copy, attempt.stage, form)
    empty = [key for key, answer in form.answers.items() if not answer]
    blank = own.blank_form(attempt.stage)
    empty += [key for key in blank.answers if key not in form.answers]
    if len(empty) < len(blank.answers):
        own.module(attempt.stage).answers(asked)
    mistakes = [(key, asked.mistakes[key]) for key in form.answers
                if key in asked.mistakes and key not in empty]
    if not mistakes and not empty:
        return None
    shown = []
    for key, reason in mistakes:
        shown += ["line %d, %s" % (form.lines[key], key), "  + " + form.answers[key], "  " + reason]
    if empty and len(empty) == len(blank.answers):
        shown.append("nothing is filled in yet")
    elif empty:
        shown.append("not answered yet: " + ", ".join(empty))
    line = form.lines.get(mistakes[0][0] if mistakes else empty[0], NO_LINE)
    right = len(blank.answers) - len(empty) - len(mistakes)
    return attempt.failure("wrong answer" if mistakes else "not answered",
                           "%d of %d right" % (right, len(blank.answers)), path=path, line=line,
                           differences=(("answers", shown),))


KINDS = {"program": program, "session": session, "listing": listing, "commands": command_lines,
         "suite": suite, "counters": counters, "ratio": ratio, "python": python, "answers": paper}
FOR_ANY_LANGUAGE = ("program", "session")
