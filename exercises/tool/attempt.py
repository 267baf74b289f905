"""The checks of one stage, in order, up to the first failure."""

import os

from . import build, checks, holes

from harness import compare, patterns, report, visible  # noqa: E402  (checks put the path there)

TAIL = 40                      # lines shown of a compiler's complaints


class Attempt:
    """One stage, the learner's copy, and what runs it."""

    def __init__(self, runner, copy, stage, again=None, is_unfinished=None):
        self.runner, self.copy, self.stage = runner, copy, stage
        self.again = again or "make check-%d" % stage.number
        self.title = ""                    # of the check that failed
        self.waited = []                   # checks left out: what they look through is not done
        self._is_unfinished = is_unfinished or self._is_open

    def configurations(self, check):
        if self.runner.own_command:
            return [self.runner.own_configuration()]
        return [self.runner.configuration(text) for text in check["in"]]

    def context(self, chosen, wanted=None):
        """A harness Context over these Configs."""
        return self.runner.context(chosen, wanted, self.again)

    def run(self):
        """The first Failure, or None. What was left out stands in `waited`."""
        if self.runner.own_command:
            chosen = [check for check in self.stage.checks if check["kind"] in checks.FOR_ANY_LANGUAGE]
        else:
            self.waited = [check for check in self.stage.checks if self.waits(check)]
            chosen = [check for check in self.stage.checks if check not in self.waited]
            failure = self._build(chosen)
            if failure:
                return failure
        for check in chosen:
            failure = self.run_check(check)
            if failure:
                return failure
        return None

    def run_check(self, check):
        """One check: a Failure, or None."""
        try:
            failure = checks.KINDS[check["kind"]](self, check)
        except build.Failed as failed:
            failure = self.build_failed(failed)
        if failure:
            self.title = check.get("title", "")
            return self._at_the_hole(failure)
        return None

    def waits(self, check):
        """Whether what the check looks through is a later stage's, and that is not done."""
        return "through" in check and self._is_unfinished(check["through"])

    def _is_open(self, number):
        return number in self.copy.stages and bool(self.copy.open_holes(number))

    def _build(self, chosen):
        """All that the checks need, in one go."""
        wanted = {}
        for check in chosen:
            default = "release" if check["kind"] == "ratio" else "quick"
            if check["kind"] == "ratio" and self.runner.proof:
                continue
            variant = self.runner.variant(check.get("build", default))
            wanted.setdefault(variant, set()).update(checks.executables(self.stage, check))
        try:
            for variant, names in wanted.items():
                if names:
                    self.runner.make(names, variant)
        except build.Failed as failed:
            return self.build_failed(failed)
        return None

    # ---- failures ----

    def failure(self, kind, note="", path=None, line=1, input=(), differences=(), command=None):
        again = (self.again,) + ((command,) if command else ())
        return report.Failure(self.stage.path, path or self.stage.path + "/stage.json", line, kind,
                              note, input=tuple(input), differences=tuple(differences), again=again)

    def build_failed(self, failed):
        lines = build.without_link(failed.text).splitlines()
        return self.failure(compare.BUILD_FAILED, failed.message, failed.path, failed.line,
                            differences=(("the compiler", lines[:TAIL]),))

    def of_outcome(self, outcome, command, note):
        """A run of a command that went wrong in itself."""
        verdict = compare.judge(compare.Expectation(stderr=[]), outcome)
        kind = verdict.kind if verdict else compare.WRONG_OUTPUT
        shown = [(name, ["+ " + visible.visible(line) for line in patterns.split_lines(data)[:TAIL]])
                 for name, data in (("stdout", outcome.stdout), ("stderr", outcome.stderr)) if data]
        return self.failure(kind, note or (verdict.note if verdict else ""), input=(command,),
                            differences=tuple(shown), command=self._by_hand(command))

    def of_wrong(self, wrong):
        """What a check.py found."""
        path, line = wrong.where or (None, 1)
        if path and not path.startswith("exercises/"):
            path = os.path.relpath(os.path.join(self.copy.folder, path), self.runner.root)
        shown = []
        for mark, text in (("- ", wrong.expected), ("+ ", wrong.got)):
            if text is not None:
                data = text if isinstance(text, bytes) else str(text).encode("utf-8")
                shown += [mark + visible.visible(part if part.endswith(b"\n") else part + b"\n")
                          for part in patterns.split_lines(data)[:TAIL]]
        return self.failure(compare.WRONG_OUTPUT, wrong.message, path, line,
                            input=str(wrong.input).splitlines() if wrong.input is not None else (),
                            differences=(("result", shown),) if shown else (),
                            command=self._by_hand(wrong.command) if wrong.command else None)

    def _by_hand(self, command):
        words = command.split()
        words[0] = os.path.join(self.runner.directory(), words[0])
        return report.shell_command(self.stage.folder, words)

    def _at_the_hole(self, failure):
        """A failure in which a hole speaks is shown as that, without what is missing because of it."""
        speaking = [(what, shown) for what, shown in failure.differences
                    if any(line.startswith("+ exercise ") for line in shown)]
        text = "\n".join(line[2:] for _, shown in speaking for line in shown)
        found = holes.MESSAGE.search(text.encode("utf-8", "replace"))
        if not found:
            return failure
        number, name = int(found.group(1)), found.group(2).decode("utf-8", "replace")
        where = next((h for h in self.copy.stages[number].holes if h.name == name), None) \
            if number in self.copy.stages else None
        note = "exercise %d is not done: %s%s" % (number, name, ", in " + where.file if where else "")
        return failure._replace(note=note, differences=tuple(speaking[:1]), parting=())
