"""What each command of `exercises/learn` does."""

import difflib
import hashlib
import os
import shutil

from . import doctor, places, scanner, stages, watch, workcopy
from .attempt import Attempt
from .progress import PASSED, SKIPPED, Progress
from .own import form, form_path
from .runner import Runner
from .show import Screen

OK, FAILED, USAGE = 0, 1, 64


class Refused(Exception):
    """The command cannot be done; the text says why and what to do."""


class Course:
    """The stages, the learner's copy and their progress: what every command works on."""

    def __init__(self, root=places.ROOT, work=places.WORK, out=None):
        self.broken = []                     # what is wrong with stages that were left out
        self.stages = stages.load_all(root, self.broken)
        self.copy = workcopy.Copy(root, work, self.stages)
        self.progress = Progress(os.path.join(work, "progress.txt"))
        self.screen = Screen(out)
        self.root, self.work = root, work
        self._hashes = {}

    def stage(self, number):
        if number is None:
            number = self.current()
            if number is None:
                raise Refused("every stage is done; say which one: exercises/learn check 12")
        if number not in self.stages:
            raise Refused("there is no stage %d; `%s list` shows them" % (number, places.LEARN))
        return self.stages[number]

    def content(self, number):
        if number not in self._hashes:
            self._hashes[number] = stages.content_hash(self.stages[number], self.root)
        return self._hashes[number]

    def state(self, number):
        return self.progress.state(number, self.content(number))

    def current(self):
        """Where to go on: behind the furthest stage that is done or skipped, for many begin with
        stage 4; else what is left before it. With one stage open, that one."""
        if self.progress.copy.isdigit() and self.state(int(self.progress.copy)) != PASSED:
            return int(self.progress.copy)
        done = [n for n in self.stages if self.state(n) in (PASSED, SKIPPED)]
        left = [n for n in self.stages if n not in done]
        return next((n for n in left if done and n > max(done)), left[0] if left else None)

    def closed(self):
        """The late stages whose holes have not been opened yet."""
        return [n for n, stage in self.stages.items() if stage.late and n not in self.progress.opened
                and self.progress.copy != str(n)]

    def opened(self):
        """The stages that are open in the copy, or were before they were done."""
        if self.progress.copy.isdigit():
            return [int(self.progress.copy)]
        closed = self.closed()
        return [n for n in self.stages if n not in closed]

    def is_unfinished(self, number):
        """Whether the learner has a stage in hand: its code in the copy is not to be relied on."""
        return number in self.stages and (bool(self.copy.open_holes(number)) or (
            number in self.opened() and self.state(number) not in (PASSED, SKIPPED)))

    def mark(self, number, what):
        self.progress.stages[number] = (what, self.content(number))
        self.progress.save()

    def kit_hash(self):
        digest = hashlib.sha256()
        for name in places.kit_sources(self.root):
            with open(os.path.join(self.root, name), "rb") as file:
                digest.update(name.encode() + b"\0" + file.read())
        return digest.hexdigest()[:12]

    def announce(self, text):
        self.screen.say(text, "dim")

    def need_copy(self):
        if not self.copy.exists():
            start(self, None, quiet=True)


# ---- beginning, going on ----

def start(course, number, quiet=False):
    """`learn [N]`: makes the copy, or goes on with it; shows the map."""
    screen, progress = course.screen, course.progress
    wanted = "all" if number is None else str(course.stage(number).number)
    if not course.copy.exists():
        _open(course, wanted)
        screen.say("Your copy of the kit is exercises/work/; the kit itself stays as it is.")
        screen.say()
    elif number is not None and progress.copy != wanted:
        saved = course.copy.backup("before-learn-%d" % number)
        _open(course, wanted)
        screen.say("The whole kit, but for stage %d. What you had is in %s."
                   % (number, os.path.relpath(saved, course.root)))
        screen.say()
    elif progress.kit != course.kit_hash():
        screen.say("The kit has changed since your copy was made: `%s update` takes that over and keeps your functions."
                   % places.LEARN, "yellow")
    if quiet:
        return OK
    if progress.copy.isdigit():
        screen.say("Only stage %s is open; `%s all` opens every stage." % (progress.copy, places.LEARN), "dim")
    show_map(course)
    current = course.current()
    screen.say()
    if current is None:
        screen.say("All stages are done. `make grade` says so too.", "green")
    else:
        screen.next_step(course.stages[current], course.work)
    return OK


