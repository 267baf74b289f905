"""What a stage's own check.py is given: `c` for checks, `a` for answers."""

import importlib.util
import json
import os
import re

from . import answers

TRIES = 3                       # of a measurement that disagrees with the learner's
_NUMBER = re.compile(r"[-+]?\d[\d_,']*(?:\.\d+)?(?:e[-+]?\d+)?$")


class Wrong(Exception):
    """What a check found; all that is shown of it."""

    def __init__(self, message, expected=None, got=None, input=None, where=None, command=None):
        super().__init__(message)
        self.message, self.expected, self.got = message, expected, got
        self.input, self.where, self.command = input, where, command


class Check:
    """The `c` of a function `check(c)` in check.py."""

    def __init__(self, runner, copy, stage, wanted=None):
        self._runner, self._copy, self._wanted = runner, copy, wanted
        self.stage = stage
        self.folder = stage.folder
        self.work = copy.folder
        self.sanitized = runner.proof

    def run(self, command, stdin=b"", limit=10.0, folder=None):
        """Runs the learner's executable; an Outcome with stdout, stderr, status, seconds."""
        return self._runner.run(command, folder or self.folder, self._wanted, stdin, limit)

    def kit(self, command, stdin=b"", limit=10.0, folder=None):
        """Runs the finished kit's executable."""
        return self._runner.run_kit(command, folder or self.folder, stdin, limit)

    def path(self, executable):
        self._runner.make([executable], self._wanted)
        return os.path.join(self._runner.directory(self._wanted), executable)

    def kit_path(self, executable):
        self._runner.make_kit([executable])
        return os.path.join(self._runner.kit_build, executable)

    def read(self, name):
        return self._copy.read(name)

    def json(self, outcome):
        """The JSON that a run wrote to one of its outputs."""
        return json_of(outcome)

    def fail(self, message, **shown):
        raise Wrong(message, **shown)


class Answers(Check):
    """The `a` of `answers(a)` and `solution(a)` in check.py."""

    def __init__(self, runner, copy, stage, form):
        super().__init__(runner, copy, stage)
        self._form = form
        self.mistakes = {}            # key -> reason

    def text(self, key):
        return self._form.answers.get(key, "").lower()

    def number(self, key):
        text = self.text(key)
        if not _NUMBER.match(text):
            return None
        value = float(re.sub(r"[_,']", "", text))
        return int(value) if value == int(value) else value

    def choice(self, key, letters):
        text = self.text(key).strip("().")
        return text if len(text) == 1 and text in letters else None

    def list(self, key):
        return [part.strip() for part in self.text(key).split(",") if part.strip()]

    def far_off(self, measure, factor):
        """Which numbers are not within `factor` of what `measure()` finds: {key: what it found}. It measures up to
        three times, as something else may have been running: a number is far off if it was so each time."""
        off = None
        for _ in range(TRIES):
            found = measure()
            off = {key: found[key] for key in (found if off is None else off)
                   if not self._is_near(key, found[key], factor(key) if callable(factor) else factor)}
            if all((self.number(key) or 0) <= 0 for key in off):
                break
        return off

    def _is_near(self, key, ours, factor):
        theirs = self.number(key)
        return bool(theirs) and theirs > 0 and ours / factor <= theirs <= ours * factor

    def wrong(self, key, reason):
        """The answer to `key` is wrong, for this reason. The first one said counts."""
        if key not in self._form.answers:
            raise KeyError("the form does not ask `%s`" % key)
        self.mistakes.setdefault(key, reason)


def json_of(outcome):
    """The JSON object in what a run wrote: on stderr, or else on stdout. None if there is none."""
    for data in (outcome.stderr, outcome.stdout):
        begin = re.search(rb"^\{", data, re.MULTILINE)
        if begin:
            try:
                return json.JSONDecoder().raw_decode(data[begin.start():].decode("utf-8"))[0]
            except ValueError:
                continue
    return None


def module(stage):
    """The stage's check.py, loaded."""
    path = os.path.join(stage.folder, "check.py")
    spec = importlib.util.spec_from_file_location("check_%02d" % stage.number, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def form_path(work, stage):
    return os.path.join(work, "answers", stage.slug + ".txt")


def blank_form(stage):
    """The form as the stage has it."""
    return answers.Form(stage.text("answers.txt"))


def form(work, stage):
    """The learner's form; the empty one if theirs is not there."""
    try:
        with open(form_path(work, stage), encoding="utf-8") as file:
            return answers.Form(file.read())
    except FileNotFoundError:
        return blank_form(stage)