def _open(course, wanted):
    course.progress.copy = wanted
    course.copy.make(course.opened())
    for stage in course.stages.values():
        path = form_path(course.work, stage)
        if stage.has_answers and not os.path.exists(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            shutil.copyfile(os.path.join(stage.folder, "answers.txt"), path)
    course.progress.kit = course.kit_hash()
    course.progress.save()


def _open_late(course, number=None):
    """Opens the holes of late stages that the learner has come to, or asks for by number."""
    for late in course.closed():
        come = all(course.state(n) for n, stage in course.stages.items()
                   if n < late and stage.holes) and not course.state(late)
        if late == number or (come and not course.progress.copy.isdigit()):
            course.copy.empty(late)
            course.progress.opened.add(late)
            course.progress.save()
            course.screen.say("Stage %d is open now: until here you used the kit's own code for it." % late)


def open_all(course):
    """`learn all`: every stage open, from the beginning; what was there is saved."""
    if course.copy.exists():
        saved = course.copy.backup("before-learn-all")
        course.screen.say("What you had is in %s." % os.path.relpath(saved, course.root))
    _open(course, "all")
    for number in course.stages:
        if course.state(number) == SKIPPED:
            course.copy.fill(number)
    return start(course, None)


def show_map(course):
    """`list`"""
    course.screen.map(course.stages, {n: course.state(n) for n in course.stages}, course.current())
    return OK


def update(course):
    """`update`: the kit's present sources, with the learner's functions in them."""
    course.need_copy()
    kept = course.copy.update(course.opened())
    course.progress.kit = course.kit_hash()
    course.progress.save()
    course.screen.say("The copy is that of the kit as it is now. Kept: %s." % (", ".join(kept) or "nothing was written yet"))
    course.screen.say("What else you wrote is in exercises/work/backup/.")
    return OK


# ---- checking ----

def check(course, number=None, own_command=None, kit_build=None):
    """`check N`: this stage, then the earlier ones that are done."""
    stage = course.stage(number)
    if not own_command:
        course.need_copy()
        _open_late(course, stage.number)
    with Runner(course.work, kit_build, own_command=own_command, announce=course.announce) as runner:
        if own_command:
            return _check_own(course, stage, runner, own_command)
        earlier = [n for n in course.stages if n < stage.number and course.state(n) == PASSED]
        for each in [stage.number] + earlier:
            if not _check_one(course, course.stages[each], runner, each == stage.number):
                return FAILED
    _open_late(course)
    return _congratulate(course, stage)


def _check_one(course, stage, runner, is_asked):
    screen = course.screen
    missing = [n for n in stage.needs if n in course.stages and course.copy.open_holes(n)]
    if missing and is_asked:
        raise Refused("stage %d builds on %s, not done yet. Do that first, or take the kit's own: %s" % (
            stage.number, " and ".join("stage %d" % n for n in missing),
            "; ".join("%s skip %d" % (places.LEARN, n) for n in missing)))
    if missing:
        screen.say("stage %2d  %s: waits for %s, on which it builds" % (
            stage.number, stage.title, " and ".join("stage %d" % n for n in missing)), "dim")
        return True
    attempt = Attempt(runner, course.copy, stage, is_unfinished=course.is_unfinished)
    failure = attempt.run()
    waited = _what_waits(attempt)
    if len(attempt.waited) == len(stage.checks):
        if is_asked:
            raise Refused("stage %d cannot be tried now: %s" % (stage.number, waited))
        screen.say("stage %2d  %s: %s" % (stage.number, stage.title, waited), "dim")
        return True
    if runner.warnings:
        screen.say(runner.warnings.rstrip(), "yellow")
        runner.warnings = ""
    if failure is None:
        if course.state(stage.number) == SKIPPED:
            screen.say("stage %2d  %s: passed, with the kit's own code" % (stage.number, stage.title), "green")
        else:
            screen.say("stage %2d  %s: passed" % (stage.number, stage.title), "green")
            course.mark(stage.number, PASSED)
        if waited:
            screen.say("          " + waited, "dim")
        return True
    if not is_asked:
        screen.say("Stage %d passed once, and does not any more:" % stage.number, "yellow")
    screen.say("stage %2d  %s: not yet%s" % (stage.number, stage.title, attempt.title and ": " + attempt.title),
               "yellow")
    screen.failure(failure)
    if is_asked:
        _after_failure(course, stage)
    return False


def _what_waits(attempt):
    """What to say of the checks that were left out; empty if none was."""
    through = sorted({check["through"] for check in attempt.waited})
    return "%d of its checks wait%s for exercise %s, through which %s" % (
        len(attempt.waited), "s" * (len(attempt.waited) == 1), " and ".join(map(str, through)),
        "it looks" if len(attempt.waited) == 1 else "they look") if through else ""


def _after_failure(course, stage):
    shown = course.progress.hints.get(stage.number, 0)
    if shown < stages.HINTS:
        course.screen.say("  hint %d of %d: make hint-%d" % (shown + 1, stages.HINTS, stage.number))
    else:
        course.screen.say("  all hints were shown: make hint-%d shows the last, make solution-%d the kit's own"
                          % (stage.number, stage.number))


def _check_own(course, stage, runner, own_command):
    failure = Attempt(runner, course.copy, stage, "%s check %d --with '%s'" % (
        places.LEARN, stage.number, own_command)).run()
    if failure:
        course.screen.say("stage %2d  %s: not yet, by %s" % (stage.number, stage.title, own_command), "yellow")
        course.screen.failure(failure)
        return FAILED
    asked = [c for c in stage.checks if c["kind"] in ("program", "session")]
    if not asked:
        raise Refused("stage %d has nothing that another interpreter could run" % stage.number)
    course.screen.say("stage %2d  %s: passed, by %s" % (stage.number, stage.title, own_command), "green")
    return OK


def _congratulate(course, stage):
    following = course.current()
    if following is None:
        course.screen.say("That was the last one. Every stage is done.", "green")
    elif following != stage.number:
        course.screen.say()
        course.screen.next_step(course.stages[following], course.work)
    return OK


def grade(course, kit_build=None):
    """`grade`: every stage, whatever happened before; a score and an exit code."""
    course.need_copy()
    passed = 0
    with Runner(course.work, kit_build, announce=course.announce) as runner:
        for number, stage in course.stages.items():
            skipped = course.state(number) == SKIPPED
            untouched = number in course.closed() or any(
                course.copy.open_holes(n) for n in (number,) + stage.needs)
            attempt = Attempt(runner, course.copy, stage, is_unfinished=course.is_unfinished)
            failure = None if skipped or untouched else attempt.run()
            untouched = untouched or len(attempt.waited) == len(stage.checks)
            good = not (failure or skipped or untouched)
            blank = failure is not None and failure.kind == "not answered"
            passed += good
            if good:
                course.mark(number, PASSED)
            elif failure:
                course.progress.stages.pop(number, None)
                course.progress.save()
            note = ("passed" if good else "skipped" if skipped else "open" if untouched or blank
                    else "%s at %s:%d" % (failure.kind, failure.path, failure.line))
            course.screen.say("stage %2d  %-28s %s" % (number, stage.title, note),
                              "green" if good else None if untouched or blank or skipped else "red")
    course.screen.say("%d of %d stages passed" % (passed, len(course.stages)))
    return OK if passed == len(course.stages) else FAILED


def watch_stage(course, number, kit_build=None):
    """`watch`: checks the current stage again whenever a file is saved."""
    course.need_copy()

    def current():
        return number if number is not None else course.current() or max(course.stages)

    def run():
        course.screen.say("\x1b[2J\x1b[H" if course.screen.coloured else "-" * 60)
        try:
            check(course, current(), kit_build=kit_build)
        except Refused as refused:
            course.screen.say(str(refused), "yellow")

    watch.watch(course.screen, course.copy.changed_at, run, (
        ("h", "hint", lambda: hint(course, current()) and None),
        ("m", "map", lambda: show_map(course) and None)))
    return OK


# ---- help ----

def hint(course, number):
    """`hint N`: the next level, and the last one again and again."""
    stage = course.stage(number)
    level = min(course.progress.hints.get(stage.number, 0) + 1, stages.HINTS)
    course.progress.hints[stage.number] = level
    course.progress.save()
    course.screen.say("hint %d of %d for stage %d, %s" % (level, stages.HINTS, stage.number, stage.title), "bold")
    course.screen.say()
    course.screen.markdown(stage.text("hint-%d.md" % level))
    course.screen.say()
    if level < stages.HINTS:
        course.screen.say("the next one: make hint-%d" % stage.number, "dim")
    return OK


def solution(course, number, kit_build=None):
    """`solution N`: what the kit has there, as a diff; after passing, or when asked twice."""
    course.need_copy()
    stage = course.stage(number)
    if course.state(stage.number) != PASSED and stage.number not in course.progress.asked:
        course.progress.asked.add(stage.number)
        course.progress.save()
        raise Refused("stage %d is not done. A hint first (make hint-%d)? Ask once more, and the solution is shown."
                      % (stage.number, stage.number))
    _open_late(course, stage.number)
    lines = []
    for name in sorted({hole.file for hole in stage.holes}):
        mine = course.copy.read(name)
        try:
            kits = course.copy.filled(name, [h for h in stage.holes if h.file == name])
        except scanner.NotFound:             # renamed or removed: then the whole file
            kits = course.copy.kit_text(name)
        lines += difflib.unified_diff(mine.splitlines(True), kits.splitlines(True),
                                      *2 * [os.path.relpath(course.copy.path(name), course.root)])
    if stage.has_answers:
        lines += _answers_diff(course, stage, kit_build)
    course.screen.diff(lines)
    if not lines:
        course.screen.say("Yours is the kit's own, to the letter.")
    return OK


def _answers_diff(course, stage, kit_build):
    mine = form(course.work, stage)
    name = os.path.relpath(form_path(course.work, stage), course.root)
    with Runner(course.work, kit_build, announce=course.announce) as runner:
        right = solved_form(course, stage, runner)
    return difflib.unified_diff(mine.text.splitlines(True), right.splitlines(True), name, name)


def solved_form(course, stage, runner):
    """The stage's form with the right answers, as its check.py computes them."""
    from . import own
    blank = own.blank_form(stage)
    return blank.filled(own.module(stage).solution(own.Answers(runner, course.copy, stage, blank)))


def skip(course, number):
    """`skip N`: puts the kit's own text into the holes, and goes on."""
    course.need_copy()
    stage = course.stage(number)
    saved = course.copy.backup("before-skip-%d" % stage.number, {hole.file for hole in stage.holes})
    _refill(course, stage, course.copy.fill)
    course.mark(stage.number, SKIPPED)
    course.screen.say("Stage %d is skipped: the kit's own code stands there now. `%s reset %d` opens it again."
                      % (stage.number, places.LEARN, stage.number))
    _open_late(course)
    if stage.holes:
        course.screen.say("What was there: " + os.path.relpath(saved, course.root), "dim")
    return _congratulate(course, stage)


def reset(course, number):
    """`reset N`: opens the stage again; what was written is saved."""
    course.need_copy()
    stage = course.stage(number)
    names = {hole.file for hole in stage.holes}
    if stage.has_answers:
        names.add(os.path.relpath(form_path(course.work, stage), course.work))
    saved = course.copy.backup("before-reset-%d" % stage.number, names)
    _refill(course, stage, course.copy.empty)
    if stage.late:
        course.progress.opened.add(stage.number)
    if stage.has_answers:
        shutil.copyfile(os.path.join(stage.folder, "answers.txt"), form_path(course.work, stage))
    course.progress.stages.pop(stage.number, None)
    course.progress.hints.pop(stage.number, None)
    course.progress.save()
    course.screen.say("Stage %d is open again. What you had written: %s"
                      % (stage.number, os.path.relpath(saved, course.root)))
    return OK


def _refill(course, stage, how):
    try:
        how(stage.number)
    except scanner.NotFound as error:
        raise Refused("%s in your copy. Put its first line back, or start anew: `%s all` (all is saved)"
                      % (error, places.LEARN))


def examine(course):
    """`doctor`"""
    good = True
    for is_good, what, remedy in doctor.findings(course.work):
        good = good and is_good
        course.screen.say("%s %s" % ("ok     " if is_good else "MISSING", what), None if is_good else "red")
        if not is_good:
            course.screen.say("        " + remedy)
    for there, what, purpose in doctor.optional(course.work):
        course.screen.say("%s %s: %s" % ("ok     " if there else "without", what, purpose))
    for problem in course.broken + stages.problems(course.stages, course.root):
        good = False
        course.screen.say("BROKEN  " + problem, "red")
    course.screen.say("All is there." if good else "See above.", "green" if good else "red")
    return OK if good else FAILED
